import { fail, ok, type Result } from "../core/shared/result";
import type { WorkbookSnapshot } from "../core/sheet/snapshot";
import { attempt, isGone, type HostFailure } from "./host-failure";
import { readContents } from "./read-contents";
import { isUnchanged, readDirectory, readExtents } from "./read-directory";
import { readMerges } from "./read-merges";

export interface ReadProgress {
  readonly step: "sheets" | "cells" | "merges";
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
 * tile of large sheets. When someone edits meanwhile, all of it is read again: a check never mixes two states.
 * May not: write, select or activate anything. Note that on Windows even asking for merged areas may clear the user's
 * undo history, so this runs only when a person asks for a check.
 */
export async function readWorkbook(options: ReadOptions = {}): Promise<Result<WorkbookSnapshot, HostFailure>> {
  await Promise.resolve(options);
  for (let reading = 1; reading <= MOST_READINGS; reading++) {
    const read = await attempt(() => Excel.run({ delayForCellEdit: true }, readOnce));
    if (!read.ok) return read;
    if (read.value !== "changed") return ok(read.value);
  }
  return fail({ code: "changed-meanwhile" });
}

async function readOnce(context: Excel.RequestContext): Promise<WorkbookSnapshot | "changed"> {
  let edits = 0;
  const watch = context.workbook.worksheets.onChanged.add(() => {
    edits++;
    return Promise.resolve();
  });
  let isWatching = true;
  try {
    const directory = await readDirectory(context);
    const extents = await readExtents(context, directory);
    const contents = await readContents(context, extents.sheets);
    // Goes out with the last request, so that watching costs none of its own.
    watch.remove();
    isWatching = false;
    const merges = await readMerges(context, extents.sheets);
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
