export type { ReportInput } from "./input";
export * from "./plan";
export { planReport } from "./plan-report";
export { toSheetName, toSheetNames } from "./sheet-name";
export * from "./theme";
