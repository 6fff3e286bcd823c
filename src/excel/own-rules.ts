import { isOurFormula } from "../core/highlight";
import type { ShownRule } from "../core/journal";
import { isGone, mayConcernPart } from "./host-failure";

/** A conditional format with our marker. */
export interface OwnRule {
  readonly sheet: RuledSheet;
  readonly rule: Excel.ConditionalFormat;
  readonly formula: string;
}

/** A sheet, and how many conditional formats it carries, whoever's. */
export interface RuledSheet {
  readonly id: string;
  readonly name: string;
  readonly worksheet: Excel.Worksheet;
  /** Protected, and formats are forbidden. */
  readonly isLocked: boolean;
  readonly rules: number;
}

export interface OwnRules {
  /** Worksheets in their order, hidden ones too. */
  readonly sheets: readonly RuledSheet[];
  readonly own: readonly OwnRule[];
}

/** Queues with the first request: the sheets, and which of them may be formatted. */
export function askSheets(context: Excel.RequestContext): () => readonly Omit<RuledSheet, "rules">[] {
  const { worksheets } = context.workbook;
  worksheets.load({ id: true, name: true, protection: { protected: true, options: true } });
  return () =>
    worksheets.items.map((worksheet) => {
      const { protected: isProtected, options } = worksheet.protection;
      // null where the sheet is not protected; the types of the library do not say so.
      const allowed = (options as Partial<Excel.WorksheetProtectionOptions> | null)?.allowFormatCells === true;
      return { id: worksheet.id, name: worksheet.name, worksheet, isLocked: isProtected && !allowed };
    });
}

interface Listed {
  readonly sheet: RuledSheet;
  readonly custom: readonly Excel.ConditionalFormat[];
}

/** What Excel made of an `add` whose formula it then refused. No rule that works has none. */
function isHalfMade(formula: string): boolean {
  return formula.replace(/^=/u, "").trim() === "";
}

/**
 * Our conditional formats on all sheets, found by the marker in their formula alone: after sorting, inserting, copying,
 * in any session. Two requests; `together` goes out with the first. Reading a foreign rule may fail in some Excels (two on
 * one range, rules of newer kinds): then sheets are asked one by one, and halves of its rules where a sheet fails.
 */
export async function findOwnRules(context: Excel.RequestContext, sheets: readonly Omit<RuledSheet, "rules">[], together?: () => void, withHalfMade = false): Promise<OwnRules> {
  const listed = await listRules(context, sheets, together);
  const all = await readFormulas(context, listed.flatMap(({ sheet, custom }) => custom.map((rule) => ({ sheet, rule }))));
  const own = all.filter(({ formula }) => isOurFormula(formula) || (withHalfMade && isHalfMade(formula)));
  return { sheets: listed.map(({ sheet }) => sheet), own };
}

async function listRules(context: Excel.RequestContext, sheets: readonly Omit<RuledSheet, "rules">[], together?: () => void): Promise<readonly Listed[]> {
  const all = sheets.map((sheet) => ({ sheet, rules: ask(sheet.worksheet) }));
  together?.();
  try {
    await context.sync();
    return all.map(({ sheet, rules }) => take(sheet, rules.items));
  } catch (error) {
    if (!mayConcernPart(error)) throw error;
  }
  const listed: Listed[] = [];
  // What failed took along what was asked together.
  if (together !== undefined) {
    together();
    await context.sync();
  }
  for (const sheet of sheets) {
    const found = await listSheet(context, sheet);
    if (found !== undefined) listed.push(found);
  }
  return listed;
}

function ask(worksheet: Excel.Worksheet): Excel.ConditionalFormatCollection {
  const rules = worksheet.getRange().conditionalFormats;
  rules.load({ id: true, type: true });
  return rules;
}

function take(sheet: Omit<RuledSheet, "rules">, rules: readonly Excel.ConditionalFormat[], count = rules.length): Listed {
  // "Custom" spelled out: nothing in this folder may touch the host while modules load.
  return { sheet: { ...sheet, rules: count }, custom: rules.filter(({ type }) => type === "Custom") };
}

async function listSheet(context: Excel.RequestContext, sheet: Omit<RuledSheet, "rules">): Promise<Listed | undefined> {
  try {
    const rules = ask(sheet.worksheet);
    await context.sync();
    return take(sheet, rules.items);
  } catch (error) {
    if (!mayConcernPart(error)) throw error;
    if (isGone(error)) return undefined;
  }
  const rules = sheet.worksheet.getRange().conditionalFormats;
  const counted = rules.getCount();
  await context.sync();
  // eslint-disable-next-line office-addins/load-object-before-read -- the result of a method is not loaded
  const count = counted.value;
  const places = Array.from({ length: count }, (_, index) => index);
  const readable = await inHalves(context, places, (index) => {
    const rule = rules.getItemAt(index);
    rule.load({ id: true, type: true });
    return rule;
  });
  return take(sheet, readable, count);
}

/** Asks for all at once and, where that fails, for the halves: what cannot be read is left out, the others stay. */
async function inHalves<Item, Asked>(context: Excel.RequestContext, items: readonly Item[], askFor: (item: Item) => Asked): Promise<readonly Asked[]> {
  if (items.length === 0) return [];
  try {
    const asked = items.map(askFor);
    await context.sync();
    return asked;
  } catch (error) {
    if (!mayConcernPart(error)) throw error;
    if (items.length === 1) return [];
  }
  const middle = items.length >> 1;
  return [...(await inHalves(context, items.slice(0, middle), askFor)), ...(await inHalves(context, items.slice(middle), askFor))];
}

async function readFormulas(context: Excel.RequestContext, custom: readonly Omit<OwnRule, "formula">[]): Promise<readonly OwnRule[]> {
  const readable = await inHalves(context, custom, (each) => {
    each.rule.custom.rule.load({ formula: true });
    return each;
  });
  return readable.map((each) => ({ ...each, formula: each.rule.custom.rule.formula }));
}

/** Where our rules stand, as they can be put back. One request, and none where there are no rules. */
export async function readShown(context: Excel.RequestContext, own: readonly OwnRule[]): Promise<readonly ShownRule[]> {
  const asked = await inHalves(context, own, (each) => {
    const { areas } = each.rule.getRanges();
    areas.load({ address: true });
    return { each, areas };
  });
  return asked.map(({ each: { sheet, formula }, areas }) => ({
    sheet: sheet.name,
    ranges: areas.items.map(({ address }) => address.slice(address.lastIndexOf("!") + 1)),
    formula,
  }));
}
