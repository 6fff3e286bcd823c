import { makeStyles, MessageBar, MessageBarActions, MessageBarBody, MessageBarTitle, tokens, Button } from "@fluentui/react-components";
import { DismissRegular } from "@fluentui/react-icons";
import { hostFailureText } from "../../core";
import { useController, usePane, usePaneState } from "../pane-context";
import type { Trouble } from "../state/pane-state";
import { boot, common } from "../texts/common.ja";
import { CopyReport } from "./copy-report";

const useStyles = makeStyles({
  body: { whiteSpace: "normal", paddingTop: tokens.spacingVerticalXS, paddingBottom: tokens.spacingVerticalXS },
  line: { display: "block", marginTop: tokens.spacingVerticalXXS },
  title: { display: "block" },
  action: { minHeight: "32px", marginTop: tokens.spacingVerticalXXS },
});

/** What happened, what was left untouched, what to do next; and what to tell the IT section where we are at a loss. */
export function TroubleBar({ trouble, onDismiss }: { readonly trouble: Trouble; readonly onDismiss?: () => void }) {
  const styles = useStyles();
  const { version } = usePane();
  const controller = useController();
  const host = usePaneState((state) => state.host);
  const tab = usePaneState((state) => state.tab);
  const text = trouble.kind === "refused" ? hostFailureText(trouble.failure) : boot.brokenAction;
  const detail = trouble.kind === "broken" ? trouble.trace : "detail" in trouble.failure ? trouble.failure.detail : "";
  const isOurs = trouble.kind === "broken" || "detail" in trouble.failure;
  return (
    <MessageBar intent="error" layout="multiline" politeness="assertive">
      <MessageBarBody className={styles.body}>
        <MessageBarTitle className={styles.title}>{text.what}</MessageBarTitle>
        <span className={styles.line}>{text.untouched}</span>
        <span className={styles.line}>{text.next}</span>
        {isOurs && <CopyReport version={version} host={host} tab={tab} happened={text.what} trace={detail} />}
        {trouble.kind === "refused" && trouble.failure.code === "undo-changed" && (
          <>
            <span className={styles.line}>{common.forgetNote}</span>
            <Button size="small" className={styles.action} onClick={() => void controller.forgetLast()}>{common.forget}</Button>
          </>
        )}
      </MessageBarBody>
      {onDismiss !== undefined && (
        <MessageBarActions containerAction={<Button appearance="transparent" icon={<DismissRegular />} aria-label={common.close} onClick={onDismiss} />} />
      )}
    </MessageBar>
  );
}
