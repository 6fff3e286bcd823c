import type { HighlightChoice, HostFailure, ReportPlan, Settings, Severity } from "../../core";
import type { Outcome } from "../engine/outcome";
import type { SummaryPreview, SummaryProgress, SummaryWritten } from "../../excel/summary";
import type { HostDescription, JournalLine, ReadProgress } from "./pane-host";
import { visibleFindings, type ListState } from "./visible-findings";

export type Tab = "check" | "target" | "summary" | "settings";

export type CheckStep = ReadProgress["step"] | "handing-over" | "checking";

/** What went wrong with something the person asked for. */
export type Trouble =
  | { readonly kind: "refused"; readonly failure: HostFailure }
  /** A defect of ours. */
  | { readonly kind: "broken"; readonly trace: string };

export type CheckPhase =
  | { readonly phase: "resting" }
  | { readonly phase: "running"; readonly step: CheckStep; readonly done: number; readonly of: number; readonly isQuiet: boolean }
  | { readonly phase: "cancelled" }
  | { readonly phase: "failed"; readonly trouble: Trouble };

/** What a line above the content says, and for how long: until the next thing is done. */
export type Notice =
  | { readonly intent: "success"; readonly text: string }
  | { readonly intent: "warning"; readonly text: string }
  | { readonly intent: "error"; readonly trouble: Trouble };

export interface HighlightState {
  /** Whether colors of ours are in the workbook; null until it was asked. */
  readonly isOn: boolean | null;
  readonly isBusy: boolean;
  readonly choice: HighlightChoice;
  readonly protectedSheets: readonly string[];
  /** Findings that are only listed, because the sheet would carry too many colors. */
  readonly omitted: number;
}

export type SummaryPhase =
  | { readonly phase: "none" }
  | { readonly phase: "planning" }
  | { readonly phase: "preview"; readonly plan: ReportPlan; readonly preview: SummaryPreview }
  | { readonly phase: "writing"; readonly step: SummaryProgress["step"] }
  | { readonly phase: "opening" }
  | { readonly phase: "made"; readonly written: SummaryWritten }
  | { readonly phase: "opened" }
  | { readonly phase: "failed"; readonly trouble: Trouble };

export interface PaneState {
  readonly tab: Tab;
  readonly host: HostDescription;
  readonly check: CheckPhase;
  /** What the last check that came to its end found. */
  readonly outcome: Outcome | null;
  /** Settings of the workbook, known before the first check too. */
  readonly settings: Pick<Outcome, "settings" | "settingsProblem"> | null;
  /** Someone changed the sheet since that check. */
  readonly isStale: boolean;
  /** Findings whose suggestion was put in since that check, each with the journal's entry. */
  readonly mended: ReadonlyMap<string, string>;
  readonly isLive: boolean;
  readonly list: ListState;
  readonly highlights: HighlightState;
  readonly summary: SummaryPhase;
  readonly journal: readonly JournalLine[];
  /** Something is being written to the workbook: one thing at a time. */
  readonly isWriting: boolean;
  readonly notice: Notice | null;
  /** What the pane's server has meanwhile, if that is above this version. */
  readonly newerVersion: string | null;
}

export const ALL_SEVERITIES: readonly Severity[] = ["error", "warning", "info"];

export function initialState(tab: Tab, host: HostDescription): PaneState {
  return {
    tab,
    host,
    check: { phase: "resting" },
    outcome: null,
    settings: null,
    isStale: false,
    mended: new Map(),
    isLive: false,
    list: { severities: ALL_SEVERITIES, rule: null, search: "", order: "severity", selected: null },
    highlights: { isOn: null, isBusy: false, choice: { severities: ["error", "warning"], rules: "all" }, protectedSheets: [], omitted: 0 },
    summary: { phase: "none" },
    journal: [],
    isWriting: false,
    notice: null,
    newerVersion: null,
  };
}

