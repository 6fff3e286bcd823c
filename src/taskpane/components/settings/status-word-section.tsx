import { Button, Field, Input, Text } from "@fluentui/react-components";
import { useState } from "react";
import { setStatusWord, workStatuses, type Settings } from "../../../core";
import { useController, usePaneState } from "../../pane-context";
import { notes } from "../../texts/actions.ja";
import { common } from "../../texts/common.ja";
import { settings as texts } from "../../texts/settings.ja";
import { isComposing } from "../is-composing";
import { Hint } from "../layout";
import { useSectionStyles } from "./styles";
import { Choice, DecidingChoice } from "../choice";

type StatusWord = Settings["statusWords"][string];

/** 「記載なし」 is no meaning that a word can have. */
const MEANINGS = Object.entries(workStatuses).filter(([value]) => value !== "none") as readonly (readonly [StatusWord, string])[];

/** 進捗状況の語: those that the sheets use and we do not know come first. */
export function StatusWordSection({ settings, unknown }: { readonly settings: Settings; readonly unknown: readonly string[] }) {
  const styles = useSectionStyles();
  const controller = useController();
  const isWriting = usePaneState((state) => state.isWriting);
  const [word, setWord] = useState("");
  const [meaning, setMeaning] = useState<StatusWord>("in-progress");
  const [isMissing, setMissing] = useState(false);
  const decide = (what: string, value: string): void => {
    const chosen = MEANINGS.find(([name]) => name === value)?.[0];
    if (chosen !== undefined) void controller.editSettings(notes.statusWord(what), (old) => setStatusWord(old, what, chosen));
  };
  const add = (): void => {
    if (word.trim() === "") {
      setMissing(true);
      return;
    }
    decide(word.trim(), meaning);
    setWord("");
  };
  const decided = Object.entries(settings.statusWords);
  return (
    <>
      <Hint>{texts.statusWordsHint}</Hint>
      {unknown.length > 0 && (
        <>
          <Text weight="semibold">{texts.statusUnknown}</Text>
          <ul className={styles.list}>
            {unknown.slice(0, 30).map((each) => (
              <li key={each}>
                <DecidingChoice label={`「${each}」`} value="" options={[["", texts.otherChoose], ...MEANINGS]} press={texts.decide} isWriting={isWriting} onDecide={(value) => { decide(each, value); }} />
              </li>
            ))}
          </ul>
        </>
      )}
      {decided.length === 0 && <Text>{texts.statusWordsNone}</Text>}
      <ul className={styles.list}>
        {decided.map(([each, value]) => (
          <li key={each} className={styles.row}>
            <span className={styles.grow}>{texts.labelLine(each, workStatuses[value])}</span>
            <Button className={styles.action} size="small" disabledFocusable={isWriting} aria-label={texts.removeOf(`「${each}」`)} onClick={() => void controller.editSettings(notes.statusWordRemoved(each), (old) => setStatusWord(old, each, null))}>
              {common.remove}
            </Button>
          </li>
        ))}
      </ul>
      <div className={styles.form}>
        <Field label={texts.labelWord} {...(isMissing ? { validationMessage: texts.labelNeeded, validationState: "error" as const } : {})}>
          <Input
            className={styles.narrow}
            value={word}
            onChange={(_, { value }) => {
              setWord(value);
              setMissing(false);
            }}
            onKeyDown={(event) => { if (event.key === "Enter" && !isComposing(event)) add(); }}
          />
        </Field>
        <Field label={texts.statusMeaning}>
          <Choice value={meaning} onChange={(_, { value }) => { setMeaning(MEANINGS.find(([name]) => name === value)?.[0] ?? "in-progress"); }}>
            {MEANINGS.map(([value, text]) => <option key={value} value={value}>{text}</option>)}
          </Choice>
        </Field>
        <Button className={styles.start} size="small" disabledFocusable={isWriting} onClick={add}>{common.add}</Button>
      </div>
    </>
  );
}
