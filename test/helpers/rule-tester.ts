import type { PlanModel } from "../../src/core/model";
import { defaultSettings, type Settings } from "../../src/core/settings";
import type { SheetView } from "../../src/core/sheet/sheet-view";
import { describeFinding } from "../../src/core/messages/ja";
import type { FindingParams } from "../../src/core/validate/finding";
import type { Rule, RuleContext } from "../../src/core/validate/rule";
import { aSheet, fromAddress } from "./model";

interface Case {
  readonly name: string;
  readonly model: PlanModel;
  /** 評価日; 2025-10-01 unless told, so 令和6年度 has ended and 令和7年度 has not. */
  readonly asOf?: string;
  readonly settings?: Partial<Settings>;
  readonly sheets?: readonly SheetView[];
}

interface RejectedCase<Params extends FindingParams> extends Case {
  /** All violations, in order. `at` in A1; a suggestion as what its cell would hold. */
  readonly violations: readonly {
    readonly at: string;
    readonly params: Params;
    readonly suggestion?: string | number;
  }[];
}

interface Suite<Params extends FindingParams> {
  readonly accepts: readonly Case[];
  readonly rejects: readonly RejectedCase<Params>[];
}

/**
 * The one way to test a rule. Asserts the exact cells and parameters, that every text reads as one, and that the model was
 * left alone. Refuses a suite that could not fail: fewer than two cases of a kind, a rejection that names nothing, a case
 * given twice.
 */
export function testRule<Params extends FindingParams>(rule: Rule<string, Params>, suite: Suite<Params>): void {
  refuseWeakSuite(rule.id, suite);
  describe(rule.id, () => {
    test.each(suite.accepts.map((one) => [one.name, one] as const))("認める: %s", (_, one) => {
      expect(violationsOf(rule, one)).toEqual([]);
    });
    test.each(suite.rejects.map((one) => [one.name, one] as const))("指摘する: %s", (_, one) => {
      expect(violationsOf(rule, one)).toEqual(one.violations);
      expect(violationsOf(rule, one)).toEqual(one.violations);
      for (const text of textsOf(rule, one)) expect(text).toMatch(READABLE);
    });
  });
}

/** One or two sentences, each ending as a sentence, and no gap where a parameter should stand. */
const READABLE = /^(?!.*(?:undefined|NaN|null|「」|（）))(?:[^。]+。){1,2}$/su;

function violationsOf<Params extends FindingParams>(rule: Rule<string, Params>, one: Case) {
  const before = JSON.stringify(one.model);
  const violations = [...rule.check(one.model, contextOf(one))].map(({ at, params, suggestion }) => {
    if (suggestion !== undefined) expect(suggestion.at).toEqual(at);
    return { at: fromAddress(at), params, ...(suggestion === undefined ? {} : { suggestion: suggestion.value }) };
  });
  expect(JSON.stringify(one.model)).toBe(before);
  return violations;
}

function textsOf<Params extends FindingParams>(rule: Rule<string, Params>, one: Case): readonly string[] {
  return [...rule.check(one.model, contextOf(one))].map(({ at, params }) =>
    describeFinding({ rule: rule.id, severity: rule.severity, at, params, key: "" }),
  );
}

/** What a rule sees beside the model; sheets that a case does not draw are empty. */
export function contextOf({ model, asOf = "2025-10-01", settings, sheets = [] }: Omit<Case, "name">): RuleContext {
  return {
    asOf,
    settings: { ...defaultSettings, ...settings },
    sheet: (name) => sheets.find((sheet) => sheet.name === name) ?? aSheet({}, name),
    table: (id) => {
      const table = model.tables.find((one) => one.id === id);
      if (table === undefined) throw new Error(`no table ${id}`);
      return table;
    },
  };
}

function refuseWeakSuite<Params extends FindingParams>(id: string, { accepts, rejects }: Suite<Params>): void {
  if (accepts.length < 2 || rejects.length < 2) throw new Error(`${id}: needs at least two cases of each kind`);
  const seen = new Set<string>();
  for (const one of [...accepts, ...rejects]) {
    const drawn = JSON.stringify([one.model, one.asOf, one.settings, one.sheets?.map(({ snapshot }) => snapshot)]);
    if (seen.has(one.name) || seen.has(drawn)) throw new Error(`${id}: a case is there twice: ${one.name}`);
    seen.add(one.name).add(drawn);
  }
  const silent = rejects.find(({ violations }) => violations.length === 0);
  if (silent !== undefined) throw new Error(`${id}: a rejection names nothing: ${silent.name}`);
}
