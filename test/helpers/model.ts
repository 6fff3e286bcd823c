import { toA1, parseA1, type CellAddress } from "../../src/core/sheet/address";
import { parseRangeA1 } from "../../src/core/sheet/region";
import { SheetView } from "../../src/core/sheet/sheet-view";
import type { CellContent, SheetSnapshot, SnapshotCell } from "../../src/core/sheet/snapshot";
import type {
  Body,
  FieldName,
  Figure,
  Indicator,
  LogicLink,
  Measure,
  PlanModel,
  Revision,
  StatedRate,
  Table,
  TableField,
  WorkItem,
} from "../../src/core/model";

/** The sheet of everything that names no other. */
export const SHEET = "KPI";

/** `C7` on the usual sheet, `個票01!C7` on another. */
export function a1(text: string): CellAddress {
  const [cell = "", sheet = SHEET] = text.split("!").reverse();
  const place = parseA1(cell);
  if (place === undefined) throw new Error(`no cell: ${text}`);
  return { sheet, ...place };
}

/** The other way round, for what a test expects. */
export function fromAddress(at: CellAddress): string {
  return at.sheet === SHEET ? toA1(at) : `${at.sheet}!${toA1(at)}`;
}

type Period = NonNullable<Figure["period"]>;

export function fiscalYear(year: number): Period {
  return { kind: "fiscal-year", year, date: null };
}

export function calendarYear(year: number): Period {
  return { kind: "calendar-year", year, date: null };
}

/** Places may be given in A1. */
type At<T> = Omit<T, "at"> & { readonly at: string };

export function aFigure(parts: Partial<At<Figure>> = {}): Figure {
  const { at = "D2", ...rest } = parts;
  const amount = rest.amount ?? null;
  return {
    state: amount === null ? "blank" : "set",
    amount,
    unit: null,
    raw: amount === null ? "" : String(amount),
    qualifier: null,
    qualifiers: rest.qualifier ? [rest.qualifier] : [],
    period: null,
    isNumericText: false,
    isCellError: false,
    hasOwnUnit: false,
    ...rest,
    at: a1(at),
  };
}

/** An indicator with nothing to find fault with: 登録者数, 100人 in 令和5年度, 200人 by 令和8年度, 150人 in 令和6年度. */
export function anIndicator(parts: Partial<At<Indicator>> = {}): Indicator {
  const { at = "B2", ...rest } = parts;
  const name = rest.name ?? "登録者数";
  return {
    id: "i1",
    key: name,
    tableId: "t1",
    name,
    code: null,
    definition: null,
    tier: "kpi",
    viewpoint: null,
    unit: "人",
    unitAt: null,
    direction: { value: "higher-is-better", basis: "target" },
    accumulation: "unknown",
    headings: [],
    workItem: null,
    division: null,
    divisionAt: null,
    policy: null,
    program: null,
    baseline: aFigure({ amount: 100, unit: "人", period: fiscalYear(2023), at: "D2" }),
    target: aFigure({ amount: 200, unit: "人", period: fiscalYear(2026), at: "E2" }),
    targets: [],
    actuals: [aFigure({ amount: 150, unit: "人", period: fiscalYear(2024), at: "F2" })],
    statedRates: [],
    statedRating: null,
    source: null,
    remarks: null,
    ...rest,
    at: a1(at),
  };
}

export function aRate(parts: Partial<At<StatedRate>> & { readonly amount: number }): StatedRate {
  const { at = "G2", ...rest } = parts;
  return { raw: `${String(rest.amount)}%`, period: null, ...rest, at: a1(at) };
}

export function aWorkItem(parts: Partial<At<WorkItem>> = {}): WorkItem {
  const { at = "B2", ...rest } = parts;
  const title = rest.title ?? "オンライン申請";
  return {
    id: "w1",
    key: title,
    tableId: "t1",
    no: null,
    noAt: null,
    reformArea: null,
    policy: null,
    program: null,
    theme: null,
    themeAt: null,
    title,
    summary: null,
    divisions: ["税務課"],
    divisionAt: null,
    status: { raw: "実施中", value: "in-progress" },
    statusAt: null,
    schedule: [],
    remarks: null,
    headings: [],
    viewpoints: [],
    ...rest,
    at: a1(at),
  };
}

