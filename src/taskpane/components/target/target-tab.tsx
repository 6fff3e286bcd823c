import { Button, makeStyles, Text, tokens } from "@fluentui/react-components";
import { fieldWords, readHiddenSheet, removeCorrection, type Correction } from "../../../core";
import type { Outcome, SheetView } from "../../engine/outcome";
import { useController, usePaneState } from "../../pane-context";
import { notes } from "../../texts/actions.ja";
import { common } from "../../texts/common.ja";
import { settings as settingsTexts } from "../../texts/settings.ja";
import { target } from "../../texts/target.ja";
import { Running } from "../check/running";
import { Fold, Heading, Hint, Stack } from "../layout";
import { TroubleBar } from "../trouble-bar";
import { TableCard } from "./table-card";

const useStyles = makeStyles({
  list: { listStyleType: "none", margin: 0, padding: 0, display: "flex", flexDirection: "column", rowGap: tokens.spacingVerticalS },
  row: { display: "flex", flexWrap: "wrap", alignItems: "center", justifyContent: "space-between", columnGap: tokens.spacingHorizontalS },
  sheet: { margin: 0, fontSize: tokens.fontSizeBase300, fontWeight: tokens.fontWeightSemibold, overflowWrap: "anywhere" },
  action: { minHeight: "32px" },
  grow: { flexGrow: 1, flexBasis: "10rem", overflowWrap: "anywhere" },
});

/** 対象: what was read, where, as what and why; and how to put it right. */
export function TargetTab() {
  const phase = usePaneState((state) => state.check);
  const outcome = usePaneState((state) => state.outcome);
  if (phase.phase === "running" && !phase.isQuiet) return <Running {...phase} />;
  return (
    <>
      {phase.phase === "failed" && <TroubleBar trouble={phase.trouble} />}
      {outcome === null ? <NotYet /> : <Sheets outcome={outcome} />}
    </>
  );
}

export function NotYet() {
  const controller = useController();
  return (
    <Stack>
      <Heading>{target.heading}</Heading>
      <Text as="p" style={{ margin: 0 }}>{common.notChecked}</Text>
      <Button appearance="primary" onClick={() => void controller.check()}>{common.checkThis}</Button>
    </Stack>
  );
}

function Sheets({ outcome }: { readonly outcome: Outcome }) {
  const styles = useStyles();
  const controller = useController();
  const isWriting = usePaneState((state) => state.isWriting);
  const withTables = outcome.sheets.filter(({ tables }) => tables.length > 0);
  const without = outcome.sheets.filter(({ tables }) => tables.length === 0);
  return (
    <Stack>
      <Heading>{target.heading}</Heading>
      <Hint>{target.lead}</Hint>
      <div>
        <Button className={styles.action} disabledFocusable={isWriting} onClick={() => void controller.useSelectionAsHeader()}>{target.setHeader}</Button>
        <Hint>{target.setHeaderHint}</Hint>
      </div>
      {withTables.map((sheet) => <SheetSection key={sheet.name} sheet={sheet} />)}
      {without.length > 0 && (
        <Fold title={`${target.notReadHeading}（${String(without.length)}）`} isOpenAtFirst={withTables.length === 0}>
          <ul className={styles.list}>
            {without.map((sheet) => <NotRead key={sheet.name} sheet={sheet} />)}
          </ul>
        </Fold>
      )}
      <Fold title={`${target.corrections}（${String(outcome.settings.corrections.length)}）`}>
        <Corrections corrections={outcome.settings.corrections} />
      </Fold>
    </Stack>
  );
}

function SheetSection({ sheet }: { readonly sheet: SheetView }) {
  const styles = useStyles();
  return (
    <section>
      <div className={styles.row}>
        <h3 className={styles.sheet}>{target.sheet(sheet.name)}</h3>
        {sheet.isHidden && <HiddenSwitch sheet={sheet.name} isRead />}
      </div>
      {sheet.tables.map((table) => <TableCard key={table.id} table={table} />)}
    </section>
  );
}

function NotRead({ sheet }: { readonly sheet: SheetView }) {
  const styles = useStyles();
  return (
    <li className={styles.row}>
      <span className={styles.grow}>
        <Text weight="semibold">{sheet.name}</Text>
        <Hint>{target.notRead[sheet.notRead ?? "no-table"]}</Hint>
      </span>
      {sheet.notRead === "hidden" && <HiddenSwitch sheet={sheet.name} isRead={false} />}
    </li>
  );
}

function HiddenSwitch({ sheet, isRead }: { readonly sheet: string; readonly isRead: boolean }) {
  const styles = useStyles();
  const controller = useController();
  const isWriting = usePaneState((state) => state.isWriting);
  const label = isRead ? target.leaveHidden : target.readHidden;
  return (
    <Button
      className={styles.action}
      size="small"
      disabledFocusable={isWriting}
      aria-label={`${sheet} ${label}`}
      onClick={() => void controller.editSettings(isRead ? notes.hiddenLeft(sheet) : notes.hiddenRead(sheet), (settings) => readHiddenSheet(settings, sheet, !isRead))}
    >
      {label}
    </Button>
  );
}

function correctionText(correction: Correction): string {
  switch (correction.kind) {
    case "header":
      return target.correction.header(correction.sheet, correction.range);
    case "field":
      return target.correction.field(correction.sheet, correction.cell, fieldWords[correction.field]);
    case "ignore":
      return target.correction.ignore(correction.sheet, correction.range);
  }
}

function Corrections({ corrections }: { readonly corrections: readonly Correction[] }) {
  const styles = useStyles();
  const controller = useController();
  const isWriting = usePaneState((state) => state.isWriting);
  if (corrections.length === 0) return <Text>{target.noCorrections}</Text>;
  return (
    <ul className={styles.list}>
      {corrections.map((correction) => {
        const text = correctionText(correction);
        return (
          <li key={text} className={styles.row}>
            <span className={styles.grow}>{text}</span>
            <Button
              className={styles.action}
              size="small"
              disabledFocusable={isWriting}
              aria-label={settingsTexts.removeOf(text)}
              onClick={() => void controller.editSettings(notes.correctionRemoved, (settings) => removeCorrection(settings, correction))}
            >
              {common.remove}
            </Button>
          </li>
        );
      })}
    </ul>
  );
}
