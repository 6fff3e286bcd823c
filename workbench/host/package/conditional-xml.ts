import { parseRangeA1, toRangeA1, type Region } from "../../../src/core/sheet/region";
import type { ScalePoint } from "../formula/conditional-numbers";
import type { ConditionalFormatModel } from "../model/parts";
import type { SheetModel } from "../model/workbook";
import { dxfXml, type StyleSheet } from "./styles";
import { attribute, child, children, encode, isOn, type XmlElement } from "./xml";

export function regionsOf(text: string): Region[] {
  return text.trim().split(/\s+/u).map(parseRangeA1).filter((region) => region !== undefined);
}

const OPERATORS: Readonly<Record<string, string>> = {
  equal: "EqualTo", notEqual: "NotEqualTo", greaterThan: "GreaterThan", lessThan: "LessThan", greaterThanOrEqual: "GreaterThanOrEqual",
  lessThanOrEqual: "LessThanOrEqual", between: "Between", notBetween: "NotBetween",
};
const TEXTS: Readonly<Record<string, string>> = { containsText: "Contains", notContainsText: "NotContains", beginsWith: "BeginsWith", endsWith: "EndsWith" };
const PRESETS: Readonly<Record<string, string>> = {
  containsBlanks: "Blanks", notContainsBlanks: "NonBlanks", containsErrors: "Errors", notContainsErrors: "NonErrors", duplicateValues: "DuplicateValues",
  uniqueValues: "UniqueValues", aboveAverage: "Average", timePeriod: "TimePeriod",
};
const KINDS: Readonly<Record<string, string>> = { expression: "Custom", cellIs: "CellValue", colorScale: "ColorScale", dataBar: "DataBar", iconSet: "IconSet", top10: "TopBottom" };

export function readConditionalFormats(sheet: SheetModel, source: string, root: XmlElement, styles: StyleSheet | undefined): void {
  for (const container of children(root, "conditionalFormatting")) {
    const regions = regionsOf(attribute(container, "sqref") ?? "");
    for (const rule of children(container, "cfRule")) {
      const dxf = styles?.dxfs[Number(attribute(rule, "dxfId") ?? "-1")];
      const kind = attribute(rule, "type") ?? "";
      const type = KINDS[kind] ?? (kind in TEXTS ? "ContainsText" : "PresetCriteria");
      const formulas = children(rule, "formula").map((each) => each.text);
      sheet.conditionalFormats.push({
        id: sheet.workbook.newGuid(), type, regions: [...regions], priority: Number(attribute(rule, "priority") ?? "1") - 1, stopIfTrue: isOn(attribute(rule, "stopIfTrue")),
        formula: type === "Custom" ? `=${formulas[0] ?? ""}` : "", rule: readRule(type, kind, rule, formulas, styles),
        fill: dxf?.fill, fontColor: dxf?.fontColor, bold: dxf?.bold, italic: dxf?.italic, strikethrough: dxf?.strikethrough, underline: dxf?.underline,
        numberFormat: dxf?.numberFormat, borders: dxf?.borders ?? {}, source: source.slice(rule.start, rule.end),
        ...(type === "Custom" || type === "CellValue" ? {} : { formulas }),
      });
    }
  }
}

function points(element: XmlElement | undefined): ScalePoint[] {
  return children(element, "cfvo").map((each) => ({ type: attribute(each, "type") ?? "num", value: attribute(each, "val") ?? "", isInclusive: isOn(attribute(each, "gte"), true) }));
}

function readRule(type: string, kind: string, rule: XmlElement, formulas: readonly string[], styles: StyleSheet | undefined): Record<string, unknown> {
  const colors = (element: XmlElement | undefined): (string | undefined)[] => children(element, "color").map((each) => styles?.palette.color(each));
  switch (type) {
    case "CellValue":
      return { operator: OPERATORS[attribute(rule, "operator") ?? "equal"] ?? "EqualTo", formula1: `=${formulas[0] ?? ""}`, ...(formulas[1] === undefined ? {} : { formula2: `=${formulas[1]}` }) };
    case "ContainsText":
      return { operator: TEXTS[kind] ?? "Contains", text: attribute(rule, "text") ?? "" };
    case "ColorScale": {
      const scale = child(rule, "colorScale");
      const inks = colors(scale);
      return { points: points(scale).map((point, index) => ({ ...point, color: inks[index] ?? "#FFFFFF" })) };
    }
    case "DataBar": {
      const bar = child(rule, "dataBar");
      return { points: points(bar), color: colors(bar)[0] ?? "#638EC6", showValue: isOn(attribute(bar, "showValue"), true) };
    }
    case "IconSet": {
      const set = child(rule, "iconSet");
      return { points: points(set), set: attribute(set, "iconSet") ?? "3TrafficLights1", isReversed: isOn(attribute(set, "reverse")), showValue: isOn(attribute(set, "showValue"), true) };
    }
    case "TopBottom":
      return { rank: Number(attribute(rule, "rank") ?? "10"), isPercent: isOn(attribute(rule, "percent")), isBottom: isOn(attribute(rule, "bottom")) };
    case "PresetCriteria":
      return { criterion: PRESETS[kind] ?? kind, isBelow: !isOn(attribute(rule, "aboveAverage"), true), isEqual: isOn(attribute(rule, "equalAverage")), deviations: Number(attribute(rule, "stdDev") ?? "0") };
    default:
      return {};
  }
}

