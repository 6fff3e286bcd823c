import { strFromU8, unzipSync } from "fflate";
import { attribute, child, children, parseXml, type XmlElement } from "../../workbench/host/package/xml";

/* What stands in a package of the report's writer beside its cells, read from the parts themselves. */

export interface SheetFacts {
  readonly name: string;
  readonly page: Readonly<Record<string, string | undefined>>;
  readonly margins: Readonly<Record<string, number>>;
  readonly header: string;
  readonly footer: string;
  /** A page ends above each of these rows, zero-based. */
  readonly breaks: readonly number[];
  readonly printArea: string | undefined;
  readonly printTitles: string | undefined;
  readonly tables: readonly { readonly name: string; readonly ref: string; readonly columns: readonly string[]; readonly style: string | undefined }[];
  readonly filter: string | undefined;
  readonly validations: readonly Readonly<Record<string, string | undefined>>[];
  readonly links: readonly (readonly [cell: string, location: string])[];
  readonly charts: readonly ChartFacts[];
}

export interface SeriesFacts {
  readonly kind: string;
  readonly name: string;
  readonly values: string;
  readonly categories: string;
  readonly fill: string | undefined;
  readonly isPattern: boolean;
  readonly line: string | undefined;
  readonly dash: string | undefined;
  readonly marker: string | undefined;
  readonly hasLabels: boolean;
  readonly labelFormat: string | undefined;
  readonly labelPosition: string | undefined;
  readonly points: readonly (string | undefined)[];
}

export interface ChartFacts {
  readonly title: string;
  readonly series: readonly SeriesFacts[];
  readonly grouping: string | undefined;
  readonly direction: string | undefined;
  readonly legend: string | undefined;
  readonly blanks: string | undefined;
  readonly categoryTitle: string | undefined;
  readonly valueTitle: string | undefined;
  readonly isReversed: boolean;
  readonly valueFormat: string | undefined;
  readonly min: string | undefined;
  readonly max: string | undefined;
  readonly majorUnit: string | undefined;
  readonly covers: readonly [top: number, left: number, bottom: number, right: number];
}

type Parts = Readonly<Record<string, Uint8Array>>;

function xmlOf(parts: Parts, name: string): XmlElement {
  const part = parts[name];
  if (part === undefined) throw new Error(`no part ${name}`);
  return parseXml(strFromU8(part));
}

function related(parts: Parts, part: string): ReadonlyMap<string, { readonly type: string; readonly target: string }> {
  const folder = part.slice(0, part.lastIndexOf("/"));
  const rels = `${folder}/_rels/${part.slice(folder.length + 1)}.rels`;
  if (parts[rels] === undefined) return new Map();
  return new Map(children(xmlOf(parts, rels), "Relationship").map((each) => {
    const target = attribute(each, "Target") ?? "";
    const path = target.startsWith("/") ? target.slice(1) : new URL(target, `http://x/${folder}/`).pathname.slice(1);
    return [attribute(each, "Id") ?? "", { type: (attribute(each, "Type") ?? "").split("/").at(-1) ?? "", target: path }];
  }));
}

function at(element: XmlElement | undefined, ...path: readonly string[]): XmlElement | undefined {
  return path.reduce<XmlElement | undefined>((found, name) => child(found, name), element);
}

function val(element: XmlElement | undefined): string | undefined {
  return attribute(element, "val");
}

function textIn(element: XmlElement | undefined): string {
  if (element === undefined) return "";
  return element.children.length === 0 ? element.text : element.children.map(textIn).join("");
}

function chartFacts(root: XmlElement, covers: ChartFacts["covers"]): ChartFacts {
  const chart = child(root, "chart");
  const plot = child(chart, "plotArea");
  const groups = plot?.children.filter(({ name }) => name.endsWith("Chart")) ?? [];
  const category = child(plot, "catAx");
  const value = child(plot, "valAx");
  const title = (element: XmlElement | undefined): string | undefined => (child(element, "title") === undefined ? undefined : textIn(at(element, "title", "tx", "rich")));
  return {
    title: title(chart) ?? "",
    series: groups.flatMap((group) => children(group, "ser").map((series) => seriesFacts(series, group.name))),
    grouping: val(child(groups[0], "grouping")),
    direction: val(child(groups[0], "barDir")),
    legend: val(at(chart, "legend", "legendPos")),
    blanks: val(child(chart, "dispBlanksAs")),
    categoryTitle: title(category),
    valueTitle: title(value),
    isReversed: val(at(category, "scaling", "orientation")) === "maxMin",
    valueFormat: attribute(child(value, "numFmt"), "formatCode"),
    min: val(at(value, "scaling", "min")),
    max: val(at(value, "scaling", "max")),
    majorUnit: val(child(value, "majorUnit")),
    covers,
  };
}

