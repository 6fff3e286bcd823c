import type { SummaryProgress } from "../../excel/summary";
import { notes, says } from "../texts/actions.ja";
import type { Desk } from "./desk";
import type { Engines } from "./engines";
import { troubleOf, valueOf } from "./refusal";

/** 集計: planned first, then made in this workbook or in one of its own. */
export function createSummarizing(desk: Desk, engines: Engines, check: () => Promise<void>) {
  const { host, dispatch } = desk;
  let writing: AbortController | null = null;
  return {
    planSummary: async (): Promise<void> => {
      if (engines.checked() === null) await check();
      const engine = engines.checked();
      if (engine === null || desk.state().check.phase !== "resting") return;
      dispatch({ type: "summary", summary: { phase: "planning" } });
      try {
        const plan = await engine.report();
        const preview = valueOf(await host.previewSummary(plan));
        dispatch({ type: "summary", summary: { phase: "preview", plan, preview } });
      } catch (error) {
        dispatch({ type: "summary", summary: { phase: "failed", trouble: troubleOf(error) } });
      }
    },

    makeSummary: async (): Promise<void> => {
      const { summary } = desk.state();
      if (summary.phase !== "preview") return;
      const abort = new AbortController();
      writing = abort;
      await desk.write(async () => {
        const onProgress = ({ step }: SummaryProgress): void => { dispatch({ type: "summary", summary: { phase: "writing", step } }); };
        onProgress({ step: "read" });
        const journal = desk.note(summary.preview.willRemake.length > 0 ? notes.summaryRemade : notes.summary);
        const written = await host.writeSummary(summary.plan, { journal, signal: abort.signal, onProgress });
        if (written.ok) dispatch({ type: "summary", summary: { phase: "made", written: written.value } });
        else if (written.failure.code === "cancelled") dispatch({ type: "summary", summary });
        else dispatch({ type: "summary", summary: { phase: "failed", trouble: { kind: "refused", failure: written.failure } } });
      });
      writing = null;
      if (desk.state().summary.phase === "writing") dispatch({ type: "summary", summary });
    },

    /** 中止 of a summary: what is half made goes, and the workbook is as it was. */
    cancelSummary: (): void => { writing?.abort(); },

    /** 別のブックに作る. Where the host refuses, the preview stays and says that the sheets of this workbook serve instead. */
    makeBook: async (): Promise<void> => {
      const { summary } = desk.state();
      const engine = engines.checked();
      if (summary.phase !== "preview" || engine === null) return;
      dispatch({ type: "summary", summary: { phase: "opening" } });
      try {
        const opened = await host.openBook(await engine.reportFile());
        dispatch({ type: "summary", summary: opened.ok ? { phase: "opened" } : summary });
        if (!opened.ok) dispatch({ type: "notice", notice: { intent: "warning", text: says.bookRefused } });
      } catch (error) {
        dispatch({ type: "summary", summary: { phase: "failed", trouble: troubleOf(error) } });
      }
    },
  };
}
