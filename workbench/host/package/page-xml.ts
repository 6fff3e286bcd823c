import { LAST_COLUMN, LAST_ROW } from "../../../src/core/sheet/address";
import type { SheetModel } from "../model/workbook";
import { attribute, child, children, encode, isOn, type XmlElement } from "./xml";

/** Numbers of the paper sizes that office.js names. */
const PAPERS: Readonly<Record<string, number>> = { Letter: 1, Legal: 5, A3: 8, A4: 9, A5: 11, B4: 12, B5: 13 };
const POINTS_PER_INCH = 72;
const MARGINS = { left: "LeftMargin", right: "RightMargin", top: "TopMargin", bottom: "BottomMargin", header: "HeaderMargin", footer: "FooterMargin" } as const;
const ORDERS: Readonly<Record<string, string>> = { downThenOver: "DownThenOver", overThenDown: "OverThenDown" };
const COMMENTS: Readonly<Record<string, string>> = { none: "NoComments", atEnd: "EndSheet", asDisplayed: "InPlace" };
const ERRORS: Readonly<Record<string, string>> = { displayed: "AsDisplayed", blank: "Blank", dash: "Dash", NA: "NotAvailable" };
const WHICH = { default: ["oddHeader", "oddFooter"], odd: ["oddHeader", "oddFooter"], even: ["evenHeader", "evenFooter"], first: ["firstHeader", "firstFooter"] } as const;

function keyOf(table: Readonly<Record<string, string>>, value: string): string | undefined {
  return Object.entries(table).find(([, name]) => name === value)?.[0];
}

export function readPage(sheet: SheetModel, root: XmlElement): void {
  const page = sheet.pageLayout;
  const margins = child(root, "pageMargins");
  for (const [name, wire] of Object.entries(MARGINS)) {
    const inches = attribute(margins, name);
    if (inches !== undefined) page.margins[wire] = Math.round(Number(inches) * POINTS_PER_INCH * 100) / 100;
  }
  const setup = child(root, "pageSetup");
  page.orientation = attribute(setup, "orientation") === "landscape" ? "Landscape" : "Portrait";
  const paper = attribute(setup, "paperSize");
  page.paperSize = Object.entries(PAPERS).find(([, number]) => String(number) === (paper ?? "1"))?.[0] ?? (paper ?? "Letter");
  const isFit = isOn(attribute(child(child(root, "sheetPr"), "pageSetUpPr"), "fitToPage"));
  const fit = (name: string): number | undefined => { const pages = Number(attribute(setup, name) ?? "1"); return pages === 0 ? undefined : pages; };
  const [wide, tall] = [fit("fitToWidth"), fit("fitToHeight")];
  page.zoom = isFit ? { ...(wide === undefined ? {} : { horizontalFitToPages: wide }), ...(tall === undefined ? {} : { verticalFitToPages: tall }) } : { scale: Number(attribute(setup, "scale") ?? "100") };
  page.blackAndWhite = isOn(attribute(setup, "blackAndWhite"));
  page.draftMode = isOn(attribute(setup, "draft"));
  page.firstPageNumber = isOn(attribute(setup, "useFirstPageNumber")) ? Number(attribute(setup, "firstPageNumber") ?? "1") : "";
  page.printOrder = ORDERS[attribute(setup, "pageOrder") ?? ""] ?? "DownThenOver";
  page.printComments = COMMENTS[attribute(setup, "cellComments") ?? ""] ?? "NoComments";
  page.printErrors = ERRORS[attribute(setup, "errors") ?? ""] ?? "AsDisplayed";
  const options = child(root, "printOptions");
  page.centerHorizontally = isOn(attribute(options, "horizontalCentered"));
  page.centerVertically = isOn(attribute(options, "verticalCentered"));
  page.printGridlines = isOn(attribute(options, "gridLines"));
  page.printHeadings = isOn(attribute(options, "headings"));
  readHeaders(sheet, child(root, "headerFooter"));
  for (const [section, list] of [["rowBreaks", sheet.horizontalBreaks], ["colBreaks", sheet.verticalBreaks]] as const) {
    for (const each of children(child(root, section), "brk")) list.push(Number(attribute(each, "id")));
  }
}

function readHeaders(sheet: SheetModel, element: XmlElement | undefined): void {
  const page = sheet.pageLayout;
  const [isOdd, isFirst] = [isOn(attribute(element, "differentOddEven")), isOn(attribute(element, "differentFirst"))];
  page.headerState = isOdd ? (isFirst ? "FirstOddAndEven" : "OddAndEven") : isFirst ? "FirstAndDefault" : "Default";
  page.headersFooters = {};
  for (const [which, [header, footer]] of Object.entries(WHICH)) {
    const parts = { ...splitLine(child(element, header)?.text ?? "", "Header"), ...splitLine(child(element, footer)?.text ?? "", "Footer") };
    if (Object.keys(parts).length > 0) page.headersFooters[which] = parts;
  }
}

/** `&L…&C…&R…` into its three parts; a code within a part, such as `&"…"` or `&&`, is not a border between them. */
function splitLine(text: string, end: "Header" | "Footer"): Record<string, string> {
  const parts: Record<string, string> = {};
  const names = { L: "Left", C: "Center", R: "Right" } as const;
  let current: "Left" | "Center" | "Right" = "Center";
  for (const [token] of text.matchAll(/&"[^"]*"|&&|&[LCR]|&[^LCR]|[^&]+/gu)) {
    if (/^&[LCR]$/u.test(token)) current = names[token.charAt(1) as "L"];
    else parts[`${current}${end}`] = (parts[`${current}${end}`] ?? "") + token;
  }
  return parts;
}

