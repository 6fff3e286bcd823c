import { zipSync } from "fflate";
import type { SheetModel, WorkbookModel } from "../model/workbook";
import { dropStaleCalculation } from "./calc-chain";
import { saveCustomXml } from "./custom-xml";
import { namesXml } from "./names-xml";
import type { OpenedPackage } from "./open";
import { PartStore, RELATIONSHIPS } from "./parts";
import { relationshipsOf } from "./relationships";
import { checkSavable, patchSheet, WHOLE_SHEET } from "./sheet-xml";
import { StyleSheet } from "./styles";
import { attribute, child, encode, isOn, parseXml } from "./xml";

const MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const WORKSHEET_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml";
const EMPTY_SHEET = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<worksheet xmlns="${MAIN}" xmlns:r="${RELATIONSHIPS}"><sheetFormatPr defaultRowHeight="18.75"/><sheetData/></worksheet>`;
/** Every file has the same day in it, so that the same workbook gives the same bytes. */
const DAY = new Date(1980, 0, 1);

/** The parts of the workbook as they would be saved: those that nothing changed in are the very bytes of the file. */
export function saveParts(workbook: WorkbookModel, source: OpenedPackage): ReadonlyMap<string, Uint8Array> {
  workbook.settle();
  const store = new PartStore(source.parts);
  const styles = source.styles ?? new StyleSheet(`<styleSheet xmlns="${MAIN}"><cellXfs count="1"><xf/></cellXfs></styleSheet>`);
  styles.reset();
  const partOf = new Map(source.sheetParts);
  // New parts first: a sheet's number in the list must be known before names are written.
  for (const sheet of workbook.sheets) if (!partOf.has(sheet)) partOf.set(sheet, store.add("xl/worksheets/sheet", ".xml", WORKSHEET_TYPE, EMPTY_SHEET));
  for (const sheet of workbook.sheets) {
    const isNew = !source.sheetParts.has(sheet);
    if (!isNew && sheet.changes.isEmpty) continue;
    checkSavable(sheet);
    if (isNew) for (const aspect of WHOLE_SHEET) sheet.changes.aspect(aspect);
    patchSheet(sheet, partOf.get(sheet) ?? "", store, styles);
  }
  if (source.styles !== undefined) store.put(source.stylesPart, styles.toXml());
  removeDeleted(workbook, source, store);
  saveStructure(workbook, source, store, partOf);
  if (workbook.arePartsChanged) saveCustomXml(workbook, source, store);
  dropStaleCalculation(source, store, partOf);
  return store.parts;
}

export function saveWorkbook(workbook: WorkbookModel, source: OpenedPackage): Uint8Array {
  return zipSync(Object.fromEntries(saveParts(workbook, source)), { mtime: DAY });
}

function removeDeleted(workbook: WorkbookModel, source: OpenedPackage, store: PartStore): void {
  for (const [sheet, part] of source.sheetParts) {
    if (workbook.sheets.includes(sheet)) continue;
    store.unrelate(source.workbookPart, (_id, target) => target === part);
    removeTree(store, part);
  }
}

/** A part, and what only it led to. */
function removeTree(store: PartStore, part: string): void {
  const targets = [...relationshipsOf(store.parts, part).values()].map(({ target }) => target);
  store.remove(part);
  for (const target of targets) {
    if (!store.has(target)) continue;
    const isReached = [...store.parts.keys()].some((name) => name.endsWith(".rels") && [...relationshipsOf(store.parts, name.replace(/_rels\/([^/]*)\.rels$/u, "$1")).values()].some((each) => each.target === target));
    if (!isReached) removeTree(store, target);
  }
}

/** The list of sheets, the names and the protection in workbook.xml; everything else of it stays. */
function saveStructure(workbook: WorkbookModel, source: OpenedPackage, store: PartStore, partOf: ReadonlyMap<SheetModel, string>): void {
  const { workbookPart } = source;
  const before = store.text(workbookPart);
  const text = namesXml(protectionIn(listIn(before, workbook, source, store, partOf), workbook), workbook);
  if (text !== before) store.put(workbookPart, text);
}

function listIn(text: string, workbook: WorkbookModel, source: OpenedPackage, store: PartStore, partOf: ReadonlyMap<SheetModel, string>): string {
  const root = parseXml(text);
  const list = child(root, "sheets");
  if (list === undefined) throw new Error("no list of sheets");
  // As the file has them: the relationships of deleted sheets are gone by now.
  const relationships = relationshipsOf(source.parts, source.workbookPart);
  const entryOf = new Map(list.children.map((entry) => [relationships.get(attribute(entry, "r:id") ?? "")?.target ?? "", entry]));
  let sheetId = Math.max(0, ...list.children.map((entry) => Number(attribute(entry, "sheetId"))));
  const entries = workbook.sheets.map((sheet) => {
    const part = partOf.get(sheet) ?? "";
    const entry = source.sheetParts.has(sheet) ? entryOf.get(part) : undefined;
    const state = sheet.visibility === "visible" ? "" : ` state="${sheet.visibility === "hidden" ? "hidden" : "veryHidden"}"`;
    if (entry === undefined) return `<sheet name="${encode(sheet.name)}" sheetId="${String(++sheetId)}"${state} r:id="${store.relate(source.workbookPart, "worksheet", part)}"/>`;
    const isSame = attribute(entry, "name") === sheet.name && (attribute(entry, "state") ?? "visible") === (sheet.visibility === "very-hidden" ? "veryHidden" : sheet.visibility);
    if (isSame) return text.slice(entry.start, entry.end);
    return `<sheet name="${encode(sheet.name)}" sheetId="${attribute(entry, "sheetId") ?? ""}"${state} r:id="${attribute(entry, "r:id") ?? ""}"/>`;
  });
  for (const other of workbook.otherSheets) {
    const entry = list.children.find((each) => attribute(each, "name") === other.name);
    if (entry !== undefined) entries.splice(Math.min(other.position, entries.length), 0, text.slice(entry.start, entry.end));
  }
  if (text.slice(list.inside, list.insideEnd).replaceAll(/>\s+</gu, "><").trim() === entries.join("")) return text;
  const next = text.slice(0, list.inside) + entries.join("") + text.slice(list.insideEnd);
  return withActiveTab(next, workbook, source);
}

/** The sheet that was in front stays there, wherever it stands now; where it is gone, the selected one. */
function withActiveTab(text: string, workbook: WorkbookModel, source: OpenedPackage): string {
  const view = child(child(parseXml(text), "bookViews"), "workbookView");
  if (view === undefined) return text;
  const before = [...source.sheetParts.keys()][Number(attribute(view, "activeTab") ?? "0")];
  const front = before !== undefined && workbook.sheets.includes(before) && before.visibility === "visible" ? before : workbook.selection.sheet;
  const tag = text.slice(view.start, view.inside).replaceAll(/\s(?:activeTab|firstSheet)="\d+"/gu, "");
  return text.slice(0, view.start) + tag.replace(/(\/?>)$/u, ` activeTab="${String(workbook.positionOf(front))}"$1`) + text.slice(view.inside);
}

function protectionIn(text: string, workbook: WorkbookModel): string {
  const root = parseXml(text);
  const old = child(root, "workbookProtection");
  if (isOn(attribute(old, "lockStructure")) === workbook.isStructureProtected) return text;
  const xml = workbook.isStructureProtected ? '<workbookProtection lockStructure="1"/>' : "";
  if (old !== undefined) return text.slice(0, old.start) + xml + text.slice(old.end);
  const at = child(root, "bookViews")?.start ?? child(root, "sheets")?.start ?? root.insideEnd;
  return text.slice(0, at) + xml + text.slice(at);
}

