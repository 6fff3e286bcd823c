import { overlaps } from "../../../src/core/sheet/region";
import type { Registry } from "../interpreter/definition";
import type { DataValidationModel } from "../model/parts";
import { removeCells } from "../model/rule-regions";
import { refuseIfProtected } from "./protection";
import { isAllowed } from "../user/validation";
import { areasOf, type Formatted } from "./range-format";
import { invalid } from "./range-values";

interface Target { readonly of: Formatted }

const TYPES: Readonly<Record<string, string>> = {
  list: "List", wholeNumber: "WholeNumber", decimal: "Decimal", date: "Date", time: "Time", textLength: "TextLength", custom: "Custom",
};
/** Excel's own limit for choices written into the rule. */
const MOST_LIST_CHARACTERS = 255;

function find({ of }: Target): DataValidationModel | undefined {
  const [area] = areasOf(of);
  return area === undefined ? undefined : of.sheet.validations.find(({ regions }) => regions.some((region) => overlaps(region, area.region)));
}

/** The validation of exactly these cells, made where there is none. */
function ensure({ of }: Target): DataValidationModel {
  const { validations } = of.sheet;
  const regions = areasOf(of).map(({ region }) => region);
  const same = validations.find((each) => JSON.stringify(each.regions) === JSON.stringify(regions));
  if (same !== undefined) return same;
  clear({ of });
  const made: DataValidationModel = { regions, rule: {}, errorAlert: {}, prompt: {}, ignoreBlanks: true, type: "None" };
  validations.push(made);
  return made;
}

function clear({ of }: Target): void {
  if (!removeCells(of.sheet.validations, areasOf(of).map(({ region }) => region))) return;
  of.sheet.changes.aspect("validations");
  of.sheet.workbook.isDirty = true;
}

/** True where all cells hold what the rules allow, false where none does, null where they differ. */
function validOf({ of }: Target): boolean | null {
  of.sheet.workbook.settle();
  let hasValid = false;
  let hasInvalid = false;
  for (const { region } of areasOf(of)) {
    const bottom = Math.min(region.bottom, Math.max(region.top, of.sheet.reach.bottom));
    const right = Math.min(region.right, Math.max(region.left, of.sheet.reach.right));
    for (let row = region.top; row <= bottom; row++) {
      for (let column = region.left; column <= right; column++) {
        if (isAllowed(of.sheet, row, column, of.sheet.content(row, column))) hasValid = true;
        else hasInvalid = true;
      }
    }
  }
  return hasInvalid ? (hasValid ? null : false) : true;
}

export function defineDataValidation(registry: Registry): void {
  registry.define<Target>("DataValidation", {
    get: {
      Rule: (target) => find(target)?.rule ?? {},
      Type: (target) => find(target)?.type ?? "None",
      ErrorAlert: (target) => find(target)?.errorAlert ?? {},
      Prompt: (target) => find(target)?.prompt ?? {},
      IgnoreBlanks: (target) => find(target)?.ignoreBlanks ?? true,
      Valid: validOf,
    },
    set: {
      Rule: (target, value: Record<string, unknown>) => {
        const [kind] = Object.keys(value).filter((key) => value[key] !== null);
        const type = kind === undefined ? undefined : TYPES[kind];
        if (type === undefined) throw invalid();
        const source = (value["list"] as { source?: unknown } | undefined)?.source;
        if (typeof source === "string" && !source.startsWith("=") && source.length > MOST_LIST_CHARACTERS) throw invalid();
        Object.assign(ensure(target), { rule: value, type });
        target.of.sheet.changes.aspect("validations");
      },
      ErrorAlert: (target, value: Record<string, unknown>) => { ensure(target).errorAlert = value; target.of.sheet.changes.aspect("validations"); },
      Prompt: (target, value: Record<string, unknown>) => { ensure(target).prompt = value; target.of.sheet.changes.aspect("validations"); },
      IgnoreBlanks: (target, value: boolean) => { ensure(target).ignoreBlanks = value; target.of.sheet.changes.aspect("validations"); },
    },
    call: { Clear: (target) => { clear(target); return null; } },
    guard: ({ of }) => { if (of.sheet.protection.isProtected) refuseIfProtected(of.sheet, ""); },
  });
}
