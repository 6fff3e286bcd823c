import type { FieldName, TableKind } from "../model";
import { count, draft, figureColumns, has, type ReadColumn } from "./column-drafts";
import {
  settleBaselineYears, settleByContent, settleCurrentValues, settleLevels, settleLinkEnds,
  settleMidterm, settleNames, settleResultsInWords, settleRowLabels, settleSentences, settleStatedValues, settleStatusMarks, settleTitles,
  settleWorkGroups, settleYearColumns,
} from "./column-meanings";
import { promoteCorner, promoteLowestLevel, promoteUnknownTitle, promoteWeak, settleYearsOfWork } from "./column-promotions";
import type { HeaderColumn } from "./columns";
import type { ColumnProfile } from "./profiles";
import { settleAccounts, settleComparisons, settleForecasts, settleRelativeTimes } from "./relative-years";
import { decide, isForeign, settleForKind, type Surroundings } from "./table-kinds";

export interface Reading {
  readonly kind: TableKind;
  readonly columns: readonly ReadColumn[];
  readonly evidence: readonly string[];
}

/** Settles what each column means and what the whole is; undefined if it is no table that we know. */
export function readColumns(
  columns: readonly HeaderColumn[],
  profiles: readonly ColumnProfile[],
  corrected: ReadonlyMap<number, FieldName>,
  surroundings: Surroundings,
): Reading | undefined {
  const drafts = draft(columns, profiles, corrected);
  settleRowLabels(drafts);
  settleByContent(drafts);
  settleNames(drafts);
  settleSentences(drafts);
  settleResultsInWords(drafts);
  settleYearColumns(drafts);
  settleWorkGroups(drafts);
  settleStatedValues(drafts);
  settleCurrentValues(drafts);
  settleMidterm(drafts);
  settleRelativeTimes(drafts);
  settleAccounts(drafts);
  settleForecasts(drafts);
  settleComparisons(drafts);
  settleBaselineYears(drafts);
  settleTitles(drafts);
  settleLevels(drafts);
  settleLinkEnds(drafts);
  settleStatusMarks(drafts);
  if (figureColumns(drafts) > 0) promoteWeak(drafts, "name");
  settleYearsOfWork(drafts);
  promoteCorner(drafts);
  promoteUnknownTitle(drafts);
  promoteLowestLevel(drafts);
  if (!has(drafts, "name") && figureColumns(drafts) === 0 && count(drafts, "status", "schedule", "division") > 0) promoteWeak(drafts, "title");
  const decision = decide(drafts, surroundings);
  if (decision === undefined || isForeign(drafts)) return undefined;
  settleForKind(drafts, decision.kind);
  const sure = drafts.filter(({ strength }) => strength >= 2).length;
  return {
    kind: decision.kind,
    columns: drafts,
    evidence: [`見出しの語 ${String(drafts.length)} のうち ${String(sure)} が辞書と一致`],
  };
}
