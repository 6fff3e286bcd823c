import { writeCountTable, type CountTable } from "./count-table";
import type { DataTable } from "./data-table";
import { formatDay } from "./format";
import type { IndicatorKey } from "./indicator-data";
import type { ReportInput } from "./input";
import type { PlanChart, PlanSheet } from "./plan";
import { PAGE_HEIGHTS, printSetup } from "./print";
import { SheetBuilder } from "./sheet-builder";
import { sheetNames, targetStates, texts, type TargetState } from "./texts.ja";
import type { Paint } from "./theme";

export const SUMMARY = "summary";

const WIDTHS: readonly number[] = [40, 9, 9, 9, 9, 9, 10.5, 9, 12, 9];

const STATES: readonly TargetState[] = ["set", "unset", "pending", "not-applicable", "no-column", "unreadable"];
const STATE_PAINTS: Readonly<Record<TargetState, Paint>> = {
  set: "set",
  unset: "unset",
  pending: "pending",
  "not-applicable": "not-applicable",
  "no-column": "none",
  unreadable: "unreadable",
};

/** The four that every report tells apart; the others only where there are any. */
const ALWAYS: ReadonlySet<TargetState> = new Set(["set", "unset", "pending", "not-applicable"]);

function statesIn(indicators: DataTable<IndicatorKey>): readonly TargetState[] {
  const present = new Set(indicators.rows.map(({ targetState }) => targetState));
  return STATES.filter((state) => ALWAYS.has(state) || present.has(targetStates[state]));
}

/** Bars that a chart can take before its labels run into each other. */
const MAX_BARS = 24;
const ROW_HEIGHT = 18;

function firstRows<T extends { readonly at: PlanChart["categories"]["at"]; readonly cached: readonly unknown[] }>(
  values: T,
  count: number,
): T {
  if (values.cached.length <= count) return values;
  const region = { ...values.at.region, bottom: values.at.region.top + count - 1 };
  return { ...values, at: { ...values.at, region }, cached: values.cached.slice(0, count) };
}

function targetStateChart(builder: SheetBuilder, counts: CountTable, states: readonly TargetState[]): PlanChart {
  const bars = Math.min(counts.labels.cached.length, MAX_BARS);
  const rows = Math.max(10, Math.ceil((bars * 26 + 130) / ROW_HEIGHT));
  return {
    kind: "bar-stacked",
    title: texts.summary.chartTitle,
    altText: texts.summary.chartAlt(counts.part, counts.count),
    categories: firstRows(counts.labels, bars),
    seriesIn: "columns",
    series: states.flatMap((state, n) => {
      const category = counts.categories[n];
      if (category === undefined || category.sum === 0) return [];
      return [{ name: category.name, values: firstRows(category.values, bars), paint: STATE_PAINTS[state], labels: true }];
    }),
    categoryAxis: { title: texts.summary.categoryAxis },
    valueAxis: { title: texts.summary.countAxis, format: "#,##0", min: 0 },
    labelFormat: "#,##0;;",
    covers: builder.room(rows, [0, WIDTHS.length - 1], ROW_HEIGHT),
  };
}

/** 総括: counts of indicators by area, over the data sheet, with a chart. */
export function summarySheet(input: ReportInput, indicators: DataTable<IndicatorKey>): PlanSheet {
  const builder = new SheetBuilder(WIDTHS, PAGE_HEIGHTS.a4);
  builder.line(texts.summary.title, "title");
  builder.line(`${texts.madeFrom(input.file)}　${texts.asOfLine(formatDay(input.asOf))}`, "subtitle");
  builder.gap();
  const charts: PlanChart[] = [];
  if (indicators.rows.length === 0) {
    builder.line(texts.summary.nothing, "note");
  } else {
    builder.heading(texts.summary.indicatorsByPolicy);
    const states = statesIn(indicators);
    const counts = writeCountTable(builder, {
      sheet: SUMMARY,
      table: indicators,
      by: "policy",
      labelTitle: texts.summary.categoryAxis,
      countTitle: texts.summary.count,
      totalTitle: texts.total,
      category: "targetState",
      categories: states.map((state) => ({ word: targetStates[state], title: targetStates[state] })),
      within: [],
      part: [targetStates.set],
      leftOut: [targetStates["not-applicable"]],
      fractionTitle: texts.summary.fraction,
      shareTitle: texts.summary.share,
    });
    builder.line(texts.summary.countNote, "note");
    builder.line(texts.roundingNote, "note");
    builder.gap();
    charts.push(targetStateChart(builder, counts, states));
  }
  return {
    key: SUMMARY,
    name: sheetNames.summary,
    tab: "set",
    columnWidths: WIDTHS,
    rows: builder.rows,
    freeze: { rows: 0, columns: 0 },
    tables: [],
    filter: null,
    validations: [],
    charts,
    print: printSetup({
      paper: "a4",
      area: builder.extent,
      titleRows: null,
      asOf: input.asOf,
      title: input.file,
      breakAfterRows: builder.breakAfterRows,
    }),
  };
}
