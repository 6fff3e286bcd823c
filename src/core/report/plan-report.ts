import { dataSheet } from "./data-table";
import { indicatorTable } from "./indicator-data";
import type { ReportInput } from "./input";
import { missingTargetsSheet } from "./missing-targets-sheet";
import type { ReportPlan } from "./plan";
import { summarySheet } from "./summary-sheet";
import { texts } from "./texts.ja";

/** What the summary workbook holds. A sheet that would be empty is left out. */
export function planReport(input: ReportInput): ReportPlan {
  const indicators = indicatorTable(input);
  const hasIndicators = indicators.rows.length > 0;
  return {
    title: `${texts.product} ${texts.summary.title}: ${input.file}`,
    asOf: input.asOf,
    sheets: [
      summarySheet(input, indicators),
      ...(hasIndicators ? [missingTargetsSheet(input), dataSheet(indicators, input.asOf)] : []),
    ],
  };
}
