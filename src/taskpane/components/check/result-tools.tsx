import { Button, makeStyles, ToggleButton, tokens } from "@fluentui/react-components";
import { useState } from "react";
import { formatDay, type Severity } from "../../../core";
import type { Outcome } from "../../engine/outcome";
import { useController, usePaneState } from "../../pane-context";
import { ALL_SEVERITIES } from "../../state/pane-state";
import { countBySeverity } from "../../state/visible-findings";
import { check, highlights } from "../../texts/check.ja";
import { common } from "../../texts/common.ja";
import { severityTerms } from "../../texts/terms";
import { Hint } from "../layout";
import { AcceptedPanel } from "./accepted-panel";
import { FilterPanel } from "./filter-panel";
import { HighlightPanel } from "./highlight-panel";
import { SeverityMark } from "./severity-mark";

const useStyles = makeStyles({
  root: { display: "flex", flexDirection: "column", rowGap: tokens.spacingVerticalXS, padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalM}` },
  row: { display: "flex", flexWrap: "wrap", gap: tokens.spacingHorizontalXS },
  severity: { flexGrow: 1, flexBasis: "5.5rem", minWidth: 0, minHeight: "32px", columnGap: tokens.spacingHorizontalXS, paddingLeft: tokens.spacingHorizontalXS, paddingRight: tokens.spacingHorizontalXS },
  tool: { flexGrow: 1, minWidth: "auto", minHeight: "32px", paddingLeft: tokens.spacingHorizontalXS, paddingRight: tokens.spacingHorizontalXS },
  panel: { padding: tokens.spacingHorizontalS, backgroundColor: tokens.colorNeutralBackground2, borderRadius: tokens.borderRadiusMedium, border: `1px solid ${tokens.colorNeutralStroke2}` },
  unseen: { position: "absolute", width: "1px", height: "1px", margin: 0, overflow: "hidden", clipPath: "inset(50%)", whiteSpace: "nowrap" },
  count: { fontVariantNumeric: "tabular-nums" },
});

type Panel = "filter" | "highlights" | "accepted";

/** Counts by severity, which filter as well, and what can be done with the result. */
export function ResultTools({ outcome }: { readonly outcome: Outcome }) {
  const styles = useStyles();
  const controller = useController();
  const list = usePaneState((state) => state.list);
  const [panel, setPanel] = useState<Panel | null>(null);
  const counts = countBySeverity(outcome.findings);
  const isFiltered = list.rule !== null || list.search !== "" || list.severities.length < ALL_SEVERITIES.length;
  const toggle = (severity: Severity): void => {
    const severities = ALL_SEVERITIES.filter((each) => list.severities.includes(each) !== (each === severity));
    controller.filter({ severities });
  };
  const opener = (name: Panel, label: string) => (
    <ToggleButton
      className={styles.tool}
      size="small"
      checked={panel === name}
      aria-expanded={panel === name}
      {...(panel === name ? { "aria-controls": `panel-${name}` } : {})}
      onClick={() => { setPanel(panel === name ? null : name); }}
    >
      {label}
    </ToggleButton>
  );
  return (
    <div className={styles.root}>
      <h2 className={styles.unseen}>{check.result}</h2>
      <Hint>{check.summaryLine(outcome.file, formatDay(outcome.asOf))}</Hint>
      <div className={styles.row} role="group" aria-label={check.severityFilter}>
        {ALL_SEVERITIES.map((severity) => (
          <ToggleButton key={severity} className={styles.severity} size="small" checked={list.severities.includes(severity)} onClick={() => { toggle(severity); }}>
            <SeverityMark severity={severity} />
            {severityTerms[severity]} <span className={styles.count}>{counts[severity].toLocaleString("ja-JP")}</span>
          </ToggleButton>
        ))}
      </div>
      <div className={styles.row}>
        <Button className={styles.tool} size="small" onClick={() => void controller.check()}>{common.checkAgain}</Button>
        {opener("highlights", highlights.heading)}
        {opener("filter", isFiltered ? check.filtered : check.filter)}
        {opener("accepted", check.accepted(outcome.accepted.length))}
      </div>
      {panel !== null && (
        <div id={`panel-${panel}`} className={styles.panel}>
          {panel === "filter" && <FilterPanel outcome={outcome} />}
          {panel === "highlights" && <HighlightPanel outcome={outcome} />}
          {panel === "accepted" && <AcceptedPanel outcome={outcome} />}
        </div>
      )}
    </div>
  );
}
