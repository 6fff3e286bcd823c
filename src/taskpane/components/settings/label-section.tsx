import { Button, Field, Input, Text } from "@fluentui/react-components";
import { useState } from "react";
import { addLabel, fieldWords, removeLabel, type FieldName, type Settings } from "../../../core";
import { useController, usePaneState } from "../../pane-context";
import { notes } from "../../texts/actions.ja";
import { common } from "../../texts/common.ja";
import { settings as texts } from "../../texts/settings.ja";
import { isComposing } from "../is-composing";
import { Hint } from "../layout";
import { useSectionStyles } from "./styles";
import { Choice } from "../choice";

const FIELDS = Object.entries(fieldWords) as readonly (readonly [FieldName, string])[];

/** 見出しの語 of this municipality. */
export function LabelSection({ settings }: { readonly settings: Settings }) {
  const styles = useSectionStyles();
  const controller = useController();
  const isWriting = usePaneState((state) => state.isWriting);
  const [word, setWord] = useState("");
  const [field, setField] = useState<FieldName>("name");
  const [isMissing, setMissing] = useState(false);
  const add = async (): Promise<void> => {
    if (word.trim() === "") {
      setMissing(true);
      return;
    }
    await controller.editSettings(notes.label(word.trim()), (old) => addLabel(old, field, word));
    setWord("");
  };
  const added = FIELDS.flatMap(([name, meaning]) => (settings.labels[name] ?? []).map((label) => ({ label, meaning })));
  return (
    <>
      <Hint>{texts.labelsHint}</Hint>
      {added.length === 0 && <Text>{texts.labelsNone}</Text>}
      <ul className={styles.list}>
        {added.map(({ label, meaning }) => (
          <li key={label} className={styles.row}>
            <span className={styles.grow}>{texts.labelLine(label, meaning)}</span>
            <Button className={styles.action} size="small" disabledFocusable={isWriting} aria-label={settingsRemove(label)} onClick={() => void controller.editSettings(notes.labelRemoved(label), (old) => removeLabel(old, label))}>
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
            onKeyDown={(event) => { if (event.key === "Enter" && !isComposing(event)) void add(); }}
          />
        </Field>
        <Field label={texts.labelMeaning}>
          <Choice value={field} onChange={(_, { value }) => { setField(FIELDS.find(([name]) => name === value)?.[0] ?? "name"); }}>
            {FIELDS.map(([name, meaning]) => <option key={name} value={name}>{meaning}</option>)}
          </Choice>
        </Field>
        <Button className={styles.start} size="small" disabledFocusable={isWriting} onClick={() => void add()}>{common.add}</Button>
      </div>
    </>
  );
}

function settingsRemove(label: string): string {
  return texts.removeOf(`「${label}」`);
}
