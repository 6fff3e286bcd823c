import type { CellAddress } from "../sheet/address";
import type { Region } from "../sheet/region";
import type { CellRole, Paint } from "./theme";

/*
 * The report, said once for every host: what stands on which sheet, in what role, and what each chart shows.
 * May not: name a color, a font, a host type or a file format. Colors and fonts follow from roles (theme.ts).
 */

/** A sheet's stable name inside the plan. The name that people see may have to change (taken, too long); this does not. */
export type SheetKey = string;

/** A range on a sheet of the report. The writer puts in whatever name that sheet really got. */
export interface SheetRange {
  readonly sheet: SheetKey;
  readonly region: Region;
}

/** One cell of the report as a target of a link. */
export interface SheetPlace {
  readonly sheet: SheetKey;
  readonly row: number;
  readonly column: number;
}

/** A formula in pieces: text as it stands, and absolute references into the report's own sheets. No leading "=". */
export type FormulaPart = string | SheetRange;

/** A live formula with the value it gives, so that nothing has to calculate before the report can be read. */
export interface Formula {
  readonly formula: readonly FormulaPart[];
  readonly cached: string | number;
}

/** What a cell holds. A string is always a text, whatever character it begins with. */
export type PlanValue = string | number | Formula | null;

export interface PlanCell {
  readonly value: PlanValue;
  readonly role: CellRole;
  /** Number format code where it is not the role's own. */
  readonly format?: string;
  /** A place in the report itself to jump to. */
  readonly link?: SheetPlace;
  /** The cell of the city's workbook that this was read from: a link where that workbook is at hand, else only text. */
  readonly source?: CellAddress;
}

export interface PlanRow {
  /** In points. */
  readonly height: number;
  /** From column A on; a hole is null. */
  readonly cells: readonly (PlanCell | null)[];
  /**
   * What the row is about, where people write into it: the same when the report is made again, wherever the row has
   * moved to, and once on its sheet. Every row with a cell of the role "answer" has one.
   */
  readonly key?: string;
}

/** An Excel table (ListObject). Its header row is the region's first row and holds exactly `columns`. */
export interface PlanTable {
  readonly name: string;
  readonly region: Region;
  readonly columns: readonly string[];
}

/** 入力規則: a list to choose from; other input stays allowed. */
export interface PlanValidation {
  readonly region: Region;
  readonly choices: readonly string[];
  readonly prompt: { readonly title: string; readonly text: string };
}

export type ChartKind =
  | "bar-stacked"
  | "bar-clustered"
  | "bar-stacked-100"
  | "column-stacked"
  | "column-clustered"
  | "line"
  | "doughnut"
  | "column-and-line";

export interface ChartValues {
  readonly at: SheetRange;
  readonly cached: readonly (number | null)[];
}

export interface ChartTexts {
  readonly at: SheetRange;
  readonly cached: readonly string[];
}

export interface ChartSeries {
  readonly name: ChartTexts;
  readonly values: ChartValues;
  readonly paint: Paint;
  /** In "column-and-line": which of the two this is. */
  readonly drawAs?: "column" | "line";
  /** Values written at the bars or points. */
  readonly labels: boolean;
  /** For a doughnut: the paint of each point. */
  readonly pointPaints?: readonly Paint[];
}

export interface ChartAxis {
  readonly title: string;
  readonly format: string;
  readonly min?: number;
  readonly max?: number;
  readonly majorUnit?: number;
}

export interface PlanChart {
  readonly kind: ChartKind;
  readonly title: string;
  /** For those who do not see the picture: its kind, and what the lines at `textAt` say. */
  readonly altText: string;
  /** The cells right above the chart that say what it shows. */
  readonly textAt: SheetRange;
  readonly categories: ChartTexts;
  /** Said outright: no host may guess it. */
  readonly seriesIn: "columns" | "rows";
  readonly series: readonly ChartSeries[];
  /** Null for a doughnut. */
  readonly categoryAxis: { readonly title: string } | null;
  readonly valueAxis: ChartAxis | null;
  /** Format of the values written at bars and points; hides zero by its third section. */
  readonly labelFormat: string;
  /** First and last cell that the chart covers; the edges are inside. */
  readonly covers: Region;
}

export type PrintField = "page" | "pages" | "sheet-name";

export interface PrintLine {
  readonly left: readonly (string | { readonly field: PrintField })[];
  readonly center: readonly (string | { readonly field: PrintField })[];
  readonly right: readonly (string | { readonly field: PrintField })[];
}

export interface PrintSetup {
  readonly paper: "a4" | "a3";
  readonly orientation: "landscape" | "portrait";
  /** Rows repeated on every page: first and last, zero-based. */
  readonly titleRows: readonly [number, number] | null;
  readonly area: Region;
  /** A page ends after each of these rows. */
  readonly breakAfterRows: readonly number[];
  /** Pages high; 0 is as many as it takes. The width is always one page. */
  readonly pagesHigh: number;
  readonly header: PrintLine;
  readonly footer: PrintLine;
}

export interface PlanSheet {
  readonly key: SheetKey;
  /** The name wished for; made safe and unique by `toSheetNames`. */
  readonly name: string;
  readonly tab: Paint | null;
  /** Widths in digits of the standard font. */
  readonly columnWidths: readonly number[];
  readonly rows: readonly PlanRow[];
  readonly freeze: { readonly rows: number; readonly columns: number };
  readonly tables: readonly PlanTable[];
  /** A region with filter buttons that is no table. */
  readonly filter: Region | null;
  readonly validations: readonly PlanValidation[];
  readonly charts: readonly PlanChart[];
  readonly print: PrintSetup;
}

export interface ReportPlan {
  readonly title: string;
  /** ISO day on which progress was judged. The only time that a report knows. */
  readonly asOf: string;
  readonly sheets: readonly PlanSheet[];
}

export function isFormula(value: PlanValue): value is Formula {
  return typeof value === "object" && value !== null;
}