/** Foreign rules keep their own text; a sheet with nothing but its old rules gets its old text. */
export function conditionalFormatsXml(source: string, root: XmlElement, sheet: SheetModel, styles: StyleSheet): string {
  const old = children(root, "conditionalFormatting");
  const groups = new Map<string, ConditionalFormatModel[]>();
  for (const format of sheet.conditionalFormats) {
    const key = format.regions.map(toRangeA1).join(" ");
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [format]);
    else group.push(format);
  }
  const isNew = sheet.conditionalFormats.some((format) => format.source === undefined);
  // Ranks as they are in force, one after the other; where nothing is new the file's own stand.
  const ranked = [...sheet.conditionalFormats].sort((a, b) => a.priority - b.priority);
  const rankOf = new Map(ranked.map((format, index) => [format, index + 1]));
  return [...groups].map(([sqref, formats]) => {
    const rules = formats.map((format) => {
      const rank = rankOf.get(format) ?? 1;
      if (format.source === undefined) return ruleXml(format, rank, styles);
      const text = withFormulas(format);
      return isNew ? text.replace(/\spriority="\d+"/u, ` priority="${String(rank)}"`) : text;
    });
    const same = old.find((each) => regionsOf(attribute(each, "sqref") ?? "").map(toRangeA1).join(" ") === sqref && each.children.filter(({ name }) => name === "cfRule").map((rule) => source.slice(rule.start, rule.end)).join("") === rules.join(""));
    return same === undefined ? `<conditionalFormatting sqref="${sqref}">${rules.join("")}</conditionalFormatting>` : source.slice(same.start, same.end);
  }).join("");
}

/** The rule as the file has it, with its formulas as they are now. */
function withFormulas({ source = "", type, formula, rule, formulas }: ConditionalFormatModel): string {
  const now = type === "Custom" ? [formula] : type === "CellValue" ? [rule["formula1"], rule["formula2"]] : (formulas ?? []);
  let index = 0;
  return source.replaceAll(/(<(?:\w+:)?formula>)([\s\S]*?)(<\/(?:\w+:)?formula>)/gu, (whole, open: string, before: string, close: string) => {
    const next = now[index++];
    if (typeof next !== "string") return whole;
    const text = next.replace(/^=/u, "");
    return decodeText(before) === text ? whole : `${open}${encode(text)}${close}`;
  });
}

function decodeText(text: string): string {
  return text.replaceAll("&lt;", "<").replaceAll("&gt;", ">").replaceAll("&quot;", '"').replaceAll("&apos;", "'").replaceAll("&amp;", "&");
}

function ruleXml(format: ConditionalFormatModel, rank: number, styles: StyleSheet): string {
  const dxf = styles.addDxf(dxfXml(format, 164));
  const head = `dxfId="${String(dxf)}" priority="${String(rank)}"${format.stopIfTrue ? ' stopIfTrue="1"' : ""}`;
  const formula = (text: unknown): string => (typeof text === "string" ? `<formula>${encode(text.replace(/^=/u, ""))}</formula>` : "");
  switch (format.type) {
    case "Custom":
      return `<cfRule type="expression" ${head}>${formula(format.formula)}</cfRule>`;
    case "CellValue": {
      const operator = Object.entries(OPERATORS).find(([, name]) => name === format.rule["operator"])?.[0] ?? "equal";
      return `<cfRule type="cellIs" ${head} operator="${operator}">${formula(format.rule["formula1"])}${formula(format.rule["formula2"])}</cfRule>`;
    }
    case "ContainsText": {
      const { text = "", operator = "Contains" } = format.rule as { readonly text?: string; readonly operator?: string };
      const kind = Object.entries(TEXTS).find(([, name]) => name === operator)?.[0] ?? "containsText";
      const [first] = format.regions;
      const cell = first === undefined ? "A1" : toRangeA1({ ...first, bottom: first.top, right: first.left });
      const quoted = `"${text.replaceAll('"', '""')}"`;
      const test = { containsText: `NOT(ISERROR(SEARCH(${quoted},${cell})))`, notContainsText: `ISERROR(SEARCH(${quoted},${cell}))`, beginsWith: `LEFT(${cell},${String(text.length)})=${quoted}`, endsWith: `RIGHT(${cell},${String(text.length)})=${quoted}` }[kind] ?? "";
      return `<cfRule type="${kind}" ${head} operator="${kind === "notContainsText" ? "notContains" : kind}" text="${encode(text)}">${formula(test)}</cfRule>`;
    }
    default:
      throw new Error(`workbench host: a new conditional format of kind ${format.type} can't be saved yet`);
  }
}
