import { Button, makeStyles, MessageBar, MessageBarActions, MessageBarBody, tokens } from "@fluentui/react-components";
import { DismissRegular } from "@fluentui/react-icons";
import { useController, usePaneState } from "../pane-context";
import { common } from "../texts/common.ja";
import { TroubleBar } from "./trouble-bar";

const useStyles = makeStyles({
  region: { flexShrink: 0, maxHeight: "60%", overflowY: "auto" },
  body: { whiteSpace: "normal", paddingTop: tokens.spacingVerticalXS, paddingBottom: tokens.spacingVerticalXS },
});

/** What came of the last thing that was pressed. It stays until the next, so that nobody has to read quickly. */
export function NoticeBar() {
  const styles = useStyles();
  const controller = useController();
  const notice = usePaneState((state) => state.notice);
  const dismiss = (): void => { controller.dismiss(); };
  return (
    <section className={styles.region} aria-label={common.notice}>
      {notice?.intent === "error" && <TroubleBar trouble={notice.trouble} onDismiss={dismiss} />}
      {notice !== null && notice.intent !== "error" && (
        <MessageBar intent={notice.intent} layout="multiline">
          <MessageBarBody className={styles.body}>{notice.text}</MessageBarBody>
          <MessageBarActions containerAction={<Button appearance="transparent" icon={<DismissRegular />} aria-label={common.close} onClick={dismiss} />} />
        </MessageBar>
      )}
    </section>
  );
}
