import { Button, Checkbox, makeStyles, Switch, Text, tokens } from "@fluentui/react-components";
import type { HighlightChoice } from "../../../core";
import type { Outcome } from "../../engine/outcome";
import { useController, usePaneState } from "../../pane-context";
import { ALL_SEVERITIES } from "../../state/pane-state";
import { countByRule } from "../../state/visible-findings";
import { check, highlights } from "../../texts/check.ja";
import { ruleTitleOf, severityTerms } from "../../texts/terms";
import { Fold, Hint } from "../layout";
import { SeverityMark } from "./severity-mark";

const useStyles = makeStyles({
  root: { display: "flex", flexDirection: "column", rowGap: tokens.spacingVerticalXS },
  group: { display: "flex", flexDirection: "column", border: "none", margin: 0, padding: 0, minWidth: 0 },
  legend: { padding: 0, fontSize: tokens.fontSizeBase200 },
  label: { display: "inline-flex", alignItems: "center", columnGap: tokens.spacingHorizontalS },
  clear: { alignSelf: "flex-start", minHeight: "32px" },
});

/** 色付け: on and off, by severity and rule; the choices are the legend at the same time. */
export function HighlightPanel({ outcome }: { readonly outcome: Outcome }) {
  const styles = useStyles();
  const controller = useController();
  const { isOn, isBusy, choice, omitted } = usePaneState((state) => state.highlights);
  const isWriting = usePaneState((state) => state.isWriting);
  const found = countByRule(outcome);
  // Not `disabled` meanwhile: that would take the focus away from what was just pressed.
  const choose = (next: Partial<HighlightChoice>): void => {
    if (!isWriting) void controller.chooseHighlights({ ...choice, ...next });
  };
  const isChosen = (rule: string): boolean => choice.rules === "all" || choice.rules.includes(rule);
  const chooseRule = (rule: string, isIn: boolean): void => {
    const rules = found.map((each) => each.rule).filter((each) => (each === rule ? isIn : isChosen(each)));
    choose({ rules: rules.length === found.length ? "all" : rules });
  };
  return (
    <div className={styles.root}>
      <Switch
        checked={isOn === true}
        disabledFocusable={isWriting}
        label={isBusy ? highlights.busy : highlights.on}
        onChange={(_, { checked }) => void (checked ? controller.showHighlights(choice) : controller.clearHighlights())}
      />
      <Hint>{highlights.note}</Hint>
      {omitted > 0 && <Hint>{highlights.omitted(omitted)}</Hint>}
      <fieldset className={styles.group}>
        <legend className={styles.legend}>{highlights.legend}</legend>
        {ALL_SEVERITIES.map((severity) => (
          <Checkbox
            key={severity}
            aria-disabled={isWriting}
            checked={choice.severities.includes(severity)}
            label={<span className={styles.label}><SeverityMark severity={severity} />{severityTerms[severity]}</span>}
            onChange={() => { choose({ severities: ALL_SEVERITIES.filter((each) => choice.severities.includes(each) !== (each === severity)) }); }}
          />
        ))}
      </fieldset>
      <Fold title={highlights.byRule}>
        <div className={styles.group}>
          {found.map(({ rule, count }) => (
            <Checkbox
              key={rule}
              aria-disabled={isWriting}
              checked={isChosen(rule)}
              label={check.ruleOption(ruleTitleOf(rule), count)}
              onChange={(_, { checked }) => { chooseRule(rule, checked === true); }}
            />
          ))}
        </div>
      </Fold>
      <Button className={styles.clear} size="small" disabledFocusable={isWriting} onClick={() => void controller.clearHighlights()}>
        {highlights.clear}
      </Button>
      <Text as="span" size={200} role="status">{isBusy ? highlights.busy : ""}</Text>
    </div>
  );
}
