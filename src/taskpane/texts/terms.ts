import { ruleTitles } from "../../core";

export { severityTerms } from "../../core";

/** 規則の名前; settings of another program may name a rule that we do not have. */
export function ruleTitleOf(rule: string): string {
  return Object.entries(ruleTitles).find(([id]) => id === rule)?.[1] ?? rule;
}