export function aMeasure(parts: Partial<At<Measure>> = {}): Measure {
  const { at = "C2", ...rest } = parts;
  const title = rest.title ?? "書かない窓口";
  return {
    id: "m1",
    key: title,
    tableId: "t1",
    reformArea: null,
    no: null,
    theme: null,
    themeAt: null,
    title,
    remarks: null,
    ...rest,
    at: a1(at),
  };
}

export function aBody(parts: Partial<At<Body>> = {}): Body {
  const { at = "A2", ...rest } = parts;
  return {
    id: "b1",
    tableId: "t1",
    name: "推進本部",
    role: null,
    divisions: [],
    divisionAt: null,
    members: null,
    status: null,
    ...rest,
    at: a1(at),
  };
}

export function aRevision(
  edition: string,
  issuedOn: string | null,
  at: string,
  parts: Partial<Revision> = {},
): Revision {
  return { tableId: "t1", edition, issuedOn, issuedOnAt: null, change: "追記", ...parts, at: a1(at) };
}

/** A row of a logic model: 派生元 in column A, 派生先 in column C. */
export function aLink(from: string, to: string | null, row: number, parts: Partial<LogicLink> = {}): LogicLink {
  return {
    tableId: "t1",
    from,
    to,
    fromLevel: null,
    toLevel: null,
    fromAt: a1(`A${String(row)}`),
    toAt: a1(`C${String(row)}`),
    ...parts,
  };
}

/** A label in a header, over its own column. */
export function aField(field: FieldName, header: string, at: string, parts: Partial<TableField> = {}): TableField {
  const place = a1(at);
  return { field, header, period: null, column: place.column, evidence: "", ...parts, at: place };
}

interface TableParts extends Partial<Omit<Table, "region">> {
  readonly range?: string;
}

export function aTable(parts: TableParts = {}): Table {
  const { range = "A1:H20", ...rest } = parts;
  const region = parseRangeA1(range);
  if (region === undefined) throw new Error(`no range: ${range}`);
  return {
    id: "t1",
    kind: "indicators",
    orientation: "rows",
    sheet: SHEET,
    region,
    headerRows: [region.top, region.top],
    dataRows: [region.top + 1, region.bottom],
    headings: [],
    fields: [],
    lines: [],
    evidence: [],
    ...rest,
  };
}

/** A model with one table, unless told; everything else is empty. */
export function aModel(parts: Partial<PlanModel> = {}): PlanModel {
  return {
    tables: [aTable()],
    indicators: [],
    workItems: [],
    measures: [],
    revisions: [],
    links: [],
    bodies: [],
    notRead: [],
    ...parts,
  };
}

/** A cell with a number format. */
export interface FormattedCell {
  readonly value: CellContent;
  readonly format: string;
}

export type CellDrawing = Readonly<Record<string, CellContent | FormattedCell>>;

/** A sheet from its cells: `{ A1: "合計", B1: 10, C1: { value: 0.5, format: "0.0%" }, D1: { error: "#REF!" } }`. */
export function aSheet(cells: CellDrawing, name = SHEET, merges: readonly string[] = []): SheetView {
  const rows = new Map<number, SnapshotCell[]>();
  for (const [place, content] of Object.entries(cells)) {
    const { row, column } = a1(place);
    const { value, format } = isFormatted(content) ? content : { value: content, format: "General" };
    rows.set(row, [...(rows.get(row) ?? []), { column, value, format }]);
  }
  const snapshot: SheetSnapshot = {
    name,
    visibility: "visible",
    rows: [...rows]
      .sort(([a], [b]) => a - b)
      .map(([row, own]) => ({ row, cells: own.sort((a, b) => a.column - b.column) })),
    merges: merges.flatMap((range) => parseRangeA1(range) ?? []),
    hiddenRows: [],
    hiddenColumns: [],
  };
  return new SheetView(snapshot, false);
}

function isFormatted(content: CellContent | FormattedCell): content is FormattedCell {
  return typeof content === "object" && "format" in content;
}
