import type { Region } from "../../../src/core/sheet/region";
import { moveFormula } from "../formula/shift";
import { HostError } from "../interpreter/protocol";
import { removeHyperlinks, removeMerges } from "./clear";
import { checkRegion } from "./range";
import { intersect, joinRegions, translate } from "./regions";
import { copyRuleTo, removeCells, setRegions, type RuleOverCells } from "./rule-regions";
import type { CellModel, SheetModel } from "./workbook";

export type PasteKind = "All" | "Formats" | "Values" | "Formulas" | "Link";

interface Place {
  readonly sheet: SheetModel;
  readonly region: Region;
}

const height = ({ top, bottom }: Region): number => bottom - top + 1;
const width = ({ left, right }: Region): number => right - left + 1;

/** As much as is pasted: the source once, or as often as it fits where the target is a multiple of it. */
export function pastedRegion(source: Region, target: Region): Region {
  const rows = height(target) % height(source) === 0 ? height(target) : height(source);
  const columns = width(target) % width(source) === 0 ? width(target) : width(source);
  return checkRegion({ top: target.top, left: target.left, bottom: target.top + rows - 1, right: target.left + columns - 1 });
}

/**
 * 貼り付け: contents with their references moved along, looks, merged areas, conditional formats, validations and links.
 * Conditional formats of the target go, those of the source come; on the same sheet a rule grows, on another it is made anew.
 */
export function pasteCells(source: Place, into: Place, kind: PasteKind, skipBlanks = false): void {
  if (kind === "Link") throw new HostError("NotImplemented", "workbench host: pasting links is not implemented");
  const copies = copiesOf(source);
  const rules = kind === "All" || kind === "Formats" ? collect(source, source.sheet.conditionalFormats) : [];
  const validations = kind === "All" ? collect(source, source.sheet.validations) : [];
  const merges = kind === "All" || kind === "Formats" ? source.sheet.merges.filter((merge) => isInside(merge, source.region)) : [];
  const links = kind === "All" ? source.sheet.hyperlinks.filter(({ region }) => isInside(region, source.region)).map((link) => ({ ...link })) : [];
  const { sheet, region } = into;
  for (let row = region.top; row <= region.bottom; row++) {
    for (let column = region.left; column <= region.right; column++) {
      const fromRow = source.region.top + ((row - region.top) % height(source.region));
      const fromColumn = source.region.left + ((column - region.left) % width(source.region));
      const cell = copies.get(fromRow)?.get(fromColumn);
      if (skipBlanks && (cell?.content ?? null) === null && cell?.formula === undefined) continue;
      pasteCell(sheet, row, column, cell, kind, row - fromRow, column - fromColumn);
    }
  }
  if (kind !== "All" && kind !== "Formats") return;
  removeMerges(sheet, region);
  const tiles = tilesOf(source.region, region);
  for (const { rows, columns } of tiles) for (const merge of merges) { sheet.merges.push(translate(merge, rows, columns)); sheet.changes.aspect("merges"); }
  if (pasteRules(sheet, sheet.conditionalFormats, rules, region, tiles, source.sheet === sheet, newFormat)) sheet.changes.aspect("conditional-formats");
  if (kind !== "All") return;
  if (pasteRules(sheet, sheet.validations, validations, region, tiles, source.sheet === sheet, undefined)) sheet.changes.aspect("validations");
  removeHyperlinks(sheet, region);
  for (const { rows, columns } of tiles) for (const link of links) { sheet.hyperlinks.push({ ...link, region: translate(link.region, rows, columns) }); sheet.changes.aspect("hyperlinks"); }
}

function copiesOf({ sheet, region }: Place): Map<number, Map<number, CellModel>> {
  const copies = new Map<number, Map<number, CellModel>>();
  for (let row = region.top; row <= region.bottom; row++) {
    const line = new Map<number, CellModel>();
    for (const [column, cell] of sheet.rows.get(row) ?? []) if (column >= region.left && column <= region.right) line.set(column, { ...cell });
    copies.set(row, line);
  }
  return copies;
}

function pasteCell(sheet: SheetModel, row: number, column: number, cell: CellModel | undefined, kind: PasteKind, down: number, across: number): void {
  if (cell === undefined && sheet.cell(row, column) === undefined) return;
  if (kind === "All" || kind === "Formats") sheet.setStyle(row, column, cell?.style ?? sheet.workbook.defaultStyle);
  if (kind === "Values") sheet.setContent(row, column, cell?.content ?? null);
  if (kind !== "All" && kind !== "Formulas") return;
  const formula = cell?.formula === undefined ? undefined : moveFormula(cell.formula, down, across);
  sheet.setContent(row, column, cell?.content ?? null, formula);
}

function isInside(inner: Region, outer: Region): boolean {
  return inner.top >= outer.top && inner.bottom <= outer.bottom && inner.left >= outer.left && inner.right <= outer.right;
}

interface Copied<T extends RuleOverCells> {
  readonly rule: T;
  /** The rule as it was, before the target's cells were taken out of it. */
  readonly before: T;
  readonly parts: readonly Region[];
}

function collect<T extends RuleOverCells>({ region }: Place, rules: readonly T[]): Copied<T>[] {
  return rules.flatMap((rule) => {
    const parts = rule.regions.map((each) => intersect(each, region)).filter((each) => each !== undefined);
    return parts.length === 0 ? [] : [{ rule, before: structuredClone(rule), parts }];
  });
}

interface Tile { readonly rows: number; readonly columns: number }

function tilesOf(source: Region, target: Region): Tile[] {
  const tiles: Tile[] = [];
  for (let row = target.top; row <= target.bottom; row += height(source)) {
    for (let column = target.left; column <= target.right; column += width(source)) tiles.push({ rows: row - source.top, columns: column - source.left });
  }
  return tiles;
}

function newFormat(sheet: SheetModel, rule: RuleOverCells): void {
  for (const other of sheet.conditionalFormats) if (other !== rule) other.priority++;
  Object.assign(rule, { id: sheet.workbook.newGuid(), priority: 0 });
}

function pasteRules<T extends RuleOverCells>(
  sheet: SheetModel,
  rules: T[],
  copied: readonly Copied<T>[],
  region: Region,
  tiles: readonly Tile[],
  isSameSheet: boolean,
  onNew: ((sheet: SheetModel, rule: T) => void) | undefined,
): boolean {
  let isChanged = removeCells(rules, [region]);
  for (const { rule, before, parts } of copied) {
    const added = tiles.flatMap(({ rows, columns }) => parts.map((part) => translate(part, rows, columns)));
    isChanged = true;
    if (isSameSheet && rules.includes(rule)) setRegions(rule, joinRegions([...rule.regions, ...added]));
    else {
      const made = copyRuleTo(before, joinRegions(added));
      rules.push(made);
      onNew?.(sheet, made);
    }
  }
  return isChanged;
}
