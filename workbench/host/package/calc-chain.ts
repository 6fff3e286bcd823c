import { parseA1 } from "../../../src/core/sheet/address";
import type { SheetModel } from "../model/workbook";
import type { OpenedPackage } from "./open";
import type { PartStore } from "./parts";
import { relationshipsOf } from "./relationships";
import { attribute, child, children, parseXml } from "./xml";

/** The order of calculation that Excel keeps. One that names a cell without a formula makes Excel call the file damaged; without one it makes its own. */
export function dropStaleCalculation(source: OpenedPackage, store: PartStore, partOf: ReadonlyMap<SheetModel, string>): void {
  const relationships = relationshipsOf(store.parts, source.workbookPart);
  const chain = [...relationships.values()].find(({ type, target }) => type === "calcChain" && store.has(target))?.target;
  if (chain === undefined) return;
  const sheetOf = new Map<string, SheetModel>();
  for (const entry of children(child(parseXml(store.text(source.workbookPart)), "sheets"), "sheet")) {
    const target = relationships.get(attribute(entry, "r:id") ?? "")?.target;
    for (const [sheet, part] of partOf) if (part === target) sheetOf.set(attribute(entry, "sheetId") ?? "", sheet);
  }
  let id = "";
  const isStale = children(parseXml(store.text(chain)), "c").some((entry) => {
    id = attribute(entry, "i") ?? id;
    const at = parseA1(attribute(entry, "r") ?? "");
    return at === undefined || sheetOf.get(id)?.cell(at.row, at.column)?.formula === undefined;
  });
  if (!isStale) return;
  store.unrelate(source.workbookPart, (_id, target) => target === chain);
  store.remove(chain);
}
