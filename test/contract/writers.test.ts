import { isFormula, paintStyles, type PlanChart, type PlanSheet, type ReportPlan } from "../../src/core/report";
import { flatColor } from "../../src/core/report/chart-look";
import { toA1 } from "../../src/core/sheet/address";
import { parseRangeA1, toRangeA1 } from "../../src/core/sheet/region";
import { writeSummary } from "../../src/excel/summary";
import { writeReport } from "../../src/xlsx";
import { describeChart } from "../../workbench/host/chart-display";
import type { CellModel, SheetModel, WorkbookModel } from "../../workbench/host/model/workbook";
import { openWorkbook } from "../../workbench/host/package/open";
import { note, openSample, planOf, samples } from "../excel/summary/sample-plans";
import { startHost } from "../workbench/helpers";
import { sheetFacts, type ChartFacts, type SheetFacts } from "./package-facts";

/*
 * One plan, two writers: the sheets that are made through office.js in the open workbook say, look and print as those of
 * the command line's workbook. Where a host cannot do what a file can, the difference is spelled out here and nowhere else.
 */

interface Pair {
  readonly plan: PlanSheet;
  readonly made: SheetModel;
  readonly file: SheetModel;
  readonly facts: SheetFacts;
}

async function pairsOf(sample: string): Promise<readonly Pair[]> {
  const plan: ReportPlan = planOf(sample);
  const bytes = await writeReport(plan);
  const file: WorkbookModel = openWorkbook(bytes, "report.xlsx").workbook;
  const facts = sheetFacts(bytes);
  const { host } = startHost(openSample(sample));
  const cities = new Set(host.workbook.sheets.map(({ id }) => id));
  const written = await writeSummary(plan, { journal: note() });
  if (!written.ok) throw new Error(JSON.stringify(written.failure));
  const made = host.workbook.sheets.filter(({ id }) => !cities.has(id));
  expect(made).toHaveLength(plan.sheets.length);
  return plan.sheets.map((sheet, index) => ({ plan: sheet, made: made[index]!, file: file.sheets[index]!, facts: facts[index]! }));
}

/** The city's sheet may have the name already; then formulas and links name another. */
function mapped(text: string, pairs: readonly Pair[]): string {
  return pairs.reduce((all, { plan, made }) => (plan.name === made.name ? all : all.replaceAll(`'${plan.name}'!`, `'${made.name}'!`)), text).replaceAll(/'([\p{L}_][\p{L}\p{N}_.]*)'!/gu, "$1!");
}

type Border = NonNullable<CellModel["style"]["borders"]["EdgeTop"]>;

/** The line that is seen between two cells: either may have it, and the stronger is drawn. */
function lineBetween(one: Border | undefined, other: Border | undefined): readonly string[] | undefined {
  const lines = [one, other].filter((border) => border !== undefined && border.style !== "None");
  const line = lines.find((border) => border?.weight === "Medium") ?? lines[0];
  return line === undefined ? undefined : [line.style, line.weight, line.color];
}

function edges(sheet: SheetModel, row: number, column: number): unknown {
  const at = (r: number, c: number): CellModel["style"]["borders"] => (r < 0 || c < 0 ? {} : sheet.style(r, c).borders);
  const own = at(row, column);
  return {
    top: lineBetween(own.EdgeTop, at(row - 1, column).EdgeBottom),
    bottom: lineBetween(own.EdgeBottom, at(row + 1, column).EdgeTop),
    left: lineBetween(own.EdgeLeft, at(row, column - 1).EdgeRight),
    right: lineBetween(own.EdgeRight, at(row, column + 1).EdgeLeft),
    others: [own.DiagonalDown, own.DiagonalUp],
  };
}

function looks(sheet: SheetModel, row: number, column: number): unknown {
  const cell = sheet.cell(row, column);
  if (cell === undefined) return undefined;
  const { numberFormat, font, fill, horizontalAlignment, verticalAlignment, wrapText } = cell.style;
  return {
    numberFormat,
    font: [font.name, font.size, font.bold, font.underline, font.color],
    fill: fill ?? null,
    edges: edges(sheet, row, column),
    horizontalAlignment,
    verticalAlignment,
    wrapText,
  };
}

function regionOf(range: string | undefined): string | undefined {
  return range?.slice(range.lastIndexOf("!") + 1).replaceAll("$", "");
}

let pairs: readonly Pair[] = [];

