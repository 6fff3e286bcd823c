import { Button, Field, Input } from "@fluentui/react-components";
import { useState } from "react";
import { formatDay, setEvaluationDay, type Settings } from "../../../core";
import { useController, usePaneState } from "../../pane-context";
import { notes, says } from "../../texts/actions.ja";
import { common } from "../../texts/common.ja";
import { settings as texts } from "../../texts/settings.ja";
import { useSectionStyles } from "./styles";

/** 評価日, with the Japanese year beside it. Written when 保存 is pressed: a date is typed in pieces. */
export function EvaluationDay({ settings }: { readonly settings: Settings }) {
  const styles = useSectionStyles();
  const controller = useController();
  const isWriting = usePaneState((state) => state.isWriting);
  const [draft, setDraft] = useState<string | null>(null);
  const day = draft ?? settings.asOf ?? "";
  const isBad = day !== "" && !/^(?:19|20|21)\d\d-\d\d-\d\d$/u.test(day);
  const save = (asOf: string | null) => async (): Promise<void> => {
    await controller.editSettings(notes.evaluationDay, (old) => setEvaluationDay(old, asOf), says.saved);
    setDraft(null);
  };
  return (
    <div className={styles.form}>
      <Field
        label={texts.evaluationDay}
        hint={texts.evaluationDayHint}
        validationState={isBad ? "error" : "none"}
        validationMessage={isBad ? texts.evaluationDayBad : day === "" ? texts.evaluationDayNone : texts.evaluationDayIs(formatDay(day))}
      >
        <Input className={styles.narrow} type="date" value={day} onChange={(_, { value }) => { setDraft(value); }} />
      </Field>
      <div className={styles.buttons}>
        <Button className={styles.action} size="small" disabledFocusable={isWriting || isBad || draft === null || draft === (settings.asOf ?? "")} onClick={() => void save(day === "" ? null : day)()}>
          {common.save}
        </Button>
        <Button className={styles.action} size="small" disabledFocusable={isWriting || settings.asOf === null} onClick={() => void save(null)()}>
          {texts.clearDay}
        </Button>
      </div>
    </div>
  );
}
