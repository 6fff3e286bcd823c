import { Spinner } from "@fluentui/react-components";
import { lazy, Suspense } from "react";
import { usePaneState } from "../../pane-context";
import { common } from "../../texts/common.ja";
import { Running } from "./running";
import { Welcome } from "./welcome";

// Both come when they are needed, at the earliest while the first check runs.
const Result = lazy(() => import("./result").then(({ Result: component }) => ({ default: component })));
const CheckTrouble = lazy(() => import("./check-trouble").then(({ CheckTrouble: component }) => ({ default: component })));

/** 点検: nothing yet, under way, stopped, refused, or what was found. */
export function CheckTab() {
  const phase = usePaneState((state) => state.check);
  const hasOutcome = usePaneState((state) => state.outcome !== null);
  if (phase.phase === "running" && !phase.isQuiet) return <Running {...phase} />;
  return (
    <Suspense fallback={<Spinner size="tiny" label={common.opening} />}>
      {(phase.phase === "cancelled" || phase.phase === "failed") && <CheckTrouble phase={phase} />}
      {hasOutcome ? <Result /> : <Welcome />}
    </Suspense>
  );
}
