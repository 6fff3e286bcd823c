import { highlightLooks, isForTexts, readMarker, type HighlightPlan } from "../core/highlight";
import type { JournalEntry, JournalNote, RecordedExtent, ShownRule } from "../core/journal";
import type { Result } from "../core/common/result";
import { toRangeA1, type Region } from "../core/sheet/region";
import { attempt, Refusal, type HostFailure } from "./host-failure";
import { JournalPart } from "./own-part";
import { askSheets, findOwnRules, readShown, type OwnRules, type RuledSheet } from "./own-rules";
import { toRegion } from "./read-directory";
import { write } from "./write";

export interface HighlightsApplied {
  /** Blocks. */
  readonly colored: number;
  /** Sheets that are protected and forbid formats; nothing was colored there. */
  readonly protectedSheets: readonly string[];
  /** Sheets of the plan that are not in the workbook any more. */
  readonly goneSheets: readonly string[];
}

export interface HighlightsCleared {
  /** Conditional formats taken away. */
  readonly cleared: number;
  /** Sheets that carry colors of ours, but are protected. */
  readonly protectedSheets: readonly string[];
}

interface Options {
  /** Given: the action is recorded in the workbook, and can be taken back. */
  readonly journal?: JournalNote;
}

/** Rules a request: each takes some 3.7 KB on its way, and Excel on the web takes 5 MB. */
const RULES_PER_REQUEST = 500;

/**
 * Colors what the plan says, and nothing else: our former colors go first. Foreign conditional formats stay, and stand
 * before ours, so that ours never cover them. Protected sheets are skipped and named. All or nothing.
 */
export async function applyHighlights(plan: HighlightPlan, options: Options = {}): Promise<Result<HighlightsApplied, HostFailure>> {
  const wanted = plan.blocks.map(({ sheet, region, formula }): ShownRule => ({ sheet, ranges: [toRangeA1(region)], formula }));
  const done = await show(wanted, (journal, state) => {
    if (options.journal !== undefined && (state.added > 0 || state.before.length > 0)) journal.record(entryOf("highlights-on", options.journal, state));
  });
  if (!done.ok) return done;
  const { added, lockedSheets, goneSheets } = done.value;
  return { ok: true, value: { colored: added, protectedSheets: lockedSheets, goneSheets } };
}

/** Takes our colors off every sheet, whoever put them there and whenever. All or nothing. */
export async function clearHighlights(options: Options = {}): Promise<Result<HighlightsCleared, HostFailure>> {
  const done = await show([], (journal, state) => {
    if (options.journal !== undefined && state.removed > 0) journal.record(entryOf("highlights-off", options.journal, state));
  });
  if (!done.ok) return done;
  return { ok: true, value: { cleared: done.value.removed, protectedSheets: done.value.lockedSheets } };
}

/** Whether any sheet carries colors of ours. */
export async function hasHighlights(): Promise<Result<boolean, HostFailure>> {
  return attempt(() =>
    Excel.run({ delayForCellEdit: true }, async (context) => {
      const sheets = askSheets(context);
      await context.sync();
      return (await findOwnRules(context, sheets())).own.length > 0;
    }),
  );
}

type HighlightsEntry = Extract<JournalEntry, { readonly kind: "highlights-on" | "highlights-off" }>;

/**
 * Shows what was shown before. Where rows or columns came or went since, the old places mean other cells: then nothing is
 * put back. That the colors to be taken away are gone already is no failure.
 */
export async function undoHighlights(entry: HighlightsEntry): Promise<Result<void, HostFailure>> {
  const done = await show(entry.before, (journal, { extents, lockedSheets: [locked] }) => {
    if (locked !== undefined) throw new Refusal({ code: "sheet-protected", sheet: locked });
    const concerned = new Set(entry.before.map(({ sheet }) => sheet));
    const isMoved = entry.extents.some(({ sheet, filled }) => concerned.has(sheet) && !isSame(filled, extents.find((each) => each.sheet === sheet)?.filled ?? null));
    if (isMoved) throw new Refusal({ code: "undo-changed", label: entry.label });
    journal.remove(entry.id);
  });
  return done.ok ? { ok: true, value: undefined } : done;
}

function isSame(a: Region | null, b: Region | null): boolean {
  return a?.top === b?.top && a?.left === b?.left && a?.bottom === b?.bottom && a?.right === b?.right;
}

/** What a change of the colors meets and does. */
interface State {
  readonly before: readonly ShownRule[];
  readonly extents: readonly RecordedExtent[];
  readonly added: number;
  readonly removed: number;
  readonly lockedSheets: readonly string[];
  readonly goneSheets: readonly string[];
}

function entryOf(kind: HighlightsEntry["kind"], note: JournalNote, { before, extents }: State): HighlightsEntry {
  const concerned = new Set(before.map(({ sheet }) => sheet));
  return { ...note, kind, before: [...before], extents: extents.filter(({ sheet }) => concerned.has(sheet)) };
}

