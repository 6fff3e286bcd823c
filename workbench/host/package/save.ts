import { zipSync } from "fflate";
import type { SheetModel, WorkbookModel } from "../model/workbook";
import { relationshipsOf, textOfPart, type OpenedPackage } from "./open";
import { checkSavable, patchSheet } from "./sheet-xml";
import { StyleSheet } from "./styles";
import { attribute, child, encode, parseXml } from "./xml";

const RELATIONSHIPS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const WORKSHEET_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml";
const EMPTY_SHEET = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<worksheet xmlns="${MAIN}" xmlns:r="${RELATIONSHIPS}"><sheetData/></worksheet>`;
/** Every file has the same day in it, so that the same workbook gives the same bytes. */
const DAY = new Date(1980, 0, 1);

/** The parts of the workbook as they would be saved: those that nothing changed in are the very bytes of the file. */
export function saveParts(workbook: WorkbookModel, source: OpenedPackage): ReadonlyMap<string, Uint8Array> {
  const parts = new Map(source.parts);
  const put = (name: string, text: string): void => { parts.set(name, new TextEncoder().encode(text)); };
  const styles = source.styles ?? new StyleSheet(`<styleSheet xmlns="${MAIN}"><cellXfs count="1"><xf/></cellXfs></styleSheet>`);
  styles.reset();
  const added: { readonly sheet: SheetModel; readonly part: string }[] = [];
  for (const sheet of workbook.sheets) {
    const part = source.sheetParts.get(sheet);
    if (part !== undefined && sheet.changes.isEmpty) continue;
    checkSavable(sheet);
    if (part !== undefined) put(part, patchSheet(textOfPart(parts, part), sheet, styles));
    else {
      sheet.changes.aspect("all-cells");
      const name = freePart(parts, "xl/worksheets/sheet", ".xml");
      put(name, patchSheet(EMPTY_SHEET, sheet, styles));
      added.push({ sheet, part: name });
    }
  }
  if (source.styles !== undefined) {
    const text = styles.toXml();
    if (text !== textOfPart(source.parts, source.stylesPart)) put(source.stylesPart, text);
  }
  if (workbook.isStructureChanged || added.length > 0) saveStructure(workbook, source, parts, added, put);
  if (workbook.arePartsChanged) saveCustomXml(workbook, source, parts, put);
  return parts;
}

export function saveWorkbook(workbook: WorkbookModel, source: OpenedPackage): Uint8Array {
  return zipSync(Object.fromEntries(saveParts(workbook, source)), { mtime: DAY });
}

function freePart(parts: ReadonlyMap<string, Uint8Array>, stem: string, end: string): string {
  for (let number = 1; ; number++) if (!parts.has(`${stem}${String(number)}${end}`)) return `${stem}${String(number)}${end}`;
}

type Put = (name: string, text: string) => void;

function addToRoot(text: string, addition: string): string {
  const root = parseXml(text);
  return root.insideEnd === root.end && text.slice(root.start, root.end).endsWith("/>")
    ? `${text.slice(0, root.end - 2)}>${addition}</${text.slice(root.start + 1).split(/[\s/>]/u)[0] ?? ""}>${text.slice(root.end)}`
    : text.slice(0, root.insideEnd) + addition + text.slice(root.insideEnd);
}

function relsPartOf(part: string): string {
  const slash = part.lastIndexOf("/");
  return `${part.slice(0, slash + 1)}_rels/${part.slice(slash + 1)}.rels`;
}

function addContentType(parts: ReadonlyMap<string, Uint8Array>, part: string, type: string, put: Put): void {
  put("[Content_Types].xml", addToRoot(textOfPart(parts, "[Content_Types].xml"), `<Override PartName="/${part}" ContentType="${type}"/>`));
}

function freeRelationship(parts: ReadonlyMap<string, Uint8Array>, part: string): string {
  const taken = relationshipsOf(parts, part);
  for (let number = 1; ; number++) if (!taken.has(`rId${String(number)}`)) return `rId${String(number)}`;
}

/** The list of sheets and the names in workbook.xml; everything else of it stays. */
function saveStructure(workbook: WorkbookModel, source: OpenedPackage, parts: Map<string, Uint8Array>, added: readonly { readonly sheet: SheetModel; readonly part: string }[], put: Put): void {
  const { workbookPart } = source;
  const text = textOfPart(parts, workbookPart);
  const root = parseXml(text);
  const list = child(root, "sheets");
  if (list === undefined) throw new Error("no list of sheets");
  const relationships = relationshipsOf(parts, workbookPart);
  const entryOf = new Map(list.children.map((entry) => [relationships.get(attribute(entry, "r:id") ?? "")?.target ?? "", entry]));
  let sheetId = Math.max(0, ...list.children.map((entry) => Number(attribute(entry, "sheetId"))));
  const state = (sheet: SheetModel): string => (sheet.visibility === "visible" ? "" : ` state="${sheet.visibility === "hidden" ? "hidden" : "veryHidden"}"`);
  const entries = workbook.sheets.map((sheet) => {
    const entry = entryOf.get(source.sheetParts.get(sheet) ?? "");
    if (entry !== undefined) {
      const isSame = attribute(entry, "name") === sheet.name && ` state="${attribute(entry, "state") ?? "visible"}"` === (state(sheet) === "" ? ' state="visible"' : state(sheet));
      if (isSame) return text.slice(entry.start, entry.end);
      return `<sheet name="${encode(sheet.name)}" sheetId="${attribute(entry, "sheetId") ?? ""}"${state(sheet)} r:id="${attribute(entry, "r:id") ?? ""}"/>`;
    }
    const part = added.find((each) => each.sheet === sheet)?.part ?? "";
    const id = freeRelationship(parts, workbookPart);
    const folder = workbookPart.slice(0, workbookPart.lastIndexOf("/") + 1);
    put(relsPartOf(workbookPart), addToRoot(textOfPart(parts, relsPartOf(workbookPart)), `<Relationship Id="${id}" Type="${RELATIONSHIPS}/worksheet" Target="${part.startsWith(folder) ? part.slice(folder.length) : `/${part}`}"/>`));
    addContentType(parts, part, WORKSHEET_TYPE, put);
    return `<sheet name="${encode(sheet.name)}" sheetId="${String(++sheetId)}"${state(sheet)} r:id="${id}"/>`;
  });
  for (const other of workbook.otherSheets) {
    const entry = list.children.find((each) => attribute(each, "name") === other.name);
    if (entry !== undefined) entries.splice(Math.min(other.position, entries.length), 0, text.slice(entry.start, entry.end));
  }
  const before = text.slice(list.inside, list.insideEnd);
  const isSameList = before.replaceAll(/\s*\n\s*/gu, "") === entries.join("");
  let patched = isSameList ? text : text.slice(0, list.inside) + entries.join("") + text.slice(list.insideEnd);
  patched = replaceNames(patched, workbook);
  if (patched !== text) put(workbookPart, patched);
  for (const [sheet, part] of source.sheetParts) {
    if (!sheet.isDeleted) continue;
    parts.delete(part);
    parts.delete(relsPartOf(part));
    put("[Content_Types].xml", textOfPart(parts, "[Content_Types].xml").replace(new RegExp(`<Override[^>]*PartName="/${part.replaceAll(/[.\\/]/gu, "\\$&")}"[^>]*/>`, "u"), ""));
    const id = [...relationships].find(([, { target }]) => target === part)?.[0];
    const rels = textOfPart(parts, relsPartOf(workbookPart));
    put(relsPartOf(workbookPart), rels.replace(new RegExp(`<Relationship [^>]*Id="${id ?? ""}"[^>]*/>`, "u"), ""));
  }
}

/** Our own and the user's names; print areas and the like stay as they are. */
function replaceNames(text: string, workbook: WorkbookModel): string {
  const root = parseXml(text);
  const section = child(root, "definedNames");
  const builtin = section?.children.filter((each) => attribute(each, "name")?.startsWith("_xlnm.")).map((each) => text.slice(each.start, each.end)) ?? [];
  const toXml = (owner: number | undefined) => (name: { readonly name: string; readonly formula: string; readonly visible: boolean; readonly comment: string }): string =>
    `<definedName name="${encode(name.name)}"${owner === undefined ? "" : ` localSheetId="${String(owner)}"`}${name.comment === "" ? "" : ` comment="${encode(name.comment)}"`}${name.visible ? "" : ' hidden="1"'}>${encode(name.formula.replace(/^=/u, ""))}</definedName>`;
  const own = [...workbook.names.map(toXml(undefined)), ...workbook.sheets.flatMap((sheet, index) => sheet.names.map(toXml(index)))];
  const old = section?.children.filter((each) => attribute(each, "name")?.startsWith("_xlnm.") !== true).map((each) => text.slice(each.start, each.end)) ?? [];
  if (old.length === own.length && old.every((each, index) => parseXml(each).text === parseXml(own[index] ?? "<x/>").text)) return text;
  const all = [...builtin, ...own];
  const xml = all.length === 0 ? "" : `<definedNames>${all.join("")}</definedNames>`;
  if (section !== undefined) return text.slice(0, section.start) + xml + text.slice(section.end);
  const at = child(root, "externalReferences")?.end ?? child(root, "functionGroups")?.end ?? child(root, "sheets")?.end ?? root.insideEnd;
  return text.slice(0, at) + xml + text.slice(at);
}

function saveCustomXml(workbook: WorkbookModel, source: OpenedPackage, parts: Map<string, Uint8Array>, put: Put): void {
  if (workbook.settings.length > 0) throw new Error("workbench host: document settings can't be saved yet");
  for (const [id, part] of source.customXml) {
    const model = workbook.customXmlParts.find((each) => each.id === id);
    if (model === undefined) {
      parts.delete(part);
      const rels = relsPartOf(source.workbookPart);
      put(rels, textOfPart(parts, rels).replace(new RegExp(`<Relationship [^>]*Target="[^"]*${part.slice(part.lastIndexOf("/") + 1)}"[^>]*/>`, "u"), ""));
    } else if (model.xml !== textOfPart(source.parts, part)) put(part, model.xml);
  }
  for (const model of workbook.customXmlParts) {
    if (source.customXml.has(model.id)) continue;
    const part = freePart(parts, "customXml/item", ".xml");
    put(part, model.xml);
    const rels = relsPartOf(source.workbookPart);
    const id = freeRelationship(parts, source.workbookPart);
    put(rels, addToRoot(textOfPart(parts, rels), `<Relationship Id="${id}" Type="${RELATIONSHIPS}/customXml" Target="/${part}"/>`));
    const types = textOfPart(parts, "[Content_Types].xml");
    if (!/<Default[^>]*Extension="xml"/u.test(types)) addContentType(parts, part, "application/xml", put);
  }
}
