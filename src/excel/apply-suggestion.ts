import type { Suggestion } from "../core/index";
import type { CellWritten, JournalEntry, JournalNote } from "../core/journal";
import type { Result } from "../core/common/result";
import { toA1 } from "../core/sheet/address";
import type { CellContent } from "../core/sheet/snapshot";
import { askCell, askValidity, isSameCell, isSameContent, toWritten, writeCell } from "./cell";
import { Refusal, type HostFailure } from "./host-failure";
import { expectOwnEdit, forgetOwnEdits } from "./own-edits";
import { JournalPart } from "./own-part";
import { write } from "./write";

export interface SuggestionApplied {
  readonly before: CellWritten;
  readonly after: CellWritten;
}

interface Options {
  /** What the cell held when the suggestion was made; null for an empty cell. */
  readonly expected: CellContent | null;
  readonly journal?: JournalNote;
}

type SuggestionEntry = Extract<JournalEntry, { readonly kind: "suggestion" }>;

/** Where a cell is to be changed, and what of. */
interface Task {
  readonly sheet: string;
  /** Found by this first, where it is known: a sheet may have been renamed since. */
  readonly sheetId: string | undefined;
  readonly row: number;
  readonly column: number;
  /** What the cell is to hold; throws a Refusal where it may not be changed. */
  readonly plan: (found: Found) => CellWritten;
  readonly enter: (journal: JournalPart, found: Found, after: CellWritten) => void;
}

interface Found {
  readonly sheetId: string;
  readonly sheet: string;
  readonly before: CellWritten;
  readonly neighbor: SuggestionEntry["neighbor"];
}

/**
 * Puts a suggestion into its one cell, which keeps its number format (but one for texts that gets a number). Refused where
 * the cell no longer holds what the suggestion was made for, where the sheet is protected, or where Excel takes the value
 * otherwise or the cell's 入力規則 forbids it. Three requests.
 */
export async function applySuggestion({ at, value }: Suggestion, { expected, journal: note }: Options): Promise<Result<SuggestionApplied, HostFailure>> {
  const { sheet, row, column } = at;
  return change({
    sheet, row, column, sheetId: undefined,
    plan: ({ before }) => {
      if (!isSameContent(before.value, expected)) throw new Refusal({ code: "cell-changed", sheet, cell: toA1(at) });
      return toWritten(value, before.format);
    },
    enter: (journal, { sheetId, before, neighbor }, after) => {
      if (note !== undefined && !isSameCell(before, after)) {
        journal.record({ ...note, kind: "suggestion", place: { sheetId, sheet, row, column }, neighbor, before, after });
      }
    },
  });
}

/** Gives the cell back what it held, unless it, or the row it stands in, has been changed or moved since. */
export async function undoSuggestion({ id, label, place, neighbor, before, after }: SuggestionEntry): Promise<Result<void, HostFailure>> {
  const done = await change({
    ...place,
    plan: (found) => {
      const isMoved = found.neighbor?.column !== neighbor?.column || !isSameContent(found.neighbor?.value ?? null, neighbor?.value ?? null);
      if (isMoved || !isSameCell(found.before, after)) throw new Refusal({ code: "undo-changed", label });
      return before;
    },
    enter: (journal) => { journal.remove(id); },
  });
  return done.ok ? { ok: true, value: undefined } : done;
}

