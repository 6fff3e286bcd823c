import type { JournalEntry } from "../../core/journal";
import { toSheetNames } from "../../core/report";
import { parseMake, parseSummaryRecord, toOwnerText, type SummaryRecord } from "../../core/report/summary-record";
import { fail, ok, type Result } from "../../core/common/result";
import { OWNER_PROPERTY } from "../../core/sheet/owner-property";
import { attempt, Refusal, toWriteFailure, type HostFailure } from "../host-failure";
import { readDirectory, type Directory, type SheetSeen } from "./directory";
import { readFormer } from "./read-former";
import { requestLimit, Requests } from "./requests";
import { restore, type Run } from "./restore";

/**
 * 元に戻す for a summary: its sheets go, and those of the summary before come back with all that was on them. Refused where
 * people have typed into the new sheets since, or where the former sheets are no longer there.
 */
export async function undoSummary(entry: Extract<JournalEntry, { readonly kind: "summary" }>): Promise<Result<void, HostFailure>> {
  const state: { run: Run | undefined } = { run: undefined };
  const outcome = await attempt(() =>
    Excel.run({ delayForCellEdit: true }, async (context) => {
      try {
        await takeBack(context, entry, state);
      } catch (error) {
        const failure = toWriteFailure(error, state.run !== undefined && context.workbook.readOnly);
        throw failure === undefined ? error : new Refusal(failure);
      }
    }),
  );
  const { run } = state;
  if (outcome.ok || run === undefined) return outcome;
  const back = await attempt(() => Excel.run({ delayForCellEdit: true }, (context) => restore(context, run)));
  if (!back.ok) return back.failure.code === "workbook-closed" ? back : fail({ code: "half-done", what: "summary", detail: `${outcome.failure.code}, then ${back.failure.code}` });
  return back.value === "after" ? ok(undefined) : outcome;
}

async function takeBack(context: Excel.RequestContext, entry: Extract<JournalEntry, { readonly kind: "summary" }>, state: { run: Run | undefined }): Promise<void> {
  const make = parseMake(entry.data);
  const directory = await readDirectory(context);
  const { record, now, parts } = directory;
  const refused = new Refusal({ code: "undo-changed", label: entry.label });
  if (make === undefined) throw new Refusal({ code: "undo-unreadable" });
  if (record?.make !== make) throw refused;
  const requests = new Requests(context, { limit: requestLimit() });
  for (const { typed } of await readFormer(context, directory, requests)) {
    if (typed === undefined || typed.isAnother || typed.rows.some(({ isNew }) => isNew) || typed.notes.some(({ isNew }) => isNew)) throw refused;
  }
  const back = comingBack(directory, record);
  if (back === undefined) throw refused;

  const going = [...now.values()];
  const buildNames = toSheetNames(going.map((_, index) => `進捗点検 取消中 ${String(index + 1)}`), directory.sheets.map(({ name }) => name));
  const before = typeof record.former === "string" ? undefined : record.former;
  state.run = { make, before: directory, buildNames: new Set(), isDone: (text) => parseSummaryRecord(text)?.make !== make };
  const { worksheets } = context.workbook;
  await requests.room(1_000);
  for (const [index, { id }] of going.entries()) worksheets.getItem(id).name = buildNames[index] ?? "";
  for (const { seen, name, visibility } of back) {
    const worksheet = worksheets.getItem(seen.id);
    worksheet.name = name;
    worksheet.visibility = visibility;
    worksheet.customProperties.add(OWNER_PROPERTY, toOwnerText("now", seen.owner?.key ?? "", before?.make ?? make));
  }
  for (const { id, owner } of going) worksheets.getItem(id).customProperties.add(OWNER_PROPERTY, toOwnerText("building", owner?.key ?? "", make));
  parts.journal.remove(entry.id);
  const after: SummaryRecord | null = before === undefined ? null : { v: 1, make: before.make, sheets: before.sheets, former: "gone" };
  parts.record.put(after === null ? null : JSON.stringify(after));
  // From here on it is done. A sheet that stays is marked as one that nobody needs, and goes at the next run.
  for (const { id } of going) worksheets.getItem(id).delete();
  await requests.send();
}

interface ComingBack {
  readonly seen: SheetSeen;
  readonly name: string;
  readonly visibility: SheetSeen["visibility"];
}

/** The sheets of the summary before; undefined where one of them is gone. Free names, should the city have taken one. */
function comingBack({ sheets, now }: Directory, { former }: SummaryRecord): readonly ComingBack[] | undefined {
  if (former === "gone") return undefined;
  if (former === "none") return [];
  const going = new Set([...now.values()].map(({ id }) => id));
  const found = former.places.map((place) => ({
    place,
    seen: sheets.find(({ owner }) => owner?.state === "former" && owner.key === place.key && owner.make === former.make),
  }));
  if (found.some(({ seen }) => seen === undefined)) return undefined;
  const others = sheets.filter(({ id }) => !going.has(id) && !found.some(({ seen }) => seen?.id === id)).map(({ name }) => name);
  const names = toSheetNames(found.map(({ place }) => place.name), others);
  return found.flatMap(({ place, seen }, index) => (seen === undefined ? [] : [{ seen, name: names[index] ?? place.name, visibility: place.visibility }]));
}
