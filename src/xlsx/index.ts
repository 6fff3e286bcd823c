export * from "./read/read-workbook";
