import type { Figure } from "../model";
import type { FormPair, RecognizedForm } from "../recognize";
import { confirmedDirections, type Settings } from "../settings";
import { comparePeriods, isBlankText, isDash, isUnticked, splitDivisions, tidyLabel, type Period } from "../text";
import { interpretDirection } from "./direction";
import { interpretFigure, interpretRate } from "./figures";
import { finalTarget } from "./indicator-figures";
import { accumulationOf, commonUnit, statedUnit, unitOfName } from "./indicator-traits";
import type { IndicatorDraft } from "./indicators";
import type { KeyMaker } from "./keys";
import type { CellReading } from "./line-reader";
import { categoriesOfHeadings, programOfKey } from "./plan-categories";
import { statusOf, type WorkItemDraft } from "./work-items";

function readPair(form: RecognizedForm, pair: FormPair): CellReading & { readonly text: string } {
  const { view } = form.grid;
  if (pair.inline !== null) return { value: pair.inline, format: "General", text: pair.inline, at: pair.valueAt };
  const cell = view.cell(pair.valueAt.row, pair.valueAt.column);
  return { value: cell?.value ?? null, format: cell?.format ?? "General", text: view.textOf(cell), at: pair.valueAt };
}

function textOf(form: RecognizedForm, pair: FormPair | undefined): string | null {
  if (pair === undefined) return null;
  const { text } = readPair(form, pair);
  return isBlankText(text) || isDash(text) ? null : tidyLabel(text);
}

/** Pairs from one name of an indicator up to the next. */
function indicatorRuns(form: RecognizedForm): readonly (readonly FormPair[])[] {
  const runs: FormPair[][] = [];
  for (const pair of form.pairs) {
    if (pair.meaning === "name") runs.push([pair]);
    else if (["unit", "definition", "direction", "baseline", "target", "actual", "rate", "rating", "source"].includes(pair.meaning)) runs.at(-1)?.push(pair);
  }
  return runs;
}

function indicatorOf(form: RecognizedForm, run: readonly FormPair[], keys: KeyMaker, settings: Settings): IndicatorDraft | null {
  const find = (meaning: FormPair["meaning"]): FormPair | undefined => run.find((pair) => pair.meaning === meaning);
  const namePair = run[0];
  const name = textOf(form, namePair);
  if (namePair === undefined || name === null || !run.some(({ meaning }) => meaning === "target" || meaning === "baseline" || meaning === "actual")) return null;
  const { date1904 } = form.grid.view;
  const unitText = textOf(form, find("unit")) ?? unitOfName(name);
  const figures = (meaning: FormPair["meaning"]): readonly { readonly figure: Figure; readonly header: string; readonly due: Period | null }[] =>
    run
      .filter((pair) => pair.meaning === meaning)
      .map((pair) => {
        const due = pair.label.periods.at(-1) ?? null;
        return { figure: interpretFigure(readPair(form, pair), { unit: unitText ?? pair.label.unit, period: due, date1904 }), header: pair.header, due };
      });
  const targets = figures("target");
  const target = finalTarget(targets);
  const baseline = figures("baseline")[0]?.figure ?? null;
  const actuals = figures("actual").map(({ figure }) => figure);
  const key = keys.make(name, ...form.headings);
  const ratePair = find("rate");
  const rate = ratePair === undefined ? null : interpretRate(readPair(form, ratePair), null, ratePair.label.unit, date1904);
  return {
    key,
    name,
    code: null,
    definition: textOf(form, find("definition")),
    tier: namePair.label.tier,
    viewpoint: namePair.label.viewpoint,
    unit: commonUnit([target, baseline, ...actuals], statedUnit(unitText, null)),
    unitAt: find("unit")?.valueAt ?? null,
    direction: interpretDirection({ confirmed: confirmedDirections(settings).get(key), stated: textOf(form, find("direction")), name, baseline, target }),
    accumulation: accumulationOf(name, unitText, target),
    headings: [...form.headings],
    division: null,
    divisionAt: null,
    policy: categoryBefore(form, namePair, "policy"),
    program: categoryBefore(form, namePair, "program"),
    baseline,
    target,
    targets: targets.map(({ figure }) => figure).filter((figure) => figure !== target),
    actuals,
    statedRates: rate === null ? [] : [rate],
    statedRating: textOf(form, find("rating")),
    source: textOf(form, find("source")),
    remarks: null,
    at: namePair.valueAt,
    id: "",
    tableId: "",
    workItem: null,
  };
}

