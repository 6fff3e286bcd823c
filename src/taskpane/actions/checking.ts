import { EngineClosed, type Engine } from "../engine/engine";
import type { CheckStep } from "../state/pane-state";
import type { Desk } from "./desk";
import type { Engines } from "./engines";
import { troubleOf, valueOf } from "./refusal";

interface Run {
  readonly abort: AbortController;
  engine: Engine | null;
}

interface Edits {
  /** Before a workbook is read. */
  readonly begin: () => Promise<void>;
  /** So many were heard of until now. */
  readonly heard: () => number;
}

/** 点検: reads the workbook, has it checked, and shows what was found. */
export function createChecking(desk: Desk, engines: Engines, edits: Edits) {
  const { host, clock, dispatch } = desk;
  let running: Run | null = null;
  return {
    isChecking: (): boolean => running !== null,

    /** @param isQuiet a live check: the list stays where it is until the new result is there. */
    check: async (isQuiet = false): Promise<void> => {
      if (running !== null) return;
      const run: Run = { abort: new AbortController(), engine: null };
      running = run;
      const isOver = (): boolean => run.abort.signal.aborted;
      const tell = (step: CheckStep, done = 0, of = 0): void => {
        if (!isOver()) dispatch({ type: "check", check: { phase: "running", step, done, of, isQuiet } });
      };
      dispatch({ type: "notice", notice: null });
      tell("sheets");
      try {
        await edits.begin();
        const starting = engines.take();
        starting.catch(() => undefined);
        const snapshot = valueOf(await host.readWorkbook({ signal: run.abort.signal, onProgress: ({ step, done, of }) => { tell(step, done, of); } }));
        const heard = edits.heard();
        run.engine = await starting;
        if (isOver()) throw new EngineClosed();
        await run.engine.load(snapshot, ({ done, of }) => { tell("handing-over", done, of); });
        tell("checking");
        const outcome = await run.engine.check(snapshot.settings, clock.today());
        if (isOver()) throw new EngineClosed();
        engines.keep(run.engine);
        dispatch({ type: "outcome", outcome, isFresh: true });
        if (edits.heard() !== heard) dispatch({ type: "stale" });
      } catch (error) {
        run.engine?.close();
        // 中止 has said already what there is to say.
        if (!isOver()) dispatch({ type: "check", check: { phase: "failed", trouble: troubleOf(error) } });
      } finally {
        if (running === run) running = null;
      }
    },

    /** 中止: at once, whatever runs. What the last check found stays. */
    cancel: (): void => {
      if (running === null) return;
      running.abort.abort();
      running.engine?.close();
      running = null;
      dispatch({ type: "check", check: { phase: "cancelled" } });
    },
  };
}
