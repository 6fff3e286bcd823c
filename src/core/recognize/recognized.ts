import type { TableKind, TableLine } from "../model";
import type { CellAddress } from "../sheet/address";
import type { Region } from "../sheet/region";
import type { Grid } from "./grid";
import type { LabelMeaning } from "./label-dictionary";
import type { Label } from "./label";
import type { ReadColumn } from "./column-drafts";

/** What the head of a sheet says of the tables below it, each with its cell. */
export type TableHead = Readonly<Partial<Record<"reformArea" | "policy" | "program" | "theme" | "division", { readonly text: string; readonly at: CellAddress }>>>;

/** A block that was recognised as a table, ready to be interpreted. Places are the grid's own unless said otherwise. */
export interface RecognizedTable {
  readonly kind: TableKind;
  readonly orientation: "rows" | "columns" | "row-groups";
  readonly grid: Grid;
  /** The sheet on which its labels stand: its own, or that of the part which it continues. */
  readonly labelGrid: Grid;
  /** Rows and columns of its labels; no row at all (bottom above top) where they stand on another sheet. */
  readonly header: Region;
  readonly lines: readonly TableLine[];
  readonly columns: readonly ReadColumn[];
  /** Header and data, in the sheet's own rows and columns. */
  readonly region: Region;
  readonly headings: readonly string[];
  readonly head: TableHead;
  /** （単位：…） above the table. */
  readonly captionUnit: string | null;
  /** What a legend calls the lines of each item, from the upper to the lower: 上段：目標値、下段：実績値. */
  readonly lineNames: readonly string[] | null;
  readonly evidence: readonly string[];
}

/** A label of a form and the cell that holds its value. */
export interface FormPair {
  readonly label: Label;
  readonly meaning: LabelMeaning;
  readonly header: string;
  readonly labelAt: CellAddress;
  readonly valueAt: CellAddress;
  /** The value where it stands in the label's own cell: 担当課：総務課. */
  readonly inline: string | null;
}

/** 個票: one 業務 as labels and values. */
export interface RecognizedForm {
  readonly kind: "form";
  readonly grid: Grid;
  readonly region: Region;
  readonly pairs: readonly FormPair[];
  readonly headings: readonly string[];
  readonly evidence: readonly string[];
}

/** A list of 会議体 and their roles that has no header. */
export interface RecognizedBodyList {
  readonly kind: "bodies";
  readonly grid: Grid;
  readonly region: Region;
  readonly rows: readonly number[];
  readonly nameColumn: number;
  readonly roleColumn: number;
  readonly headings: readonly string[];
  readonly evidence: readonly string[];
}

export interface RecognizedSheet {
  readonly tables: readonly RecognizedTable[];
  readonly forms: readonly RecognizedForm[];
  readonly bodyLists: readonly RecognizedBodyList[];
}
