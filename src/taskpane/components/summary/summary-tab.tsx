import { Button, Link, makeStyles, MessageBar, MessageBarBody, ProgressBar, Text, tokens } from "@fluentui/react-components";
import type { ReportPlan } from "../../../core";
import { useController, usePaneState } from "../../pane-context";
import type { SummaryPreview, SummaryProgress, SummaryWritten } from "../../../excel/summary";
import { check } from "../../texts/check.ja";
import { common } from "../../texts/common.ja";
import { summary as texts } from "../../texts/summary.ja";
import { Running } from "../check/running";
import { Heading, Hint, Stack } from "../layout";
import { TroubleBar } from "../trouble-bar";
import { useFocusIfLost } from "../use-focus";
import { ChartPicture } from "./chart-picture";

/** A preview says what will come; it is not the report. */
const MOST_CHARTS = 6;

const useStyles = makeStyles({
  names: { margin: 0, paddingLeft: "1.4em" },
  sub: { margin: 0, fontSize: tokens.fontSizeBase300, fontWeight: tokens.fontWeightSemibold },
  actions: { display: "flex", flexDirection: "column", rowGap: tokens.spacingVerticalXS },
  action: { minHeight: "36px" },
  plain: { margin: 0 },
  links: { display: "flex", flexDirection: "column", alignItems: "flex-start", rowGap: tokens.spacingVerticalXS },
  link: { minHeight: "32px", textAlign: "left" },
});

/** 集計: shown first, made only then. */
export function SummaryTab() {
  const phase = usePaneState((state) => state.check);
  const summary = usePaneState((state) => state.summary);
  const isStale = usePaneState((state) => state.isStale);
  const mended = usePaneState((state) => state.mended.size);
  if (phase.phase === "running" && !phase.isQuiet) return <Running {...phase} />;
  return (
    <>
      {phase.phase === "failed" && <TroubleBar trouble={phase.trouble} />}
      {(isStale || mended > 0) && (
        <MessageBar intent="warning" layout="multiline">
          <MessageBarBody style={{ whiteSpace: "normal" }}>{isStale ? check.stale : texts.mendedNote}</MessageBarBody>
        </MessageBar>
      )}
      {summary.phase === "failed" && <TroubleBar trouble={summary.trouble} />}
      <Stack>
        <Heading>{texts.heading}</Heading>
        <SummaryBody />
      </Stack>
    </>
  );
}

function SummaryBody() {
  const summary = usePaneState((state) => state.summary);
  switch (summary.phase) {
    case "none":
    case "failed":
      return <Begin />;
    case "planning":
      return <Busy label={texts.planning} />;
    case "preview":
      return <Preview {...summary} />;
    case "writing":
      return <Writing step={summary.step} />;
    case "opening":
      return <Busy label={texts.opening} />;
    case "made":
      return <Made written={summary.written} />;
    case "opened":
      return <Opened />;
  }
}

// Each phase takes the place of the one whose button was pressed: what comes next in it takes the focus.

function Begin() {
  const styles = useStyles();
  const controller = useController();
  const next = useFocusIfLost();
  return (
    <>
      <Text as="p" className={styles.plain}>{texts.lead}</Text>
      <Text as="p" className={styles.plain}>{texts.untouched}</Text>
      <Button ref={next} className={styles.action} appearance="primary" onClick={() => void controller.planSummary()}>{texts.plan}</Button>
    </>
  );
}

function Opened() {
  const styles = useStyles();
  const controller = useController();
  const next = useFocusIfLost();
  return (
    <>
      <Text as="p" role="status" weight="semibold" className={styles.plain}>{texts.opened}</Text>
      <Button ref={next} className={styles.action} onClick={() => void controller.planSummary()}>{texts.planAgain}</Button>
    </>
  );
}

function listedLine(listed: SummaryWritten["listed"], say: (count: number, sheets: string) => string): readonly string[] {
  return listed.length === 0 ? [] : [say(listed.length, [...new Set(listed.map(({ sheet }) => sheet))].join("」「"))];
}

