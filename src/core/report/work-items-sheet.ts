import type { WorkItem } from "../model/work-item";
import { fitColumns, type ColumnWish } from "./fit-columns";
import { formatPlace, formatShortYear } from "./format";
import { Grouping } from "./grouping";
import type { ReportInput } from "./input";
import { workStatus } from "./other-data";
import type { PlanCell, PlanSheet } from "./plan";
import { PAGE_HEIGHTS, PAGE_WIDTHS, printSetup } from "./print";
import { groupBy, groupLine } from "./rows";
import { workRoles } from "./roles";
import { cell, SheetBuilder } from "./sheet-builder";
import { sheetNames, texts } from "./texts.ja";
import { workMarks, workStatuses } from "./words.ja";

/** 個別業務一覧: every work item with its status and its schedule as bars in the cells. */

const TEXTS = texts.workItems;
const YEAR_WIDTH = 10;
const MAX_YEARS = 8;
const ROW_HEIGHT = 22;

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

function columnWishes(years: readonly number[]): readonly ColumnWish[] {
  return [
    { title: TEXTS.number, least: 5, most: 9, isOptional: true },
    { title: TEXTS.name, least: 30, most: 50, isProse: true },
    { title: TEXTS.theme, least: 16, most: 34, isOptional: true, isProse: true },
    { title: TEXTS.division, least: 12, most: 26, isOptional: true },
    { title: TEXTS.status, least: 13, most: 13 },
    { title: TEXTS.stated, least: 9, most: 18, isOptional: true },
    ...years.map((year): ColumnWish => ({ title: formatShortYear(year), least: YEAR_WIDTH, most: YEAR_WIDTH })),
    { title: TEXTS.remarks, least: 24, most: 40, grows: true, isProse: true },
    { title: TEXTS.place, least: 12, most: 24 },
  ];
}

export function workItemsSheet(input: ReportInput): PlanSheet {
  const { workItems } = input.model;
  const grouping = new Grouping(input.model);
  const years = scheduleYears(workItems);
  const groups = groupBy(workItems, (item) => {
    const { area, policy } = grouping.ofWorkItem(item);
    return area ?? policy ?? texts.noGroup;
  });
  const ordered = [...groups.values()].flat();
  const { titles, widths, rows } = fitColumns(
    columnWishes(years),
    ordered.map((item) => itemCells(item, years, grouping)),
    PAGE_WIDTHS.a3,
  );
  const builder = new SheetBuilder(widths, PAGE_HEIGHTS.a3);
  builder.line(TEXTS.title, "title");
  builder.line(years.length > 0 ? TEXTS.lead : texts.cover.placeNote, "note");
  builder.gap();
  const header = builder.row(titles.map((title) => cell(title, "header")), 24);
  builder.repeat(header);
  let next = 0;
  for (const [label, list] of groups) {
    groupLine(builder, label, TEXTS.groupLine(label, list.length), builder.heightOf(rows[next] ?? [], ROW_HEIGHT));
    for (const { key } of list) builder.row(rows[next++] ?? [], ROW_HEIGHT, key);
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
