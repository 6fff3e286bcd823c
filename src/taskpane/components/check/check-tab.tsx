import { Button, Link, MessageBar, MessageBarActions, MessageBarBody, Text } from "@fluentui/react-components";
import { useController, usePaneState } from "../../pane-context";
import { check, highlights } from "../../texts/check.ja";
import { common } from "../../texts/common.ja";
import { ruleTitleOf } from "../../texts/terms";
import { Heading, Hint, Stack } from "../layout";
import { TroubleBar } from "../trouble-bar";
import { FindingList } from "./finding-list";
import { ResultTools } from "./result-tools";
import { Running } from "./running";
import { Welcome } from "./welcome";

/** 点検: nothing yet, under way, stopped, refused, or what was found. */
export function CheckTab() {
  const phase = usePaneState((state) => state.check);
  const outcome = usePaneState((state) => state.outcome);
  if (phase.phase === "running" && !phase.isQuiet) return <Running {...phase} />;
  return (
    <>
      {phase.phase === "cancelled" && <Cancelled isKept={outcome !== null} />}
      {phase.phase === "failed" && <TroubleBar trouble={phase.trouble} />}
      {outcome === null ? <Welcome /> : <Result />}
    </>
  );
}

function Cancelled({ isKept }: { readonly isKept: boolean }) {
  return (
    <MessageBar intent="info" layout="multiline">
      <MessageBarBody style={{ whiteSpace: "normal" }}>{isKept ? check.cancelledKept : check.cancelled}</MessageBarBody>
    </MessageBar>
  );
}

function Result() {
  const outcome = usePaneState((state) => state.outcome);
  if (outcome === null) return null;
  const { counts } = outcome;
  return (
    <>
      <Warnings />
      {counts.tables === 0 ? <NoTable /> : <ResultTools outcome={outcome} />}
      {counts.tables > 0 && outcome.findings.length === 0 && (
        <Stack>
          <Heading>{check.none}</Heading>
          <Text as="p">{check.noneNote(counts.tables, counts.indicators, counts.workItems)}</Text>
        </Stack>
      )}
      {outcome.findings.length > 0 && <FindingList outcome={outcome} />}
    </>
  );
}

function NoTable() {
  const controller = useController();
  return (
    <Stack>
      <Heading>{check.noTable}</Heading>
      <Text as="p">{check.noTableNext}</Text>
      <Button appearance="primary" onClick={() => { controller.showTab("target"); }}>{check.toTarget}</Button>
      <Button onClick={() => void controller.check()}>{common.checkAgain}</Button>
    </Stack>
  );
}

/** What a reader must know before trusting the list: the sheet moved on, a rule did not run, a sheet was not read. */
function Warnings() {
  const controller = useController();
  const isStale = usePaneState((state) => state.isStale);
  const mended = usePaneState((state) => state.mended.size);
  const outcome = usePaneState((state) => state.outcome);
  const protectedSheets = usePaneState((state) => state.highlights.protectedSheets);
  if (outcome === null) return null;
  const notRead = outcome.sheets.filter((sheet) => sheet.notRead !== null && sheet.notRead !== "no-table").length;
  const again = (
    <MessageBarActions>
      <Button size="small" onClick={() => void controller.check()}>{common.checkAgain}</Button>
    </MessageBarActions>
  );
  return (
    <>
      {isStale ? (
        <MessageBar intent="warning" layout="multiline">
          <MessageBarBody style={{ whiteSpace: "normal" }}>{check.stale}</MessageBarBody>
          {again}
        </MessageBar>
      ) : (
        mended > 0 && (
          <MessageBar intent="info" layout="multiline">
            <MessageBarBody style={{ whiteSpace: "normal" }}>{check.mended(mended)}</MessageBarBody>
            {again}
          </MessageBar>
        )
      )}
      {outcome.crashes.length > 0 && (
        <MessageBar intent="error" layout="multiline">
          <MessageBarBody style={{ whiteSpace: "normal" }}>{check.crashed(outcome.crashes.map(ruleTitleOf).join("」「"))}</MessageBarBody>
        </MessageBar>
      )}
      {outcome.settingsProblem !== null && (
        <MessageBar intent="warning" layout="multiline">
          <MessageBarBody style={{ whiteSpace: "normal" }}>
            {check.settingsUnused}{" "}
            <Link inline as="button" onClick={() => { controller.showTab("settings"); }}>{check.toSettings}</Link>
          </MessageBarBody>
        </MessageBar>
      )}
      {notRead > 0 && (
        <MessageBar intent="info" layout="multiline">
          <MessageBarBody style={{ whiteSpace: "normal" }}>
            {check.notRead(notRead)}{" "}
            <Link inline as="button" onClick={() => { controller.showTab("target"); }}>{check.toTarget}</Link>
          </MessageBarBody>
        </MessageBar>
      )}
      {protectedSheets.length > 0 && (
        <MessageBar intent="warning" layout="multiline">
          <MessageBarBody style={{ whiteSpace: "normal" }}>{highlights.protectedSheets(protectedSheets.join("」「"))}</MessageBarBody>
        </MessageBar>
      )}
    </>
  );
}

export function UndoHistoryHint() {
  return <Hint>{check.undoNote}</Hint>;
}
