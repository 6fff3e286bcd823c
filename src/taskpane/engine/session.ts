import {
  analyze,
  defaultSettings,
  parseSettings,
  planHighlights,
  planReport,
  type Analysis,
  type PlanSheet,
  type SheetSnapshot,
  type SnapshotRow,
  type WorkbookSnapshot,
} from "../../core";
import { writeReport } from "../../xlsx";
import type { Outcome } from "./outcome";
import { partsOf, type Answers, type Ask, type Parts, type Question } from "./protocol";
import { toBase64 } from "./base64";
import { toOutcome } from "./to-outcome";

/** Hands over a part of the answer. */
export type Emit = <Q extends keyof Parts>(question: Q, part: Parts[Q]) => void;

interface Checked {
  readonly snapshot: WorkbookSnapshot;
  readonly analysis: Analysis;
}

/**
 * The engine's side of the conversation: keeps one workbook as it was read, and what the last check found in it. Runs in a
 * worker, or in the pane's own thread where no worker may be. May not: touch the host, or the page.
 */
export class Session {
  private book: WorkbookSnapshot = { file: "", date1904: false, settings: null, sheets: [] };
  private rows: SnapshotRow[][] = [];
  private checked: Checked | null = null;

  async answer(ask: Ask, emit: Emit): Promise<Answers[Question]> {
    switch (ask.do) {
      case "open":
        this.book = ask.book;
        this.rows = ask.book.sheets.map(() => []);
        return null;
      case "rows":
        this.rows[ask.sheet]?.push(...ask.rows);
        return null;
      case "check":
        return this.check(ask.settings, ask.today, emit);
      case "settings":
        return readSettings(ask.settings);
      case "highlights": {
        const { blocks, omitted } = planHighlights(this.last.analysis.findings, this.last.snapshot, ask.choice);
        for (const part of partsOf(blocks)) emit("highlights", part);
        return { omitted };
      }
      case "report":
        return this.report(emit);
      case "report-file":
        return toBase64(await writeReport(planReport(this.last.analysis)));
    }
  }

  private check(text: string | null, today: string, emit: Emit): Answers["check"] {
    const { settings, settingsProblem } = readSettings(text);
    const snapshot = { ...this.book, sheets: this.book.sheets.map((sheet, index): SheetSnapshot => ({ ...sheet, rows: this.rows[index] ?? [] })) };
    const analysis = analyze(snapshot, settings, settings.asOf ?? today);
    this.checked = { snapshot, analysis };
    const { findings, ...rest } = toOutcome(analysis, snapshot, settingsProblem);
    for (const part of partsOf(findings)) emit("check", part);
    return rest;
  }

  private report(emit: Emit): Answers["report"] {
    const plan = planReport(this.last.analysis);
    plan.sheets.forEach(({ rows }, sheet) => {
      for (const part of partsOf(rows, 100)) emit("report", { sheet, rows: part });
    });
    return { ...plan, sheets: plan.sheets.map((sheet): PlanSheet => ({ ...sheet, rows: [] })) };
  }

  private get last(): Checked {
    if (this.checked === null) throw new RangeError("asked before a check");
    return this.checked;
  }
}

/** What cannot be used is not guessed at: the defaults hold, and the pane says so and writes nothing over it. */
function readSettings(text: string | null): Pick<Outcome, "settings" | "settingsProblem"> {
  let data: unknown;
  try {
    data = JSON.parse(text ?? "{}");
  } catch {
    return { settings: defaultSettings, settingsProblem: { code: "damaged", place: "" } };
  }
  const parsed = parseSettings(data);
  if (parsed.ok) return { settings: parsed.value, settingsProblem: null };
  const { failure } = parsed;
  if (failure.code === "newer-version") return { settings: defaultSettings, settingsProblem: { code: "newer" } };
  return { settings: defaultSettings, settingsProblem: { code: "damaged", place: "place" in failure ? failure.place : "" } };
}