function fillOf(properties: XmlElement | undefined): string | undefined {
  return val(at(properties, "solidFill", "srgbClr")) ?? val(at(properties, "pattFill", "fgClr", "srgbClr"));
}

function seriesFacts(series: XmlElement, group: string): SeriesFacts {
  const properties = child(series, "spPr");
  const labels = child(series, "dLbls");
  return {
    kind: group,
    name: textIn(at(series, "tx", "strRef", "strCache", "pt", "v")),
    values: textIn(at(series, "val", "numRef", "f")),
    categories: textIn(at(series, "cat", "strRef", "f")),
    fill: fillOf(properties),
    isPattern: child(properties, "pattFill") !== undefined,
    line: val(at(properties, "ln", "solidFill", "srgbClr")),
    dash: val(at(properties, "ln", "prstDash")),
    marker: val(at(series, "marker", "symbol")),
    hasLabels: val(child(labels, "showVal")) === "1",
    labelFormat: attribute(child(labels, "numFmt"), "formatCode"),
    labelPosition: val(child(labels, "dLblPos")),
    points: children(series, "dPt").map((point) => fillOf(child(point, "spPr"))),
  };
}

function chartsOf(parts: Parts, sheetPart: string): readonly ChartFacts[] {
  const drawing = [...related(parts, sheetPart).values()].find(({ type }) => type === "drawing")?.target;
  if (drawing === undefined) return [];
  const relations = related(parts, drawing);
  return children(xmlOf(parts, drawing), "twoCellAnchor").map((anchor) => {
    const number = (corner: string, name: string): number => Number(textIn(at(anchor, corner, name)));
    const id = attribute(at(anchor, "graphicFrame", "graphic", "graphicData", "chart"), "r:id") ?? "";
    const part = relations.get(id)?.target ?? "";
    return chartFacts(xmlOf(parts, part), [number("from", "row"), number("from", "col"), number("to", "row"), number("to", "col")]);
  });
}

/** The sheets of a package, in their order. */
export function sheetFacts(bytes: Uint8Array): readonly SheetFacts[] {
  const parts = unzipSync(bytes);
  const workbook = xmlOf(parts, "xl/workbook.xml");
  const relations = related(parts, "xl/workbook.xml");
  const names = children(child(workbook, "definedNames"), "definedName");
  return children(child(workbook, "sheets"), "sheet").map((entry, index): SheetFacts => {
    const part = relations.get(attribute(entry, "r:id") ?? "")?.target ?? "";
    const root = xmlOf(parts, part);
    const defined = (name: string): string | undefined => names.find((each) => attribute(each, "name") === name && attribute(each, "localSheetId") === String(index))?.text;
    const page = child(root, "pageSetup");
    const margins = child(root, "pageMargins");
    const own = related(parts, part);
    return {
      name: attribute(entry, "name") ?? "",
      page: { paper: attribute(page, "paperSize"), orientation: attribute(page, "orientation"), wide: attribute(page, "fitToWidth"), high: attribute(page, "fitToHeight") },
      margins: Object.fromEntries(["left", "right", "top", "bottom", "header", "footer"].map((side) => [side, Number(attribute(margins, side))])),
      header: textIn(at(root, "headerFooter", "oddHeader")),
      footer: textIn(at(root, "headerFooter", "oddFooter")),
      breaks: children(child(root, "rowBreaks"), "brk").map((each) => Number(attribute(each, "id"))),
      printArea: defined("_xlnm.Print_Area"),
      printTitles: defined("_xlnm.Print_Titles"),
      tables: [...own.values()].filter(({ type }) => type === "table").map(({ target }) => {
        const table = xmlOf(parts, target);
        return {
          name: attribute(table, "name") ?? "",
          ref: attribute(table, "ref") ?? "",
          columns: children(child(table, "tableColumns"), "tableColumn").map((column) => attribute(column, "name") ?? ""),
          style: attribute(child(table, "tableStyleInfo"), "name"),
        };
      }),
      filter: attribute(child(root, "autoFilter"), "ref"),
      validations: children(child(root, "dataValidations"), "dataValidation").map((each) => ({
        ref: attribute(each, "sqref"),
        type: attribute(each, "type"),
        list: textIn(child(each, "formula1")),
        error: attribute(each, "showErrorMessage"),
        prompt: attribute(each, "promptTitle"),
        text: attribute(each, "prompt"),
      })),
      links: children(child(root, "hyperlinks"), "hyperlink").map((each) => [attribute(each, "ref") ?? "", attribute(each, "location") ?? ""]),
      charts: chartsOf(parts, part),
    };
  });
}
