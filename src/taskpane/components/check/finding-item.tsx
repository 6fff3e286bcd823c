import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { memo } from "react";
import type { FindingView } from "../../engine/outcome";
import { useController, usePaneState } from "../../pane-context";
import { check } from "../../texts/check.ja";
import { ruleTitleOf, severityTerms } from "../../texts/terms";
import { FindingDetail } from "./finding-detail";
import { SeverityMark } from "./severity-mark";

const useStyles = makeStyles({
  // In forced colors a transparent border is drawn: there it has to have the color of the page.
  item: { borderBottom: `1px solid ${tokens.colorNeutralStroke2}`, borderLeft: "3px solid transparent", "@media (forced-colors: active)": { borderLeftColor: "Canvas" } },
  open: { backgroundColor: tokens.colorNeutralBackground2, borderLeftColor: tokens.colorBrandStroke1, "@media (forced-colors: active)": { borderLeftColor: "Highlight" } },
  head: {
    display: "block",
    width: "100%",
    boxSizing: "border-box",
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM} ${tokens.spacingVerticalS} calc(${tokens.spacingHorizontalM} - 3px)`,
    textAlign: "left",
    font: "inherit",
    color: "inherit",
    backgroundColor: "transparent",
    border: "none",
    cursor: "pointer",
    outlineOffset: "-2px",
    ":hover": { backgroundColor: tokens.colorNeutralBackground1Hover },
    ":focus-visible": { outline: `2px solid ${tokens.colorStrokeFocus2}` },
  },
  line: { display: "flex", flexWrap: "wrap", alignItems: "center", columnGap: tokens.spacingHorizontalXS },
  word: { fontSize: tokens.fontSizeBase200 },
  cell: { fontWeight: tokens.fontWeightSemibold, fontVariantNumeric: "tabular-nums" },
  title: { fontWeight: tokens.fontWeightSemibold },
  sheet: { color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200 },
  message: {
    display: "block",
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    marginTop: "2px",
  },
  mended: { color: tokens.colorStatusSuccessForeground1, fontSize: tokens.fontSizeBase200, fontWeight: tokens.fontWeightSemibold },
});

interface FindingItemProps {
  readonly finding: FindingView;
  readonly isOpen: boolean;
  readonly isTabStop: boolean;
  readonly onFocus: () => void;
}

/** One finding: a press jumps to its cell and opens what can be done. */
export const FindingItem = memo(function FindingItem({ finding, isOpen, isTabStop, onFocus }: FindingItemProps) {
  const styles = useStyles();
  const controller = useController();
  const isMended = usePaneState((state) => state.mended.has(finding.id));
  const { severity, at, cell, rule, message } = finding;
  return (
    <div className={mergeClasses(styles.item, isOpen && styles.open)}>
      <button
        type="button"
        data-head=""
        className={styles.head}
        tabIndex={isTabStop ? 0 : -1}
        aria-expanded={isOpen}
        onFocus={onFocus}
        onClick={() => { controller.select(finding.id); }}
      >
        <span className={styles.line}>
          <SeverityMark severity={severity} />
          <span className={styles.word}>{severityTerms[severity]}</span>{" "}
          <span className={styles.cell}>{cell}</span>{" "}
          <span className={styles.title}>{ruleTitleOf(rule)}</span>{" "}
          {isMended && <span className={styles.mended}>{check.mendedMark}</span>}
        </span>
        <span className={styles.sheet}>{at.sheet}</span>{" "}
        {!isOpen && <span className={styles.message}>{firstSentence(message)}</span>}
      </button>
      {isOpen && <FindingDetail finding={finding} isMended={isMended} />}
    </div>
  );
});

/** What is wrong; what to do about it stands in the opened item. A full stop inside brackets ends no sentence. */
export function firstSentence(message: string): string {
  let depth = 0;
  for (let at = 0; at < message.length; at++) {
    const char = message.charAt(at);
    if ("「『（".includes(char)) depth++;
    if ("」』）".includes(char)) depth--;
    if (char === "。" && depth <= 0) return message.slice(0, at + 1);
  }
  return message;
}
