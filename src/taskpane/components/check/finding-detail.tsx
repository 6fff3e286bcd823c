import { Button, Field, Input, makeStyles, Text, tokens } from "@fluentui/react-components";
import { useId, useState } from "react";
import { setDirection, type DirectionValue } from "../../../core";
import type { FindingView } from "../../engine/outcome";
import { useController, usePaneState } from "../../pane-context";
import { notes } from "../../texts/actions.ja";
import { check } from "../../texts/check.ja";
import { common } from "../../texts/common.ja";
import { settings as settingsTexts } from "../../texts/settings.ja";
import { isComposing } from "../is-composing";
import { RuleExplanation } from "./rule-explanation";

const useStyles = makeStyles({
  root: { display: "flex", flexDirection: "column", rowGap: tokens.spacingVerticalS, padding: `0 ${tokens.spacingHorizontalM} ${tokens.spacingVerticalM} calc(${tokens.spacingHorizontalM} - 3px)` },
  message: { margin: 0 },
  actions: { display: "flex", flexWrap: "wrap", gap: tokens.spacingHorizontalXS },
  action: { minWidth: "auto", minHeight: "32px" },
  change: { margin: 0, display: "grid", gridTemplateColumns: "auto 1fr", columnGap: tokens.spacingHorizontalS, rowGap: "2px" },
  changed: { margin: 0, overflowWrap: "anywhere" },
  input: { minWidth: 0, width: "100%" },
  form: { display: "flex", flexDirection: "column", rowGap: tokens.spacingVerticalXS },
});

export function FindingDetail({ finding, isMended }: { readonly finding: FindingView; readonly isMended: boolean }) {
  const styles = useStyles();
  const controller = useController();
  const [open, setOpen] = useState<"accept" | "rule" | null>(null);
  const id = useId();
  const toggle = (what: "accept" | "rule") => () => { setOpen(open === what ? null : what); };
  return (
    <div className={styles.root}>
      <Text as="p" className={styles.message}>{finding.message}</Text>
      {finding.suggestion !== null && <SuggestionBox finding={finding} isMended={isMended} />}
      {finding.rule === "indicator-direction-unconfirmed" && <DirectionButtons finding={finding} />}
      <div className={styles.actions}>
        <Button className={styles.action} size="small" onClick={() => void controller.goTo(finding.at)}>{check.jump}</Button>
        <Button className={styles.action} size="small" aria-expanded={open === "accept"} {...(open === "accept" ? { "aria-controls": id } : {})} onClick={toggle("accept")}>
          {check.accept}
        </Button>
        <Button className={styles.action} size="small" aria-expanded={open === "rule"} {...(open === "rule" ? { "aria-controls": id } : {})} onClick={toggle("rule")}>
          {check.aboutRule}
        </Button>
      </div>
      {open !== null && (
        <div id={id}>
          {open === "accept" && <AcceptForm finding={finding} onStop={() => { setOpen(null); }} />}
          {open === "rule" && <RuleExplanation rule={finding.rule} />}
        </div>
      )}
    </div>
  );
}

/** What the cell holds and what it would hold: shown before anything is written. */
function SuggestionBox({ finding, isMended }: { readonly finding: FindingView; readonly isMended: boolean }) {
  const styles = useStyles();
  const controller = useController();
  const isWriting = usePaneState((state) => state.isWriting);
  const { suggestion } = finding;
  if (suggestion === null) return null;
  return (
    <div className={styles.form}>
      <Text weight="semibold">{check.suggestion}（{suggestion.cell}）</Text>
      <dl className={styles.change}>
        <dt>{check.before}</dt>
        <dd className={styles.changed}>{suggestion.before === "" ? check.blank : suggestion.before}</dd>
        <dt>{check.after}</dt>
        <dd className={styles.changed}>{String(suggestion.value)}</dd>
      </dl>
      <Button size="small" className={styles.action} disabledFocusable={isWriting || isMended} onClick={() => void controller.applySuggestion(finding.id)}>
        {isMended ? check.mendedMark : check.apply}
      </Button>
    </div>
  );
}

/** One press confirms which way is good. */
function DirectionButtons({ finding }: { readonly finding: FindingView }) {
  const styles = useStyles();
  const controller = useController();
  const isWriting = usePaneState((state) => state.isWriting);
  const direction = usePaneState((state) => state.outcome?.directions.find(({ at }) => at.sheet === finding.at.sheet && at.row === finding.at.row && at.column === finding.at.column));
  if (direction === undefined) return null;
  const confirm = (value: DirectionValue) => () => void controller.editSettings(notes.direction(direction.name), (settings) => setDirection(settings, direction.key, value));
  return (
    <div className={styles.actions} role="group" aria-label={settingsTexts.directionGroup(direction.name)}>
      <Button className={styles.action} size="small" disabledFocusable={isWriting} onClick={confirm("higher-is-better")}>{settingsTexts.higher}</Button>
      <Button className={styles.action} size="small" disabledFocusable={isWriting} onClick={confirm("lower-is-better")}>{settingsTexts.lower}</Button>
    </div>
  );
}

function AcceptForm({ finding, onStop }: { readonly finding: FindingView; readonly onStop: () => void }) {
  const styles = useStyles();
  const controller = useController();
  const isWriting = usePaneState((state) => state.isWriting);
  const [reason, setReason] = useState("");
  const [isMissing, setMissing] = useState(false);
  const submit = (): void => {
    if (reason.trim() === "") setMissing(true);
    else void controller.accept(finding.id, reason);
  };
  return (
    <div className={styles.form}>
      <Field required label={check.reason} hint={check.reasonHint} {...(isMissing ? { validationMessage: check.reasonNeeded, validationState: "error" as const } : {})}>
        <Input
          autoFocus
          className={styles.input}
          value={reason}
          onChange={(_, { value }) => {
            setReason(value);
            setMissing(false);
          }}
          onKeyDown={(event) => {
            if (isComposing(event)) return;
            if (event.key === "Enter") submit();
            if (event.key === "Escape") onStop();
          }}
        />
      </Field>
      <div className={styles.actions}>
        <Button className={styles.action} appearance="primary" size="small" disabledFocusable={isWriting} onClick={submit}>{check.accept}</Button>
        <Button className={styles.action} size="small" onClick={onStop}>{common.stop}</Button>
      </div>
    </div>
  );
}
