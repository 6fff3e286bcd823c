import { overlaps } from "../../../src/core/sheet/region";
import type { Environment, Registry } from "../interpreter/definition";
import { HostError } from "../interpreter/protocol";
import type { ConditionalFormatModel } from "../model/parts";
import { RangeAreasModel, RangeModel } from "../model/range";
import { removeCells } from "../model/rule-regions";
import type { SheetModel } from "../model/workbook";
import { refuseIfProtected } from "./protection";
import { areasOf, requireColor, type Formatted } from "./range-format";
import { invalid } from "./range-values";

interface Target {
  readonly sheet: SheetModel;
  readonly format: ConditionalFormatModel;
}

const targets = new WeakMap<ConditionalFormatModel, Target>();

function targetOf(sheet: SheetModel, format: ConditionalFormatModel): Target {
  let found = targets.get(format);
  if (found === undefined) targets.set(format, (found = { sheet, format }));
  return found;
}

function sheetOf(of: Formatted): SheetModel {
  return of.sheet;
}

/** Rules that touch the range, the strongest first. */
function formatsOf(of: Formatted): Target[] {
  const sheet = sheetOf(of);
  const areas = areasOf(of);
  return sheet.conditionalFormats
    .filter((format) => format.regions.some((region) => areas.some((area) => overlaps(region, area.region))))
    .sort((a, b) => a.priority - b.priority)
    .map((format) => targetOf(sheet, format));
}

function touch({ sheet, format }: Target): void {
  delete format.source;
  sheet.changes.aspect("conditional-formats");
  sheet.workbook.isDirty = true;
}

const TYPES = new Set(["Custom", "DataBar", "ColorScale", "IconSet", "TopBottom", "PresetCriteria", "ContainsText", "CellValue"]);

function refuse(sheet: SheetModel): void {
  refuseIfProtected(sheet, "allowFormatCells");
}

/** Takes the rule off the range; parts of its area outside stay. */
function removeFrom(of: Formatted): void {
  const sheet = sheetOf(of);
  refuse(sheet);
  if (!removeCells(sheet.conditionalFormats, areasOf(of).map((area) => area.region))) return;
  sheet.changes.aspect("conditional-formats");
  sheet.workbook.isDirty = true;
}

function only(type: string): { plain: (target: Target) => Target; orNull: (target: Target) => Target | null } {
  return {
    plain: (target) => {
      if (target.format.type !== type) throw new HostError("InvalidOperation", "This conditional format is of another type.");
      return target;
    },
    orNull: (target) => (target.format.type === type ? target : null),
  };
}

function setPriority({ sheet, format }: Target, priority: number): void {
  const ordered = [...sheet.conditionalFormats].sort((a, b) => a.priority - b.priority).filter((each) => each !== format);
  ordered.splice(Math.max(0, Math.min(priority, ordered.length)), 0, format);
  ordered.forEach((each, index) => { each.priority = index; });
}

const BORDER_SIDES: readonly string[] = ["EdgeTop", "EdgeBottom", "EdgeLeft", "EdgeRight"];
const BORDER_STYLES: readonly string[] = ["None", "Continuous", "Dash", "DashDot", "DashDotDot", "Dot"];

interface BorderTarget extends Target { readonly side: string }

function setBorder(target: BorderTarget, change: { readonly style?: string; readonly color?: string }): void {
  if (change.style !== undefined && !BORDER_STYLES.includes(change.style)) throw invalid();
  const { borders } = target.format;
  const next = { ...(borders[target.side] ?? { style: "Continuous", color: "#000000" }), ...change };
  if (next.style === "None") target.format.borders = Object.fromEntries(Object.entries(borders).filter(([side]) => side !== target.side));
  else target.format.borders = { ...borders, [target.side]: next };
  touch(target);
}