/** Where to find what was made, and what a reader has to know of it. */
function Made({ written }: { readonly written: SummaryWritten }) {
  const styles = useStyles();
  const controller = useController();
  const next = useFocusIfLost();
  const { made, remade, listed, answersKept, pagesRefused, handedOver, renamedBecauseTaken } = written;
  const lines = [
    ...renamedBecauseTaken.map(({ wished, name }) => texts.wasRenamed(wished, name)),
    ...(answersKept > 0 ? [texts.answersKept(answersKept)] : []),
    ...listedLine(listed.filter(({ kind }) => kind === "lost-row"), texts.lostRows),
    ...listedLine(listed.filter(({ kind }) => kind === "note"), texts.notes),
    ...(handedOver.length > 0 ? [texts.handedOver(handedOver.join("」「"))] : []),
    ...(pagesRefused ? [texts.pagesRefused] : []),
  ];
  return (
    <>
      <Text as="p" role="status" weight="semibold" className={styles.plain}>{remade.length > 0 ? texts.remade : texts.made}</Text>
      {lines.map((line) => <Text key={line} as="p" className={styles.plain}>{line}</Text>)}
      <Hint>{texts.madeNote}</Hint>
      <div className={styles.links}>
        {[...made, ...remade].map((name, at) => (
          <Link key={name} {...(at === 0 ? { ref: next } : {})} as="button" className={styles.link} onClick={() => void controller.goToSheet(name)}>{name}</Link>
        ))}
      </div>
      <Hint>{remade.length > 0 ? texts.undoRemadeNote : texts.undoNote}</Hint>
      <Button className={styles.action} onClick={() => void controller.planSummary()}>{texts.planAgain}</Button>
    </>
  );
}

const STEPS: readonly SummaryProgress["step"][] = ["read", "cells", "charts", "pages", "swap"];

function Writing({ step }: { readonly step: SummaryProgress["step"] }) {
  const styles = useStyles();
  const controller = useController();
  const stop = useFocusIfLost();
  return (
    <>
      <Busy label={texts.writing} value={STEPS.indexOf(step) / STEPS.length} />
      <Text>{texts.steps[step]}</Text>
      <Button ref={stop} className={styles.action} onClick={() => { controller.cancelSummary(); }}>{common.cancel}</Button>
      <Hint>{texts.cancelNote}</Hint>
    </>
  );
}

function Busy({ label, value }: { readonly label: string; readonly value?: number }) {
  return (
    <>
      <Text role="status">{label}</Text>
      <ProgressBar aria-label={label} {...(value === undefined ? {} : { value })} />
    </>
  );
}

function Names({ title, names }: { readonly title: string; readonly names: readonly string[] }) {
  const styles = useStyles();
  if (names.length === 0) return null;
  return (
    <section>
      <h3 className={styles.sub}>{title}</h3>
      <ul className={styles.names}>
        {names.map((name) => <li key={name}>{name}</li>)}
      </ul>
    </section>
  );
}

function Preview({ plan, preview }: { readonly plan: ReportPlan; readonly preview: SummaryPreview }) {
  const styles = useStyles();
  const controller = useController();
  const isWriting = usePaneState((state) => state.isWriting);
  const next = useFocusIfLost();
  const charts = plan.sheets.flatMap((sheet) => sheet.charts);
  return (
    <>
      <div className={styles.actions}>
        <Button ref={next} className={styles.action} appearance="primary" disabledFocusable={isWriting} onClick={() => void controller.makeSummary()}>
          {preview.willRemake.length > 0 ? texts.remake : texts.make}
        </Button>
        <Button className={styles.action} disabledFocusable={isWriting} onClick={() => void controller.makeBook()}>{texts.makeBook}</Button>
        <Hint>{texts.untouched}</Hint>
      </div>
      <Names title={texts.willMake} names={preview.willMake} />
      <Names title={texts.willRemake} names={preview.willRemake} />
      {preview.willRemake.length > 0 && <Hint>{texts.willRemakeNote}</Hint>}
      <Names title={texts.willLeave} names={preview.willLeave} />
      {preview.willLeave.length > 0 && <Hint>{texts.willLeaveNote}</Hint>}
      {preview.renamedBecauseTaken.map(({ wished, name }) => <Text key={wished} as="p" className={styles.plain}>{texts.renamed(wished, name)}</Text>)}
      {charts.length > 0 && <h3 className={styles.sub}>{texts.charts}</h3>}
      {charts.slice(0, MOST_CHARTS).map((chart, index) => <ChartPicture key={`${String(index)} ${chart.title}`} chart={chart} />)}
      {charts.length > MOST_CHARTS && <Hint>{texts.moreCharts(charts.length - MOST_CHARTS)}</Hint>}
    </>
  );
}