function lineOf(parts: Readonly<Record<string, string>> | undefined, end: "Header" | "Footer"): string {
  return (["Left", "Center", "Right"] as const).map((side) => { const text = parts?.[`${side}${end}`] ?? ""; return text === "" ? "" : `&${side.charAt(0)}${text}`; }).join("");
}

/** The attributes that an element had, with those that are said now; undefined takes one away. */
function merged(element: XmlElement | undefined, now: Readonly<Record<string, string | undefined>>): string {
  const all = new Map(element?.attributes);
  for (const [name, value] of Object.entries(now)) {
    if (value === undefined) all.delete(name);
    else all.set(name, value);
  }
  return [...all].map(([name, value]) => ` ${name}="${encode(value)}"`).join("");
}

export function pageSections(sheet: SheetModel, root: XmlElement): ReadonlyMap<string, string> {
  const page = sheet.pageLayout;
  const flag = (is: boolean): string | undefined => (is ? "1" : undefined);
  const options = merged(child(root, "printOptions"), { horizontalCentered: flag(page.centerHorizontally), verticalCentered: flag(page.centerVertically), gridLines: flag(page.printGridlines), headings: flag(page.printHeadings) });
  const margins = Object.entries(MARGINS).map(([name, wire]) => ` ${name}="${String(Math.round(((page.margins[wire] ?? 0) / POINTS_PER_INCH) * 10_000) / 10_000)}"`).join("");
  const { scale, horizontalFitToPages, verticalFitToPages } = page.zoom as { readonly scale?: number; readonly horizontalFitToPages?: number; readonly verticalFitToPages?: number };
  const isFit = scale === undefined || horizontalFitToPages !== undefined || verticalFitToPages !== undefined;
  const setup = merged(child(root, "pageSetup"), {
    paperSize: String(PAPERS[page.paperSize] ?? (Number.isFinite(Number(page.paperSize)) ? Number(page.paperSize) : 9)),
    scale: isFit || scale === 100 ? undefined : String(scale),
    fitToWidth: isFit ? String(horizontalFitToPages ?? 0) : undefined, fitToHeight: isFit ? String(verticalFitToPages ?? 0) : undefined,
    orientation: page.orientation.toLowerCase(), blackAndWhite: flag(page.blackAndWhite), draft: flag(page.draftMode),
    firstPageNumber: page.firstPageNumber === "" ? undefined : String(page.firstPageNumber), useFirstPageNumber: flag(page.firstPageNumber !== ""),
    pageOrder: page.printOrder === "DownThenOver" ? undefined : keyOf(ORDERS, page.printOrder), cellComments: page.printComments === "NoComments" ? undefined : keyOf(COMMENTS, page.printComments),
    errors: page.printErrors === "AsDisplayed" ? undefined : keyOf(ERRORS, page.printErrors),
  });
  return new Map([
    ["printOptions", options === "" ? "" : `<printOptions${options}/>`],
    ["pageMargins", `<pageMargins${margins}/>`],
    ["pageSetup", `<pageSetup${setup}/>`],
    ["headerFooter", headersXml(sheet)],
    ["rowBreaks", breaksXml("rowBreaks", sheet.horizontalBreaks, LAST_COLUMN)],
    ["colBreaks", breaksXml("colBreaks", sheet.verticalBreaks, LAST_ROW)],
  ]);
}

/** 改ページ and 1 ページに収める are two ways in one; the sheet's properties say which. */
export function isFitToPages({ pageLayout: { zoom } }: SheetModel): boolean {
  return zoom["scale"] === undefined || zoom["horizontalFitToPages"] !== undefined || zoom["verticalFitToPages"] !== undefined;
}

function headersXml({ pageLayout: { headersFooters, headerState } }: SheetModel): string {
  const isOddAndEven = headerState.includes("OddAndEven");
  const isFirst = headerState.startsWith("First");
  const main = isOddAndEven ? (headersFooters["odd"] ?? headersFooters["default"]) : (headersFooters["default"] ?? headersFooters["odd"]);
  const lines: string[] = [];
  const add = (name: string, text: string): void => { if (text !== "") lines.push(`<${name}>${encode(text)}</${name}>`); };
  add("oddHeader", lineOf(main, "Header"));
  add("oddFooter", lineOf(main, "Footer"));
  if (isOddAndEven) { add("evenHeader", lineOf(headersFooters["even"], "Header")); add("evenFooter", lineOf(headersFooters["even"], "Footer")); }
  if (isFirst) { add("firstHeader", lineOf(headersFooters["first"], "Header")); add("firstFooter", lineOf(headersFooters["first"], "Footer")); }
  const attributes = `${isOddAndEven ? ' differentOddEven="1"' : ""}${isFirst ? ' differentFirst="1"' : ""}`;
  return lines.length === 0 && attributes === "" ? "" : `<headerFooter${attributes}>${lines.join("")}</headerFooter>`;
}

/** In office.js a break stands above a row, in the file after the one before; both are the same number. */
function breaksXml(name: string, breaks: readonly number[], last: number): string {
  if (breaks.length === 0) return "";
  const items = [...breaks].sort((a, b) => a - b).map((at) => `<brk id="${String(at)}" max="${String(last)}" man="1"/>`).join("");
  return `<${name} count="${String(breaks.length)}" manualBreakCount="${String(breaks.length)}">${items}</${name}>`;
}
