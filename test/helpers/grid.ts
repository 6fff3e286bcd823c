import type { Region } from "../../src/core/sheet/region";
import type { CellContent, SheetSnapshot, SnapshotCell, WorkbookSnapshot } from "../../src/core/sheet/snapshot";

/** A cell as a test writes it: its content, with a number format where that matters. */
export interface WrittenCell {
  readonly value: CellContent;
  readonly format?: string;
}

export type CellDraft = CellContent | WrittenCell | null;

export interface SheetOptions {
  readonly name?: string;
  readonly visibility?: SheetSnapshot["visibility"];
  readonly merges?: readonly Region[];
  readonly hiddenRows?: readonly number[];
  readonly hiddenColumns?: readonly number[];
}

const ERROR = /^#(?:REF!|N\/A|VALUE!|DIV\/0!|NAME\?|NULL!|NUM!)$/u;
const NUMBER = /^(-?\d+(?:\.\d+)?)(?:\{(.*)\})?$/u;

/**
 * A sheet as a drawing: one line a row, boxes between bars.
 *
 * | box | cell |
 * |---|---|
 * | empty | empty |
 * | `12`, `-0.5` | a number |
 * | `0.5{0.0%}` | a number with its number format |
 * | `'7`, `'<` | the text "7", "<" |
 * | `<` | merged with the cell to its left |
 * | `^` | merged with the cell above |
 * | `#REF!` | an error value |
 * | anything else | text; `\n` is a line break inside the cell |
 */
export function grid(strings: TemplateStringsArray, ...holes: readonly (string | number)[]): SheetSnapshot {
  const boxes = String.raw(strings, ...holes)
    .split("\n")
    .map(trimAscii)
    .filter((line) => line !== "")
    .map((line) => line.replace(/^\|/u, "").replace(/\|$/u, "").split("|").map(trimAscii));
  return sheetFrom(boxes.map((row) => row.map(parseBox)), { merges: mergesOf(boxes) });
}

/** U+3000 is a part of what a sheet says, so that only the drawing's own spaces go. */
function trimAscii(text: string): string {
  return text.replace(/^[ \t]+|[ \t]+$/gu, "");
}

function parseBox(box: string): CellDraft {
  if (box === "" || box === "<" || box === "^") return null;
  if (box.startsWith("'")) return unescape(box.slice(1));
  if (ERROR.test(box)) return { error: box };
  const number = NUMBER.exec(box);
  if (number === null) return unescape(box);
  const value = Number(number[1]);
  return number[2] === undefined ? value : { value, format: number[2] };
}

function unescape(text: string): string {
  return text.replaceAll("\\n", "\n");
}

/** Areas of `<` and `^`; refuses what is no rectangle, since Excel would too. */
function mergesOf(boxes: readonly (readonly string[])[]): readonly Region[] {
  const owners = new Map<string, Region>();
  const areas = new Map<string, { region: Region; size: number }>();
  boxes.forEach((line, row) => {
    line.forEach((box, column) => {
      const from = box === "<" ? `${row}/${column - 1}` : box === "^" ? `${row - 1}/${column}` : undefined;
      const owner = from === undefined ? { top: row, left: column, bottom: row, right: column } : owners.get(from);
      if (owner === undefined) throw new Error(`nothing to merge with in row ${row + 1}, box ${column + 1}`);
      owners.set(`${row}/${column}`, owner);
      const key = `${owner.top}/${owner.left}`;
      const area = areas.get(key) ?? { region: owner, size: 0 };
      const { region } = area;
      areas.set(key, {
        region: { ...region, bottom: Math.max(region.bottom, row), right: Math.max(region.right, column) },
        size: area.size + 1,
      });
    });
  });
  return [...areas.values()].flatMap(({ region, size }) => {
    if (size === 1) return [];
    const whole = (region.bottom - region.top + 1) * (region.right - region.left + 1);
    if (whole !== size) throw new Error(`the merged area at row ${region.top + 1}, box ${region.left + 1} is no rectangle`);
    return [region];
  });
}

/** A sheet from rows of cells; `null` is an empty cell. */
export function sheetFrom(rows: readonly (readonly CellDraft[])[], options: SheetOptions = {}): SheetSnapshot {
  return {
    name: options.name ?? "Sheet1",
    visibility: options.visibility ?? "visible",
    rows: rows.flatMap((line, row) => {
      const cells = line.flatMap((draft, column) => toCell(draft, column) ?? []);
      return cells.length === 0 ? [] : [{ row, cells }];
    }),
    merges: options.merges ?? [],
    hiddenRows: options.hiddenRows ?? [],
    hiddenColumns: options.hiddenColumns ?? [],
  };
}

function toCell(draft: CellDraft, column: number): SnapshotCell | undefined {
  if (draft === null) return undefined;
  if (typeof draft === "object" && "value" in draft) return { column, value: draft.value, format: draft.format ?? "General" };
  return { column, value: draft, format: "General" };
}

/** The same sheet under another name, or with other rows hidden. */
export function withOptions(sheet: SheetSnapshot, options: SheetOptions): SheetSnapshot {
  return { ...sheet, ...options };
}

/** A workbook of sheets in this order; sheets drawn under one name are numbered. */
export function workbookOf(...sheets: readonly SheetSnapshot[]): WorkbookSnapshot {
  const taken = new Set<string>();
  const named = sheets.map((sheet) => {
    let { name } = sheet;
    for (let n = 2; taken.has(name); n++) name = `${sheet.name}_${n}`;
    taken.add(name);
    return { ...sheet, name };
  });
  return { file: "計画.xlsx", date1904: false, sheets: named, settings: null };
}

/** The drawing of a sheet, to be pasted into `grid`. Hidden rows and columns are not drawn. */
export function drawingOf(sheet: SheetSnapshot): string {
  const bottom = Math.max(0, ...sheet.rows.map(({ row }) => row), ...sheet.merges.map((merge) => merge.bottom));
  const right = Math.max(
    0,
    ...sheet.rows.flatMap(({ cells }) => cells.map(({ column }) => column)),
    ...sheet.merges.map((merge) => merge.right),
  );
  const boxes = Array.from({ length: bottom + 1 }, () => Array.from({ length: right + 1 }, () => ""));
  for (const { row, cells } of sheet.rows) for (const cell of cells) boxes[row]![cell.column] = boxOf(cell);
  for (const { top, left, bottom: end, right: far } of sheet.merges) {
    for (let row = top; row <= end; row++) {
      for (let column = left; column <= far; column++) {
        if (row !== top || column !== left) boxes[row]![column] = column > left ? "<" : "^";
      }
    }
  }
  return boxes.map((line) => `| ${line.join(" | ")} |`).join("\n");
}

function boxOf({ value, format }: SnapshotCell): string {
  if (typeof value === "number") return format === "General" ? String(value) : `${value}{${format}}`;
  if (typeof value === "object") return value.error;
  const text = String(value).replaceAll("\n", "\\n");
  const isPlain = text !== "<" && text !== "^" && !text.startsWith("'") && !NUMBER.test(text) && trimAscii(text) === text;
  return isPlain ? text : `'${text}`;
}
