import { Button, Link, Text } from "@fluentui/react-components";
import { useState } from "react";
import { directionWords, setDirection, type DirectionValue } from "../../../core";
import type { DirectionView } from "../../engine/outcome";
import { useController, usePaneState } from "../../pane-context";
import { notes } from "../../texts/actions.ja";
import { common } from "../../texts/common.ja";
import { settings as texts } from "../../texts/settings.ja";
import { Hint } from "../layout";
import { useSectionStyles } from "./styles";
import { Choice } from "../choice";

/** Shown at first; a plan may have hundreds of indicators. */
const FIRST = 20;
const OTHERS: readonly DirectionValue[] = ["maintain", "milestone", "unknown"];

/** 指標の向き: those that wait for a person first, each decided by one press. */
export function DirectionSection({ directions, isChecked }: { readonly directions: readonly DirectionView[]; readonly isChecked: boolean }) {
  const styles = useSectionStyles();
  const [most, setMost] = useState(FIRST);
  if (!isChecked) return <Text>{common.notChecked}</Text>;
  if (directions.length === 0) return <Text>{texts.directionsNone}</Text>;
  const inOrder = [...directions.filter(({ isConfirmed }) => !isConfirmed), ...directions.filter(({ isConfirmed }) => isConfirmed)];
  return (
    <>
      <Hint>{texts.directionsHint}</Hint>
      <ul className={styles.list}>
        {inOrder.slice(0, most).map((direction) => <DirectionRow key={direction.key} direction={direction} />)}
      </ul>
      {inOrder.length > most && <Button className={styles.start} size="small" onClick={() => { setMost(most + FIRST * 5); }}>{texts.more(inOrder.length - most)}</Button>}
    </>
  );
}

function DirectionRow({ direction }: { readonly direction: DirectionView }) {
  const styles = useSectionStyles();
  const controller = useController();
  const isWriting = usePaneState((state) => state.isWriting);
  const { key, name, at, cell, value, isConfirmed } = direction;
  const decide = (to: DirectionValue | null): void => {
    void controller.editSettings(to === null ? notes.directionTakenBack(name) : notes.direction(name), (settings) => setDirection(settings, key, to));
  };
  return (
    <li>
      <Link as="button" onClick={() => void controller.goTo(at)}>{at.sheet} {cell}</Link>
      <Text block>{name}</Text>
      <Hint>{isConfirmed ? texts.directionIs(directionWords[value]) : value === "unknown" ? texts.directionUnknown : texts.directionGuess(directionWords[value])}</Hint>
      <div className={styles.buttons} role="group" aria-label={texts.directionGroup(name)}>
        {isConfirmed ? (
          <Button className={styles.action} size="small" disabledFocusable={isWriting} onClick={() => { decide(null); }}>{common.remove}</Button>
        ) : (
          <>
            <Button className={styles.action} size="small" disabledFocusable={isWriting} onClick={() => { decide("higher-is-better"); }}>{texts.higher}</Button>
            <Button className={styles.action} size="small" disabledFocusable={isWriting} onClick={() => { decide("lower-is-better"); }}>{texts.lower}</Button>
            <Choice
              size="small"
              className={styles.action}
              aria-label={`${texts.directionGroup(name)} ${texts.other}`}
              value=""
              disabled={isWriting}
              onChange={(_, { value: chosen }) => {
                const other = OTHERS.find((each) => each === chosen);
                if (other !== undefined) decide(other);
              }}
            >
              <option value="">{texts.other}</option>
              {OTHERS.map((other) => <option key={other} value={other}>{directionWords[other]}</option>)}
            </Choice>
          </>
        )}
      </div>
    </li>
  );
}
