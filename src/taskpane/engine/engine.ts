import type { HighlightBlock, HighlightChoice, HighlightPlan, PlanRow, ReportPlan, WorkbookSnapshot } from "../../core";
import type { FindingView, Outcome } from "./outcome";
import { bandsOf, type Answers, type Ask, type FromEngine, type Parts, type ToEngine } from "./protocol";

/** Two ends of a conversation: a worker, or the same thread. */
export interface Line {
  send(message: ToEngine): void;
  listen(onMessage: (message: FromEngine) => void, onDeath: () => void): void;
  close(): void;
}

/** The engine broke: a defect of ours, to be told and never to be taken for a clean sheet. */
export class EngineFailure extends Error {
  override readonly name = "EngineFailure";

  constructor(readonly trace: string) {
    super("the engine failed");
  }
}

/** The engine was put down, because the person said so. */
export class EngineClosed extends Error {
  override readonly name = "EngineClosed";
}

export interface LoadProgress {
  readonly done: number;
  readonly of: number;
}

/** 点検の計算: one workbook as it was read. Closing it ends whatever runs, at once. */
export interface Engine {
  load(snapshot: WorkbookSnapshot, onProgress?: (progress: LoadProgress) => void): Promise<void>;
  check(settings: string | null, today: string): Promise<Outcome>;
  /** What a text of settings says, without a check. */
  settings(text: string | null): Promise<Pick<Outcome, "settings" | "settingsProblem">>;
  highlights(choice: HighlightChoice): Promise<HighlightPlan>;
  report(): Promise<ReportPlan>;
  reportFile(): Promise<string>;
  close(): void;
}

interface Pending {
  readonly part: (part: unknown) => void;
  readonly done: (answer: unknown) => void;
  readonly failed: (reason: Error) => void;
}

/** An engine at the other end of a line. */
export function engineOn(line: Line): Engine {
  const pending = new Map<number, Pending>();
  let next = 0;
  let isClosed = false;

  const failAll = (reason: Error): void => {
    for (const { failed } of pending.values()) failed(reason);
    pending.clear();
  };
  line.listen(
    (message) => {
      if (message.kind === "ready") return;
      const waiting = pending.get(message.id);
      if (waiting === undefined) return;
      if (message.kind === "part") {
        waiting.part(message.part);
        return;
      }
      pending.delete(message.id);
      if (message.kind === "done") waiting.done(message.answer);
      else waiting.failed(new EngineFailure(message.trace));
    },
    () => { failAll(new EngineFailure("worker")); },
  );

  const ask = <A extends Ask>(question: A, onPart?: (part: A["do"] extends keyof Parts ? Parts[A["do"]] : never) => void): Promise<Answers[A["do"]]> =>
    new Promise((done, failed) => {
      if (isClosed) {
        failed(new EngineClosed());
        return;
      }
      const id = next++;
      pending.set(id, {
        part: (part) => { onPart?.(part as never); },
        done: (answer) => { done(answer as Answers[A["do"]]); },
        failed,
      });
      line.send({ id, ask: question });
    });

  return {
    load: async (snapshot, onProgress) => {
      await ask({ do: "open", book: { ...snapshot, sheets: snapshot.sheets.map((sheet) => ({ ...sheet, rows: [] })) } });
      const of = snapshot.sheets.reduce((sum, { rows }) => sum + rows.length, 0);
      let done = 0;
      for (const [sheet, { rows: all }] of snapshot.sheets.entries()) {
        for (const rows of bandsOf(all)) {
          // The answer is waited for, so that the bands never pile up, and the page breathes in between.
          await ask({ do: "rows", sheet, rows });
          done += rows.length;
          onProgress?.({ done, of });
        }
      }
    },
    check: async (settings, today) => {
      const findings: FindingView[] = [];
      const rest = await ask({ do: "check", settings, today }, (part) => { findings.push(...part); });
      return { ...rest, findings };
    },
    settings: (text) => ask({ do: "settings", settings: text }),
    highlights: async (choice) => {
      const blocks: HighlightBlock[] = [];
      const { omitted } = await ask({ do: "highlights", choice }, (part) => { blocks.push(...part); });
      return { blocks, omitted };
    },
    report: async () => {
      const rows: PlanRow[][] = [];
      const plan = await ask({ do: "report" }, (part) => { (rows[part.sheet] ??= []).push(...part.rows); });
      return { ...plan, sheets: plan.sheets.map((sheet, index) => ({ ...sheet, rows: rows[index] ?? [] })) };
    },
    reportFile: () => ask({ do: "report-file" }),
    close: () => {
      if (isClosed) return;
      isClosed = true;
      line.close();
      failAll(new EngineClosed());
    },
  };
}
