import { Button, makeStyles, Text, tokens } from "@fluentui/react-components";
import { useController, usePaneState } from "../../pane-context";
import { check, highlights } from "../../texts/check.ja";
import { common } from "../../texts/common.ja";
import { Heading, Hint, Stack } from "../layout";
import { useFocusIfLost } from "../use-focus";

const useStyles = makeStyles({
  points: { margin: 0, paddingLeft: "1.4em", lineHeight: tokens.lineHeightBase400 },
  start: { alignSelf: "stretch", minHeight: "40px" },
});

/** What it is good for, in one screen, and one button. */
export function Welcome() {
  const styles = useStyles();
  const controller = useController();
  const hasColors = usePaneState((state) => state.highlights.isOn === true);
  const start = useFocusIfLost();
  const isWriting = usePaneState((state) => state.isWriting);
  return (
    <>
      {hasColors && (
        <Stack>
          <Text>{check.leftColors}</Text>
          <Button disabledFocusable={isWriting} onClick={() => void controller.clearHighlights()}>{highlights.clear}</Button>
        </Stack>
      )}
      <Stack>
        <Heading>{check.lead}</Heading>
        <Text as="p" style={{ margin: 0 }}>{check.promise}</Text>
        <Button ref={start} className={styles.start} appearance="primary" onClick={() => void controller.check()}>
          {common.checkThis}
        </Button>
        <ul className={styles.points}>
          {check.points.map((point) => <li key={point}>{point}</li>)}
        </ul>
        <Hint>{check.undoNote}</Hint>
      </Stack>
    </>
  );
}
