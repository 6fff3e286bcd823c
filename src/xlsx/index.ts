export * from "./read/read-workbook";
export { writeReport } from "./write";
