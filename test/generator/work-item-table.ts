import fc from "fast-check";
import type { FieldName } from "../../src/core/model";
import type { CellDraft } from "../helpers/grid";
import { Canvas, pick } from "./canvas";
import { NOTHING, tidy, type Expected, type ExpectedIndicator, type ExpectedWorkItem, type Place } from "./expected";
import { labelOf } from "./figure-columns";
import { figurePlan, UNITS, writeFigure, type FigurePlan } from "./figures";
import { drawHeader, type ColumnPlan } from "./header";
import { headerPlan, type CategoryStyle, type HeaderPlan } from "./indicator-plan";
import { columnPlaces } from "./indicator-table";
import { shuffled } from "./order";
import { chosen, drawAbove, surroundPlan, type DrawnSheet, type SurroundPlan } from "./surround";
import { AREAS, DIVISION_SEPARATORS, DIVISIONS, NAMES, NOTES, POLICIES, REMARKS, STATUSES, SUMMARIES, THEMES, TITLES } from "./words";
import { joinYear, spellYear } from "./years";

interface ItemPlan {
  readonly category: number;
  readonly words: number;
  readonly status: number;
  readonly divisions: number;
  readonly unit: number;
  readonly resident: FigurePlan;
  readonly staff: FigurePlan;
  /** Lines of indicators that it takes. */
  readonly lines: number;
  readonly missing: "none" | "division" | "status" | "remarks";
}

export interface WorkItemPlan {
  readonly surround: SurroundPlan;
  readonly header: HeaderPlan;
  readonly items: readonly ItemPlan[];
  readonly columns: readonly ("no" | "reformArea" | "policy" | "theme" | "summary" | "division" | "remarks")[];
  readonly categories: Exclude<CategoryStyle, "bands">;
  readonly schedule: number;
  /** No indicators, one 指標 with its figures, or 住民目線 and 職員目線 side by side. */
  readonly indicators: "none" | "one" | "viewpoints";
  readonly titles: "merged" | "once" | "repeated";
}

const STATES = ["blank", "dash", "pending"] as const;

export const workItemPlan: fc.Arbitrary<WorkItemPlan> = fc.record({
  surround: surroundPlan,
  header: headerPlan,
  items: fc.array(
    fc.record({
      category: fc.nat(2),
      words: fc.nat(60),
      status: fc.nat(60),
      divisions: fc.nat(60),
      unit: fc.nat(60),
      resident: figurePlan(STATES),
      staff: figurePlan(STATES),
      lines: fc.constantFrom(1, 1, 2, 3),
      missing: fc.constantFrom<ItemPlan["missing"]>("none", "none", "none", "division", "status", "remarks"),
    }),
    { minLength: 1, maxLength: 6 },
  ),
  columns: fc.subarray(["no", "reformArea", "policy", "theme", "summary", "division", "remarks"] as const).map((list) => [...list]),
  categories: fc.constantFrom<WorkItemPlan["categories"]>("repeated", "merged", "once", "ditto"),
  schedule: fc.constantFrom(0, 0, 2, 3),
  indicators: fc.constantFrom("none", "none", "one", "viewpoints"),
  titles: fc.constantFrom("merged", "once", "repeated"),
});

type Part = "text" | "schedule" | "name" | "unit" | "baseline" | "target";
interface Column extends ColumnPlan {
  readonly part: Part;
  readonly viewpoint: "resident" | "staff" | null;
}

