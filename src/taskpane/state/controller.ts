import { acceptFinding, addCorrection, toRangeA1, toSettingsJson, type HighlightChoice, type HostFailure, type Result } from "../../core";
import { EngineClosed, EngineFailure, type Engine } from "../engine/engine";
import type { FindingView, Place } from "../engine/outcome";
import { traceOf } from "../engine/trace";
import type { SummaryProgress } from "../../excel/summary";
import { notes, says } from "../texts/actions.ja";
import type { JournalNote, PaneHost, ReadProgress, RibbonWord } from "./pane-host";
import { ALL_SEVERITIES, type PaneAction, type PaneState, type SettingsEdit, type Tab, type Trouble } from "./pane-state";
import type { Store } from "./store";
import { visibleFindings, type ListState } from "./visible-findings";

export interface ControllerParts {
  readonly host: PaneHost;
  readonly store: Store<PaneState, PaneAction>;
  readonly startEngine: () => Promise<Engine>;
  /** The version that the server has, where it is above this one; null where it is not, or cannot be known. */
  readonly findNewerVersion: () => Promise<string | null>;
  /** Now, as the journal writes it; today in Japan, an ISO day; a name for an entry. */
  readonly clock: { readonly now: () => string; readonly today: () => string; readonly id: () => string };
}

/** Typing goes on for a while; a check after each key would only be in the way. */
export const LIVE_DELAY = 1_500;
/** Events of our own writes come a little after the write. */
const OWN_ECHO = 800;

/** A refusal of the host on its way up, inside this file only. */
class Refused extends Error {
  constructor(readonly failure: HostFailure) {
    super(failure.code);
  }
}

function valueOf<T>(result: Result<T, HostFailure>): T {
  if (!result.ok) throw new Refused(result.failure);
  return result.value;
}

function troubleOf(error: unknown): Trouble {
  if (error instanceof Refused) return { kind: "refused", failure: error.failure };
  return { kind: "broken", trace: error instanceof EngineFailure ? error.trace : traceOf(error) };
}

/**
 * What the pane does when something is pressed: asks Excel, asks the engine, and tells the store. Every way ends in a
 * state that is shown; none throws.
 */
export class Controller {
  /** Holds the workbook of the last check that came to its end. */
  private engine: Engine | null = null;
  /** Started to read settings before any check. */
  private spare: Engine | null = null;
  private running: { readonly abort: AbortController; engine: Engine | null } | null = null;
  private writing: AbortController | null = null;
  private wanted: Place | null = null;
  private isGoing = false;
  private isWatching = false;
  private deafUntil = 0;
  private liveTimer: ReturnType<typeof setTimeout> | undefined;

  constructor(private readonly parts: ControllerParts) {}

  /** After the host is ready: what earlier sessions left in the workbook. */
  async start(): Promise<void> {
    await this.refreshJournal();
    const found = await this.parts.host.hasHighlights();
    if (found.ok) this.dispatch({ type: "highlights", highlights: { isOn: found.value } });
    this.parts.host.watchRibbon((word) => void this.hearRibbon(word));
    // Last: nobody waits for it.
    this.dispatch({ type: "newer-version", version: await this.parts.findNewerVersion() });
  }

  dismissNewerVersion(): void {
    this.dispatch({ type: "newer-version", version: null });
  }

  /** The ribbon has cleared colors, or could not: it has no place of its own to say so. */
  private async hearRibbon(word: RibbonWord): Promise<void> {
    if (word.kind === "failed") this.dispatch({ type: "notice", notice: { intent: "error", trouble: { kind: "refused", failure: word.failure } } });
    if (word.kind === "still-colored") this.dispatch({ type: "notice", notice: { intent: "warning", text: says.stillColored(word.sheets.join("」「")) } });
    // What was said of the colors before is no longer so.
    if (word.kind === "cleared") this.dismiss();
    await this.refreshJournal();
    const found = await this.parts.host.hasHighlights();
    if (found.ok) this.dispatch({ type: "highlights", highlights: { isOn: found.value } });
  }

  showTab(tab: Tab): void {
    this.dispatch({ type: "tab", tab });
    if ((tab === "settings" || tab === "target") && this.state.settings === null) void this.loadSettings();
  }

  dismiss(): void {
    this.dispatch({ type: "notice", notice: null });
  }

  // --- 点検 ---

