import { OWNER_PROPERTY } from "../../core/sheet/owner-property";
import { LAST_COLUMN, LAST_ROW } from "../../core/sheet/address";
import { parseRangeA1, type Region } from "../../core/sheet/region";
import type { CellContent, SnapshotCell, SnapshotRow } from "../../core/sheet/snapshot";
import { decodeEscapes } from "./escaped-text";
import { isoDateToSerial } from "./iso-date";
import { MAX_INFLATED_BYTES, MAX_MERGED_ROWS, MAX_MERGES, MAX_TEXT_LENGTH } from "./limits";
import { readXmlPart } from "./package";
import { damaged, tooLarge } from "./part-error";
import { StringItemReader } from "./shared-strings-part";
import { GENERAL } from "./styles-part";
import { COLUMNS, type Attributes } from "./xml-attributes";
import type { XmlReader, XmlText } from "./xml-scanner";
import type { ZipArchive } from "./zip";

/** What the cells of a sheet refer to. */
export interface SheetContext {
  readonly sharedStrings: readonly string[];
  readonly formats: readonly string[];
  readonly date1904: boolean;
  readonly maxCells: number;
}

export interface SheetContent {
  /** Root element: "worksheet", or "chartsheet" and the like, which have no cells. */
  readonly root: string;
  readonly rows: readonly SnapshotRow[];
  readonly merges: readonly Region[];
  readonly hiddenRows: readonly number[];
  readonly hiddenColumns: readonly number[];
  readonly cellCount: number;
  /** Carries the property by which the add-in knows the sheets of its report. */
  readonly isReport: boolean;
}

/** Reads a worksheet. Throws PartError. */
export function readSheetPart(zip: ZipArchive, part: string, context: SheetContext): SheetContent {
  const reader = new SheetReader(context);
  readXmlPart(zip, part, reader, MAX_INFLATED_BYTES);
  return reader.content();
}

/** `yyyy/m/d`, what Excel gives a cell into which a date is typed. */
const DEFAULT_DATE_FORMAT = "yyyy/m/d";

// Taken out once: they are used for each cell, and looking up a global has its price.
const { isNaN, NaN } = Number;
const { floor } = Math;

const NUMBER_CHARACTERS = /^[-+0-9.eE]{1,64}$/u;

class SheetReader implements XmlReader {
  wantsText = false;
  private root = "";
  private section = "";

  private rows: { row: number; cells: SnapshotCell[] }[] = [];
  private isOrdered = true;
  private cellCount = 0;
  private readonly hiddenRows: number[] = [];
  /** One a column; undefined while none is hidden, which is nearly always. */
  private isColumnHidden: Uint8Array | undefined;
  private columnElements = 0;
  private readonly merges: Region[] = [];
  private mergedRows = 0;
  private isReport = false;

  private row = -1;
  private isRowGiven = false;
  private cells: SnapshotCell[] = [];
  private column = -1;
  private type = "";
  private style = 0;
  private value: string | undefined;
  private formula: string | undefined;
  private collected = "";
  /** The value as a number, where the cell holds a number or an index; else NaN. */
  private number = NaN;
  private isNumberWanted = false;
  private inline: string | undefined;
  private isInInline = false;
  private readonly item = new StringItemReader();

  constructor(private readonly context: SheetContext) {}

  open(name: string, attributes: Attributes, depth: number): void {
    if (this.section === "sheetData") {
      if (depth === 5) this.openInCell(name);
      else if (depth === 4) this.openCell(name, attributes);
      else if (depth === 3) this.openRow(name, attributes);
      else if (depth > 5 && this.isInInline) {
        this.item.open(name);
        this.wantsText = this.item.wantsText;
      }
    } else if (depth === 1) this.root = name;
    else if (depth === 2) this.section = name;
    else if (depth === 3) {
      if (name === "col" && this.section === "cols") this.addColumns(attributes);
      else if (name === "mergeCell" && this.section === "mergeCells") this.addMerge(attributes);
      else if (name === "customPr" && this.section === "customProperties" && attributes.get("name") === OWNER_PROPERTY) this.isReport = true;
    }
  }

