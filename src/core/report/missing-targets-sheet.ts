import type { Figure } from "../model/figure";
import type { Indicator } from "../model/indicator";
import { addressKey } from "../sheet/address";
import { fitColumns, type ColumnWish } from "./fit-columns";
import { formatFigure, formatPeriod, formatPlace } from "./format";
import { Grouping } from "./grouping";
import { divisionsOf, targetState } from "./indicator-data";
import type { ReportInput } from "./input";
import type { PlanCell, PlanSheet } from "./plan";
import { PAGE_HEIGHTS, PAGE_WIDTHS, printSetup } from "./print";
import { groupLine } from "./rows";
import { cell, rowKey, SheetBuilder } from "./sheet-builder";
import { sheetNames, texts } from "./texts.ja";
import { targetStates } from "./words.ja";

/** 目標値未設定一覧: which targets are missing, grouped, with an empty column for each division's answer. */

const MISSING = "missing-targets";
/** Widths in the order of `texts.missing.columns`; what is left goes to the reason, which takes a sentence. */
const WIDTHS: readonly Omit<ColumnWish, "title">[] = [
  { least: 5, most: 6 },
  { least: 34, most: 46, isProse: true },
  { least: 9, most: 16 },
  { least: 11, most: 14 },
  { least: 10, most: 16 },
  { least: 10, most: 20 },
  { least: 10, most: 18 },
  { least: 14, most: 14 },
  { least: 21, most: 21, grows: true },
];

interface MissingTarget {
  readonly indicator: Indicator;
  /** The cell to fill in; without a target column the indicator's own name. */
  readonly at: Figure["at"];
  readonly period: Figure["period"];
  readonly state: string;
  /** The indicator, and of an interim target its year: the answer to it goes along when the list is made again. */
  readonly key: string;
}

function stateText(target: Figure | null): string {
  if (target === null) return targetStates["no-column"];
  if (target.state === "blank") return texts.missing.blank;
  return `${targetStates.pending}（${target.raw.trim()}）`;
}

/** The final target if it is blank, pending or has no column; and interim targets that a rule holds to be due. */
function missingTargets(indicator: Indicator, due: ReadonlySet<string>): readonly MissingTarget[] {
  const interim = indicator.targets
    .filter((figure) => figure.state === "blank" && due.has(addressKey(figure.at)))
    .map(({ at, period }) => {
      const year = formatPeriod(period);
      return { indicator, at, period, state: texts.missing.interim(year), key: rowKey(indicator.key, year) };
    });
  const { target } = indicator;
  if (!["unset", "pending", "no-column"].includes(targetState(target))) return interim;
  const at = target?.at ?? indicator.at;
  return [...interim, { indicator, at, period: target?.period ?? null, state: stateText(target), key: indicator.key }];
}

function missingRow(number: number, missing: MissingTarget, division: string): readonly PlanCell[] {
  const { indicator } = missing;
  return [
    cell(number, "text-center"),
    cell(indicator.name, "text"),
    cell(formatFigure(indicator.baseline, texts.figure), "text"),
    cell(formatPeriod(missing.period), "text"),
    cell(missing.state, "blank-figure"),
    // Where the plan names no division, whoever assigns the question writes it in.
    cell(division, division === "" ? "answer" : "text"),
    cell(formatPlace(missing.at), "place", { source: missing.at }),
    cell(null, "answer"),
    cell(null, "answer"),
  ];
}

function grouped(input: ReportInput, grouping: Grouping): ReadonlyMap<string, readonly MissingTarget[]> {
  const due = new Set(input.findings.filter(({ rule }) => rule === "indicator-target-missing").map(({ at }) => addressKey(at)));
  const groups = new Map<string, MissingTarget[]>();
  for (const indicator of input.model.indicators) {
    const missing = missingTargets(indicator, due);
    if (missing.length === 0) continue;
    const label = grouping.ofIndicator(indicator).policy ?? texts.noGroup;
    const group = groups.get(label);
    if (group === undefined) groups.set(label, [...missing]);
    else group.push(...missing);
  }
  return groups;
}

function countAll(groups: ReadonlyMap<string, readonly MissingTarget[]>): number {
  return [...groups.values()].reduce((sum, list) => sum + list.length, 0);
}

export function countMissing(input: ReportInput): number {
  return countAll(grouped(input, new Grouping(input.model)));
}

/** Undefined where no target is missing. */
export function missingTargetsSheet(input: ReportInput): PlanSheet | undefined {
  const grouping = new Grouping(input.model);
  const groups = grouped(input, grouping);
  const count = countAll(groups);
  if (count === 0) return undefined;
  const wishes = WIDTHS.map((width, n): ColumnWish => ({ ...width, title: texts.missing.columns[n] ?? "" }));
  const ordered = [...groups.values()].flat();
  const { titles, widths, rows } = fitColumns(
    wishes,
    ordered.map((missing, n) => missingRow(n + 1, missing, divisionsOf(missing.indicator, grouping).join("、"))),
    PAGE_WIDTHS.a4,
  );
  const builder = new SheetBuilder(widths, PAGE_HEIGHTS.a4);
  builder.line(texts.missing.title, "title");
  builder.line(texts.missing.lead(count), "note");
  builder.gap();
  const header = builder.row(titles.map((title) => cell(title, "header")), 34);
  builder.repeat(header);
  let next = 0;
  for (const [label, list] of groups) {
    groupLine(builder, label, texts.missing.groupLine(label, list.length), builder.heightOf(rows[next] ?? []));
    for (const { key } of list) builder.row(rows[next++] ?? [], undefined, key);
  }
  const { extent } = builder;
  const reason = widths.length - 1;
  return {
    key: MISSING,
    name: sheetNames.missing,
    tab: "unset",
    columnWidths: widths,
    rows: builder.rows,
    freeze: { rows: header + 1, columns: 2 },
    tables: [],
    filter: null,
    validations: [
      {
        region: { top: header + 1, left: reason, bottom: extent.bottom, right: reason },
        choices: texts.missing.reasons,
        prompt: { title: texts.missing.promptTitle, text: texts.missing.promptText },
      },
    ],
    charts: [],
    print: printSetup({
      paper: "a4",
      area: extent,
      titleRows: [header, header],
      asOf: input.asOf,
      title: `${texts.missing.title}\u3000${input.file}`,
      breakAfterRows: builder.breakAfterRows,
    }),
  };
}
