import type { Figure } from "../model/figure";
import type { Indicator } from "../model/indicator";
import type { WorkItem } from "../model/work-item";
import { dataColumns, type DataTable, type DataValue } from "./data-table";
import { formatPeriod, formatPlace } from "./format";
import { Grouping } from "./grouping";
import { divisionsOf, targetState } from "./indicator-data";
import type { ReportInput } from "./input";
import { sheetNames, texts } from "./texts.ja";
import { figureStates, ratings, targetStates, workStatuses, type WorkStatus } from "./words.ja";

export type WorkItemKey = keyof typeof texts.workItemData.columns;
export type DivisionKey = keyof typeof texts.divisionData.columns;
export type YearKey = keyof typeof texts.yearData.columns;

export function workStatus(item: WorkItem): WorkStatus {
  return item.status === null || item.status.raw.trim() === "" ? "none" : item.status.value;
}

function workItemRow(item: WorkItem, grouping: Grouping): Readonly<Record<WorkItemKey, DataValue>> {
  const groups = grouping.ofWorkItem(item);
  return {
    id: item.id,
    no: item.no,
    area: groups.area ?? texts.noGroup,
    policy: groups.policy ?? texts.noGroup,
    program: groups.program ?? texts.noGroup,
    title: item.title,
    division: item.divisions.length === 0 ? texts.noDivision : item.divisions.join("、"),
    status: workStatuses[workStatus(item)],
    stated: item.status?.raw ?? null,
    place: formatPlace(item.at),
  };
}

/** 個別業務を1行に1件で並べた表. */
export function workItemTable(input: ReportInput): DataTable<WorkItemKey> {
  const grouping = new Grouping(input.model);
  const widths: readonly (readonly [WorkItemKey, number])[] = [
    ["id", 6],
    ["no", 7],
    ["area", 26],
    ["policy", 26],
    ["program", 26],
    ["title", 40],
    ["division", 22],
    ["status", 11],
    ["stated", 14],
    ["place", 20],
  ];
  return {
    sheet: "work-item-data",
    sheetName: sheetNames.workItemData,
    name: "tblWorkItems",
    note: texts.workItemData.note,
    columns: dataColumns(widths, texts.workItemData.columns),
    rows: input.model.workItems.map((item) => workItemRow(item, grouping)),
  };
}

/** 指標と個別業務を担当課ごとに並べた表: what stands under two divisions counts for both. */
export function divisionTable(input: ReportInput): DataTable<DivisionKey> {
  const grouping = new Grouping(input.model);
  const statuses = new Map(input.assessments.map(({ indicator, status }) => [indicator, status]));
  const perDivision = (divisions: readonly string[], row: Readonly<Record<Exclude<DivisionKey, "division">, DataValue>>) =>
    (divisions.length === 0 ? [texts.noDivision] : [...new Set(divisions)]).map((division) => ({ division, ...row }));
  const { kinds } = texts.divisionData;
  const indicators = input.model.indicators.flatMap((item) =>
    perDivision(divisionsOf(item, grouping), {
      kind: kinds.indicator,
      id: item.id,
      name: item.name,
      targetState: targetStates[targetState(item.target)],
      rating: ratings[statuses.get(item.id) ?? "not-evaluable"].word,
      status: null,
      place: formatPlace(item.at),
    }),
  );
  const workItems = input.model.workItems.flatMap((item) =>
    perDivision(item.divisions, {
      kind: kinds.workItem,
      id: item.id,
      name: item.title,
      targetState: null,
      rating: null,
      status: workStatuses[workStatus(item)],
      place: formatPlace(item.at),
    }),
  );
  const widths: readonly (readonly [DivisionKey, number])[] = [
    ["division", 26],
    ["kind", 11],
    ["id", 7],
    ["name", 56],
    ["targetState", 14],
    ["rating", 14],
    ["status", 12],
    ["place", 24],
  ];
  return {
    sheet: "division-data",
    sheetName: sheetNames.divisionData,
    name: "tblDivisions",
    note: texts.divisionData.note,
    columns: dataColumns(widths, texts.divisionData.columns),
    rows: [...indicators, ...workItems],
  };
}

function yearRow(indicator: Indicator, role: string, figure: Figure): Readonly<Record<YearKey, DataValue>> {
  return {
    id: indicator.id,
    name: indicator.name,
    role,
    period: formatPeriod(figure.period),
    year: figure.period?.year ?? null,
    amount: figure.amount,
    unit: figure.unit,
    raw: figure.raw,
    state: figureStates[figure.state],
    place: formatPlace(figure.at),
  };
}

/** 基準値・実績値・目標値を年度ごとに並べた表. */
export function yearTable(input: ReportInput): DataTable<YearKey> {
  const { roles } = texts.yearData;
  const rows = input.model.indicators.flatMap((item) => [
    ...(item.baseline === null ? [] : [yearRow(item, roles.baseline, item.baseline)]),
    ...item.actuals.map((figure) => yearRow(item, roles.actual, figure)),
    ...item.targets.map((figure) => yearRow(item, roles.interim, figure)),
    ...(item.target === null ? [] : [yearRow(item, roles.target, item.target)]),
  ]);
  const widths: readonly (readonly [YearKey, number])[] = [
    ["id", 7],
    ["name", 56],
    ["role", 14],
    ["period", 20],
    ["year", 8],
    ["amount", 14],
    ["unit", 9],
    ["raw", 28],
    ["state", 14],
    ["place", 24],
  ];
  return {
    sheet: "year-data",
    sheetName: sheetNames.yearData,
    name: "tblYears",
    note: texts.yearData.note,
    columns: dataColumns(widths, texts.yearData.columns),
    rows,
  };
}
