import { analyze, defaultSettings, toComparison, type ComparisonDocument } from "../../../src/core";
import type { SheetSnapshot } from "../../../src/core/sheet/snapshot";
import { compareModels, type Change } from "../../../src/core/compare";
import type { PlanModel } from "../../../src/core/model";
import { toA1 } from "../../../src/core/sheet/address";
import { workbookOf } from "../../helpers/grid";
import { aModel } from "../../helpers/model";

const AS_OF = "2025-10-01";

/** Compares two editions that are drawn as sheets. */
export function compareSheets(before: readonly SheetSnapshot[], after: readonly SheetSnapshot[]): ComparisonDocument {
  const [old, young] = [before, after].map((sheets) => analyze(workbookOf(...sheets), defaultSettings, AS_OF));
  // A comparison of nothing with nothing would be empty as well.
  expect(old!.model.tables.length).toBeGreaterThan(0);
  expect(young!.model.tables.length).toBeGreaterThan(0);
  return toComparison(old!, young!);
}

/** 「target-changed 登録者数: 100 → 120」, one line a change. */
export function linesOf({ changes }: ComparisonDocument): readonly string[] {
  return changes.map(({ kind, name, before, after }) => `${kind} ${name}: ${String(before)} → ${String(after)}`);
}

export function changesOf(before: Partial<PlanModel>, after: Partial<PlanModel>): readonly Change[] {
  return compareModels(aModel(before), aModel(after));
}

/** A change without the fields that hold nothing; its places in A1. */
export function shown({ atOld, atNew, ...rest }: Change): object {
  const places = { ...(atOld === null ? {} : { atOld: toA1(atOld) }), ...(atNew === null ? {} : { atNew: toA1(atNew) }) };
  return { ...Object.fromEntries(Object.entries(rest).filter(([, value]) => value !== null)), ...places };
}
