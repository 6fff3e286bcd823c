import { Button, makeStyles, Text, tokens } from "@fluentui/react-components";
import { useState } from "react";
import type { HostDescription } from "../state/pane-host";
import { common, product, report, tabs } from "../texts/common.ja";
import type { Tab } from "../state/pane-state";

const useStyles = makeStyles({
  root: { display: "flex", flexDirection: "column", alignItems: "flex-start", rowGap: tokens.spacingVerticalXS, width: "100%" },
  box: { width: "100%", boxSizing: "border-box", font: "inherit", color: tokens.colorNeutralForeground1, backgroundColor: tokens.colorNeutralBackground1 },
});

export interface ReportFacts {
  readonly version: string;
  readonly host: HostDescription | null;
  readonly tab: Tab | null;
  readonly happened: string;
  readonly trace: string;
}

/** What the IT section needs to know. May not: hold a word of the workbook. */
export function reportText({ version, host, tab, happened, trace }: ReportFacts): string {
  const lines: readonly (readonly [string, string])[] = [
    [report.version, `${product} ${version}`],
    [report.excel, host?.excel ?? report.none],
    [report.platform, host?.platform ?? report.none],
    [report.locale, host?.locale ?? report.none],
    [report.sets, host?.sets.join("、") ?? report.none],
    [report.engine, navigator.userAgent],
    [report.tab, tab === null ? report.none : tabs[tab]],
    [report.happened, happened],
    [report.trace, trace === "" ? report.none : trace],
  ];
  return [report.title, ...lines.map(([name, value]) => `${name}：${value}`), report.note].join("\n");
}

/** Copies by whichever way the web view allows. */
async function copy(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}

export function CopyReport(facts: ReportFacts) {
  const styles = useStyles();
  const [outcome, setOutcome] = useState<"copied" | "by-hand" | null>(null);
  const text = reportText(facts);
  return (
    <div className={styles.root}>
      <Button size="small" onClick={() => { void copy(text).then((done) => { setOutcome(done ? "copied" : "by-hand"); }); }}>
        {common.copyReport}
      </Button>
      <div role="status">
        {outcome === "copied" && <Text size={200}>{common.copied}</Text>}
        {outcome === "by-hand" && <Text size={200}>{common.copyByHand}</Text>}
      </div>
      {outcome === "by-hand" && (
        <textarea className={styles.box} readOnly rows={4} value={text} aria-label={common.copyBox} onFocus={({ target }) => { target.select(); }} />
      )}
    </div>
  );
}
