import { assessAll, type Assessment } from "./evaluate";
import { interpretWorkbook } from "./interpret";
import type { PlanModel } from "./model";
import type { Settings } from "./settings";
import { SheetView } from "./sheet/sheet-view";
import type { WorkbookSnapshot } from "./sheet/snapshot";
import { validate, type AcceptedFinding } from "./validate/run";
import type { Finding, RuleCrash } from "./validate/finding";

/** All that is known of a workbook after it was read, checked and judged. */
export interface Analysis {
  readonly file: string;
  readonly sheets: readonly string[];
  /** 評価日, an ISO day. */
  readonly asOf: string;
  readonly settings: Settings;
  readonly model: PlanModel;
  readonly findings: readonly Finding[];
  readonly accepted: readonly AcceptedFinding[];
  readonly crashes: readonly RuleCrash[];
  readonly assessments: readonly Assessment[];
}

/**
 * Reads, checks and judges a workbook. Pure: the same snapshot, settings and day give the same analysis.
 * @param asOf the day on which progress is judged; the settings' own day wins only where the caller gives none.
 */
export function analyze(snapshot: WorkbookSnapshot, settings: Settings, asOf: string): Analysis {
  const sheets = snapshot.sheets.filter(({ isReport }) => isReport !== true);
  const views = sheets.map((sheet) => new SheetView(sheet, snapshot.date1904));
  const model = interpretWorkbook(views, settings);
  const viewOf = new Map(views.map((view) => [view.name, view]));
  const tableOf = new Map(model.tables.map((table) => [table.id, table]));
  const { findings, accepted, crashes } = validate(model, {
    asOf,
    settings,
    sheet: (name) => known(viewOf.get(name), name),
    table: (id) => known(tableOf.get(id), id),
  });
  return {
    file: snapshot.file,
    sheets: sheets.map(({ name }) => name),
    asOf,
    settings,
    model,
    findings,
    accepted,
    crashes,
    assessments: assessAll(model, { asOf, settings }),
  };
}

function known<T>(value: T | undefined, name: string): T {
  if (value === undefined) throw new Error(`no such part of the workbook: ${name}`);
  return value;
}