  close(name: string, depth: number): void {
    if (this.section !== "sheetData") {
      if (depth === 2) this.section = "";
      return;
    }
    if (depth === 5) this.closeInCell(name);
    else if (depth === 4) {
      if (name === "c") this.closeCell();
    } else if (depth === 3) this.closeRow();
    else if (depth === 2) this.section = "";
    else if (this.isInInline) {
      this.item.close(name);
      this.wantsText = this.item.wantsText;
    }
  }

  text(text: XmlText): void {
    if (this.isInInline) {
      this.item.text(text.toString());
      return;
    }
    // A number that comes in one piece, as all do but in theory, needs no string.
    if (this.isNumberWanted) {
      if (this.collected === "" && isNaN(this.number)) {
        this.number = text.toShortNumber();
        if (!isNaN(this.number)) return;
      } else if (this.collected === "") {
        this.collected = String(this.number);
        this.number = NaN;
      }
    }
    this.collected += text.toString();
    if (this.collected.length > MAX_TEXT_LENGTH) throw tooLarge("text of a cell");
  }

  content(): SheetContent {
    return {
      root: this.root,
      rows: this.isOrdered ? this.rows : ordered(this.rows),
      merges: this.merges,
      hiddenRows: orderedNumbers(this.hiddenRows),
      hiddenColumns: Array.from(this.isColumnHidden?.entries() ?? [])
        .filter(([, isHidden]) => isHidden === 1)
        .map(([column]) => column),
      cellCount: this.cellCount,
      isReport: this.isReport,
    };
  }

  private openRow(name: string, attributes: Attributes): void {
    if (name !== "row") return;
    const given = attributes.getWhole("r");
    this.isRowGiven = given !== undefined;
    this.row = given === undefined ? this.row + 1 : given - 1;
    if (this.row < 0 || this.row > LAST_ROW) throw damaged("row number");
    this.cells = [];
    this.column = -1;
    if (attributes.isTrue("hidden")) this.hiddenRows.push(this.row);
  }

  private closeRow(): void {
    if (this.cells.length === 0) return;
    const last = this.rows.at(-1);
    if (last !== undefined && last.row >= this.row) this.isOrdered = false;
    this.rows.push({ row: this.row, cells: this.cells });
    this.cells = [];
  }

  private openCell(name: string, attributes: Attributes): void {
    if (name !== "c") return;
    const reference = attributes.getCell("r");
    if (reference === undefined) this.column++;
    else this.column = this.columnOf(reference);
    if (this.column > LAST_COLUMN) throw damaged("column");
    this.type = attributes.get("t") ?? "n";
    this.style = attributes.getWhole("s") ?? 0;
    this.number = NaN;
    this.value = undefined;
    this.formula = undefined;
    this.inline = undefined;
  }

  /** Where a row goes without its number, its first cell tells it; a cell that contradicts its row belongs to no place. */
  private columnOf(reference: number): number {
    const row = floor(reference / COLUMNS);
    if (reference < 0 || row > LAST_ROW) throw damaged("cell reference");
    if (row !== this.row) {
      if (this.isRowGiven || this.cells.length > 0 || row < this.row) throw damaged("cell reference");
      this.row = row;
    }
    return reference % COLUMNS;
  }

  private openInCell(name: string): void {
    if (name === "v" || name === "f") {
      this.collected = "";
      this.isNumberWanted = name === "v" && (this.type === "n" || this.type === "s");
      if (name === "v") this.number = NaN;
      this.wantsText = true;
    } else if (name === "is") {
      this.item.begin();
      this.isInInline = true;
    }
  }

  private closeInCell(name: string): void {
    this.wantsText = false;
    if (name === "v") this.value = this.collected;
    else if (name === "f") this.formula = this.collected;
    else if (name === "is") {
      this.isInInline = false;
      this.inline = this.item.end();
    }
  }