function columnsOf(plan: WorkItemPlan): readonly Column[] {
  const { header } = plan;
  const text = (field: FieldName, slot: number): Column => ({ field, part: "text", viewpoint: null, labels: [labelOf(header, field, slot)] });
  const has = (field: (typeof plan.columns)[number]): boolean => plan.columns.includes(field);
  const schedule = Array.from({ length: plan.schedule }, (_, index): Column => {
    const year = spellYear(header.firstYear + index, header.yearStyle);
    return { field: "schedule", part: "schedule", viewpoint: null, labels: [labelOf(header, "schedule", 3), year.text], period: year.period };
  });
  const figures = (viewpoint: Column["viewpoint"], top: string | undefined): Column[] => {
    const of = (part: "name" | "unit" | "baseline" | "target", label: string, year?: number): Column => {
      const at = year === undefined ? undefined : spellYear(year, header.yearStyle);
      const full = at === undefined ? label : joinYear(label, at.text, header.join);
      return { field: part, part, viewpoint, labels: top === undefined ? [full] : [top, full], ...(at === undefined ? {} : { period: at.period }) };
    };
    const words = top === undefined ? labelOf(header, "name", 4) : "指標";
    return [of("name", words), of("unit", "単位"), of("baseline", labelOf(header, "baseline", 5), header.firstYear), of("target", labelOf(header, "target", 6), header.firstYear + 4)];
  };
  const indicators = plan.indicators === "none" ? [] : plan.indicators === "one" ? figures(null, undefined) : [...figures("resident", pick(RESIDENT, header.words[7]!)), ...figures("staff", pick(STAFF, header.words[7]!))];
  const before = [
    ...(has("no") ? [text("no", 8)] : []),
    ...(has("reformArea") ? [text("reformArea", 9)] : []),
    ...(has("policy") && !has("reformArea") ? [text("policy", 9)] : []),
    ...(has("theme") ? [text("theme", 10)] : []),
  ];
  const after = shuffled(
    [
      ...(has("summary") ? [[text("summary", 11)]] : []),
      ...(has("division") ? [[text("division", 0)]] : []),
      [text("status", 1)],
      schedule,
      indicators,
      ...(has("remarks") ? [[text("remarks", 2)]] : []),
    ],
    header.order,
  ).flat();
  return [...before, text("title", 3), ...after];
}

const RESIDENT: readonly string[] = ["住民目線の数値目標", "住民目線", "住民目線のKPI", "市民目線の指標", "【住民目線】"];
const STAFF: readonly string[] = ["職員目線の数値目標", "職員目線", "職員目線のKPI", "職員目線の指標", "【職員目線】"];
const MARKS: readonly string[] = ["→", "検討", "導入", "運用", "調査・設計", "○"];

export function drawWorkItemSheet(plan: WorkItemPlan): DrawnSheet {
  const canvas = new Canvas();
  const { surround, header } = plan;
  const above = drawAbove(canvas, surround, surround.column + 3);
  const columns = columnsOf(plan);
  const at = columnPlaces(columns.length, surround.column, header.style === "bottom" ? 0 : header.spacer);
  const right = at.at(-1)!;
  const drawn = drawHeader(canvas, columns, at, above.row, header.style);
  const body = drawBody(canvas, plan, columns, at, drawn.bottom + 1);
  const note = chosen(NOTES, surround.note);
  if (note !== undefined) canvas.put(body.bottom + 1, surround.column, note);
  const expected: Expected = {
    ...NOTHING,
    tables: [
      {
        kind: "work-items",
        orientation: "rows",
        region: { top: above.row, left: surround.column, bottom: body.bottom, right },
        headerRows: [above.row, drawn.bottom],
        headings: above.headings,
        fields: drawn.fields,
      },
    ],
    workItems: body.items,
    indicators: body.indicators,
  };
  return { sheet: canvas.toSheet("個別業務一覧"), expected };
}

interface Body {
  readonly bottom: number;
  readonly items: readonly ExpectedWorkItem[];
  readonly indicators: readonly ExpectedIndicator[];
}

function drawBody(canvas: Canvas, plan: WorkItemPlan, columns: readonly Column[], at: readonly number[], first: number): Body {
  const items: ExpectedWorkItem[] = [];
  const indicators: ExpectedIndicator[] = [];
  let row = first;
  let run: { readonly category: number; readonly top: number } | undefined;
  const categoryColumns = columns.flatMap(({ field }, i) => (field === "reformArea" || field === "policy" || field === "theme" ? [{ field, column: at[i]! }] : []));
  const closeRun = (): void => {
    if (run === undefined || plan.categories !== "merged") return;
    for (const { column } of categoryColumns) canvas.merge({ top: run.top, left: column, bottom: row - 1, right: column });
  };
  plan.items.forEach((item, index) => {
    if (run?.category !== item.category) {
      closeRun();
      run = { category: item.category, top: row };
    }
    const isNew = run.top === row;
    const height = plan.indicators === "none" ? 1 : item.lines;
    for (let line = 0; line < height; line++) {
      categoryColumns.forEach(({ field, column }) => {
        if ((isNew && line === 0) || plan.categories === "repeated") canvas.put(row + line, column, categoryText(field, item.category));
        else if (plan.categories === "ditto") canvas.put(row + line, column, "〃");
      });
    }
    items.push(drawItem(canvas, plan, columns, at, item, index, row, height));
    indicators.push(...drawIndicators(canvas, plan, columns, at, item, index, row, height));
    row += height;
  });
  closeRun();
  return { bottom: row - 1, items, indicators };
}

