import { describeNumberFormat, formatValue, isDateFormat } from "../../../../src/core/text/number-format";
import type { SheetModel } from "../../../host/model/workbook";

/** What stands in the formula bar, and in the cell when it is edited. */
export function editText(sheet: SheetModel, row: number, column: number): string {
  const cell = sheet.cell(row, column);
  if (cell?.formula !== undefined && cell.formula !== "") return `=${cell.formula}`;
  const content = cell?.content ?? null;
  if (content === null || cell === undefined) return "";
  if (typeof content === "object") return content.error;
  if (typeof content === "boolean") return content ? "TRUE" : "FALSE";
  if (typeof content === "string") return content;
  const { numberFormat } = cell.style;
  if (isDateFormat(numberFormat)) return formatValue(content, Number.isInteger(content) ? "yyyy/m/d" : "yyyy/m/d h:mm:ss", sheet.workbook.date1904);
  if (describeNumberFormat(numberFormat).isPercent) return `${String(Number((content * 100).toPrecision(15)))}%`;
  return String(content);
}
