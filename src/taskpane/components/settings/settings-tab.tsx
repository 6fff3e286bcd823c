import { MessageBar, MessageBarBody, Spinner, Switch } from "@fluentui/react-components";
import { useEffect } from "react";
import { useController, usePaneState } from "../../pane-context";
import { settings as texts } from "../../texts/settings.ja";
import { AcceptedPanel } from "../check/accepted-panel";
import { Fold, Heading, Hint, Stack } from "../layout";
import { DirectionSection } from "./direction-section";
import { EvaluationDay } from "./evaluation-day";
import { LabelSection } from "./label-section";
import { RuleSection } from "./rule-section";
import { StatusWordSection } from "./status-word-section";
import { ToleranceSection } from "./tolerance-section";

/** 設定: all that the workbook carries; each change is written at once and can be undone. */
export function SettingsTab() {
  const controller = useController();
  const known = usePaneState((state) => state.settings);
  const outcome = usePaneState((state) => state.outcome);
  const isLive = usePaneState((state) => state.isLive);
  useEffect(() => {
    if (known === null) void controller.loadSettings();
    // Once, when the tab is opened: a refusal is shown, not repeated.
  }, []);
  if (known === null) return <Stack><Spinner label={texts.loading} /></Stack>;
  const { settings, settingsProblem } = known;
  const directions = outcome?.directions ?? [];
  return (
    <Stack>
      <Heading>{texts.heading}</Heading>
      {settingsProblem === null ? (
        <Hint>{texts.lead}</Hint>
      ) : (
        <MessageBar intent="warning" layout="multiline">
          <MessageBarBody style={{ whiteSpace: "normal" }}>{settingsProblem.code === "newer" ? texts.newer : texts.damaged(settingsProblem.place)}</MessageBarBody>
        </MessageBar>
      )}
      <Switch checked={isLive} label={texts.live} onChange={(_, { checked }) => { controller.setLive(checked); }} />
      <Hint>{texts.liveHint}</Hint>
      {settingsProblem === null && (
        <>
          <EvaluationDay settings={settings} />
          <Fold title={`${texts.directions}（${String(directions.filter(({ isConfirmed }) => !isConfirmed).length)}）`}><DirectionSection directions={directions} isChecked={outcome !== null} /></Fold>
          <Fold title={texts.rules}><RuleSection settings={settings} /></Fold>
          <Fold title={`${texts.accepted}（${String(settings.accepted.length)}）`}><AcceptedPanel outcome={outcome ?? { accepted: [] }} /></Fold>
          <Fold title={texts.labels}><LabelSection settings={settings} /></Fold>
          <Fold title={texts.statusWords}><StatusWordSection settings={settings} unknown={outcome?.unknownStatusWords ?? []} /></Fold>
          <Fold title={texts.tolerances}><ToleranceSection settings={settings} /></Fold>
        </>
      )}
    </Stack>
  );
}
