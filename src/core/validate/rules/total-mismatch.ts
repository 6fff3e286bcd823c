import type { Table } from "../../model";
import { sum } from "../../evaluate";
import type { CellAddress } from "../../sheet/address";
import type { SheetView } from "../../sheet/sheet-view";
import { normalizeUnit, parseAmount, squash } from "../../text";
import { defineRule } from "../rule";
import { plainLabel } from "../spelling";

/** From the innermost to the outermost: a total spans what stands since the last total of its own kind or above. */
const TOTAL_KINDS: readonly RegExp[] = [/小計$/u, /計$/u, /合計$/u, /総計$|総合計$/u];
/** Figures that mean something else, or nothing, when they are added up. */
const NOT_ADDITIVE = /率|割合|比[^較]?$|前年比|平均|順位|指数|単価|偏差|満足度|%/u;
const NOT_FIGURES = new Set([
  "no",
  "id",
  "unit",
  "rate",
  "rating",
  "name",
  "title",
  "direction",
  "edition",
  "issuedOn",
]);
/** A line that details the line above it, and is in that line's figure already. */
const OF_WHICH = /^[(〔[]?(?:うち|内訳|再掲)/u;

interface Part {
  readonly amount: number;
  readonly unit: string;
}

/**
 * 計・合計の行が内訳の和と合わない. Says nothing unless every part has a figure that can be added: one blank or one rate among
 * them, and the sum is not ours to know.
 */
export const totalMismatch = defineRule({
  id: "total-mismatch",
  severity: "warning",
  *check({ tables }, context) {
    for (const table of tables) {
      if (table.orientation !== "rows" && table.orientation !== "columns") continue;
      if (!table.lines.some(({ role }) => role === "total")) continue;
      const ledger = new Ledger(table, context.sheet(table.sheet));
      for (const total of ledger.totals) yield* ledger.check(total);
    }
  },
});

/** A table as lines and what crosses them, so that a transposed table is read like any other. */
class Ledger {
  readonly totals: readonly number[];
  private readonly items: readonly number[];
  private readonly figureCrosses: readonly number[];
  private readonly labels: ReadonlyMap<number, string>;
  private readonly isTransposed: boolean;

  constructor(
    private readonly table: Table,
    private readonly sheet: SheetView,
  ) {
    this.isTransposed = table.orientation === "columns";
    this.labels = new Map(table.lines.map(({ index }) => [index, this.readLabel(index)]));
    this.totals = table.lines.filter(({ role }) => role === "total").map(({ index }) => index);
    this.items = table.lines
      .filter(({ role, index }) => role === "item" && !OF_WHICH.test(this.label(index)))
      .map(({ index }) => index);
    this.figureCrosses = this.allCrosses().filter((cross) => this.canAddUp(cross));
  }

  *check(total: number) {
    const above = this.items.filter((item) => item < total);
    const last = this.lastTotalBefore(total);
    const own = above.filter((item) => item > last);
    if (own.length === 0 || !this.hasOneUnit(own)) return;
    for (const cross of this.figureCrosses) {
      const stated = this.part(total, cross);
      if (stated === undefined) continue;
      const added = this.add(own, cross, stated.unit);
      if (added === undefined || isSame(added, stated.amount)) continue;
      // 「計」 may also be the total of everything so far, whatever stands between.
      const all = this.add(above, cross, stated.unit);
      if (all !== undefined && isSame(all, stated.amount)) continue;
      yield {
        at: this.place(total, cross),
        params: { label: this.label(total), column: this.header(cross), stated: stated.amount, sum: added },
      };
    }
  }

  private add(items: readonly number[], cross: number, unit: string): number | undefined {
    const parts: number[] = [];
    for (const item of items) {
      if (this.isCovered(item, cross)) continue;
      const part = this.part(item, cross);
      if (part?.unit !== unit) return undefined;
      parts.push(part.amount);
    }
    return parts.length === 0 ? undefined : (sum(parts) ?? undefined);
  }

  private lastTotalBefore(total: number): number {
    const kind = totalKind(this.label(total));
    return this.totals.findLast((other) => other < total && totalKind(this.label(other)) >= kind) ?? -1;
  }

  private part(line: number, cross: number): Part | undefined {
    const { row, column } = this.place(line, cross);
    const cell = this.sheet.cell(row, column);
    if (cell === undefined || cell.format.includes("%")) return undefined;
    if (typeof cell.value === "number") return { amount: cell.value, unit: "" };
    return typeof cell.value === "string" ? parsePart(cell.value) : undefined;
  }

  /** In the shadow of a merged area: its figure has been counted at the area's first cell. */
  private isCovered(line: number, cross: number): boolean {
    const { row, column } = this.place(line, cross);
    const anchor = this.sheet.anchor(row, column);
    return anchor.row !== row || anchor.column !== column;
  }

  private hasOneUnit(items: readonly number[]): boolean {
    if (items.some((item) => NOT_ADDITIVE.test(this.label(item)))) return false;
    const unitField = this.table.fields.find(({ field }) => field === "unit");
    if (unitField === undefined) return true;
    const cross = this.isTransposed ? unitField.at.row : unitField.at.column;
    const units = new Set(items.map((item) => normalizeUnit(this.text(item, cross))));
    return units.size === 1 && !units.has("%");
  }

  private canAddUp(cross: number): boolean {
    const field = this.fieldAcross(cross);
    if (field === undefined) return true;
    return !NOT_FIGURES.has(field.field) && !NOT_ADDITIVE.test(squash(field.header));
  }

  private header(cross: number): string {
    return this.fieldAcross(cross)?.header ?? "";
  }

  private fieldAcross(cross: number): Table["fields"][number] | undefined {
    return this.table.fields.find(({ at, column }) => (this.isTransposed ? at.row : (column ?? at.column)) === cross);
  }

  private label(line: number): string {
    return this.labels.get(line) ?? "";
  }

  /** The first text of a line. */
  private readLabel(line: number): string {
    for (const cross of this.allCrosses()) {
      const text = plainLabel(this.text(line, cross));
      if (text !== "" && parsePart(text) === undefined) return squash(text);
    }
    return "";
  }

  private allCrosses(): readonly number[] {
    const { top, bottom, left, right } = this.table.region;
    const [first, last] = this.isTransposed ? [top, bottom] : [left, right];
    return Array.from({ length: last - first + 1 }, (_, index) => first + index);
  }

  private text(line: number, cross: number): string {
    const { row, column } = this.place(line, cross);
    return this.sheet.text(row, column);
  }

  private place(line: number, cross: number): CellAddress {
    const [row, column] = this.isTransposed ? [cross, line] : [line, cross];
    return { sheet: this.table.sheet, row, column };
  }
}

function totalKind(label: string): number {
  const kind = TOTAL_KINDS.findLastIndex((pattern) => pattern.test(label));
  return kind < 0 ? 1 : kind;
}

/** 1,234 or 46人; the unit as written, since only equal units are added. */
function parsePart(text: string): Part | undefined {
  const [, digits = "", unit = ""] = /^(.*\d)([^\d]*)$/u.exec(squash(text)) ?? [];
  const amount = parseAmount(digits);
  return amount === undefined || unit === "%" ? undefined : { amount, unit };
}

/** Equal to the 15 digits that Excel keeps. */
function isSame(a: number, b: number): boolean {
  return Math.abs(a - b) <= 1e-12 * Math.max(Math.abs(a), Math.abs(b), 1);
}
