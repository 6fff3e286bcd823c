import { Button, Link, MessageBar, MessageBarActions, MessageBarBody, Text } from "@fluentui/react-components";
import { useController, usePaneState } from "../../pane-context";
import { check, highlights } from "../../texts/check.ja";
import { common } from "../../texts/common.ja";
import { ruleTitleOf } from "../../texts/terms";
import { Landing } from "../landing";
import { Heading, Stack } from "../layout";
import { FindingList } from "./finding-list";
import { ResultTools } from "./result-tools";

/** What the check found, under what a reader must know of it. */
export function Result() {
  const outcome = usePaneState((state) => state.outcome);
  if (outcome === null) return null;
  const { counts } = outcome;
  return (
    <>
      <Warnings />
      {counts.tables === 0 ? <NoTable /> : <ResultTools outcome={outcome} />}
      {counts.tables > 0 && outcome.findings.length === 0 && (
        <Landing>
          <Stack>
            <Heading>{check.none}</Heading>
            <Text as="p">{check.noneNote(counts.tables, counts.indicators, counts.workItems)}</Text>
          </Stack>
        </Landing>
      )}
      {outcome.findings.length > 0 && <FindingList outcome={outcome} />}
    </>
  );
}

function NoTable() {
  const controller = useController();
  return (
    <Landing>
      <Stack>
        <Heading>{check.noTable}</Heading>
        <Text as="p">{check.noTableNext}</Text>
        <Button appearance="primary" onClick={() => { controller.showTab("target"); }}>{check.toTarget}</Button>
        <Button onClick={() => void controller.check()}>{common.checkAgain}</Button>
      </Stack>
    </Landing>
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
