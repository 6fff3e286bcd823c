import { strToU8, zipSync, type Zippable } from "fflate";

/** Parts by name; null takes out one that would be there. */
export type Parts = Readonly<Record<string, string | Uint8Array | null>>;

export interface SheetSpec {
  readonly name?: string;
  /** What stands in `<sheetData>`, unless `xml` gives the whole part. */
  readonly data?: string;
  /** What stands before and after `<sheetData>`. */
  readonly before?: string;
  readonly after?: string;
  readonly xml?: string | Uint8Array;
  readonly state?: string;
  readonly kind?: string;
}

export interface PackageSpec {
  readonly sheets?: readonly SheetSpec[];
  readonly workbookPr?: string;
  /** `<si>` elements. */
  readonly sharedStrings?: string;
  /** What stands in the style sheet. */
  readonly styles?: string;
  /** Added to the package, or put in place of what it has. */
  readonly parts?: Parts;
}

const MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const OFFICE_RELATIONSHIPS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const PACKAGE_RELATIONSHIPS = "http://schemas.openxmlformats.org/package/2006/relationships";
const DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

export function worksheetXml({ data = "", before = "", after = "" }: SheetSpec): string {
  return `${DECLARATION}<worksheet xmlns="${MAIN}">${before}<sheetData>${data}</sheetData>${after}</worksheet>`;
}

export function relationshipsXml(targets: readonly (readonly [id: string, kind: string, target: string])[]): string {
  const items = targets.map(
    ([id, kind, target]) => `<Relationship Id="${id}" Type="${OFFICE_RELATIONSHIPS}/${kind}" Target="${target}"/>`,
  );
  return `${DECLARATION}<Relationships xmlns="${PACKAGE_RELATIONSHIPS}">${items.join("")}</Relationships>`;
}

/** The smallest package that is a workbook, drawn from what a test says of it. */
export function workbookParts(spec: PackageSpec = {}): Map<string, string | Uint8Array> {
  const { sheets = [{}], workbookPr = "", sharedStrings, styles } = spec;
  const parts = new Map<string, string | Uint8Array>();
  const relationships: [string, string, string][] = [];
  const listed = sheets.map((sheet, index) => {
    const number = String(index + 1);
    relationships.push([`rId${number}`, sheet.kind ?? "worksheet", `worksheets/sheet${number}.xml`]);
    parts.set(`xl/worksheets/sheet${number}.xml`, sheet.xml ?? worksheetXml(sheet));
    const state = sheet.state === undefined ? "" : ` state="${sheet.state}"`;
    return `<sheet name="${sheet.name ?? `シート${number}`}" sheetId="${number}"${state} r:id="rId${number}"/>`;
  });
  if (sharedStrings !== undefined) {
    relationships.push(["rIdStrings", "sharedStrings", "sharedStrings.xml"]);
    parts.set("xl/sharedStrings.xml", `${DECLARATION}<sst xmlns="${MAIN}">${sharedStrings}</sst>`);
  }
  if (styles !== undefined) {
    relationships.push(["rIdStyles", "styles", "styles.xml"]);
    parts.set("xl/styles.xml", `${DECLARATION}<styleSheet xmlns="${MAIN}">${styles}</styleSheet>`);
  }
  parts.set("[Content_Types].xml", `${DECLARATION}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>`);
  parts.set("_rels/.rels", relationshipsXml([["rId1", "officeDocument", "xl/workbook.xml"]]));
  parts.set(
    "xl/workbook.xml",
    `${DECLARATION}<workbook xmlns="${MAIN}" xmlns:r="${OFFICE_RELATIONSHIPS}">${workbookPr}<sheets>${listed.join("")}</sheets></workbook>`,
  );
  parts.set("xl/_rels/workbook.xml.rels", relationshipsXml(relationships));
  for (const [name, content] of Object.entries(spec.parts ?? {})) {
    if (content === null) parts.delete(name);
    else parts.set(name, content);
  }
  return parts;
}

/** Zips parts; the time of each is fixed, so that the same parts give the same bytes. */
export function zipParts(parts: Iterable<readonly [string, string | Uint8Array]>): Uint8Array {
  const files: Zippable = {};
  for (const [name, content] of parts) files[name] = typeof content === "string" ? strToU8(content) : content;
  return zipSync(files, { level: 6, mtime: "2000-01-01T00:00:00" });
}

export function workbookPackage(spec: PackageSpec = {}): Uint8Array {
  return zipParts(workbookParts(spec));
}

/** `<si>` elements for plain texts. */
export function sharedStringItems(...texts: readonly string[]): string {
  return texts.map((text) => `<si><t xml:space="preserve">${text}</t></si>`).join("");
}
