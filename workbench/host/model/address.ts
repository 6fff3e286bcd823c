import { LAST_COLUMN, LAST_ROW, toColumnName } from "../../../src/core/sheet/address";
import { parseRangeA1, toRangeA1, type Region } from "../../../src/core/sheet/region";

/** `B5:H17`, `B:H` for whole columns, `5:17` for whole rows. */
export function toAddress(region: Region): string {
  if (region.top === 0 && region.bottom === LAST_ROW) return `${toColumnName(region.left)}:${toColumnName(region.right)}`;
  if (region.left === 0 && region.right === LAST_COLUMN) return `${String(region.top + 1)}:${String(region.bottom + 1)}`;
  return toRangeA1(region);
}

/** An address without a sheet: cells, whole columns or whole rows, with or without `$`. */
export function parseAddress(text: string): Region | undefined {
  const plain = text.replaceAll("$", "").trim();
  const columns = /^([A-Za-z]{1,3}):([A-Za-z]{1,3})$/u.exec(plain);
  if (columns?.[1] !== undefined && columns[2] !== undefined) {
    const region = parseRangeA1(`${columns[1]}1:${columns[2]}1`);
    return region === undefined ? undefined : { ...region, top: 0, bottom: LAST_ROW };
  }
  const rows = /^(\d{1,7}):(\d{1,7})$/u.exec(plain);
  if (rows?.[1] !== undefined && rows[2] !== undefined) {
    const [top, bottom] = [Number(rows[1]) - 1, Number(rows[2]) - 1].sort((a, b) => a - b);
    return top === undefined || bottom === undefined || top < 0 || bottom > LAST_ROW ? undefined : { top, bottom, left: 0, right: LAST_COLUMN };
  }
  return parseRangeA1(plain);
}

/** Splits `'基本 計画'!A1` into sheet and rest; the sheet is undefined where none is named. */
export function splitAddress(text: string): { readonly sheet: string | undefined; readonly rest: string } {
  const bang = text.lastIndexOf("!");
  if (bang < 0) return { sheet: undefined, rest: text };
  const name = text.slice(0, bang).replace(/^=/u, "");
  return { sheet: name.startsWith("'") ? name.slice(1, -1).replaceAll("''", "'") : name, rest: text.slice(bang + 1) };
}
