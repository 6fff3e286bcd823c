import type { WorkbookModel } from "../model/workbook";
import type { OpenedPackage } from "./open";
import type { PartStore } from "./parts";
import { relationshipsOf, textOfPart } from "./relationships";

/** Custom XML parts: a changed one is written, a deleted one goes with what belongs to it, a new one is added. */
export function saveCustomXml(workbook: WorkbookModel, source: OpenedPackage, store: PartStore): void {
  if (workbook.settings.length > 0) throw new Error("workbench host: document settings can't be saved yet");
  for (const [id, part] of source.customXml) {
    const model = workbook.customXmlParts.find((each) => each.id === id);
    if (model !== undefined) {
      if (model.xml !== textOfPart(source.parts, part)) store.put(part, model.xml);
      continue;
    }
    for (const { type, target } of relationshipsOf(store.parts, part).values()) if (type === "customXmlProps" && store.has(target)) store.remove(target);
    store.remove(part);
    store.unrelate(source.workbookPart, (_id, target) => target === part);
    store.unrelate("", (_id, target) => target === part);
  }
  for (const model of workbook.customXmlParts) {
    if (source.customXml.has(model.id)) continue;
    const hasDefault = /<Default[^>]*Extension="xml"/iu.test(store.text("[Content_Types].xml"));
    const part = store.add("customXml/item", ".xml", hasDefault ? undefined : "application/xml", model.xml);
    store.relate(source.workbookPart, "customXml", part);
  }
}