  /** @param isQuiet a live check: the list stays where it is until the new result is there. */
  async check(isQuiet = false): Promise<void> {
    if (this.running !== null) return;
    clearTimeout(this.liveTimer);
    const { host, clock } = this.parts;
    const run = { abort: new AbortController(), engine: null as Engine | null };
    this.running = run;
    const isOver = (): boolean => run.abort.signal.aborted;
    const tell = (step: ReadProgress["step"] | "handing-over" | "checking", done = 0, of = 0): void => {
      if (!isOver()) this.dispatch({ type: "check", check: { phase: "running", step, done, of, isQuiet } });
    };
    this.dispatch({ type: "notice", notice: null });
    tell("sheets");
    try {
      await this.watch();
      const starting = this.takeSpare();
      starting.catch(() => undefined);
      const snapshot = valueOf(await host.readWorkbook({ signal: run.abort.signal, onProgress: ({ step, done, of }) => { tell(step, done, of); } }));
      run.engine = await starting;
      if (isOver()) throw new EngineClosed();
      await run.engine.load(snapshot, ({ done, of }) => { tell("handing-over", done, of); });
      tell("checking");
      const outcome = await run.engine.check(snapshot.settings, clock.today());
      if (isOver()) throw new EngineClosed();
      this.engine?.close();
      this.engine = run.engine;
      this.dispatch({ type: "outcome", outcome, isFresh: true });
    } catch (error) {
      run.engine?.close();
      // 中止 has said already what there is to say.
      if (!isOver()) this.dispatch({ type: "check", check: { phase: "failed", trouble: troubleOf(error) } });
    } finally {
      if (this.running === run) this.running = null;
    }
  }

  /** 中止: at once, whatever runs. What the last check found stays. */
  cancel(): void {
    const { running } = this;
    if (running === null) return;
    running.abort.abort();
    running.engine?.close();
    this.running = null;
    this.dispatch({ type: "check", check: { phase: "cancelled" } });
  }

  setLive(isLive: boolean): void {
    this.dispatch({ type: "live", isLive });
    if (isLive && this.state.isStale) void this.check(true);
  }

  // --- 一覧 ---

  filter(list: Partial<ListState>): void {
    this.dispatch({ type: "list", list });
  }

  clearFilter(): void {
    this.filter({ severities: ALL_SEVERITIES, rule: null, search: "" });
  }

  /** Opens a finding and shows its cell. */
  select(id: string): void {
    const finding = this.finding(id);
    if (finding === undefined) return;
    this.filter({ selected: id });
    void this.goTo(finding.at);
  }

  /** 次へ・前へ among the findings shown. */
  step(by: 1 | -1): void {
    const shown = visibleFindings(this.state.outcome?.findings ?? [], this.state.list);
    const place = shown.findIndex(({ id }) => id === this.state.list.selected);
    const next = place < 0 ? (by === 1 ? shown[0] : shown.at(-1)) : shown[place + by];
    if (next !== undefined) this.select(next.id);
  }

  /** The last place asked for wins: pressing 次へ quickly must not queue up behind a slow Excel. */
  async goTo(at: Place): Promise<void> {
    this.wanted = at;
    if (this.isGoing) return;
    this.isGoing = true;
    try {
      for (let place = this.takeWanted(); place !== null; place = this.takeWanted()) {
        const gone = await this.parts.host.goToCell(place);
        this.dispatch({ type: "notice", notice: gone.ok ? null : { intent: "error", trouble: { kind: "refused", failure: gone.failure } } });
      }
    } catch (error) {
      this.fail(error);
    } finally {
      this.isGoing = false;
    }
  }

  async goToSheet(name: string): Promise<void> {
    await this.attempt(async () => { valueOf(await this.parts.host.goToSheet(name)); });
  }

  async applySuggestion(id: string): Promise<void> {
    const finding = this.finding(id);
    const suggestion = finding?.suggestion;
    if (finding === undefined || suggestion === null || suggestion === undefined) return;
    await this.write(async () => {
      const { at, value, expected, cell } = suggestion;
      const note = this.note(notes.suggestion(cell, value));
      valueOf(await this.parts.host.applySuggestion({ at, value }, expected, note));
      this.dispatch({ type: "mended", id, entry: note.id });
      this.say(says.suggestionApplied(cell, value));
    }, true);
    if (this.state.isLive) this.checkLater();
  }

  async accept(id: string, reason: string): Promise<void> {
    const finding = this.finding(id);
    if (finding === undefined || reason.trim() === "") return;
    await this.editSettings(notes.accepted(finding.cell), (settings) => acceptFinding(settings, finding, reason, this.parts.clock.today()), says.accepted);
  }

  // --- 設定 ---

  /** Reads what the workbook carries, edits that, and puts it back: what a colleague said meanwhile is kept. */
  async editSettings(label: string, edit: SettingsEdit, done?: string): Promise<void> {
    await this.write(async () => {
      const { host, clock } = this.parts;
      const text = valueOf(await host.loadSettings());
      const engine = await this.anyEngine();
      const { settings, settingsProblem } = await engine.settings(text);
      if (settingsProblem !== null) {
        this.dispatch({ type: "settings", settings: { settings, settingsProblem } });
        this.dispatch({ type: "notice", notice: { intent: "warning", text: says.settingsLeftAlone } });
        return;
      }
      const edited = edit(settings);
      const json = toSettingsJson(edited);
      valueOf(await host.saveSettings(json, this.note(label)));
      if (this.engine === null) this.dispatch({ type: "settings", settings: { settings: edited, settingsProblem: null } });
      else this.dispatch({ type: "outcome", outcome: await this.engine.check(json, clock.today()), isFresh: false });
      if (done !== undefined) this.say(done);
    });
  }

