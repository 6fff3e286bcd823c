import { MessageBar, MessageBarBody } from "@fluentui/react-components";
import { usePaneState } from "../../pane-context";
import type { CheckPhase } from "../../state/pane-state";
import { check } from "../../texts/check.ja";
import { Landing } from "../landing";
import { TroubleBar } from "../trouble-bar";

/** Why the check did not come to its end. */
export function CheckTrouble({ phase }: { readonly phase: Extract<CheckPhase, { phase: "cancelled" | "failed" }> }) {
  const hasOutcome = usePaneState((state) => state.outcome !== null);
  return (
    <Landing>
      {phase.phase === "failed" ? (
        <TroubleBar trouble={phase.trouble} />
      ) : (
        <MessageBar intent="info" layout="multiline">
          <MessageBarBody style={{ whiteSpace: "normal" }}>{hasOutcome ? check.cancelledKept : check.cancelled}</MessageBarBody>
        </MessageBar>
      )}
    </Landing>
  );
}
