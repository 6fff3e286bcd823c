import { LAST_COLUMN, LAST_ROW, toColumnName } from "../../../src/core/sheet/address";
import { parseRangeA1, toRangeA1, type Region } from "../../../src/core/sheet/region";
import { HostError } from "../interpreter/protocol";
import type { SheetModel, WorkbookModel } from "./workbook";

/** A rectangle in the hands of the add-in. Inserted and deleted rows move it, as in Excel. */
export class RangeModel {
  isLost = false;

  constructor(
    readonly sheet: SheetModel,
    public region: Region,
  ) {
    sheet.workbook.ranges.add(new WeakRef(this));
  }

  get rowCount(): number {
    return this.region.bottom - this.region.top + 1;
  }

  get columnCount(): number {
    return this.region.right - this.region.left + 1;
  }

  get isEntireColumn(): boolean {
    return this.region.top === 0 && this.region.bottom === LAST_ROW;
  }

  get isEntireRow(): boolean {
    return this.region.left === 0 && this.region.right === LAST_COLUMN;
  }

  get address(): string {
    return `${quoteSheet(this.sheet.name)}!${toAddress(this.region)}`;
  }

  /** Throws where the sheet or all of the cells are gone. */
  check(): void {
    if (this.sheet.isDeleted) throw new HostError("ItemNotFound", "The requested resource doesn't exist.");
    if (this.isLost) throw new HostError("InvalidReference", "This reference is not valid for the current operation.");
  }

  /** Another rectangle on the same sheet; InvalidArgument where it would leave the sheet. */
  at(region: Region): RangeModel {
    return new RangeModel(this.sheet, checkRegion(region));
  }
}

/** Several rectangles on one sheet. */
export class RangeAreasModel {
  constructor(
    readonly sheet: SheetModel,
    readonly areas: readonly RangeModel[],
  ) {}
}

export function checkRegion(region: Region): Region {
  if (region.top < 0 || region.left < 0 || region.bottom > LAST_ROW || region.right > LAST_COLUMN || region.top > region.bottom || region.left > region.right) {
    throw new HostError("InvalidArgument", "The argument is invalid or missing or has an incorrect format.");
  }
  return region;
}

export function quoteSheet(name: string): string {
  return /^[\p{L}_][\p{L}\p{N}_.]*$/u.test(name) && !/^[A-Za-z]{1,3}\d+$/u.test(name) ? name : `'${name.replaceAll("'", "''")}'`;
}

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

/** An address, a defined name or a table's name, seen from a sheet. */
export function findRange(workbook: WorkbookModel, from: SheetModel, text: string): RangeModel | undefined {
  const { sheet: sheetName, rest } = splitAddress(text);
  const sheet = sheetName === undefined ? from : workbook.findSheet(sheetName);
  if (sheet === undefined) return undefined;
  const region = parseAddress(rest);
  if (region !== undefined) return new RangeModel(sheet, region);
  const name = [...sheet.names, ...workbook.names].find((each) => each.name.toLowerCase() === rest.toLowerCase());
  if (name !== undefined) return findRange(workbook, from, name.formula.replace(/^=/u, ""));
  const table = workbook.sheets.flatMap((each) => each.tables.map((model) => ({ each, model }))).find(({ model }) => model.name.toLowerCase() === rest.toLowerCase());
  return table === undefined ? undefined : new RangeModel(table.each, table.model.region);
}

export function intersect(a: Region, b: Region): Region | undefined {
  const region = { top: Math.max(a.top, b.top), left: Math.max(a.left, b.left), bottom: Math.min(a.bottom, b.bottom), right: Math.min(a.right, b.right) };
  return region.top > region.bottom || region.left > region.right ? undefined : region;
}
