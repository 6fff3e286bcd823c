import { SETTINGS_NAMESPACE } from "../../core/settings-part";
import { MAX_CUSTOM_XML_ITEMS, MAX_SETTINGS_LENGTH } from "./limits";
import { readXmlPart } from "./package";
import { PartError, tooLarge } from "./part-error";
import type { Attributes } from "./xml-attributes";
import type { XmlReader, XmlText } from "./xml-scanner";
import type { ZipArchive } from "./zip";

const CUSTOM_XML_ITEM = /^customXml\/item(\d{1,9})\.xml$/iu;

/** The product's own settings in the workbook, or null. Other programs' items are nobody's business, damaged or not. */
export function readSettingsPart(zip: ZipArchive): string | null {
  const items = zip
    .names()
    .map((name) => ({ name, number: CUSTOM_XML_ITEM.exec(name)?.[1] }))
    .filter((item) => item.number !== undefined)
    .sort((a, b) => Number(a.number) - Number(b.number))
    .slice(0, MAX_CUSTOM_XML_ITEMS);
  for (const { name } of items) {
    const reader = new SettingsReader();
    try {
      readXmlPart(zip, name, reader, 3 * MAX_SETTINGS_LENGTH);
    } catch (error) {
      if (!(error instanceof PartError)) throw error;
      continue;
    }
    if (reader.isOurs) return reader.content;
  }
  return null;
}

class SettingsReader implements XmlReader {
  wantsText = false;
  isOurs = false;
  content = "";

  open(_name: string, attributes: Attributes, depth: number): void {
    if (depth !== 1) return;
    const declaration = attributes.prefix === "" ? "xmlns" : `xmlns:${attributes.prefix}`;
    this.isOurs = attributes.get(declaration) === SETTINGS_NAMESPACE;
    this.wantsText = this.isOurs;
  }

  close(_name: string, depth: number): void {
    if (depth === 1) this.wantsText = false;
  }

  text(text: XmlText): void {
    this.content += text.toString();
    if (this.content.length > MAX_SETTINGS_LENGTH) throw tooLarge("settings");
  }
}
