import { Button, Link, Text } from "@fluentui/react-components";
import { useEffect, useRef, useState } from "react";
import { directionWords, setDirection, type DirectionValue } from "../../../core";
import type { DirectionView } from "../../engine/outcome";
import { useController, usePaneState } from "../../pane-context";
import { notes } from "../../texts/actions.ja";
import { common } from "../../texts/common.ja";
import { settings as texts } from "../../texts/settings.ja";
import { Hint } from "../layout";
import { useSectionStyles } from "./styles";
import { DecidingChoice } from "../choice";
import { isFocusLost } from "../use-focus";

/** Shown at first; a plan may have hundreds of indicators. */
const FIRST = 20;
const OTHERS: readonly DirectionValue[] = ["maintain", "milestone", "unknown"];

/** 指標の向き: those that wait for a person first, each decided by one press. */
export function DirectionSection({ directions, isChecked }: { readonly directions: readonly DirectionView[]; readonly isChecked: boolean }) {
  const styles = useSectionStyles();
  const [most, setMost] = useState(FIRST);
  const list = useRef<HTMLUListElement>(null);
  const decidedAt = useRef<number | null>(null);
  useEffect(() => {
    const at = decidedAt.current;
    decidedAt.current = null;
    // What was decided goes to the end of the list: a keyboard goes on with what took its place.
    if (at !== null && isFocusLost()) list.current?.children[at]?.querySelector<HTMLElement>("[role=group] button")?.focus();
  }, [directions]);
  if (!isChecked) return <Text>{common.notChecked}</Text>;
  if (directions.length === 0) return <Text>{texts.directionsNone}</Text>;
  const inOrder = [...directions.filter(({ isConfirmed }) => !isConfirmed), ...directions.filter(({ isConfirmed }) => isConfirmed)];
  return (
    <>
      <Hint>{texts.directionsHint}</Hint>
      <ul ref={list} className={styles.list}>
        {inOrder.slice(0, most).map((direction, at) => <DirectionRow key={direction.key} direction={direction} onDecide={() => { decidedAt.current = at; }} />)}
      </ul>
      {inOrder.length > most && <Button className={styles.start} size="small" onClick={() => { setMost(most + FIRST * 5); }}>{texts.more(inOrder.length - most)}</Button>}
    </>
  );
}

function DirectionRow({ direction, onDecide }: { readonly direction: DirectionView; readonly onDecide: () => void }) {
  const styles = useSectionStyles();
  const controller = useController();
  const isWriting = usePaneState((state) => state.isWriting);
  const { key, name, at, cell, value, isConfirmed } = direction;
  const decide = (to: DirectionValue | null): void => {
    onDecide();
    void controller.editSettings(to === null ? notes.directionTakenBack(name) : notes.direction(name), (settings) => setDirection(settings, key, to));
  };
  return (
    <li>
      <Link as="button" onClick={() => void controller.goTo(at)}>{at.sheet} {cell}</Link>
      <Text block>{name}</Text>
      <Hint>{isConfirmed ? texts.directionIs(directionWords[value]) : value === "unknown" ? texts.directionUnknown : texts.directionGuess(directionWords[value])}</Hint>
      <div className={styles.buttons} role="group" aria-label={texts.directionGroup(name)}>
        {isConfirmed ? (
          // A button of its own: the one that was pressed must not become the one that takes it back.
          <Button key="decided" className={styles.action} size="small" disabledFocusable={isWriting} onClick={() => { decide(null); }}>{common.remove}</Button>
        ) : (
          <>
            <Button className={styles.action} size="small" disabledFocusable={isWriting} onClick={() => { decide("higher-is-better"); }}>{texts.higher}</Button>
            <Button className={styles.action} size="small" disabledFocusable={isWriting} onClick={() => { decide("lower-is-better"); }}>{texts.lower}</Button>
            <DecidingChoice
              label={`${texts.directionGroup(name)} ${texts.other}`}
              isLabelUnseen
              value=""
              options={[["", texts.other], ...OTHERS.map((other) => [other, directionWords[other]] as const)]}
              press={texts.decide}
              isWriting={isWriting}
              onDecide={(chosen) => {
                const other = OTHERS.find((each) => each === chosen);
                if (other !== undefined) decide(other);
              }}
            />
          </>
        )}
      </div>
    </li>
  );
}
