import { fail, ok, type Result } from "../core/common/result";
import type { WorkbookSnapshot } from "../core/sheet/snapshot";
import { attempt, isGone, Refusal, type HostFailure } from "./host-failure";
import { readContents } from "./read-contents";
import { isUnchanged, readDirectory, readExtents } from "./read-directory";
import { readMerges } from "./read-merges";

export interface ReadProgress {
  readonly step: "sheets" | "cells" | "merges";
  /** Of cells in the step that reads them, otherwise of requests. */
  readonly done: number;
  readonly of: number;
}

export interface ReadOptions {
  readonly signal?: AbortSignal;
  readonly onProgress?: (progress: ReadProgress) => void;
}

/** How often we begin again when someone edits meanwhile. */
const MOST_READINGS = 3;

/**
 * Reads the open workbook into the same snapshot that its file would give. Four requests and one more for each further
 * tile of large sheets. When someone edits meanwhile, all of it is read again: a check never mixes two states. Where the
 * signal is given the reading ends at once, also while Excel waits for a cell to be left; what was asked for is dropped.
 * May not: write, select or activate anything. Note that on Windows even asking for merged areas may clear the user's
 * undo history, so this runs only when a person asks for a check.
 */
export async function readWorkbook(options: ReadOptions = {}): Promise<Result<WorkbookSnapshot, HostFailure>> {
  const { signal } = options;
  if (signal === undefined) return readUntilSettled(options);
  const cancelled = fail({ code: "cancelled" } as const);
  if (signal.aborted) return cancelled;
  let stop: (() => void) | undefined;
  const whenStopped = new Promise<typeof cancelled>((resolve) => {
    stop = () => { resolve(cancelled); };
    signal.addEventListener("abort", stop);
  });
  try {
    return await Promise.race([readUntilSettled(options), whenStopped]);
  } finally {
    if (stop !== undefined) signal.removeEventListener("abort", stop);
  }
}

async function readUntilSettled(options: ReadOptions): Promise<Result<WorkbookSnapshot, HostFailure>> {
  for (let reading = 1; reading <= MOST_READINGS; reading++) {
    const read = await attempt(() => Excel.run({ delayForCellEdit: true }, (context) => readOnce(context, new Course(options))));
    if (!read.ok) return read;
    if (read.value !== "changed") return ok(read.value);
  }
  return fail({ code: "changed-meanwhile" });
}

/** How far a reading has come, and whether it is still wanted. */
class Course {
  constructor(private readonly options: ReadOptions) {}

  /** After each request. Throws a Refusal where the reading was cancelled. */
  readonly at = (step: ReadProgress["step"], done: number, of: number): void => {
    if (this.options.signal?.aborted === true) throw new Refusal({ code: "cancelled" });
    this.options.onProgress?.({ step, done, of });
  };
}

async function readOnce(context: Excel.RequestContext, { at }: Course): Promise<WorkbookSnapshot | "changed"> {
  let edits = 0;
  const watch = context.workbook.worksheets.onChanged.add(() => {
    edits++;
    return Promise.resolve();
  });
  let isWatching = true;
  try {
    at("sheets", 0, 2);
    const directory = await readDirectory(context);
    at("sheets", 1, 2);
    const extents = await readExtents(context, directory);
    at("sheets", 2, 2);
    const contents = await readContents(context, extents.sheets, (done, of) => { at("cells", done, of); });
    at("merges", 0, 1);
    // Goes out with the last request, so that watching costs none of its own.
    watch.remove();
    isWatching = false;
    const merges = await readMerges(context, extents.sheets);
    at("merges", 1, 1);
    if (edits > 0 || !isUnchanged(directory, extents.sheets, merges.after)) return "changed";
    return {
      file: directory.file,
      date1904: directory.date1904,
      sheets: extents.sheets.map((sheet, index) => ({
        name: sheet.name,
        visibility: sheet.visibility,
        rows: contents[index] ?? [],
        merges: merges.regions[index] ?? [],
        hiddenRows: merges.hiddenRows[index] ?? [],
        hiddenColumns: merges.hiddenColumns[index] ?? [],
        ...(sheet.isTooLarge ? { problem: "too-large" as const } : {}),
      })),
      settings: extents.settings,
    };
  } catch (error) {
    if (isWatching) await stopWatching(context, watch);
    if (isGone(error)) return "changed";
    throw error;
  }
}

/** After a failure. That this fails as well tells nothing new. */
async function stopWatching(context: Excel.RequestContext, watch: OfficeExtension.EventHandlerResult<Excel.WorksheetChangedEventArgs>): Promise<void> {
  try {
    watch.remove();
    await context.sync();
  } catch {
    return;
  }
}
