import { fail, ok, type Result } from "../../core/common/result";
import type { ReadFailure } from "../../core/sheet/read-failure";
import type { SheetProblem, SheetSnapshot, WorkbookSnapshot } from "../../core/sheet/snapshot";
import { MAX_CELLS, MAX_FILE_BYTES } from "./limits";
import { readRelationships, type Relationship } from "./package";
import { damaged, PartError } from "./part-error";
import { recognizeFile } from "./recognize-file";
import { readSettingsPart } from "./settings-part";
import { readSharedStrings } from "./shared-strings-part";
import { readSheetPart, type SheetContent, type SheetContext } from "./sheet-part";
import { readCellFormats } from "./styles-part";
import { readWorkbookPart, type SheetEntry } from "./workbook-part";
import { ZipArchive } from "./zip";

const DEFAULT_WORKBOOK_PART = "xl/workbook.xml";

/**
 * Reads an Excel workbook (.xlsx, .xlsm) into a snapshot. Same bytes, same snapshot: no clock, no time zone, no locale.
 * Everything in the file is untrusted; what cannot be read is a failure, or the `problem` of its sheet, never an
 * exception and never part of a sheet.
 * May not: touch a file system, run macros, follow links out of the package.
 */
export function readWorkbook(bytes: Uint8Array, fileName: string): Result<WorkbookSnapshot, ReadFailure> {
  if (bytes.length > MAX_FILE_BYTES) return fail({ code: "too-large", detail: "file" });
  const otherFile = recognizeFile(bytes);
  if (otherFile !== undefined) return fail(otherFile);
  try {
    return readPackage(new ZipArchive(bytes), fileNameWithoutFolders(fileName));
  } catch (error) {
    if (error instanceof PartError) return fail(failureOf(error));
    throw error;
  }
}

function readPackage(zip: ZipArchive, file: string): Result<WorkbookSnapshot, ReadFailure> {
  const workbookPart = findWorkbookPart(zip);
  if (workbookPart === undefined) return fail(otherPackage(zip));
  if (workbookPart.toLowerCase().endsWith(".bin")) return fail({ code: "binary-workbook" });
  const workbook = readWorkbookPart(zip, workbookPart);
  if (!workbook.isWorkbook) return fail({ code: "not-a-workbook" });
  if (workbook.sheets.length === 0) throw damaged("no sheets");

  const relationships = readRelationships(zip, workbookPart);
  const styles = partOfKind(zip, relationships, "styles");
  const sharedStrings = partOfKind(zip, relationships, "sharedStrings");
  const sheets = readSheets(zip, workbook.sheets, relationships, {
    formats: styles === undefined ? [] : readCellFormats(zip, styles),
    sharedStrings: sharedStrings === undefined ? [] : readSharedStrings(zip, sharedStrings),
    date1904: workbook.date1904,
    maxCells: MAX_CELLS,
  });
  return ok({ file, date1904: workbook.date1904, sheets, settings: readSettingsPart(zip) });
}

/** Visible sheets first, so that a hidden store of data cannot use up what a workbook may hold. */
function readSheets(
  zip: ZipArchive,
  entries: readonly SheetEntry[],
  relationships: ReadonlyMap<string, Relationship>,
  context: SheetContext,
): SheetSnapshot[] {
  const snapshots = new Map<SheetEntry, SheetSnapshot>();
  let cellsLeft = context.maxCells;
  const isVisible = (entry: SheetEntry): boolean => entry.visibility === "visible";
  for (const entry of [...entries.filter(isVisible), ...entries.filter((other) => !isVisible(other))]) {
    const read = readSheet(zip, relationships.get(entry.relationshipId), { ...context, maxCells: cellsLeft });
    if (typeof read === "string") snapshots.set(entry, { ...emptySheet(entry), problem: read });
    else {
      cellsLeft -= read.cellCount;
      const { rows, merges, hiddenRows, hiddenColumns, isReport } = read;
      snapshots.set(entry, { ...emptySheet(entry), rows, merges, hiddenRows, hiddenColumns, ...(isReport ? { isReport } : {}) });
    }
  }
  return entries.map((entry) => snapshots.get(entry) ?? { ...emptySheet(entry), problem: "unreadable" });
}

function readSheet(
  zip: ZipArchive,
  relationship: Relationship | undefined,
  context: SheetContext,
): SheetContent | SheetProblem {
  if (relationship === undefined) return "unreadable";
  // Dialog and macro sheets have no table either.
  if (relationship.kind !== "worksheet") return "chart-sheet";
  try {
    const content = readSheetPart(zip, relationship.target, context);
    return content.root === "worksheet" ? content : "chart-sheet";
  } catch (error) {
    if (!(error instanceof PartError) || error.kind === "expands-too-much") throw error;
    return error.kind === "too-large" ? "too-large" : "unreadable";
  }
}

function emptySheet({ name, visibility }: SheetEntry): SheetSnapshot {
  return { name, visibility, rows: [], merges: [], hiddenRows: [], hiddenColumns: [] };
}

function findWorkbookPart(zip: ZipArchive): string | undefined {
  const target = partOfKind(zip, readRelationships(zip, ""), "officeDocument");
  if (target !== undefined) return target;
  return zip.has(DEFAULT_WORKBOOK_PART) ? DEFAULT_WORKBOOK_PART : undefined;
}

/** A part that is named but not there counts as not there: Excel, too, opens a workbook without styles. */
function partOfKind(
  zip: ZipArchive,
  relationships: ReadonlyMap<string, Relationship>,
  kind: string,
): string | undefined {
  for (const relationship of relationships.values()) {
    if (relationship.kind === kind && zip.has(relationship.target)) return relationship.target;
  }
  return undefined;
}

function otherPackage(zip: ZipArchive): ReadFailure {
  if (zip.has("mimetype") && zip.has("content.xml")) return { code: "open-document" };
  // A workbook's other parts without the workbook itself.
  if (zip.has("[Content_Types].xml") && zip.names().some((name) => /^xl\//iu.test(name))) {
    return { code: "corrupt", detail: "no workbook part" };
  }
  return { code: "not-a-workbook" };
}

function failureOf(error: PartError): ReadFailure {
  const detail = error.message;
  switch (error.kind) {
    case "damaged":
      return { code: "corrupt", detail };
    case "encrypted":
      return { code: "encrypted" };
    case "unsafe":
      return { code: "unsafe-content", detail };
    case "too-large":
      return { code: "too-large", detail };
    case "expands-too-much":
      return { code: "expands-too-much", detail };
  }
}

function fileNameWithoutFolders(path: string): string {
  return path.slice(Math.max(path.lastIndexOf("/"), path.lastIndexOf("\\")) + 1);
}
