import { toSheetNames, type ReportPlan } from "../../core/report";
import { carryOver, type ListedText } from "../../core/report/carry-over";
import type { SheetRecord } from "../../core/report/sheet-record";
import { toOwnerText, type SummaryRecord } from "../../core/report/summary-record";
import type { JournalNote } from "../../core/journal";
import { fail, ok, type Result } from "../../core/common/result";
import { OWNER_PROPERTY } from "../../core/sheet/owner-property";
import { attempt, isExcelError, Refusal, toWriteFailure, type HostFailure } from "../host-failure";
import { addCharts, setLooks, setSeries, type SheetOf } from "./charts";
import { readDirectory, type Directory } from "./directory";
import { dressSheet, fillCells, formatCells } from "./fill-sheet";
import { setPages } from "./pages";
import { readFormer, type FormerRead } from "./read-former";
import { requestLimit, Requests, WEB_BYTES } from "./requests";
import { isRecordOf, restore, type Run } from "./restore";
import { inputsOf, layoutOf, namesOf, recordOf, withFreeTables, type Names, type SheetLayout } from "./sheet-layout";
import { parkedName, placesOf, queueSwap, type Parked } from "./swap";

export interface SummaryProgress {
  readonly step: "read" | "cells" | "charts" | "pages" | "swap";
}

export interface SummaryOptions {
  readonly journal: JournalNote;
  readonly signal?: AbortSignal;
  readonly onProgress?: (progress: SummaryProgress) => void;
}

/** A sheet that bears another name than the plan wished for, because a sheet of the city has that. */
export interface RenamedSheet {
  readonly wished: string;
  readonly name: string;
}

/** まとめシートの作成結果. */
export interface SummaryWritten {
  /** Names of sheets that were not there before. */
  readonly made: readonly string[];
  readonly remade: readonly string[];
  readonly renamedBecauseTaken: readonly RenamedSheet[];
  /** Answers that people had typed and that stand in their rows again. */
  readonly answersKept: number;
  /** What has no row any more, by the sheet's name; it is listed at the end of that sheet. */
  readonly listed: readonly (Omit<ListedText, "sheet"> & { readonly sheet: string })[];
  /** Excel refused to set up the pages, as it does on a PC without a printer; everything else is done. */
  readonly pagesRefused: boolean;
  /** The summary so far, hidden, by which 元に戻す brings it back. Gone at the next run. */
  readonly hiddenFormer: readonly string[];
  /** Sheets of the summary so far that people had changed so much that they were left to them, under these names. */
  readonly handedOver: readonly string[];
}

/**
 * The report as sheets of the open workbook: made new, or made again in the place of those that we can prove ours. At
 * most eight requests whatever the rows; on the web, which takes 5 MB each, one more for each further 3 MB. All or
 * nothing: everything is built beside what there is, and changes places in the last request.
 */
export async function writeSummary(plan: ReportPlan, options: SummaryOptions): Promise<Result<SummaryWritten, HostFailure>> {
  const first = await tryToWrite(plan, options, requestLimit());
  // An Excel that did not say that it takes 5 MB only; nothing has been done of a request that is too large.
  if (!first.ok && first.failure.code === "payload-too-large") return tryToWrite(plan, options, WEB_BYTES);
  return first;
}

