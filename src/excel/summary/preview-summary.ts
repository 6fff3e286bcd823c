import type { ReportPlan } from "../../core/report";
import type { Result } from "../../core/common/result";
import { attempt, type HostFailure } from "../host-failure";
import { readDirectory } from "./directory";
import { layOut, type RenamedSheet } from "./write-summary";

export interface SummaryPreview {
  readonly willMake: readonly string[];
  readonly willRemake: readonly string[];
  readonly renamedBecauseTaken: readonly RenamedSheet[];
  /** Sheets of the summary so far that the new one has no need of; they are kept hidden for 元に戻す, as the others are. */
  readonly willLeave: readonly string[];
}

/** What `writeSummary` would do. Two requests; changes nothing. */
export async function previewSummary(plan: ReportPlan): Promise<Result<SummaryPreview, HostFailure>> {
  return attempt(() =>
    Excel.run({ delayForCellEdit: true }, async (context) => {
      const directory = await readDirectory(context);
      const { layouts, renamed } = layOut(plan, directory);
      const keys = new Set(plan.sheets.map(({ key }) => key));
      return {
        willMake: layouts.filter(({ sheet }) => !directory.now.has(sheet.key)).map(({ name }) => name),
        willRemake: layouts.filter(({ sheet }) => directory.now.has(sheet.key)).map(({ name }) => name),
        renamedBecauseTaken: renamed,
        willLeave: [...directory.now].filter(([key]) => !keys.has(key)).map(([, { name }]) => name),
      };
    }),
  );
}