  private closeCell(): void {
    const { formula } = this;
    let value = this.cellValue();
    // A formula that no program has calculated yet still is one. An empty text that nothing calculates is no content.
    if (value === undefined || (value === "" && formula === undefined)) {
      if (formula === undefined) return;
      value = "";
    }
    const format = this.format(value);
    if (this.cells.length > 0 && (this.cells.at(-1)?.column ?? -1) >= this.column) this.isOrdered = false;
    this.cells.push(
      formula === undefined
        ? { column: this.column, value, format }
        : { column: this.column, value, format, formula },
    );
    if (++this.cellCount > this.context.maxCells) throw tooLarge("cells");
  }

  private cellValue(): CellContent | undefined {
    const { number, value, type } = this;
    if (this.inline !== undefined) return this.inline;
    if (value === undefined) return undefined;
    switch (type) {
      case "n":
        return isNaN(number) ? parseNumber(value) : number;
      case "s":
        return this.sharedString(isNaN(number) ? value.trim() : number);
      case "str":
      case "inlineStr":
        return decodeEscapes(value);
      case "b":
        return value.trim() === "1" || value.trim() === "true";
      case "e":
        return { error: value.trim() };
      case "d":
        return isoDateToSerial(value.trim(), this.context.date1904) ?? value;
      default:
        throw damaged("cell type");
    }
  }

  /** A text that the workbook lacks cannot be guessed, and a cell shown as empty would be judged as an omission. */
  private sharedString(index: number | string): string {
    const text = index === "" ? undefined : this.context.sharedStrings[Number(index)];
    if (text === undefined) throw damaged("shared string");
    return text;
  }

  private format(value: CellContent): string {
    const format = this.context.formats[this.style] ?? GENERAL;
    return this.type === "d" && format === GENERAL && typeof value === "number" ? DEFAULT_DATE_FORMAT : format;
  }

  private addColumns(attributes: Attributes): void {
    // No sheet has more columns than this; more elements would only cost time.
    if (++this.columnElements > LAST_COLUMN + 1 || !attributes.isTrue("hidden")) return;
    const first = Number(attributes.get("min"));
    const last = Number(attributes.get("max"));
    this.isColumnHidden ??= new Uint8Array(LAST_COLUMN + 1);
    if (first >= 1 && last >= first) this.isColumnHidden.fill(1, first - 1, last);
  }

  private addMerge(attributes: Attributes): void {
    const region = parseRangeA1(attributes.get("ref") ?? "");
    if (region === undefined) throw damaged("merged area");
    if (region.top === region.bottom && region.left === region.right) return;
    this.merges.push(region);
    this.mergedRows += region.bottom - region.top + 1;
    if (this.merges.length > MAX_MERGES || this.mergedRows > MAX_MERGED_ROWS) throw tooLarge("merged areas");
  }
}

/** What is not a number, against the standard, is kept as the text that it is. */
function parseNumber(text: string): CellContent | undefined {
  const trimmed = text.trim();
  if (trimmed === "") return undefined;
  const number = NUMBER_CHARACTERS.test(trimmed) ? Number(trimmed) : NaN;
  if (!Number.isFinite(number)) return text;
  // Minus zero is no value of Excel's.
  return number === 0 ? 0 : number;
}

/** For sheets that list rows or cells out of order, or twice: the later one wins. */
function ordered(rows: readonly { readonly row: number; readonly cells: readonly SnapshotCell[] }[]): SnapshotRow[] {
  const byRow = new Map<number, Map<number, SnapshotCell>>();
  for (const { row, cells } of rows) {
    const byColumn = byRow.get(row) ?? new Map<number, SnapshotCell>();
    byRow.set(row, byColumn);
    for (const cell of cells) byColumn.set(cell.column, cell);
  }
  return [...byRow]
    .sort(([a], [b]) => a - b)
    .map(([row, byColumn]) => ({ row, cells: [...byColumn.values()].sort((a, b) => a.column - b.column) }));
}

function orderedNumbers(numbers: readonly number[]): number[] {
  return [...new Set(numbers)].sort((a, b) => a - b);
}