async function tryToWrite(plan: ReportPlan, options: SummaryOptions, limit: number): Promise<Result<SummaryWritten, HostFailure>> {
  const state: { run: Run | undefined; written: SummaryWritten | undefined } = { run: undefined, written: undefined };
  const outcome = await attempt(() =>
    Excel.run({ delayForCellEdit: true }, async (context) => {
      try {
        return await build(context, plan, options, limit, state);
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
  return back.value === "after" && state.written !== undefined ? ok(state.written) : outcome;
}

interface Layouts {
  readonly layouts: readonly SheetLayout[];
  readonly names: Names;
  readonly renamed: readonly RenamedSheet[];
}

/** A sheet made again keeps the name that people may have given it; a new one takes a free one. */
export function layOut(plan: ReportPlan, directory: Pick<Directory, "sheets" | "now">): Layouts {
  const { sheets, now } = directory;
  const fresh = plan.sheets.filter(({ key }) => !now.has(key));
  const freshNames = toSheetNames(fresh.map(({ name }) => name), sheets.map(({ name }) => name));
  const freshByKey = new Map(fresh.map(({ key }, index) => [key, freshNames[index] ?? key]));
  const nameOf = (key: string): string => now.get(key)?.name ?? freshByKey.get(key) ?? key;
  const taken = [...sheets.map(({ name }) => name), ...plan.sheets.map(({ key }) => nameOf(key))];
  const buildNames = toSheetNames(plan.sheets.map((_, index) => `進捗点検 作成中 ${String(index + 1)}`), taken);
  const layouts = plan.sheets.map((sheet, index) => layoutOf(sheet, buildNames[index] ?? sheet.key, nameOf(sheet.key)));
  const renamed = fresh.flatMap(({ key, name }) => (nameOf(key) === name ? [] : [{ wished: name, name: nameOf(key) }]));
  return { layouts, names: namesOf(layouts), renamed };
}

async function build(
  context: Excel.RequestContext,
  plan: ReportPlan,
  { journal, signal, onProgress }: SummaryOptions,
  limit: number,
  state: { run: Run | undefined; written: SummaryWritten | undefined },
): Promise<SummaryWritten> {
  const make = journal.id;
  onProgress?.({ step: "read" });
  const directory = await readDirectory(context);
  const requests = new Requests(context, { limit, signal });
  const former = await readFormer(context, directory, requests);
  const readable = former.flatMap(({ key, seen, typed }) => (typed === undefined || typed.isAnother ? [] : [{ key, name: seen.name, typed }]));
  const carried = carryOver(withFreeTables(plan, directory.tableNames), readable);
  const { layouts, names, renamed } = layOut(carried.plan, directory);
  state.run = { make, before: directory, buildNames: new Set(layouts.map(({ buildName }) => buildName)), isDone: isRecordOf(make) };

  onProgress?.({ step: "cells" });
  await requests.room(layouts.length * 1_000);
  const made = layouts.map(({ sheet, buildName }) => {
    const worksheet = context.workbook.worksheets.add(buildName);
    worksheet.customProperties.add(OWNER_PROPERTY, toOwnerText("building", sheet.key, make));
    return worksheet;
  });
  const sheetOf: SheetOf = (key) => {
    const worksheet = made[layouts.findIndex(({ sheet }) => sheet.key === key)];
    if (worksheet === undefined) throw new Error(`The plan refers to a sheet that it does not hold: ${key}`);
    return worksheet;
  };
  const records: SheetRecord[] = [];
  for (const [index, layout] of layouts.entries()) {
    const worksheet = made[index];
    if (worksheet === undefined) continue;
    const inputs = inputsOf(layout, names);
    records.push(recordOf(layout, inputs));
    await fillCells(worksheet, layout, inputs, requests);
    await formatCells(worksheet, layout, names, requests);
    await dressSheet(worksheet, layout, requests);
  }
  await drawCharts(layouts, sheetOf, requests, onProgress);
  onProgress?.({ step: "pages" });
  const pagesRefused = !(await tryPages(layouts, sheetOf, requests));

  onProgress?.({ step: "swap" });
  await requests.room(10_000);
  const parked = park(directory, former, layouts);
  queueSwap(context, { make, directory, layouts, made, parked });
  const { parts } = directory;
  parts.journal.record({ ...journal, kind: "summary", data: { make } });
  const places = placesOf(parked);
  const record: SummaryRecord = {
    v: 1,
    make,
    sheets: records,
    former: places.length === 0 || directory.record === undefined ? "none" : { make: directory.record.make, places: [...places], sheets: directory.record.sheets },
  };
  parts.record.put(JSON.stringify(record));
  // From here on everything is done; what follows may fail without harm.
  state.written = {
    made: layouts.filter(({ sheet }) => !directory.now.has(sheet.key)).map(({ name }) => name),
    remade: layouts.filter(({ sheet }) => directory.now.has(sheet.key)).map(({ name }) => name),
    renamedBecauseTaken: renamed,
    answersKept: carried.answers,
    listed: carried.listed.map((each) => ({ ...each, sheet: names.shown.get(each.sheet) ?? each.sheet })),
    pagesRefused,
    hiddenFormer: parked.filter(({ how }) => how === "hidden").map(({ name }) => name),
    handedOver: parked.filter(({ how }) => how === "handed-over").map(({ name }) => name),
  };
  made[0]?.activate();
  for (const { id } of outdated(directory)) context.workbook.worksheets.getItem(id).delete();
  await requests.send();
  return state.written;
}

async function drawCharts(layouts: readonly SheetLayout[], sheetOf: SheetOf, requests: Requests, onProgress: SummaryOptions["onProgress"]): Promise<void> {
  const drawn = [];
  for (const { sheet } of layouts) drawn.push(...(await addCharts(sheet.key, sheet.charts, sheetOf, requests)));
  await requests.send();
  if (drawn.length === 0) return;
  onProgress?.({ step: "charts" });
  await setSeries(drawn, sheetOf, requests);
  await requests.send();
  await setLooks(drawn, requests);
  await requests.send();
}

/** Requests of their own: what Excel refuses here costs nothing else. */
async function tryPages(layouts: readonly SheetLayout[], sheetOf: SheetOf, requests: Requests): Promise<boolean> {
  try {
    for (const { sheet } of layouts) await setPages(sheetOf(sheet.key), sheet, requests);
    await requests.send();
    return true;
  } catch (error) {
    // A workbook that is gone will say so at the next request.
    if (!isExcelError(error)) throw error;
    return false;
  }
}

/** What becomes of each sheet of the summary so far. */
function park(directory: Directory, former: readonly FormerRead[], layouts: readonly SheetLayout[]): readonly Parked[] {
  const taken = [...directory.sheets.map(({ name }) => name), ...layouts.map(({ name }) => name)];
  const names = toSheetNames(former.map(({ seen }) => parkedName(seen.name)), taken);
  return former.map(({ key, seen, typed }, index) => ({
    key,
    seen,
    name: names[index] ?? parkedName(seen.name),
    how: typed === undefined || typed.isAnother ? "handed-over" : "hidden",
  }));
}

/** Sheets of ours of which nobody has need any more: the summary before the last, and what a run that died left behind. */
function outdated(directory: Directory): readonly { readonly id: string }[] {
  return directory.sheets.filter(({ owner, visibility }) => owner?.state === "building" || (owner?.state === "former" && visibility !== "Visible"));
}
