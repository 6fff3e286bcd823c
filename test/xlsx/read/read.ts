import { toA1 } from "../../../src/core/sheet/address";
import type { CellContent, SheetSnapshot, SnapshotCell, WorkbookSnapshot } from "../../../src/core/sheet/snapshot";
import type { ReadFailure } from "../../../src/core/sheet/read-failure";
import { readWorkbook } from "../../../src/xlsx/read/read-workbook";
import { workbookPackage, type PackageSpec } from "../../helpers/package";

/** Reads what must be readable. */
export function opened(bytes: Uint8Array, fileName = "計画.xlsx"): WorkbookSnapshot {
  const result = readWorkbook(bytes, fileName);
  if (!result.ok) throw new Error(JSON.stringify(result.failure));
  return result.value;
}

export function openedPackage(spec: PackageSpec): WorkbookSnapshot {
  return opened(workbookPackage(spec));
}

export function firstSheet(spec: PackageSpec): SheetSnapshot {
  const [sheet] = openedPackage(spec).sheets;
  if (sheet === undefined) throw new Error("no sheet");
  return sheet;
}

/** The failure that a file must end in. */
export function failureCode(bytes: Uint8Array): ReadFailure["code"] {
  const result = readWorkbook(bytes, "計画.xlsx");
  if (result.ok) throw new Error("読めてしまった");
  return result.failure.code;
}

export function cellsOf(sheet: SheetSnapshot): Record<string, SnapshotCell> {
  return Object.fromEntries(
    sheet.rows.flatMap(({ row, cells }) => cells.map((cell) => [toA1({ row, column: cell.column }), cell] as const)),
  );
}

export function valuesOf(sheet: SheetSnapshot): Record<string, CellContent> {
  return Object.fromEntries(Object.entries(cellsOf(sheet)).map(([at, cell]) => [at, cell.value]));
}

/** Values of a sheet that holds just these rows. */
export function valuesIn(data: string, spec: Omit<PackageSpec, "sheets"> = {}): Record<string, CellContent> {
  return valuesOf(firstSheet({ ...spec, sheets: [{ data }] }));
}