/** Makes the given rules our only ones. `enter` writes the record, in the last request that changes anything. */
async function show(wanted: readonly ShownRule[], enter: (journal: JournalPart, state: State) => void): Promise<Result<State, HostFailure>> {
  let found: { readonly before: readonly ShownRule[]; readonly journal: string | null } = { before: [], journal: null };
  return write(
    "highlights",
    async (context, writing) => {
      context.workbook.load({ readOnly: true });
      const { rules, before, extents, journal } = await look(context);
      found = { before, journal: journal.text };
      const change = planChange(rules, wanted);
      const { additions, deletions, lockedSheets, goneSheets } = change;
      const state: State = { before, extents, added: additions.length, removed: deletions.length, lockedSheets, goneSheets };
      enter(journal, state);
      if (state.added + state.removed > 0) await makeChange(context, change, () => writing.send(context));
      else if (found.journal !== null) await writing.send(context);
      return state;
    },
    async (context) => {
      const { rules, before, journal } = await look(context, true);
      journal.putBack(found.journal);
      if (JSON.stringify(before) === JSON.stringify(found.before)) await context.sync();
      else await makeChange(context, planChange(rules, found.before), () => context.sync());
    },
  );
}

interface Look {
  readonly rules: OwnRules;
  readonly before: readonly ShownRule[];
  readonly extents: readonly RecordedExtent[];
  readonly journal: JournalPart;
}

/** Three requests, and a fourth where there are colors of ours; `withHalfMade` after an action that failed half-way. */
async function look(context: Excel.RequestContext, withHalfMade = false): Promise<Look> {
  const asked = askSheets(context);
  const journal = new JournalPart(context);
  await context.sync();
  const sheets = asked();
  let filled: { readonly sheet: string; readonly range: Excel.Range }[] = [];
  const rules = await findOwnRules(context, sheets, () => {
    journal.askText();
    filled = sheets.map(({ name, worksheet }) => {
      const range = worksheet.getUsedRangeOrNullObject(true);
      range.load({ rowIndex: true, columnIndex: true, rowCount: true, columnCount: true });
      return { sheet: name, range };
    });
  }, withHalfMade);
  const extents = filled.map(({ sheet, range }): RecordedExtent => ({ sheet, filled: range.isNullObject ? null : toRegion(range) }));
  return { rules, before: await readShown(context, rules.own), extents, journal };
}

interface Addition {
  readonly sheet: RuledSheet;
  readonly rule: ShownRule;
  /** Rules of the sheet that are not ours, and stay before ours. */
  readonly foreign: number;
}

interface Change {
  readonly deletions: readonly Excel.ConditionalFormat[];
  readonly additions: readonly Addition[];
  readonly lockedSheets: readonly string[];
  readonly goneSheets: readonly string[];
}

function planChange({ sheets, own }: OwnRules, wanted: readonly ShownRule[]): Change {
  const byName = new Map(sheets.map((sheet) => [sheet.name, sheet]));
  const foreign = new Map(sheets.map(({ name, rules }) => [name, rules]));
  const locked = new Set<string>();
  const gone = new Set<string>();
  const deletions: Excel.ConditionalFormat[] = [];
  const additions: Addition[] = [];
  for (const { sheet, rule } of own) {
    if (sheet.isLocked) locked.add(sheet.name);
    else {
      deletions.push(rule);
      foreign.set(sheet.name, (foreign.get(sheet.name) ?? 1) - 1);
    }
  }
  for (const rule of wanted) {
    const sheet = byName.get(rule.sheet);
    if (sheet === undefined) gone.add(rule.sheet);
    else if (sheet.isLocked) locked.add(rule.sheet);
    else additions.push({ sheet, rule, foreign: foreign.get(rule.sheet) ?? 0 });
  }
  // Excel puts a new rule before all others: what comes last is to be added first.
  additions.reverse();
  return { deletions, additions, lockedSheets: [...locked], goneSheets: [...gone] };
}

/** What was queued before goes out with the first request: the record of a small change stands or falls with it. */
async function makeChange(context: Excel.RequestContext, { deletions, additions }: Change, send: () => Promise<void>): Promise<void> {
  for (const rule of deletions) rule.delete();
  for (let at = 0; at === 0 || at < additions.length; at += RULES_PER_REQUEST) {
    context.application.suspendScreenUpdatingUntilNextSync();
    for (const addition of additions.slice(at, at + RULES_PER_REQUEST)) add(addition);
    await send();
  }
}

function add({ sheet: { worksheet }, rule: { ranges, formula }, foreign }: Addition): void {
  const [first = "", ...more] = ranges;
  const place = more.length === 0 ? worksheet.getRange(first) : worksheet.getRanges(ranges.join(","));
  const rule = place.conditionalFormats.add("Custom");
  const { fill, font, border, mark } = highlightLooks[readMarker(formula)?.severity ?? "info"];
  const { rule: condition, format } = rule.custom;
  condition.formula = formula;
  format.fill.color = fill;
  format.font.color = font;
  for (const side of [format.borders.top, format.borders.bottom, format.borders.left, format.borders.right]) {
    side.style = border.style;
    side.color = border.color;
  }
  // Holds for texts only, as the formula does; the other sections leave numbers and days as they look.
  if (isForTexts(formula)) format.numberFormat = `General;General;General;"${mark}"@`;
  if (foreign > 0) rule.priority = foreign;
  rule.stopIfTrue = false;
}