  async loadSettings(): Promise<void> {
    await this.attempt(async () => {
      const text = valueOf(await this.parts.host.loadSettings());
      const settings = await (await this.anyEngine()).settings(text);
      this.dispatch({ type: "settings", settings });
    });
  }

  /** 選択範囲を見出しにする. */
  async useSelectionAsHeader(): Promise<void> {
    let selected: { readonly sheet: string; readonly range: string } | undefined;
    await this.attempt(async () => {
      const { sheet, region } = valueOf(await this.parts.host.readSelection());
      selected = { sheet, range: toRangeA1(region) };
    });
    if (selected === undefined) return;
    const { sheet, range } = selected;
    await this.editSettings(notes.header(sheet, range), (settings) => addCorrection(settings, { kind: "header", sheet, range }), says.headerSet(sheet, range));
  }

  // --- 色付け ---

  async showHighlights(choice: HighlightChoice): Promise<void> {
    const { engine } = this;
    if (engine === null) return;
    await this.write(async () => {
      this.dispatch({ type: "highlights", highlights: { isBusy: true, choice } });
      const plan = await engine.highlights(choice);
      const { colored, protectedSheets } = valueOf(await this.parts.host.applyHighlights(plan, this.note(notes.highlightsOn)));
      this.dispatch({ type: "highlights", highlights: { isOn: colored > 0, protectedSheets, omitted: plan.omitted } });
      this.say(says.colored(colored));
    });
    this.dispatch({ type: "highlights", highlights: { isBusy: false } });
  }

  /** What the next 色付け shows; the colors follow at once where they are on. */
  async chooseHighlights(choice: HighlightChoice): Promise<void> {
    if (this.state.highlights.isOn === true && this.engine !== null) await this.showHighlights(choice);
    else this.dispatch({ type: "highlights", highlights: { choice } });
  }

  async clearHighlights(): Promise<void> {
    await this.write(async () => {
      this.dispatch({ type: "highlights", highlights: { isBusy: true } });
      const { cleared, protectedSheets } = valueOf(await this.parts.host.clearHighlights(this.note(notes.highlightsOff)));
      this.dispatch({ type: "highlights", highlights: { isOn: protectedSheets.length > 0 ? this.state.highlights.isOn : false, protectedSheets, omitted: 0 } });
      this.say(says.cleared(cleared));
    });
    this.dispatch({ type: "highlights", highlights: { isBusy: false } });
  }

  // --- 集計 ---

  async planSummary(): Promise<void> {
    if (this.engine === null) await this.check();
    const { engine } = this;
    if (engine === null || this.state.check.phase !== "resting") return;
    this.dispatch({ type: "summary", summary: { phase: "planning" } });
    try {
      const plan = await engine.report();
      const preview = valueOf(await this.parts.host.previewSummary(plan));
      this.dispatch({ type: "summary", summary: { phase: "preview", plan, preview } });
    } catch (error) {
      this.dispatch({ type: "summary", summary: { phase: "failed", trouble: troubleOf(error) } });
    }
  }

  async makeSummary(): Promise<void> {
    const { summary } = this.state;
    if (summary.phase !== "preview") return;
    const abort = new AbortController();
    this.writing = abort;
    await this.write(async () => {
      const onProgress = ({ step }: SummaryProgress): void => { this.dispatch({ type: "summary", summary: { phase: "writing", step } }); };
      onProgress({ step: "read" });
      const written = await this.parts.host.writeSummary(summary.plan, { journal: this.note(summary.preview.willRemake.length > 0 ? notes.summaryRemade : notes.summary), signal: abort.signal, onProgress });
      if (written.ok) this.dispatch({ type: "summary", summary: { phase: "made", written: written.value } });
      else if (written.failure.code === "cancelled") this.dispatch({ type: "summary", summary });
      else this.dispatch({ type: "summary", summary: { phase: "failed", trouble: { kind: "refused", failure: written.failure } } });
    }, true);
    this.writing = null;
    if (this.state.summary.phase === "writing") this.dispatch({ type: "summary", summary });
  }

  /** 中止 of a summary: what is half made goes, and the workbook is as it was. */
  cancelSummary(): void {
    this.writing?.abort();
  }

