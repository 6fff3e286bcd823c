import { parseOwner, parseSummaryRecord, SUMMARY_NAMESPACE } from "../../core/report/summary-record";
import { OWNER_PROPERTY } from "../../core/sheet/owner-property";
import { JournalPart, OwnPart } from "../own-part";
import type { Directory } from "./directory";

/** What a run had got to when it failed. */
export interface Run {
  readonly make: string;
  readonly before: Directory;
  /** Names that only this run uses. */
  readonly buildNames: ReadonlySet<string>;
  /** The record says this once everything is done. */
  readonly isDone: (recordText: string | null) => boolean;
}

/**
 * After a failure: looks how far the run has come, and makes the workbook what it was before; or, if all was done and only
 * the answer was lost, clears away what was left to clear. Writes only what differs. Three requests.
 */
export async function restore(context: Excel.RequestContext, run: Run): Promise<"before" | "after"> {
  const { worksheets } = context.workbook;
  worksheets.load({ id: true, name: true, visibility: true });
  const record = new OwnPart(context, SUMMARY_NAMESPACE, "summary");
  const journal = new JournalPart(context);
  await context.sync();
  record.askText();
  journal.askText();
  const seen = worksheets.items.map((worksheet) => {
    const property = worksheet.customProperties.getItemOrNullObject(OWNER_PROPERTY);
    property.load({ value: true });
    return { worksheet, property };
  });
  await context.sync();

  const known = new Map(run.before.sheets.map((sheet) => [sheet.id, sheet]));
  const isDone = run.isDone(record.text);
  const rest: { readonly worksheet: Excel.Worksheet; readonly was: Directory["sheets"][number] }[] = [];
  for (const { worksheet, property } of seen) {
    const ownerText = property.isNullObject ? null : property.value;
    const was = known.get(worksheet.id);
    if (was === undefined) {
      const isOfRun = parseOwner(ownerText)?.make === run.make || run.buildNames.has(worksheet.name);
      if (!isDone && isOfRun) worksheet.delete();
      continue;
    }
    if (isDone) {
      // What 元に戻す has taken out of use, and could no longer delete.
      const owner = parseOwner(ownerText);
      if (owner?.state === "building" && owner.make === run.make) worksheet.delete();
      continue;
    }
    if (was.owner === undefined) continue;
    if (ownerText !== was.ownerText && was.ownerText !== null) worksheet.customProperties.add(OWNER_PROPERTY, was.ownerText);
    rest.push({ worksheet, was });
  }
  if (!isDone) {
    const renamed = rest.filter(({ worksheet, was }) => worksheet.name !== was.name);
    // One may bear the name that another is to have again.
    for (const [index, { worksheet }] of renamed.entries()) worksheet.name = `復元中 ${String(index + 1)}`;
    for (const { worksheet, was } of renamed) worksheet.name = was.name;
    for (const { worksheet, was } of rest) if (worksheet.visibility !== was.visibility) worksheet.visibility = was.visibility;
    if (record.text !== run.before.recordText) record.put(run.before.recordText);
    journal.putBack(run.before.journalText);
  }
  await context.sync();
  return isDone ? "after" : "before";
}

/** The record after a run of `make`. */
export function isRecordOf(make: string): (text: string | null) => boolean {
  return (text) => parseSummaryRecord(text)?.make === make;
}