const categoryText = (field: string, n: number): string => pick(field === "reformArea" ? AREAS : field === "policy" ? POLICIES : THEMES, n);

const titleOf = (index: number, plan: WorkItemPlan): string => pick(TITLES, index + plan.header.words[0]!);

function drawItem(canvas: Canvas, plan: WorkItemPlan, columns: readonly Column[], at: readonly number[], item: ItemPlan, index: number, row: number, height: number): ExpectedWorkItem {
  const [status, statusValue] = pick(STATUSES, item.status);
  const divisions = item.divisions % 3 === 2 ? [pick(DIVISIONS, item.divisions), pick(DIVISIONS, item.divisions + 1)] : [pick(DIVISIONS, item.divisions)];
  const no = item.words % 2 === 0 || plan.header.words[1]! % 3 !== 0 ? String(index + 1) : `1-${index + 1}`;
  const title = titleOf(index, plan);
  const texts: Readonly<Partial<Record<FieldName, CellDraft>>> = {
    no: /^\d+$/u.test(no) ? Number(no) : no,
    title,
    summary: pick(SUMMARIES, item.words),
    division: item.missing === "division" ? null : divisions.join(pick(DIVISION_SEPARATORS, item.words)),
    status: item.missing === "status" ? null : status,
    remarks: item.missing === "remarks" ? null : pick(REMARKS, item.words),
  };
  const schedule: string[] = [];
  let titleAt: Place = { row, column: at[0]! };
  columns.forEach((column, i) => {
    const place = { row, column: at[i]! };
    if (column.field === "title") titleAt = place;
    if (column.part === "text" && texts[column.field] !== undefined) {
      for (let line = 0; line < height; line++) if (line === 0 || plan.titles === "repeated") canvas.put(row + line, place.column, texts[column.field]!);
      if (plan.titles === "merged") canvas.merge({ top: row, left: place.column, bottom: row + height - 1, right: place.column });
    } else if (column.part === "schedule") {
      const mark = pick(MARKS, item.words + i);
      canvas.put(place.row, place.column, mark);
      schedule.push(`${column.period!.year}年度 ${mark}`);
    }
  });
  const has = (field: FieldName): boolean => columns.some((one) => one.field === field);
  return {
    title,
    at: titleAt,
    no: has("no") ? no : null,
    reformArea: has("reformArea") ? categoryText("reformArea", item.category) : undefined,
    policy: has("policy") ? categoryText("policy", item.category) : undefined,
    theme: has("theme") ? categoryText("theme", item.category) : undefined,
    summary: has("summary") ? pick(SUMMARIES, item.words) : null,
    divisions: has("division") && item.missing !== "division" ? divisions : [],
    status: item.missing === "status" ? null : statusValue,
    schedule,
  };
}

function drawIndicators(canvas: Canvas, plan: WorkItemPlan, columns: readonly Column[], at: readonly number[], item: ItemPlan, index: number, row: number, height: number): readonly ExpectedIndicator[] {
  if (plan.indicators === "none") return [];
  const sides: readonly Column["viewpoint"][] = plan.indicators === "one" ? [null] : ["resident", "staff"];
  const unit = pick(UNITS, item.unit);
  const found: ExpectedIndicator[] = [];
  for (let line = 0; line < height; line++) {
    for (const side of sides) {
      const name = pick(NAMES, index * 7 + line * 2 + (side === "staff" ? 1 : 0) + plan.header.words[2]!);
      const own = columns.flatMap((column, i) => (column.part !== "text" && column.part !== "schedule" && column.viewpoint === side ? [{ column, place: { row: row + line, column: at[i]! } }] : []));
      const put = (part: Part, cell: CellDraft): Place => {
        const { place } = own.find(({ column }) => column.part === part)!;
        canvas.put(place.row, place.column, cell);
        return place;
      };
      const period = (part: Part): ColumnPlan["period"] => own.find(({ column }) => column.part === part)!.column.period ?? null;
      const baseline = writeFigure({ ...item.resident, state: "set" }, unit, "column");
      const target = writeFigure(item.staff, unit, "column");
      const nameAt = put("name", name);
      put("unit", unit.text);
      found.push({
        name: tidy(name),
        at: nameAt,
        unit: unit.base,
        viewpoint: side,
        workItem: titleOf(index, plan),
        baseline: { ...baseline, period: baseline.period ?? period("baseline")!, at: put("baseline", baseline.cell) },
        target: { ...target, period: target.period ?? period("target")!, at: put("target", target.cell) },
        targets: [],
        actuals: [],
      });
    }
  }
  return found;
}
