import { keptTexts } from "./kept-texts.ja";
import { isFormula, type PlanCell, type PlanRow, type PlanSheet, type ReportPlan, type SheetKey } from "./plan";
import { printSetup } from "./print";
import { cell, SheetBuilder } from "./sheet-builder";
import { fingerprint } from "./sheet-record";
import { GROUP_KEY, NOTE_KEY, type TypedCells, type TypedRow, type TypedValue } from "./typed-cells";

/* 前回の回答の引き継ぎ: what people have typed goes into the new report, or is listed where it has no place any more. */

export interface FormerSheet {
  readonly key: SheetKey;
  readonly name: string;
  readonly typed: TypedCells;
}

/** Something that stands in no row of the new report. */
export interface ListedText {
  readonly sheet: SheetKey;
  readonly kind: "lost-row" | "note";
  readonly text: string;
}

export interface CarriedOver {
  readonly plan: ReportPlan;
  /** Answers that stand in their rows again. */
  readonly answers: number;
  readonly listed: readonly ListedText[];
}

function answerColumns(cells: readonly (PlanCell | null)[]): readonly number[] {
  return cells.flatMap((item, column) => (item?.role === "answer" ? [column] : []));
}

function answerCell(typed: TypedValue | null, isSameRow: boolean): PlanCell {
  if (typed === null) return cell(null, "answer");
  const value = isFormula(typed.value) && !isSameRow && !isConstant(typed.value.formula) ? typed.value.cached : typed.value;
  return { value, role: "answer", ...(typed.format === undefined ? {} : { format: typed.format }) };
}

/** Columns of a row in which the typed answers find their place, in their order; undefined where one finds none. */
function placesIn({ key, cells }: PlanRow, found: TypedRow): readonly number[] | undefined {
  if (key?.startsWith(GROUP_KEY) === true) {
    const hasRoom = found.columns.every((column, n) => (found.answers[n] ?? null) === null || (column > 0 && column < cells.length && (cells[column]?.value ?? null) === null));
    return hasRoom ? found.columns : undefined;
  }
  const columns = answerColumns(cells);
  return columns.length < found.answers.length ? undefined : columns;
}

/** TRUE() and FALSE() are what was typed, not calculated. */
function isConstant(formula: readonly unknown[]): boolean {
  return formula.length === 1 && (formula[0] === "TRUE()" || formula[0] === "FALSE()");
}

interface Placed {
  readonly rows: readonly PlanRow[];
  readonly placed: number;
  readonly lost: readonly TypedRow[];
  readonly notes: readonly string[];
}

/** Answers into the rows that they belong to. */
function placeAnswers(rows: readonly PlanRow[], typed: readonly TypedRow[]): Placed {
  const byKey = new Map(typed.map((row) => [row.key, row]));
  const notes: string[] = [];
  let placed = 0;
  const filled = rows.map((row, index): PlanRow => {
    const found = row.key === undefined ? undefined : byKey.get(row.key);
    if (found === undefined || row.key === undefined) return row;
    const columns = placesIn(row, found);
    // The row is there, but its answer has no place: say, the finding was accepted.
    if (columns === undefined) return row;
    byKey.delete(row.key);
    const isSameRow = found.row === index;
    placed += found.answers.filter((answer) => answer !== null).length;
    for (const answer of found.answers) {
      if (answer === null || isSameRow || !isFormula(answer.value) || isConstant(answer.value.formula)) continue;
      notes.push(keptTexts.formula(`=${answer.value.formula.map(String).join("")}`) + found.subject);
    }
    const cells = row.cells.map((item, column) => {
      const at = columns.indexOf(column);
      const answer = found.answers[at] ?? null;
      return at < 0 || at >= found.answers.length || (answer === null && item?.role !== "answer") ? item : answerCell(answer, isSameRow);
    });
    return { ...row, cells };
  });
  return { rows: filled, placed, lost: [...byKey.values()].filter(({ answers }) => answers.some((answer) => answer !== null)), notes };
}

function shown(typed: TypedValue | null): string {
  if (typed === null) return "";
  return String(isFormula(typed.value) ? typed.value.cached : typed.value);
}

function widest(widths: readonly number[], except: readonly number[]): number {
  return widths.reduce((best, width, column) => (except.includes(column) || width <= (except.includes(best) ? -1 : (widths[best] ?? 0)) ? best : column), 0);
}

function noteKey(text: string): string {
  return `${NOTE_KEY}${fingerprint(text)}`;
}