describe.each(samples)("%s", (sample) => {
  beforeAll(async () => {
    pairs = await pairsOf(sample);
  });

  test("値と数式が、どのセルでも同じ", () => {
    for (const { plan, made, file } of pairs) {
      const width = Math.max(plan.columnWidths.length, ...plan.rows.map(({ cells }) => cells.length));
      for (let row = 0; row < plan.rows.length; row++) {
        for (let column = 0; column < width; column++) {
          const cell = plan.rows[row]?.cells[column] ?? null;
          const [ours, theirs] = [made.cell(row, column), file.cell(row, column)];
          const place = `${plan.name}!${toA1({ row, column })}`;
          const isName = cell?.link !== undefined;
          expect([place, isName ? null : (ours?.content ?? null)]).toEqual([place, isName ? null : (theirs?.content ?? null)]);
          if (cell?.source !== undefined && cell.value !== null && !isFormula(cell.value)) {
            // Only where the city's workbook is at hand can there be a link to its cell.
            expect([place, ours?.formula]).toEqual([place, expect.stringContaining(`HYPERLINK("#'${cell.source.sheet.replaceAll("'", "''")}'!${toA1(cell.source)}"`)]);
          } else {
            expect([place, ours?.formula === undefined ? undefined : mapped(ours.formula, pairs)]).toEqual([place, theirs?.formula === undefined ? undefined : mapped(theirs.formula, pairs)]);
          }
        }
      }
      const filled = made.usedRegion(true);
      expect([plan.name, filled?.bottom]).toEqual([plan.name, file.usedRegion(true)?.bottom]);
    }
  });

  test("表示形式、文字、塗り、罫線、配置が、計画のどのセルでも同じ", () => {
    for (const { plan, made, file } of pairs) {
      plan.rows.forEach(({ cells }, row) => {
        cells.forEach((cell, column) => {
          if (cell === null) return;
          const place = `${plan.name}!${toA1({ row, column })}`;
          expect([place, looks(made, row, column)]).toEqual([place, looks(file, row, column)]);
        });
      });
      expect([made.merges, file.merges]).toEqual([[], []]);
    }
  });

  test("列の幅、行の高さ、枠の固定、見出しの色、枠線が同じ", () => {
    for (const { plan, made, file } of pairs) {
      const widths = (sheet: SheetModel): readonly (number | undefined)[] => plan.columnWidths.map((_, column) => sheet.columnModels.get(column)?.width);
      const heights = (sheet: SheetModel): readonly (number | undefined)[] => plan.rows.map((_, row) => sheet.rowModels.get(row)?.height);
      widths(made).forEach((width, column) => { expect(width).toBeCloseTo(widths(file)[column] ?? -1, 1); });
      expect(heights(made)).toEqual(heights(file));
      expect([plan.name, made.frozen, made.tabColor, made.showGridlines]).toEqual([plan.name, file.frozen, file.tabColor, file.showGridlines]);
    }
  });

  test("テーブル、絞り込み、入力規則、シート内のリンクが同じ", () => {
    for (const { plan, made, facts } of pairs) {
      expect(made.tables.map(({ name, region, columns, style }) => ({ name, ref: toRangeA1(region), columns: columns.map((column) => column.name), style }))).toEqual(facts.tables);
      expect(made.autoFilter === undefined ? undefined : toRangeA1(made.autoFilter.region)).toBe(facts.filter);
      expect(
        made.validations.map(({ regions, rule, errorAlert, prompt }) => ({
          ref: regions.map(toRangeA1).join(" "),
          type: "list",
          list: `"${(rule["list"] as { source: string }).source}"`,
          error: errorAlert["showAlert"] === false ? undefined : "1",
          prompt: prompt["title"],
          text: prompt["message"],
        })),
      ).toEqual(facts.validations.map((each) => ({ ...each, error: each["error"] === "0" ? undefined : each["error"] })));
      const links = made.hyperlinks.map(({ region, documentReference }) => [toRangeA1(region), mapped(documentReference ?? "", pairs)]);
      expect([plan.name, links]).toEqual([plan.name, facts.links.map(([cell, location]) => [cell, mapped(location, pairs)])]);
    }
  });

  test("用紙、向き、余白、印刷の範囲、見出し行、改ページ、ヘッダーとフッターが同じ", () => {
    for (const { made, facts } of pairs) {
      const { pageLayout } = made;
      expect({ paper: { A4: "9", A3: "8" }[pageLayout.paperSize.toUpperCase()], orientation: pageLayout.orientation.toLowerCase() }).toEqual({ paper: facts.page["paper"], orientation: facts.page["orientation"] });
      // A file says "one page wide"; through the host that would undo the page ends, so it is the scale that comes to it.
      expect([facts.page["wide"], facts.page["high"] ?? "0"]).toEqual(["1", "0"]);
      const area = parseRangeA1(pageLayout.printArea ?? "A1")!;
      const columns = Array.from({ length: area.right - area.left + 1 }, (_, index) => made.columnModels.get(area.left + index)?.width ?? made.standardWidth);
      const width = columns.reduce((sum, each) => sum + each, 0);
      const room = ({ A4: 297, A3: 420 }[pageLayout.paperSize.toUpperCase()] ?? 0) * (72 / 25.4) - (pageLayout.margins["LeftMargin"] ?? 0) - (pageLayout.margins["RightMargin"] ?? 0);
      const scale = Number(pageLayout.zoom["scale"]) / 100;
      // A twentieth is left for columns that are rounded to pixels and for printers' own measures.
      expect(width * scale).toBeLessThanOrEqual(room * 0.951);
      expect(scale).toBeGreaterThan(Math.min(1, (room * 0.95) / width) - 0.02);
      for (const side of ["left", "right", "top", "bottom", "header", "footer"]) {
        const points = pageLayout.margins[`${side.charAt(0).toUpperCase()}${side.slice(1)}Margin`] ?? -1;
        expect(points / 72).toBeCloseTo(facts.margins[side] ?? -2, 5);
      }
      expect(regionOf(pageLayout.printArea)).toBe(regionOf(facts.printArea));
      expect(pageLayout.titleRows?.replaceAll("$", "")).toBe(regionOf(facts.printTitles));
      expect([...made.horizontalBreaks].sort((a, b) => a - b)).toEqual(facts.breaks);
      const page = pageLayout.headersFooters["default"] ?? {};
      const line = (which: "Header" | "Footer"): string => (["Left", "Center", "Right"] as const).map((side) => (page[`${side}${which}`] === "" ? "" : `&${side.charAt(0)}${page[`${side}${which}`] ?? ""}`)).join("");
      expect([line("Header"), line("Footer")]).toEqual([facts.header, facts.footer]);
    }
  });

  test("グラフが、系列ごとに同じ", () => {
    for (const { plan, made, facts } of pairs) {
      expect([plan.name, made.charts.length]).toEqual([plan.name, facts.charts.length]);
      made.charts.forEach((chart, index) => { compareCharts(describeChart(made, chart), facts.charts[index]!, plan.charts[index]!); });
      made.charts.forEach((chart, index) => { expect(coveredBy(made, chart)).toEqual(facts.charts[index]?.covers); });
    }
  });
});

