import type { PlanModel } from "../model";
import type { Settings } from "../settings";
import { addressKey, compareAddresses, type CellAddress } from "../sheet/address";
import type { Finding, FindingParams, RuleCrash } from "./finding";
import { describePlace } from "./place-label";
import { rules as allRules } from "./registry";
import type { Rule, RuleContext, Violation } from "./rule";

/** 確認済みの指摘. Still true of the sheet, and set apart because a person has looked at it and said why it stays. */
export interface AcceptedFinding {
  readonly finding: Finding;
  readonly reason: string;
  /** The day it was accepted, where it was noted. */
  readonly on: string | null;
}

export interface Validation {
  /** In reading order: sheet, row, column, then the order of the registry. */
  readonly findings: readonly Finding[];
  readonly accepted: readonly AcceptedFinding[];
  readonly crashes: readonly RuleCrash[];
}

type AnyRule = Rule<string, FindingParams>;

interface Hit {
  readonly rule: AnyRule;
  readonly violation: Violation<FindingParams>;
  readonly subject: string;
}

/**
 * Runs the rules over a model. A rule that throws is reported as crashed, what it had found until then is kept, and the
 * others go on.
 */
export function validate(model: PlanModel, context: RuleContext, rules: readonly AnyRule[] = allRules): Validation {
  const hits: Hit[] = [];
  const crashes: RuleCrash[] = [];
  const switchedOff = new Set(context.settings.rulesOff);
  for (const rule of rules) {
    if (switchedOff.has(rule.id)) continue;
    try {
      collect(rule, model, context, hits);
    } catch (cause) {
      crashes.push({ rule: rule.id, cause: cause instanceof Error ? cause.message : String(cause) });
    }
  }
  return { ...setAccepted(toFindings(inReadingOrder(hits, model)), context), crashes };
}

/** One finding a fact: of several violations of a rule in the same cell, the first speaks. */
function collect(rule: AnyRule, model: PlanModel, context: RuleContext, hits: Hit[]): void {
  const seen = new Set<string>();
  for (const violation of rule.check(model, context)) {
    const cell = addressKey(violation.at);
    if (seen.has(cell)) continue;
    seen.add(cell);
    hits.push({ rule, violation, subject: violation.subject ?? describePlace(model, context, violation.at) });
  }
}

/** The sort is stable, so hits in one cell stay in the order of the registry. */
function inReadingOrder(hits: readonly Hit[], model: PlanModel): readonly Hit[] {
  const sheetOrder = new Map<string, number>();
  for (const { sheet } of model.tables) if (!sheetOrder.has(sheet)) sheetOrder.set(sheet, sheetOrder.size);
  const placeOf = ({ violation }: Hit): CellAddress => violation.at;
  return [...hits].sort((a, b) => compareAddresses(placeOf(a), placeOf(b), sheetOrder));
}

/**
 * The key of a finding is its subject, and "#2", "#3"… for further findings of the same rule with the same subject. It
 * never holds a position, so that sorting a sheet or inserting rows leaves accepted findings accepted.
 */
function toFindings(hits: readonly Hit[]): readonly Finding[] {
  const occurrences = new Map<string, number>();
  return hits.map(({ rule, violation: { at, params, suggestion }, subject }) => {
    const counted = `${rule.id}\u0000${subject}`;
    const occurrence = (occurrences.get(counted) ?? 0) + 1;
    occurrences.set(counted, occurrence);
    return {
      rule: rule.id,
      severity: rule.severity,
      at,
      params,
      ...(suggestion === undefined ? {} : { suggestion }),
      key: occurrence === 1 ? subject : `${subject} #${occurrence}`,
    };
  });
}

function setAccepted(all: readonly Finding[], { settings }: RuleContext): Omit<Validation, "crashes"> {
  if (settings.accepted.length === 0) return { findings: all, accepted: [] };
  const entries = new Map<string, Settings["accepted"][number]>();
  // Of two entries for one finding the first holds.
  for (const entry of settings.accepted.toReversed()) entries.set(`${entry.rule}\u0000${entry.key}`, entry);
  const findings: Finding[] = [];
  const accepted: AcceptedFinding[] = [];
  for (const finding of all) {
    const entry = entries.get(`${finding.rule}\u0000${finding.key}`);
    if (entry === undefined) findings.push(finding);
    else accepted.push({ finding, reason: entry.reason, on: entry.on });
  }
  return { findings, accepted };
}
