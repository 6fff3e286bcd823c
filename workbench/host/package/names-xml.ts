import { parseAddress } from "../model/address";
import { absoluteAddress, splitAddress, toAddress } from "../model/range";
import { quoteName } from "../formula/shift";
import type { SheetModel, WorkbookModel } from "../model/workbook";
import { attribute, child, children, encode, isOn, parseXml, type XmlElement } from "./xml";

const AREA = "_xlnm.Print_Area";
const TITLES = "_xlnm.Print_Titles";
const FILTER = "_xlnm._FilterDatabase";

/** Names that only Excel itself makes: what is printed, and what is filtered, stand in the sheets; the rest is kept as it is. */
export function readNames(workbook: WorkbookModel, root: XmlElement, source: string, sheetAt: (position: number) => SheetModel | undefined): void {
  for (const each of children(child(root, "definedNames"), "definedName")) {
    const owner = attribute(each, "localSheetId");
    const sheet = owner === undefined ? undefined : sheetAt(Number(owner));
    const name = attribute(each, "name") ?? "";
    if (name === AREA && sheet !== undefined) sheet.pageLayout.printArea = piecesOf(each.text).map(cellsOf).join(",");
    else if (name === TITLES && sheet !== undefined) readTitles(sheet, each.text);
    else if (name === FILTER && sheet !== undefined) continue;
    else if (name.startsWith("_xlnm.") || (owner !== undefined && sheet === undefined)) workbook.otherNames.push({ sheet, xml: source.slice(each.start, each.end) });
    else (sheet ?? workbook).names.push({ name, formula: `=${each.text}`, comment: attribute(each, "comment") ?? "", visible: !isOn(attribute(each, "hidden")) });
  }
}

/** Areas beside each other; a comma within quotes is none between them. */
function piecesOf(text: string): string[] {
  return text.match(/(?:'(?:[^']|'')*'|[^,'])+/gu) ?? [];
}

function cellsOf(piece: string): string {
  const region = parseAddress(splitAddress(piece).rest);
  return region === undefined ? splitAddress(piece).rest.replaceAll("$", "") : toAddress(region);
}

function readTitles(sheet: SheetModel, text: string): void {
  for (const piece of piecesOf(text)) {
    const cells = cellsOf(piece);
    if (/^\d/u.test(cells)) sheet.pageLayout.titleRows = cells;
    else sheet.pageLayout.titleColumns = cells;
  }
}

interface Entry {
  readonly name: string;
  readonly owner: number | undefined;
  readonly text: string;
  readonly comment: string;
  readonly isHidden: boolean;
  /** As the file has it. */
  readonly xml?: string;
}

const keyOf = ({ name, owner, text, comment, isHidden }: Entry): string => JSON.stringify([name.toLowerCase(), owner ?? -1, text, comment, isHidden]);

/** The section of names as they are now; the very same text where they say what they said. */
export function namesXml(text: string, workbook: WorkbookModel): string {
  const root = parseXml(text);
  const section = child(root, "definedNames");
  const old = children(section, "definedName").map((each): Entry => {
    const owner = attribute(each, "localSheetId");
    return { name: attribute(each, "name") ?? "", owner: owner === undefined ? undefined : Number(owner), text: each.text, comment: attribute(each, "comment") ?? "", isHidden: isOn(attribute(each, "hidden")), xml: text.slice(each.start, each.end) };
  });
  const now = entriesOf(workbook, old);
  const before = new Map(old.map((entry) => [keyOf(entry), entry.xml ?? ""]));
  if (now.length === old.length && now.every((entry) => before.has(keyOf(entry)))) return text;
  const xml = now.map((entry) => entry.xml ?? before.get(keyOf(entry)) ?? entryXml(entry)).join("");
  const all = xml === "" ? "" : `<definedNames>${xml}</definedNames>`;
  if (section !== undefined) return text.slice(0, section.start) + all + text.slice(section.end);
  const at = child(root, "externalReferences")?.end ?? child(root, "functionGroups")?.end ?? child(root, "sheets")?.end ?? root.insideEnd;
  return text.slice(0, at) + all + text.slice(at);
}

function entryXml({ name, owner, text, comment, isHidden }: Entry): string {
  return `<definedName name="${encode(name)}"${owner === undefined ? "" : ` localSheetId="${String(owner)}"`}${comment === "" ? "" : ` comment="${encode(comment)}"`}${isHidden ? ' hidden="1"' : ""}>${encode(text)}</definedName>`;
}

function entriesOf(workbook: WorkbookModel, old: readonly Entry[]): Entry[] {
  const entries: Entry[] = [];
  const own = (list: SheetModel["names"], owner: number | undefined): void => {
    for (const { name, formula, comment, visible } of list) entries.push({ name, owner, text: formula.replace(/^=/u, ""), comment, isHidden: !visible });
  };
  own(workbook.names, undefined);
  for (const sheet of workbook.sheets) {
    const owner = workbook.positionOf(sheet);
    own(sheet.names, owner);
    const { printArea, titleRows, titleColumns } = sheet.pageLayout;
    const at = (cells: string): string => `${quoteName(sheet.name)}!${absoluteAddress(cells)}`;
    const built = (name: string, text: string, isHidden = false): void => {
      // Quotes around a name that needs none are the file's own way to say the same.
      const same = old.find((entry) => entry.name === name && entry.owner === owner && plain(entry.text) === plain(text));
      entries.push({ name, owner, text: same?.text ?? text, comment: "", isHidden: same?.isHidden ?? isHidden });
    };
    if (printArea !== undefined) built(AREA, printArea.split(",").map(at).join(","));
    const titles = [titleColumns, titleRows].filter((cells) => cells !== undefined).map(at);
    if (titles.length > 0) built(TITLES, titles.join(","));
    if (sheet.autoFilter !== undefined) built(FILTER, at(toAddress(sheet.autoFilter.region)), true);
  }
  for (const { sheet, xml } of workbook.otherNames) {
    if (sheet?.isDeleted === true) continue;
    const element = parseXml(xml);
    const owner = sheet === undefined ? attribute(element, "localSheetId") : String(workbook.positionOf(sheet));
    const moved = owner === undefined ? xml : xml.replace(/\slocalSheetId="\d+"/u, ` localSheetId="${owner}"`);
    entries.push({ name: attribute(element, "name") ?? "", owner: owner === undefined ? undefined : Number(owner), text: element.text, comment: attribute(element, "comment") ?? "", isHidden: isOn(attribute(element, "hidden")), xml: moved });
  }
  return entries;
}

function plain(text: string): string {
  return piecesOf(text).map((piece) => { const { sheet = "", rest } = splitAddress(piece); return `${sheet}!${rest}`; }).sort().join(",");
}