/** What is listed below the sheet's own rows. */
function keptRows(widths: readonly number[], answers: readonly number[], lost: readonly TypedRow[], notes: readonly string[]): readonly PlanRow[] {
  const builder = new SheetBuilder(widths);
  builder.gap();
  const line = (text: string, inAnswers: readonly PlanCell[], key: string): void => {
    const at = widest(widths, answers);
    builder.row(
      widths.map((_, column) => {
        if (column === at) return cell(text, "text");
        return inAnswers[answers.indexOf(column)] ?? null;
      }),
      18,
      key,
    );
  };
  if (lost.length > 0) {
    builder.heading(keptTexts.lostRows);
    builder.line(keptTexts.lostRowsLead, "note");
    for (const row of lost) {
      const fits = row.answers.length <= answers.length;
      const cells = fits ? row.answers.map((answer) => answerCell(answer, false)) : [];
      const text = fits ? row.subject : `${row.subject}\u3000${row.answers.map(shown).filter((each) => each !== "").join("\u3000")}`;
      line(text, cells, fits ? row.key : noteKey(text));
    }
  }
  if (lost.length > 0 && notes.length > 0) builder.gap();
  if (notes.length > 0) {
    builder.heading(keptTexts.notes);
    builder.line(keptTexts.notesLead, "note");
    for (const text of notes) line(text, [], noteKey(text));
  }
  return builder.rows;
}

function withKept(sheet: PlanSheet, placed: Placed, notes: readonly string[]): PlanSheet {
  if (placed.lost.length === 0 && notes.length === 0) return { ...sheet, rows: placed.rows };
  const answers = [...new Set(sheet.rows.flatMap(({ cells }) => answerColumns(cells)))].sort((a, b) => a - b);
  const last = sheet.rows.length - 1;
  const rows = [...placed.rows, ...keptRows(sheet.columnWidths, answers, placed.lost, notes)];
  const isPrinted = sheet.print.area.bottom >= last;
  const print = !isPrinted ? sheet.print : { ...sheet.print, area: { ...sheet.print.area, bottom: rows.length - 1 }, breakAfterRows: [...sheet.print.breakAfterRows, last] };
  return { ...sheet, rows, print };
}

/** The new report has no such sheet any more, but people had written on it. */
function keptSheet({ key, name, typed }: FormerSheet, asOf: string): PlanSheet {
  const most = Math.max(0, ...typed.rows.map(({ answers }) => answers.length));
  const widths = [80, ...Array.from({ length: most }, () => 24)];
  const builder = new SheetBuilder(widths);
  builder.line(name, "title");
  builder.line(keptTexts.noSheet, "note");
  const answers = Array.from({ length: most }, (_, index) => index + 1);
  const rows = [...builder.rows, ...keptRows(widths, answers, typed.rows, typed.notes.map(({ text }) => text))];
  return {
    key,
    name,
    tab: "neutral",
    columnWidths: widths,
    rows,
    freeze: { rows: 0, columns: 0 },
    tables: [],
    filter: null,
    validations: [],
    charts: [],
    print: printSetup({ paper: "a4", area: { top: 0, left: 0, bottom: rows.length - 1, right: widths.length - 1 }, titleRows: null, asOf, title: name }),
  };
}

/** The report with everything in it that people had typed into the one before. */
export function carryOver(plan: ReportPlan, former: readonly FormerSheet[]): CarriedOver {
  const byKey = new Map(former.map((sheet) => [sheet.key, sheet]));
  const listed: ListedText[] = [];
  let answers = 0;
  const list = (sheet: SheetKey, lost: readonly TypedRow[], notes: readonly string[]): void => {
    for (const row of lost) listed.push({ sheet, kind: "lost-row", text: `${row.subject}\u3000${row.answers.map(shown).filter((each) => each !== "").join("\u3000")}` });
    for (const text of notes) listed.push({ sheet, kind: "note", text });
  };
  const sheets = plan.sheets.map((sheet): PlanSheet => {
    const found = byKey.get(sheet.key);
    byKey.delete(sheet.key);
    if (found === undefined) return sheet;
    const placed = placeAnswers(sheet.rows, found.typed.rows);
    const notes = [...found.typed.notes.map(({ text }) => text), ...placed.notes];
    answers += placed.placed;
    list(sheet.key, placed.lost, notes);
    return withKept(sheet, placed, notes);
  });
  const gone = [...byKey.values()].flatMap((sheet): PlanSheet[] => {
    const rows = sheet.typed.rows.filter((row) => row.answers.some((answer) => answer !== null));
    if (rows.length === 0 && sheet.typed.notes.length === 0) return [];
    list(sheet.key, rows, sheet.typed.notes.map(({ text }) => text));
    return [keptSheet({ ...sheet, typed: { ...sheet.typed, rows } }, plan.asOf)];
  });
  return { plan: { ...plan, sheets: [...sheets, ...gone] }, answers, listed };
}
