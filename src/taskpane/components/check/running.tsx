import { Button, makeStyles, ProgressBar, Text } from "@fluentui/react-components";
import { useEffect, useState } from "react";
import { useController } from "../../pane-context";
import type { CheckStep } from "../../state/pane-state";
import { check } from "../../texts/check.ja";
import { common } from "../../texts/common.ja";
import { Heading, Stack } from "../layout";
import { useFocusIfLost } from "../use-focus";

/** How far each step of a check reaches on the bar; reading the cells is what takes long. */
const REACH: Readonly<Record<CheckStep, readonly [from: number, to: number]>> = {
  sheets: [0, 0.05],
  cells: [0.05, 0.6],
  merges: [0.6, 0.7],
  "handing-over": [0.7, 0.85],
  checking: [0.85, 1],
};

const useStyles = makeStyles({
  line: { display: "flex", justifyContent: "space-between", fontVariantNumeric: "tabular-nums" },
  unheard: { position: "absolute", width: "1px", height: "1px", overflow: "hidden", clipPath: "inset(50%)", whiteSpace: "nowrap" },
});

export function Running({ step, done, of }: { readonly step: CheckStep; readonly done: number; readonly of: number }) {
  const styles = useStyles();
  const controller = useController();
  const stop = useFocusIfLost();
  const [from, to] = REACH[step];
  const value = from + (to - from) * (of > 0 ? done / of : 0);
  const spoken = useSeldom(check.steps[step]);
  return (
    <Stack>
      <Heading>{check.running}</Heading>
      <ProgressBar value={value} max={1} aria-label={check.running} />
      <div className={styles.line}>
        <Text>{check.steps[step]}</Text>
        <Text>{check.progress(done, of)}</Text>
      </div>
      <div role="status" className={styles.unheard}>{spoken}</div>
      <Button ref={stop} onClick={() => { controller.cancel(); }}>{common.cancel}</Button>
    </Stack>
  );
}

/** The newest text, at most every two seconds: a screen reader is not to be flooded. */
function useSeldom(text: string): string {
  const [said, setSaid] = useState("");
  useEffect(() => {
    const timer = setTimeout(() => { setSaid(text); }, 2_000);
    return () => { clearTimeout(timer); };
  }, [text]);
  return said;
}