async function change(task: Task): Promise<Result<SuggestionApplied, HostFailure>> {
  const { row, column } = task;
  let seen: { readonly sheetId: string; readonly before: CellWritten; readonly mayFormat: boolean; readonly journal: string | null } | undefined;
  return write(
    "cell",
    async (context, writing) => {
      context.workbook.load({ readOnly: true });
      const journal = new JournalPart(context);
      const sheet = await findSheet(context, task);
      const cell = sheet.getCell(row, column);
      const { found, isLocked, mayFormat, validation } = await readCell(context, journal, sheet, cell);
      if (isLocked) throw new Refusal({ code: "sheet-protected", sheet: found.sheet });
      const after = task.plan(found);
      if (!mayFormat && after.format !== found.before.format) throw new Refusal({ code: "sheet-protected", sheet: found.sheet });
      seen = { sheetId: found.sheetId, before: found.before, mayFormat, journal: journal.text };

      context.application.suspendScreenUpdatingUntilNextSync();
      task.enter(journal, found, after);
      expectOwnEdit(found.sheetId, toA1(task), after);
      writeCell(cell, after, mayFormat);
      const written = askCell(cell);
      const isAllowed = validation === "None" ? () => true : askValidity(cell);
      await writing.send(context);
      if (!isAllowed() || !isAsMeant(written(), after)) throw new Refusal({ code: "value-refused", sheet: found.sheet, cell: toA1(task) });
      return { before: found.before, after };
    },
    async (context) => {
      if (seen === undefined) return;
      const journal = new JournalPart(context);
      const sheet = context.workbook.worksheets.getItemOrNullObject(seen.sheetId);
      sheet.load({ id: true });
      await context.sync();
      journal.askText();
      // A sheet that is gone has taken the cell with it.
      const cell = sheet.isNullObject ? undefined : sheet.getCell(row, column);
      const present = cell === undefined ? undefined : askCell(cell);
      await context.sync();
      journal.putBack(seen.journal);
      if (cell === undefined || present === undefined || isSameCell(present(), seen.before)) forgetOwnEdits(seen.sheetId, toA1(task));
      else {
        expectOwnEdit(seen.sheetId, toA1(task), seen.before);
        writeCell(cell, seen.before, seen.mayFormat);
      }
      await context.sync();
    },
  );
}

/** A formula may show something else by now; that is not ours to judge. */
function isAsMeant(written: CellWritten, after: CellWritten): boolean {
  return after.formula === null ? isSameCell(written, after) : written.formula !== null && written.format === after.format;
}

/** First request. */
async function findSheet(context: Excel.RequestContext, { sheet, sheetId }: Task): Promise<Excel.Worksheet> {
  const candidates = [...(sheetId === undefined ? [] : [sheetId]), sheet].map((key) => {
    const worksheet = context.workbook.worksheets.getItemOrNullObject(key);
    worksheet.load({ id: true, name: true });
    worksheet.protection.load({ protected: true, options: true });
    return worksheet;
  });
  await context.sync();
  const found = candidates.find(({ isNullObject }) => !isNullObject);
  if (found === undefined) throw new Refusal({ code: "sheet-not-found", sheet });
  return found;
}

interface Reading {
  readonly found: Found;
  readonly isLocked: boolean;
  /** An unlocked cell of a protected sheet may be filled, and its format may still be out of bounds. */
  readonly mayFormat: boolean;
  readonly validation: string;
}

/** Second request. */
async function readCell(context: Excel.RequestContext, journal: JournalPart, sheet: Excel.Worksheet, cell: Excel.Range): Promise<Reading> {
  journal.askText();
  const before = askCell(cell);
  cell.load({ columnIndex: true, format: { protection: { locked: true } } });
  cell.dataValidation.load({ type: true });
  const line = cell.getEntireRow().getUsedRangeOrNullObject(true);
  line.load({ columnIndex: true, values: true });
  await context.sync();
  const { protected: isProtected, options } = sheet.protection;
  return {
    found: { sheetId: sheet.id, sheet: sheet.name, before: before(), neighbor: line.isNullObject ? null : neighborOf(line, cell.columnIndex) },
    isLocked: isProtected && (cell.format.protection.locked as boolean | null) !== false,
    mayFormat: !isProtected || (options as Partial<Excel.WorksheetProtectionOptions> | null)?.allowFormatCells === true,
    validation: cell.dataValidation.type,
  };
}

/** The longest text in the row, the first of several. Figures are no sign: they may be calculated from the very cell. */
function neighborOf(line: Excel.Range, column: number): SuggestionEntry["neighbor"] {
  const values = (line.values as (string | number | boolean)[][])[0] ?? [];
  let longest: { readonly column: number; readonly value: string } | null = null;
  for (const [offset, value] of values.entries()) {
    const at = line.columnIndex + offset;
    if (typeof value === "string" && value.length > (longest?.value.length ?? 0) && at !== column) longest = { column: at, value };
  }
  return longest;
}
