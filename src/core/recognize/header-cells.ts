import { isDateFormat, squash, unitFromCaption } from "../text";
import type { Grid, GridCell } from "./grid";
import { unitOf } from "./label";

export const LONGEST_HEADER_TEXT = 60;
const NOTE = /^(?:[(\uff08\u3014\u3010]?凡例|\u203b|\*|\uff0a|注(?:意|記|\d|[)\uff09:\uff1a])|[(\uff08\u3014\u3010]注|出典[:\uff1a]|資料[:\uff1a]|備考[:\uff1a]|凡例|\u2606|\u261e)/u;

export function isNote(text: string): boolean {
  return NOTE.test(text.trim());
}

/** 業務の名称を記入してください。: how a form is to be filled in, and no value. */
export function isInstruction(text: string): boolean {
  return /(?:記入|入力|選択|選ん|記載|作成|お書き|転記).{0,12}(?:ください|下さい|こと)[\u3002)\uff09]?\s*$/u.test(text);
}

export function isCaption(text: string): boolean {
  return unitFromCaption(text) !== undefined || /^[(\uff08]?(?:令和|平成|\d{4}年).{0,14}(?:現在|時点|月末)[)\uff09]?$/u.test(squash(text));
}

/** How much a cell looks like part of a header: 1 a known label or a year, 0 anything else. */
export function labelWeight(grid: Grid, cell: GridCell): number {
  if (typeof cell.cell.value === "number") return isYearNumber(cell) || isDay(grid, cell) ? 0.8 : 0;
  if (typeof cell.cell.value !== "string" || cell.text.length > LONGEST_HEADER_TEXT) return 0;
  const label = grid.label(cell.text);
  // A whole date is data more often than it is a heading.
  if (label.isPeriodOnly) return label.periods.some(({ kind }) => kind !== "date") ? 1 : 0.5;
  const strength = label.candidates[0]?.strength ?? 0;
  if (strength >= 2) return 1;
  if (label.viewpoint !== null && label.core.length <= 14) return 1;
  if (strength >= 1) return 0.5;
  if (label.isForeign) return 0.5;
  if (strength > 0) return 0.4;
  return PART_OF_YEAR.test(label.core) ? 0.5 : 0;
}

/** 第1四半期, 上半期, 4月: parts of the year that stands above them. */
export const PART_OF_YEAR = /^(?:[1-4]Q|Q[1-4]|第?[1-4一二三四]四半期|[上下]半?期|[前後]期|年度|年次|西暦|時期|時点|(?:[1-9]|1[0-2])月(?:末)?|年度[当初末]+|中間|最終|当初|期[首末]|単年度|累計|計画時|変更後)$/iu;

/** A serial number shown as a day or a year: 令和6年3月31日 over a column of figures. */
function isDay(grid: Grid, cell: GridCell): boolean {
  return cell.cell.format !== "General" && isDateFormat(cell.cell.format) && grid.label(cell.text).isPeriodOnly;
}

export function isYearNumber(cell: GridCell): boolean {
  const { value } = cell.cell;
  return typeof value === "number" && Number.isInteger(value) && value >= 1985 && value <= 2100;
}

/** Whether a cell can stand in a header row at all. */
export function isHeaderish(grid: Grid, cell: GridCell): boolean {
  return labelWeight(grid, cell) > 0 || unitOf(cell.text.replace(/^[(\uff08]|[)\uff09]$/gu, "")) !== null;
}
