import type { WorkItem } from "../model/work-item";
import { formatPlace, formatShortYear } from "./format";
import { Grouping } from "./grouping";
import type { ReportInput } from "./input";
import { workStatus } from "./other-data";
import type { PlanCell, PlanSheet } from "./plan";
import { PAGE_HEIGHTS, printSetup } from "./print";
import { groupBy, groupLine } from "./rows";
import { workRoles } from "./roles";
import { cell, SheetBuilder } from "./sheet-builder";
import { sheetNames, texts } from "./texts.ja";
import { workMarks, workStatuses } from "./words.ja";

/** 個別業務一覧: every work item with its status and its schedule as bars in the cells. */

const TEXTS = texts.workItems;
const YEAR_WIDTH = 10;
const MAX_YEARS = 8;

function scheduleYears(items: readonly WorkItem[]): readonly number[] {
  const years = items.flatMap(({ schedule }) => schedule.map(({ period }) => period.year));
  return [...new Set(years)].sort((a, b) => a - b).slice(0, MAX_YEARS);
}

/** A year with anything in it is part of the bar; the sheet's own word or arrow stands on it. */
function scheduleCells(item: WorkItem, years: readonly number[]): readonly PlanCell[] {
  return years.map((year) => {
    const words = item.schedule.filter(({ period }) => period.year === year).map(({ raw }) => raw.trim());
    const text = words.filter((word) => word !== "").join("\n");
    return text === "" ? cell(null, "schedule-empty") : cell(text, "schedule-bar");
  });
}

function itemCells(item: WorkItem, years: readonly number[], grouping: Grouping): readonly PlanCell[] {
  const status = workStatus(item);
  return [
    cell(item.no, "text-center"),
    cell(item.title, "text"),
    cell(grouping.ofWorkItem(item).program, "text"),
    cell(item.divisions.join("、"), "text"),
    cell(`${workMarks[status]} ${workStatuses[status]}`, workRoles[status]),
    cell(item.status?.raw ?? null, "text"),
    ...scheduleCells(item, years),
    cell(item.remarks ?? item.summary, "text"),
    cell(formatPlace(item.at), "place", { source: item.at }),
  ];
}

export function workItemsSheet(input: ReportInput): PlanSheet {
  const { workItems } = input.model;
  const grouping = new Grouping(input.model);
  const years = scheduleYears(workItems);
  // What the years leave of the page goes to the remarks.
  const remarks = Math.max(28, 76 - years.length * YEAR_WIDTH);
  const widths = [7, 36, 24, 22, 14, 14, ...years.map(() => YEAR_WIDTH), remarks, 20];
  const builder = new SheetBuilder(widths, PAGE_HEIGHTS.a3);
  builder.line(TEXTS.title, "title");
  builder.line(years.length > 0 ? TEXTS.lead : texts.cover.placeNote, "note");
  builder.gap();
  const heads = [
    TEXTS.number,
    TEXTS.name,
    TEXTS.theme,
    TEXTS.division,
    TEXTS.status,
    TEXTS.stated,
    ...years.map(formatShortYear),
    TEXTS.remarks,
    TEXTS.place,
  ];
  const header = builder.row(heads.map((title) => cell(title, "header")), 24);
  builder.repeat(header);
  const groups = groupBy(workItems, (item) => {
    const { area, policy } = grouping.ofWorkItem(item);
    return area ?? policy ?? texts.noGroup;
  });
  for (const [label, list] of groups) {
    groupLine(builder, TEXTS.groupLine(label, list.length));
    for (const item of list) builder.row(itemCells(item, years, grouping), 22, item.key);
  }
  return {
    key: "work-items",
    name: sheetNames.workItems,
    tab: "work-done",
    columnWidths: widths,
    rows: builder.rows,
    freeze: { rows: header + 1, columns: 2 },
    tables: [],
    filter: null,
    validations: [],
    charts: [],
    print: printSetup({
      paper: "a3",
      area: builder.extent,
      titleRows: [header, header],
      asOf: input.asOf,
      title: `${TEXTS.title}\u3000${input.file}`,
      breakAfterRows: builder.breakAfterRows,
    }),
  };
}
