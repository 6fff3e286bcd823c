import type { CellWritten } from "../core/journal";
import { isCellError } from "../core/sheet/snapshot";

/*
 * Excel tells an add-in of its own edits as of anybody's. From 1.14 on it says whose they are; before, an edit is known
 * as ours by the cell and by what it holds now. No clock: a person may type right after us, and Excel may be slow.
 */

interface OwnEdit {
  readonly sheetId: string;
  /** A1. */
  readonly cell: string;
  /** As `values` gives it; undefined for a formula, whose value we do not know. */
  readonly value: string | number | boolean | undefined;
}

type ChangedEvent = Pick<Excel.WorksheetChangedEventArgs, "worksheetId" | "address" | "changeType" | "source"> &
  Partial<Pick<Excel.WorksheetChangedEventArgs, "triggerSource" | "details">>;

/** Nobody listens before the first check. */
const MOST = 20;
/** What each of these cells holds by our last edit, as long as nothing else has happened to it. */
let edits: readonly OwnEdit[] = [];

/** Before one cell is written. */
export function expectOwnEdit(sheetId: string, cell: string, { value, formula }: CellWritten): void {
  const shown = value === null ? "" : isCellError(value) ? value.error : value;
  edits = [...edits, { sheetId, cell, value: formula === null ? shown : undefined }].slice(-MOST);
}

/** It was not written after all. */
export function forgetOwnEdits(sheetId: string, cell: string): void {
  edits = edits.filter((edit) => edit.sheetId !== sheetId || edit.cell !== cell);
}

/** Whether Excel tells of an edit of ours. Anything else that happens to a cell ends our knowing what it holds. */
export function isOwnEdit({ worksheetId, address, changeType, source, triggerSource, details }: ChangedEvent): boolean {
  if (triggerSource === "ThisLocalAddin") return true;
  const isOne = changeType === "RangeEdited" && /^[A-Z]+\d+$/u.test(address);
  const at = edits.findIndex(({ sheetId, cell, value }) => sheetId === worksheetId && cell === address && (value === undefined || details === undefined || details.valueAfter === value));
  if (isOne && source !== "Remote" && at >= 0) {
    edits = edits.filter((edit, index) => index > at || edit.sheetId !== worksheetId || edit.cell !== address);
    return true;
  }
  edits = edits.filter((edit) => edit.sheetId !== worksheetId || (isOne && edit.cell !== address));
  return false;
}
