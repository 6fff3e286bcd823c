import { toRangeA1 } from "../../../src/core/sheet/region";
import type { DataValidationModel } from "../model/parts";
import type { SheetModel } from "../model/workbook";
import { regionsOf } from "./conditional-xml";
import { attribute, child, children, encode, isOn, type XmlElement } from "./xml";

const TYPES: Readonly<Record<string, readonly [key: string, type: string]>> = {
  list: ["list", "List"], whole: ["wholeNumber", "WholeNumber"], decimal: ["decimal", "Decimal"], date: ["date", "Date"], time: ["time", "Time"], textLength: ["textLength", "TextLength"], custom: ["custom", "Custom"],
};
const OPERATORS: Readonly<Record<string, string>> = {
  between: "Between", notBetween: "NotBetween", equal: "EqualTo", notEqual: "NotEqualTo", greaterThan: "GreaterThan", lessThan: "LessThan",
  greaterThanOrEqual: "GreaterThanOrEqualTo", lessThanOrEqual: "LessThanOrEqualTo",
};
const STYLES: Readonly<Record<string, string>> = { stop: "Stop", warning: "Warning", information: "Information" };

const fromFormula = (text: string | undefined): unknown => (text === undefined ? undefined : text !== "" && Number.isFinite(Number(text)) ? Number(text) : `=${text}`);
const toFormula = (value: unknown): string => (typeof value === "string" ? value.replace(/^=/u, "") : typeof value === "number" ? String(value) : "");

export function readValidations(sheet: SheetModel, source: string, root: XmlElement): void {
  for (const element of children(child(root, "dataValidations"), "dataValidation")) {
    const [key, type] = TYPES[attribute(element, "type") ?? "none"] ?? ["", "None"];
    const [formula1, formula2] = ["formula1", "formula2"].map((name) => child(element, name)?.text);
    const model: DataValidationModel = {
      regions: regionsOf(attribute(element, "sqref") ?? ""), rule: {}, type, ignoreBlanks: isOn(attribute(element, "allowBlank")),
      errorAlert: {
        showAlert: isOn(attribute(element, "showErrorMessage")), style: STYLES[attribute(element, "errorStyle") ?? "stop"] ?? "Stop",
        title: attribute(element, "errorTitle") ?? "", message: attribute(element, "error") ?? "",
      },
      prompt: { showPrompt: isOn(attribute(element, "showInputMessage")), title: attribute(element, "promptTitle") ?? "", message: attribute(element, "prompt") ?? "" },
      source: source.slice(element.start, element.end),
    };
    if (key === "list") model.rule = { list: { inCellDropDown: !isOn(attribute(element, "showDropDown")), source: formula1?.startsWith('"') === true ? formula1.slice(1, -1).replaceAll('""', '"') : `=${formula1 ?? ""}` } };
    else if (key === "custom") model.rule = { custom: { formula: `=${formula1 ?? ""}` } };
    else if (key !== "") model.rule = { [key]: { formula1: fromFormula(formula1), ...(formula2 === undefined ? {} : { formula2: fromFormula(formula2) }), operator: OPERATORS[attribute(element, "operator") ?? "between"] ?? "Between" } };
    model.asRead = signature(model);
    sheet.validations.push(model);
  }
}

/** What the element says beside the cells it is for. */
function signature({ rule, type, ignoreBlanks, errorAlert, prompt }: DataValidationModel): string {
  return JSON.stringify([rule, type, ignoreBlanks, errorAlert, prompt]);
}

export function validationsXml(sheet: SheetModel): string {
  const items = sheet.validations.filter(({ regions }) => regions.length > 0).map((model) => {
    const sqref = model.regions.map(toRangeA1).join(" ");
    if (model.source !== undefined && model.asRead === signature(model)) return model.source.replace(/\ssqref="[^"]*"/u, ` sqref="${sqref}"`);
    return validationXml(model, sqref);
  });
  return items.length === 0 ? "" : `<dataValidations count="${String(items.length)}">${items.join("")}</dataValidations>`;
}

function validationXml({ rule, errorAlert, prompt, ignoreBlanks }: DataValidationModel, sqref: string): string {
  const [kind, [key]] = Object.entries(TYPES).find(([, [name]]) => rule[name] !== undefined && rule[name] !== null) ?? ["none", [""]];
  const inner = (rule[key] ?? {}) as { readonly source?: unknown; readonly inCellDropDown?: boolean; readonly formula?: unknown; readonly formula1?: unknown; readonly formula2?: unknown; readonly operator?: string };
  const formulas = kind === "list"
    ? [typeof inner.source === "string" && !inner.source.startsWith("=") ? `"${inner.source.replaceAll('"', '""')}"` : toFormula(inner.source)]
    : kind === "custom" ? [toFormula(inner.formula)] : [toFormula(inner.formula1), toFormula(inner.formula2)];
  const operator = Object.entries(OPERATORS).find(([, name]) => name === inner.operator)?.[0];
  const style = Object.entries(STYLES).find(([, name]) => name === errorAlert["style"])?.[0];
  const text = (name: string, value: unknown): string => (typeof value === "string" && value !== "" ? ` ${name}="${encode(value).replaceAll("\n", "&#10;")}"` : "");
  const flag = (name: string, is: boolean): string => (is ? ` ${name}="1"` : "");
  return [
    "<dataValidation", kind === "none" ? "" : ` type="${kind}"`, style === undefined || style === "stop" ? "" : ` errorStyle="${style}"`,
    operator === undefined || operator === "between" ? "" : ` operator="${operator}"`, flag("allowBlank", ignoreBlanks), flag("showDropDown", kind === "list" && inner.inCellDropDown === false),
    flag("showInputMessage", prompt["showPrompt"] !== false), flag("showErrorMessage", errorAlert["showAlert"] !== false),
    text("errorTitle", errorAlert["title"]), text("error", errorAlert["message"]), text("promptTitle", prompt["title"]), text("prompt", prompt["message"]),
    ` sqref="${sqref}">`, formulas[0] === undefined || formulas[0] === "" ? "" : `<formula1>${encode(formulas[0])}</formula1>`,
    formulas[1] === undefined || formulas[1] === "" ? "" : `<formula2>${encode(formulas[1])}</formula2>`, "</dataValidation>",
  ].join("");
}
