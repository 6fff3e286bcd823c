import { LAST_COLUMN, LAST_ROW } from "../../../src/core/sheet/address";
import type { Region } from "../../../src/core/sheet/region";
import { HostError } from "../interpreter/protocol";
import { parseAddress, splitAddress, toAddress } from "./address";
import { quoteName } from "../formula/shift";
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
    return `${quoteName(this.sheet.name)}!${toAddress(this.region)}`;
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

/** With `$` before every column and row, as charts and names have it. */
export function absoluteAddress(address: string): string {
  const bang = address.lastIndexOf("!");
  const cells = address.slice(bang + 1).split(":").map((corner) => corner.replace(/^\$?([A-Za-z]*)\$?(\d*)$/u, (_whole, column: string, row: string) => `${column === "" ? "" : `$${column}`}${row === "" ? "" : `$${row}`}`));
  return `${address.slice(0, bang + 1)}${cells.join(":")}`;
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

export { parseAddress, splitAddress, toAddress } from "./address";
export { intersect } from "./regions";
