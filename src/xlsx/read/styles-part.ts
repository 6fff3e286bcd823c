import { builtinFormat } from "../../core/text/number-format";
import { MAX_CELL_FORMATS, MAX_FORMAT_CODE_LENGTH } from "./limits";
import { readXmlPart } from "./package";
import { tooLarge } from "./part-error";
import type { Attributes } from "./xml-attributes";
import type { XmlReader } from "./xml-scanner";
import type { ZipArchive } from "./zip";

export const GENERAL = "General";

/** Number format codes by the cell's style index. */
export function readCellFormats(zip: ZipArchive, part: string): readonly string[] {
  const reader = new StylesReader();
  readXmlPart(zip, part, reader);
  return reader.formatIds.map((id) => reader.codes.get(id) ?? builtinFormat(id) ?? GENERAL);
}

class StylesReader implements XmlReader {
  readonly codes = new Map<number, string>();
  readonly formatIds: number[] = [];
  readonly wantsText = false;
  private section = "";

  open(name: string, attributes: Attributes, depth: number): void {
    if (depth === 2) this.section = name;
    else if (name === "numFmt" && this.section === "numFmts") this.addCode(attributes);
    else if (name === "xf" && this.section === "cellXfs") {
      this.formatIds.push(attributes.getWhole("numFmtId") ?? 0);
      if (this.formatIds.length > MAX_CELL_FORMATS) throw tooLarge("cell formats");
    }
  }

  close(): void {
    // Formats stand in attributes only.
  }

  text(): void {
    // Formats stand in attributes only.
  }

  /** The first of a number wins: within mc:AlternateContent that is the newer one. */
  private addCode(attributes: Attributes): void {
    const id = attributes.getWhole("numFmtId") ?? -1;
    const code = attributes.get("formatCode") ?? "";
    if (code === "" || code.length > MAX_FORMAT_CODE_LENGTH || this.codes.has(id)) return;
    this.codes.set(id, code);
    if (this.codes.size > MAX_CELL_FORMATS) throw tooLarge("number formats");
  }
}
