import type { SheetVisibility } from "../../core/sheet/snapshot";
import { decodeEscapes } from "./escaped-text";
import { MAX_SHEETS } from "./limits";
import { readXmlPart } from "./package";
import { tooLarge } from "./part-error";
import type { Attributes } from "./xml-attributes";
import type { XmlReader } from "./xml-scanner";
import type { ZipArchive } from "./zip";

/** A sheet as the workbook lists it. */
export interface SheetEntry {
  readonly name: string;
  readonly visibility: SheetVisibility;
  readonly relationshipId: string;
}

export interface WorkbookPart {
  readonly isWorkbook: boolean;
  readonly date1904: boolean;
  readonly sheets: readonly SheetEntry[];
}

export function readWorkbookPart(zip: ZipArchive, part: string): WorkbookPart {
  const reader = new WorkbookReader();
  readXmlPart(zip, part, reader);
  return reader;
}

const VISIBILITIES: ReadonlyMap<string, SheetVisibility> = new Map<string, SheetVisibility>([
  ["hidden", "hidden"],
  ["veryHidden", "very-hidden"],
]);

class WorkbookReader implements XmlReader, WorkbookPart {
  isWorkbook = false;
  date1904 = false;
  readonly sheets: SheetEntry[] = [];
  readonly wantsText = false;
  private section = "";
  private readonly names = new Set<string>();

  open(name: string, attributes: Attributes, depth: number): void {
    if (depth === 1) this.isWorkbook = name === "workbook";
    else if (depth === 2) {
      this.section = name;
      if (name === "workbookPr") this.date1904 = attributes.isTrue("date1904");
    } else if (name === "sheet" && this.section === "sheets") {
      this.sheets.push({
        name: this.freeName(decodeEscapes(attributes.get("name") ?? "")),
        visibility: VISIBILITIES.get(attributes.get("state") ?? "") ?? "visible",
        relationshipId: attributes.getPrefixed("id") ?? "",
      });
      if (this.sheets.length > MAX_SHEETS) throw tooLarge("sheets");
    }
  }

  close(): void {
    // Sheets stand in attributes only.
  }

  text(): void {
    // Sheets stand in attributes only.
  }

  /** Excel allows no two sheets of one name (nor of one but for case), and places are told by the name; so a second one is numbered. */
  private freeName(given: string): string {
    const base = given === "" ? `Sheet${String(this.sheets.length + 1)}` : given;
    let name = base;
    for (let number = 2; this.names.has(name.toLowerCase()); number++) name = `${base} (${String(number)})`;
    this.names.add(name.toLowerCase());
    return name;
  }
}
