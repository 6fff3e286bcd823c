import { parseRangeA1, toRangeA1 } from "../../../src/core/sheet/region";
import type { SheetModel } from "../model/workbook";
import type { PartStore } from "./parts";
import { relationshipsOf } from "./relationships";
import { attribute, child, children, encode, type XmlElement } from "./xml";

export function readHyperlinks(sheet: SheetModel, root: XmlElement, parts: ReadonlyMap<string, Uint8Array>, part: string): void {
  const relationships = relationshipsOf(parts, part);
  for (const element of children(child(root, "hyperlinks"), "hyperlink")) {
    const region = parseRangeA1(attribute(element, "ref") ?? "");
    if (region === undefined) continue;
    const target = relationships.get(attribute(element, "r:id") ?? "")?.target;
    const location = attribute(element, "location");
    sheet.hyperlinks.push({
      region, address: target, documentReference: target === undefined ? location : undefined, screenTip: attribute(element, "tooltip"),
      textToDisplay: attribute(element, "display"),
      ...(target !== undefined && location !== undefined ? { fragment: location } : {}),
    });
  }
}

/** Addresses outside stand in the sheet's relationships; those that no link names any more go. */
export function hyperlinksXml(sheet: SheetModel, store: PartStore, part: string): string {
  const known = [...relationshipsOf(store.parts, part)].filter(([, { type }]) => type === "hyperlink");
  const used = new Set<string>();
  const items = sheet.hyperlinks.map(({ region, address, documentReference, screenTip, textToDisplay, fragment }) => {
    let id = "";
    if (address !== undefined && address !== "") {
      id = known.find(([each, { target }]) => target === address && !used.has(each))?.[0] ?? store.relate(part, "hyperlink", address, true);
      used.add(id);
    }
    const location = documentReference ?? fragment;
    const text = (name: string, value: string | undefined): string => (value === undefined || value === "" ? "" : ` ${name}="${encode(value)}"`);
    return `<hyperlink ref="${toRangeA1(region)}"${id === "" ? "" : ` r:id="${id}"`}${text("location", location)}${text("tooltip", screenTip)}${text("display", textToDisplay)}/>`;
  });
  store.unrelate(part, (id, _target, type) => type === "hyperlink" && !used.has(id));
  return items.length === 0 ? "" : `<hyperlinks>${items.join("")}</hyperlinks>`;
}
