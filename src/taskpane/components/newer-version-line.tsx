import { Button, makeStyles, Text, tokens } from "@fluentui/react-components";
import { DismissRegular } from "@fluentui/react-icons";
import { useController, usePaneState } from "../pane-context";
import { common } from "../texts/common.ja";

const useStyles = makeStyles({
  line: {
    display: "flex",
    flexShrink: 0,
    alignItems: "flex-start",
    justifyContent: "space-between",
    columnGap: tokens.spacingHorizontalXS,
    padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalXS} ${tokens.spacingVerticalXS} ${tokens.spacingHorizontalM}`,
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  text: { minWidth: 0, lineHeight: tokens.lineHeightBase200 },
  close: { flexShrink: 0, minWidth: "24px" },
});

/** The server has a newer version: said once, quietly, with what to do; nothing else changes. */
export function NewerVersionLine() {
  const styles = useStyles();
  const controller = useController();
  const version = usePaneState((state) => state.newerVersion);
  return (
    <section className={styles.line} aria-label={common.newerVersionLabel}>
      <Text size={200} role="status" className={styles.text}>{version === null ? "" : common.newerVersion(version)}</Text>
      <Button className={styles.close} appearance="transparent" size="small" icon={<DismissRegular />} aria-label={common.newerVersionClose} onClick={() => { controller.dismissNewerVersion(); }} />
    </section>
  );
}