export function defineConditionalFormat(registry: Registry): void {
  const refuseUnreadable = (list: readonly Target[], { faults }: Environment): void => {
    const { unreadableRule } = faults;
    if (unreadableRule !== undefined && list.some(({ format }) => unreadableRule(format))) throw new HostError("GeneralException", "There was an internal error while processing the request.");
  };
  registry.define<Formatted>("ConditionalFormatCollection", {
    items: (of, environment) => { const list = formatsOf(of); refuseUnreadable(list, environment); return list; },
    find: (of, key) => formatsOf(of).find(({ format }) => format.id === key),
    call: {
      Add: (of, given: readonly string[]) => {
        const sheet = sheetOf(of);
        refuse(sheet);
        const type = given[0] ?? "";
        if (!TYPES.has(type)) throw invalid();
        for (const each of sheet.conditionalFormats) each.priority++;
        const format: ConditionalFormatModel = {
          id: sheet.workbook.newGuid(), type, regions: areasOf(of).map((area) => area.region), priority: 0, stopIfTrue: false,
          formula: "", rule: {}, fill: undefined, fontColor: undefined, bold: undefined, italic: undefined, strikethrough: undefined,
          underline: undefined, numberFormat: undefined, borders: {},
        };
        sheet.conditionalFormats.push(format);
        const target = targetOf(sheet, format);
        touch(target);
        return target;
      },
      GetCount: (of) => formatsOf(of).length,
      // By its place one can be had although another can't be read.
      GetItemAt: (of, given: readonly number[], environment) => {
        const found = formatsOf(of)[given[0] ?? -1];
        if (found === undefined) throw new HostError("ItemNotFound", "The requested resource doesn't exist.");
        refuseUnreadable([found], environment);
        return found;
      },
      ClearAll: (of) => { removeFrom(of); return null; },
    },
  });
  const custom = only("Custom");
  const cellValue = only("CellValue");
  const text = only("ContainsText");
  registry.define<Target>("ConditionalFormat", {
    get: {
      Id: ({ format }) => format.id,
      Type: ({ format }) => format.type,
      Priority: ({ format }) => format.priority,
      StopIfTrue: ({ format }) => format.stopIfTrue,
    },
    set: {
      Priority: (target, value: number) => { setPriority(target, value); touch(target); },
      StopIfTrue: (target, value: boolean) => { target.format.stopIfTrue = value; touch(target); },
    },
    go: {
      Custom: custom.plain,
      CustomOrNullObject: custom.orNull,
      CellValue: cellValue.plain,
      CellValueOrNullObject: cellValue.orNull,
      TextComparison: text.plain,
      TextComparisonOrNullObject: text.orNull,
      ColorScaleOrNullObject: () => null,
      DataBarOrNullObject: () => null,
      IconSetOrNullObject: () => null,
      PresetOrNullObject: () => null,
      TopBottomOrNullObject: () => null,
    },
    call: {
      GetRange: ({ sheet, format }) => {
        const [region, ...more] = format.regions;
        if (region === undefined || more.length > 0) throw new HostError("InvalidOperation", "The conditional format applies to several ranges.");
        return new RangeModel(sheet, region);
      },
      GetRangeOrNullObject: ({ sheet, format }) => {
        const [region, ...more] = format.regions;
        return region === undefined || more.length > 0 ? null : new RangeModel(sheet, region);
      },
      GetRanges: ({ sheet, format }) => new RangeAreasModel(sheet, format.regions.map((region) => new RangeModel(sheet, region))),
      Delete: ({ sheet, format }) => {
        refuse(sheet);
        const at = sheet.conditionalFormats.indexOf(format);
        if (at < 0) throw new HostError("ItemNotFound", "The requested resource doesn't exist.");
        sheet.conditionalFormats.splice(at, 1);
        sheet.changes.aspect("conditional-formats");
        sheet.workbook.isDirty = true;
        return null;
      },
    },
    guard: ({ sheet }) => { refuse(sheet); },
  });
  const format = { Format: (target: Target): Target => target };
  registry.define<Target>("CustomConditionalFormat", { go: { ...format, Rule: (target) => target } });
  registry.define<Target>("ConditionalFormatRule", {
    get: { Formula: (target) => target.format.formula, FormulaLocal: (target) => target.format.formula },
    set: {
      Formula: (target, value: string) => {
        if (typeof value !== "string" || value === "") throw invalid();
        target.format.formula = value.startsWith("=") ? value : `=${value}`;
        touch(target);
      },
    },
  });
  const rule = {
    get: { Rule: (target: Target) => target.format.rule },
    set: { Rule: (target: Target, value: Record<string, unknown>) => { target.format.rule = value; touch(target); } },
    go: format,
  };
  registry.define<Target>("CellValueConditionalFormat", rule);
  registry.define<Target>("TextConditionalFormat", rule);
  registry.define<Target>("ConditionalRangeFormat", {
    get: { NumberFormat: (target) => target.format.numberFormat ?? null },
    set: { NumberFormat: (target, value: string) => { target.format.numberFormat = value; touch(target); } },
    go: { Fill: (target) => target, Font: (target) => target, Borders: (target) => target },
  });
  registry.define<Target>("ConditionalRangeBorderCollection", {
    get: { Count: () => BORDER_SIDES.length },
    items: (target) => BORDER_SIDES.map((side): BorderTarget => ({ ...target, side })),
    find: (target, key) => (BORDER_SIDES.includes(String(key)) ? { ...target, side: String(key) } : undefined),
    go: Object.fromEntries(BORDER_SIDES.map((side) => [side.replace("Edge", ""), (target: Target): BorderTarget => ({ ...target, side })])),
  });
  registry.define<BorderTarget>("ConditionalRangeBorder", {
    get: {
      SideIndex: ({ side }) => side,
      Style: ({ format: { borders }, side }) => borders[side]?.style ?? "None",
      Color: ({ format: { borders }, side }) => borders[side]?.color ?? "",
    },
    set: {
      Style: (target, value: string) => { setBorder(target, { style: value }); },
      Color: (target, value: string) => { setBorder(target, { color: requireColor(value) }); },
    },
  });
  registry.define<Target>("ConditionalRangeFill", {
    get: { Color: (target) => target.format.fill ?? "" },
    set: { Color: (target, value: string) => { target.format.fill = requireColor(value); touch(target); } },
    call: { Clear: (target) => { target.format.fill = undefined; touch(target); return null; } },
  });
  registry.define<Target>("ConditionalRangeFont", {
    get: {
      Color: (target) => target.format.fontColor ?? "",
      Bold: (target) => target.format.bold ?? null,
      Italic: (target) => target.format.italic ?? null,
      Strikethrough: (target) => target.format.strikethrough ?? null,
      Underline: (target) => target.format.underline ?? "None",
    },
    set: {
      Color: (target, value: string) => { target.format.fontColor = requireColor(value); touch(target); },
      Bold: (target, value: boolean) => { target.format.bold = value; touch(target); },
      Italic: (target, value: boolean) => { target.format.italic = value; touch(target); },
      Strikethrough: (target, value: boolean) => { target.format.strikethrough = value; touch(target); },
      Underline: (target, value: string) => { target.format.underline = value; touch(target); },
    },
  });
}