type ChartLook = ReturnType<typeof describeChart>;

function compareCharts(look: ChartLook, facts: ChartFacts, plan: PlanChart): void {
  const address = (text: string | undefined): string => mapped(text ?? "", pairs).replaceAll("$", "");
  expect(look.title?.text).toBe(facts.title);
  expect(look.legend?.position.charAt(0).toLowerCase()).toBe(facts.legend);
  expect(look.blanks).toBe({ gap: "NotPlotted" }[facts.blanks ?? ""]);
  expect(look.series).toHaveLength(facts.series.length);
  const isHorizontal = facts.direction === "bar";
  look.series.forEach((series, index) => {
    const file = facts.series[index]!;
    const planned = plan.series[index]!;
    expect(`${series.kind === "column" ? "bar" : series.kind}Chart`).toBe(file.kind);
    expect(series.name).toBe(file.name);
    expect(address(series.valuesAt)).toBe(address(file.values));
    expect(address(series.categoriesAt)).toBe(address(file.categories));
    expect(series.labels?.showValue ?? false).toBe(file.hasLabels);
    if (file.hasLabels) expect(series.labels?.format).toBe(file.labelFormat);
    if (file.kind === "barChart") {
      expect({ percentStacked: "percent", stacked: "stacked", clustered: "clustered" }[facts.grouping ?? ""]).toBe(series.grouping);
      // A host has no patterns: what a pattern amounts to from afar stands for it.
      expect(series.fill).toBe(`#${file.isPattern ? flatColor(planned.paint) : (file.fill ?? "")}`);
      expect(file.isPattern).toBe(paintStyles[planned.paint].pattern !== null);
    } else if (file.kind === "lineChart") {
      expect(series.line.color).toBe(`#${file.line ?? ""}`);
      expect(series.line.style).toBe({ solid: "Continuous", dash: "Dash", sysDot: "Dot" }[file.dash ?? ""]);
      expect(series.marker.style.toLowerCase()).toBe(file.marker);
    } else {
      expect(series.points.map(({ fill }) => fill)).toEqual((planned.pointPaints ?? []).map((paint) => `#${flatColor(paint)}`));
      expect(file.points).toEqual((planned.pointPaints ?? []).map((paint) => paintStyles[paint].color));
    }
  });
  if (plan.categoryAxis === null) return;
  const { category, value } = look.axes;
  expect([category.title?.text, value.title?.text]).toEqual([facts.categoryTitle, facts.valueTitle]);
  expect(category.isReversed).toBe(facts.isReversed);
  expect(facts.isReversed).toBe(isHorizontal);
  expect(value.format).toBe(facts.valueFormat);
  const number = (text: string | undefined): number | undefined => (text === undefined ? undefined : Number(text));
  expect([value.minimum, value.maximum, value.majorUnit]).toEqual([number(facts.min), number(facts.max), number(facts.majorUnit)]);
}

/** First and last cell under a chart. */
function coveredBy(sheet: SheetModel, { left, top, width, height }: { readonly left: number; readonly top: number; readonly width: number; readonly height: number }): readonly number[] {
  const index = (points: number, sizeOf: (at: number) => number): number => {
    let sum = 0;
    let at = 0;
    while (sum + sizeOf(at) <= points) sum += sizeOf(at++);
    return at;
  };
  const row = (at: number): number => sheet.rowModels.get(at)?.height ?? sheet.standardHeight;
  const column = (at: number): number => sheet.columnModels.get(at)?.width ?? sheet.standardWidth;
  return [index(top, row), index(left, column), index(top + height, row), index(left + width, column)];
}

test("比べる範囲の読み方", () => {
  expect(parseRangeA1(regionOf("'総括'!$A$1:$F$20") ?? "")).toEqual({ top: 0, left: 0, bottom: 19, right: 5 });
});
