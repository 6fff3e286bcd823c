import { Button, makeStyles, Text, tokens } from "@fluentui/react-components";
import { ArrowUndoRegular } from "@fluentui/react-icons";
import { useEffect, useRef } from "react";
import { useController, usePane, usePaneState } from "../pane-context";
import { common, product } from "../texts/common.ja";
import { isFocusLost } from "./use-focus";

const useStyles = makeStyles({
  footer: {
    display: "flex",
    // Large letters: what would be undone has a line of its own, and who speaks another.
    flexWrap: "wrap",
    flexShrink: 0,
    alignItems: "center",
    justifyContent: "space-between",
    columnGap: tokens.spacingHorizontalS,
    padding: `2px ${tokens.spacingHorizontalS}`,
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: tokens.colorNeutralBackground2,
  },
  undo: { justifyContent: "flex-start", minWidth: 0, minHeight: "32px", flexGrow: 1, flexShrink: 1, flexBasis: "11rem", paddingLeft: tokens.spacingHorizontalXS, textAlign: "left" },
  label: { display: "block", maxHeight: `calc(2 * ${tokens.lineHeightBase200})`, overflow: "hidden", lineHeight: tokens.lineHeightBase200 },
  brand: { flexShrink: 0, color: tokens.colorNeutralForeground3, textAlign: "right", lineHeight: tokens.lineHeightBase200 },
});

/** 元に戻す, in every tab and with the name of what it will undo; and who speaks here. */
export function Footer() {
  const styles = useStyles();
  const { version } = usePane();
  const controller = useController();
  const last = usePaneState((state) => state.journal.at(-1));
  const isWriting = usePaneState((state) => state.isWriting);
  const nothing = useRef<HTMLSpanElement>(null);
  const isPressed = useRef(false);
  useEffect(() => {
    // The button went with the last thing to undo: a keyboard stays where it was.
    if (last === undefined && isPressed.current && isFocusLost()) nothing.current?.focus();
    isPressed.current = false;
  }, [last]);
  return (
    <footer className={styles.footer}>
      {last === undefined ? (
        <Text size={200}><span ref={nothing} tabIndex={-1}>{isWriting ? common.writing : common.nothingToUndo}</span></Text>
      ) : (
        <Button
          className={styles.undo}
          appearance="subtle"
          size="small"
          icon={<ArrowUndoRegular />}
          disabledFocusable={isWriting}
          title={common.undoOf(last.label)}
          onClick={() => {
            isPressed.current = true;
            void controller.undo();
          }}
        >
          <span className={styles.label}>{common.undoOf(last.label)}</span>
        </Button>
      )}
      <Text className={styles.brand} size={200}>
        {product} {version}
      </Text>
    </footer>
  );
}