/** 基本目標１ | しごとをつくる on a line of its own holds for the indicators below it; a 業務 has its own. */
function categoryBefore(form: RecognizedForm, name: FormPair, category: "policy" | "program"): string | null {
  if (form.pairs.some(({ meaning }) => meaning === "title")) return null;
  return textOf(form, form.pairs.slice(0, form.pairs.indexOf(name)).findLast(({ meaning }) => meaning === category)) ?? categoriesOfHeadings(form.headings)[category];
}

/** The pair whose label says most surely what it is; the first of equals. */
function surest(pairs: readonly FormPair[]): FormPair | undefined {
  const strength = ({ label }: FormPair): number => label.candidates[0]?.strength ?? 0;
  const [first, ...rest] = pairs;
  return first === undefined ? undefined : rest.reduce((best, pair) => (strength(pair) > strength(best) ? pair : best), first);
}

/** 進捗状況（R6.9末） | 進捗状況（R7.3末）: of pairs that each state a time the latest that says something. */
function latest(form: RecognizedForm, pairs: readonly FormPair[]): FormPair | undefined {
  const dated = pairs.flatMap((pair) => {
    const period = pair.label.periods.at(-1);
    return period === undefined || textOf(form, pair) === null ? [] : [{ pair, period }];
  });
  if (pairs.length < 2 || pairs.some(({ label }) => label.periods.length === 0)) return undefined;
  return dated.sort((a, b) => comparePeriods(a.period, b.period)).at(-1)?.pair;
}

function itemOf(form: RecognizedForm, keys: KeyMaker, settings: Settings): WorkItemDraft | null {
  // 取組概要 says it more surely than 現状・課題, 担当課 more surely than 関係課.
  const find = (meaning: FormPair["meaning"]): FormPair | undefined => surest(form.pairs.filter((pair) => pair.meaning === meaning));
  const titlePair = form.pairs.find((pair) => pair.meaning === "title" && (pair.label.candidates[0]?.strength ?? 0) >= 2);
  const title = textOf(form, titlePair);
  if (titlePair === undefined || title === null) return null;
  const above = categoriesOfHeadings(form.headings);
  const division = find("division");
  const status = latest(form, form.pairs.filter((pair) => pair.meaning === "status")) ?? find("status");
  const statusText = textOf(form, status);
  const divisionText = division === undefined ? "" : readPair(form, division).text;
  const value = (meaning: "reformArea" | "policy" | "program" | "theme"): string | null => textOf(form, find(meaning)) ?? above[meaning];
  return {
    key: keys.make(title, value("reformArea"), value("policy"), programOfKey(value("program"), form.headings), value("theme")),
    no: textOf(form, find("no")) ?? textOf(form, find("id")),
    noAt: find("no")?.valueAt ?? null,
    reformArea: value("reformArea"),
    policy: value("policy"),
    program: value("program"),
    theme: value("theme"),
    themeAt: find("theme")?.valueAt ?? null,
    title,
    summary: textOf(form, find("summary")),
    divisions: isDash(divisionText) ? [] : [...splitDivisions(divisionText)],
    divisionAt: division?.valueAt ?? null,
    status: statusText === null || isUnticked(statusText) ? null : { raw: statusText, value: statusOf(statusText, settings) },
    statusAt: status?.valueAt ?? null,
    schedule: form.pairs.flatMap((pair) => {
      const raw = textOf(form, pair);
      const period = pair.label.periods.at(-1);
      return pair.meaning === "schedule" && raw !== null && period !== undefined ? [{ period, raw }] : [];
    }),
    remarks: textOf(form, find("remarks")),
    headings: [...form.headings],
    viewpoints: [],
    at: titlePair.valueAt,
  };
}

/** What a 個票 holds: its 個別業務, if it names one, and the indicators that stand in it as labels and values. */
export interface FormReading {
  readonly item: WorkItemDraft | null;
  readonly indicators: readonly IndicatorDraft[];
}

export function interpretForm(form: RecognizedForm, keys: KeyMaker, indicatorKeys: KeyMaker, settings: Settings): FormReading {
  return {
    item: itemOf(form, keys, settings),
    indicators: indicatorRuns(form).flatMap((run) => indicatorOf(form, run, indicatorKeys, settings) ?? []),
  };
}