export type PaneAction =
  | { readonly type: "tab"; readonly tab: Tab }
  | { readonly type: "check"; readonly check: CheckPhase }
  | { readonly type: "outcome"; readonly outcome: Outcome; readonly isFresh: boolean }
  | { readonly type: "settings"; readonly settings: Pick<Outcome, "settings" | "settingsProblem"> }
  | { readonly type: "stale" }
  | { readonly type: "mended"; readonly id: string; readonly entry: string }
  /** A suggestion was taken out again: the sheet is as it was when it was checked, if it was one of these. */
  | { readonly type: "unmended"; readonly entry: string }
  | { readonly type: "live"; readonly isLive: boolean }
  | { readonly type: "list"; readonly list: Partial<ListState> }
  | { readonly type: "highlights"; readonly highlights: Partial<HighlightState> }
  | { readonly type: "summary"; readonly summary: SummaryPhase }
  | { readonly type: "journal"; readonly journal: readonly JournalLine[] }
  | { readonly type: "writing"; readonly isWriting: boolean }
  | { readonly type: "notice"; readonly notice: Notice | null }
  | { readonly type: "newer-version"; readonly version: string | null };

export function reduce(state: PaneState, action: PaneAction): PaneState {
  switch (action.type) {
    case "tab":
      return { ...state, tab: action.tab, notice: null };
    case "check":
      return { ...state, check: action.check };
    case "outcome":
      return withOutcome(state, action.outcome, action.isFresh);
    case "settings":
      return { ...state, settings: action.settings };
    case "stale":
      return state.outcome === null || state.isStale ? state : { ...state, isStale: true };
    case "mended":
      return { ...state, mended: new Map([...state.mended, [action.id, action.entry]]) };
    case "unmended": {
      const mended = new Map([...state.mended].filter(([, entry]) => entry !== action.entry));
      return { ...state, mended, isStale: state.isStale || (state.outcome !== null && mended.size === state.mended.size) };
    }
    case "live":
      return { ...state, isLive: action.isLive };
    case "list":
      return { ...state, list: { ...state.list, ...action.list } };
    case "highlights":
      return { ...state, highlights: { ...state.highlights, ...action.highlights } };
    case "summary":
      return { ...state, summary: action.summary };
    case "journal":
      return { ...state, journal: action.journal };
    case "writing":
      return { ...state, isWriting: action.isWriting };
    case "notice":
      return { ...state, notice: action.notice };
    case "newer-version":
      return { ...state, newerVersion: action.version };
  }
}

/** @param isFresh the workbook was read for it; otherwise the same reading was judged anew by other settings. */
function withOutcome(state: PaneState, outcome: Outcome, isFresh: boolean): PaneState {
  const ids = new Set(outcome.findings.map(({ id }) => id));
  const hasRule = state.list.rule === null || outcome.findings.some(({ rule }) => rule === state.list.rule);
  const { selected } = state.list;
  return {
    ...state,
    outcome,
    settings: outcome,
    check: { phase: "resting" },
    isStale: isFresh ? false : state.isStale,
    mended: isFresh ? new Map() : state.mended,
    // What is shown of a summary was planned from the former findings.
    summary: state.summary.phase === "made" || state.summary.phase === "opened" ? state.summary : { phase: "none" },
    list: {
      ...state.list,
      rule: hasRule ? state.list.rule : null,
      selected: selected !== null && ids.has(selected) ? selected : neighborOf(state, selected, ids),
    },
  };
}

/** The finding that took the place of one that is gone: the next of those that were shown, in the order shown, that is still there. */
function neighborOf(state: PaneState, selected: string | null, ids: ReadonlySet<string>): string | null {
  const former = visibleFindings(state.outcome?.findings ?? [], state.list);
  const place = former.findIndex(({ id }) => id === selected);
  if (place < 0) return null;
  return former.slice(place + 1).find(({ id }) => ids.has(id))?.id ?? null;
}

export type SettingsEdit = (settings: Settings) => Settings;
