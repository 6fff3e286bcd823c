import { coverSheet } from "./cover-sheet";
import { dataSheet } from "./data-table";
import { findingsSheet } from "./findings-sheet";
import { indicatorTable } from "./indicator-data";
import { indicatorsSheet } from "./indicators-sheet";
import type { ReportInput } from "./input";
import { missingTargetsSheet } from "./missing-targets-sheet";
import { divisionTable, workItemTable, yearTable } from "./other-data";
import type { PlanSheet, ReportPlan } from "./plan";
import { readingSheet } from "./reading-sheet";
import { summarySheet } from "./summary-sheet";
import { texts } from "./texts.ja";
import { trendsSheet } from "./trends-sheet";
import { workItemsSheet } from "./work-items-sheet";

/**
 * What the summary workbook holds, in the order in which a meeting turns its pages. A sheet that would say
 * only that there is nothing is left out; the cover says it.
 */
export function planReport(input: ReportInput): ReportPlan {
  const indicators = indicatorTable(input);
  const workItems = workItemTable(input);
  const divisions = divisionTable(input);
  const hasIndicators = indicators.rows.length > 0;
  const hasWorkItems = workItems.rows.length > 0;
  const sheets: readonly (PlanSheet | undefined)[] = [
    summarySheet(input, { indicators, workItems, divisions }),
    missingTargetsSheet(input),
    hasIndicators ? indicatorsSheet(input) : undefined,
    trendsSheet(input),
    hasWorkItems ? workItemsSheet(input) : undefined,
    findingsSheet(input),
    readingSheet(input),
    hasIndicators ? dataSheet(indicators, input.asOf) : undefined,
    hasIndicators ? dataSheet(yearTable(input), input.asOf) : undefined,
    hasWorkItems ? dataSheet(workItems, input.asOf) : undefined,
    hasIndicators || hasWorkItems ? dataSheet(divisions, input.asOf) : undefined,
  ];
  const present = sheets.filter((sheet) => sheet !== undefined);
  return {
    title: `${texts.product} ${texts.summary.title}: ${input.file}`,
    asOf: input.asOf,
    sheets: [coverSheet(input, present), ...present],
  };
}
