import type { SheetModel } from "../model/workbook";
import type { PartStore } from "./parts";
import { relationshipsOf } from "./relationships";
import { attribute, child, children, encode, type XmlElement } from "./xml";

const TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.customProperty";

/** ワークシートのユーザー設定プロパティ: each value is a part of its own, in UTF-16. */
export function readProperties(sheet: SheetModel, root: XmlElement, parts: ReadonlyMap<string, Uint8Array>, sheetPart: string): void {
  const relationships = relationshipsOf(parts, sheetPart);
  for (const element of children(child(root, "customProperties"), "customPr")) {
    const target = relationships.get(attribute(element, "r:id") ?? "")?.target;
    const bytes = target === undefined ? undefined : parts.get(target);
    if (bytes !== undefined) sheet.customProperties.push({ key: attribute(element, "name") ?? "", value: new TextDecoder("utf-16le").decode(bytes) });
  }
}

export function saveProperties(sheet: SheetModel, root: XmlElement, store: PartStore, sheetPart: string): string {
  const relationships = relationshipsOf(store.parts, sheetPart);
  const old = new Map(children(child(root, "customProperties"), "customPr").map((element) => [attribute(element, "name") ?? "", attribute(element, "r:id") ?? ""]));
  const items = sheet.customProperties.map(({ key, value }) => {
    const bytes = toUtf16(value);
    const known = relationships.get(old.get(key) ?? "");
    if (known !== undefined) {
      if (new TextDecoder("utf-16le").decode(store.parts.get(known.target)) !== value) store.parts.set(known.target, bytes);
      return `<customPr name="${encode(key)}" r:id="${old.get(key) ?? ""}"/>`;
    }
    const part = store.add("xl/customProperty", ".bin", TYPE, bytes);
    return `<customPr name="${encode(key)}" r:id="${store.relate(sheetPart, "customProperty", part)}"/>`;
  });
  for (const [key, id] of old) {
    if (sheet.customProperties.some((property) => property.key === key)) continue;
    const target = relationships.get(id)?.target;
    store.unrelate(sheetPart, (each) => each === id);
    if (target !== undefined) store.remove(target);
  }
  return items.length === 0 ? "" : `<customProperties>${items.join("")}</customProperties>`;
}

function toUtf16(text: string): Uint8Array {
  const bytes = new Uint8Array(text.length * 2);
  const view = new DataView(bytes.buffer);
  for (let at = 0; at < text.length; at++) view.setUint16(at * 2, text.charCodeAt(at), true);
  return bytes;
}
