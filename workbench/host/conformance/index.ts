import type { Check, Library } from "./check";
import { rangeChecks } from "./ranges";
import { sheetChecks } from "./sheets";
import { workbookChecks } from "./workbook";

export { SCENARIO_SHEETS, type Check, type Library } from "./check";

/** The whole scenario. Every transport must pass it, and every deliberate defect of the host must fail it. */
export const scenario: readonly Check[] = [...sheetChecks, ...rangeChecks, ...workbookChecks];

/** Runs all checks; gives the names of those that failed, with why. */
export async function runScenario(library: Library, checks: readonly Check[] = scenario): Promise<readonly { readonly name: string; readonly why: string }[]> {
  const failures: { name: string; why: string }[] = [];
  for (const { name, run } of checks) {
    try {
      await run(library);
    } catch (error) {
      failures.push({ name, why: error instanceof Error ? `${error.name}: ${error.message}` : String(error) });
    }
  }
  return failures;
}