  /** 別のブックに作る. Where the host refuses, the preview stays and says that the sheets of this workbook serve instead. */
  async makeBook(): Promise<void> {
    const { summary } = this.state;
    const { engine } = this;
    if (summary.phase !== "preview" || engine === null) return;
    this.dispatch({ type: "summary", summary: { phase: "opening" } });
    try {
      const opened = await this.parts.host.openBook(await engine.reportFile());
      this.dispatch({ type: "summary", summary: opened.ok ? { phase: "opened" } : summary });
      if (!opened.ok) this.dispatch({ type: "notice", notice: { intent: "warning", text: says.bookRefused } });
    } catch (error) {
      this.dispatch({ type: "summary", summary: { phase: "failed", trouble: troubleOf(error) } });
    }
  }

  // --- 元に戻す ---

  async undo(): Promise<void> {
    await this.write(async () => {
      const { host, clock } = this.parts;
      const done = valueOf(await host.undoLast());
      if (done === null) return;
      const { kind, label, id } = done.undone;
      if (kind === "highlights-on" || kind === "highlights-off") this.dispatch({ type: "highlights", highlights: { isOn: valueOf(await host.hasHighlights()) } });
      if (kind === "suggestion") this.dispatch({ type: "unmended", entry: id });
      if (kind === "summary") this.dispatch({ type: "summary", summary: { phase: "none" } });
      if (kind === "settings") {
        const text = valueOf(await host.loadSettings());
        if (this.engine === null) this.dispatch({ type: "settings", settings: await (await this.anyEngine()).settings(text) });
        else this.dispatch({ type: "outcome", outcome: await this.engine.check(text, clock.today()), isFresh: false });
      }
      this.say(says.undone(label));
    }, true);
    if (this.state.isLive && this.state.isStale) this.checkLater();
  }

  /** Where 元に戻す was refused because of an edit by hand: drops the record, so that what came before it can be undone. */
  async forgetLast(): Promise<void> {
    await this.write(async () => {
      const dropped = valueOf(await this.parts.host.forgetLast());
      if (dropped !== null) this.say(says.forgotten(dropped.forgotten.label));
    });
  }

  // ---

  private get state(): PaneState {
    return this.parts.store.get();
  }

  private dispatch(action: PaneAction): void {
    this.parts.store.dispatch(action);
  }

  private say(text: string): void {
    this.dispatch({ type: "notice", notice: { intent: "success", text } });
  }

  private fail(error: unknown): void {
    if (error instanceof EngineClosed) return;
    this.dispatch({ type: "notice", notice: { intent: "error", trouble: troubleOf(error) } });
  }

  private note(label: string): JournalNote {
    const { now, id } = this.parts.clock;
    return { id: id(), at: now(), label };
  }

  private finding(id: string): FindingView | undefined {
    return this.state.outcome?.findings.find((finding) => finding.id === id);
  }

  private takeWanted(): Place | null {
    const { wanted } = this;
    this.wanted = null;
    return wanted;
  }

  private async takeSpare(): Promise<Engine> {
    const { spare } = this;
    this.spare = null;
    return spare ?? this.parts.startEngine();
  }

  private async anyEngine(): Promise<Engine> {
    if (this.engine !== null) return this.engine;
    return (this.spare ??= await this.parts.startEngine());
  }

  private async attempt(action: () => Promise<void>): Promise<void> {
    try {
      await action();
    } catch (error) {
      this.fail(error);
    }
  }

  /**
   * One thing at a time is written; the journal is read again afterwards, whatever came of it.
   * @param changesCells Excel will tell of these edits as of a person's, and they are none.
   */
  private async write(action: () => Promise<void>, changesCells = false): Promise<void> {
    if (this.state.isWriting) return;
    this.dispatch({ type: "writing", isWriting: true });
    this.dispatch({ type: "notice", notice: null });
    if (changesCells) this.deafUntil = Infinity;
    await this.attempt(action);
    if (changesCells) this.deafUntil = Date.now() + OWN_ECHO;
    await this.refreshJournal();
    this.dispatch({ type: "writing", isWriting: false });
  }

  private async refreshJournal(): Promise<void> {
    await this.attempt(async () => {
      const journal = await this.parts.host.listJournal();
      if (journal.ok) this.dispatch({ type: "journal", journal: journal.value });
    });
  }

  private async watch(): Promise<void> {
    if (this.isWatching) return;
    this.isWatching = true;
    const watching = await this.parts.host.watchChanges(({ isRemote }) => { this.hear(isRemote); });
    this.isWatching = watching.ok;
  }

  private hear(isRemote: boolean): void {
    if (!isRemote && Date.now() < this.deafUntil) return;
    this.dispatch({ type: "stale" });
    if (this.state.isLive && !isRemote) this.checkLater();
  }

  private checkLater(): void {
    clearTimeout(this.liveTimer);
    this.liveTimer = setTimeout(() => {
      if (this.state.isWriting || this.running !== null) this.checkLater();
      else void this.check(true);
    }, LIVE_DELAY);
  }
}
