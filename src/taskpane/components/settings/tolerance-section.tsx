import { Button, Field, Input } from "@fluentui/react-components";
import { useState } from "react";
import { setTolerances, type Settings } from "../../../core";
import { useController, usePaneState } from "../../pane-context";
import { notes, says } from "../../texts/actions.ja";
import { common } from "../../texts/common.ja";
import { settings as texts } from "../../texts/settings.ja";
import { useSectionStyles } from "./styles";

/** 0 to 100, full-width digits too; undefined for anything else. */
export function parsePercent(text: string): number | undefined {
  const plain = text.normalize("NFKC").trim();
  if (!/^\d+(?:\.\d+)?$/u.test(plain)) return undefined;
  const value = Number(plain);
  return value <= 100 ? value : undefined;
}

interface Draft {
  readonly maintainPercent: string;
  readonly ratePoints: string;
  readonly surveyPoints: string;
}

function draftOf({ maintainPercent, ratePoints, surveyPoints }: Settings["tolerances"]): Draft {
  return { maintainPercent: String(maintainPercent), ratePoints: String(ratePoints), surveyPoints: surveyPoints === null ? "" : String(surveyPoints) };
}

export function ToleranceSection({ settings }: { readonly settings: Settings }) {
  const styles = useSectionStyles();
  const controller = useController();
  const isWriting = usePaneState((state) => state.isWriting);
  const [edited, setEdited] = useState<Draft | null>(null);
  const draft = edited ?? draftOf(settings.tolerances);
  const maintainPercent = parsePercent(draft.maintainPercent);
  const ratePoints = parsePercent(draft.ratePoints);
  const surveyPoints = draft.surveyPoints.trim() === "" ? null : parsePercent(draft.surveyPoints);
  const save = async (): Promise<void> => {
    if (maintainPercent === undefined || ratePoints === undefined || surveyPoints === undefined) return;
    await controller.editSettings(notes.tolerances, (old) => setTolerances(old, { maintainPercent, ratePoints, surveyPoints }), says.saved);
    setEdited(null);
  };
  const field = (name: keyof Draft, label: string, parsed: number | null | undefined, hint?: string) => (
    <Field label={label} {...(hint === undefined ? {} : { hint })} {...(parsed === undefined ? { validationMessage: texts.numberBad, validationState: "error" as const } : {})}>
      <Input className={styles.narrow} inputMode="decimal" value={draft[name]} onChange={(_, { value }) => { setEdited({ ...draft, [name]: value }); }} />
    </Field>
  );
  const isBad = maintainPercent === undefined || ratePoints === undefined || surveyPoints === undefined;
  return (
    <div className={styles.form}>
      {field("maintainPercent", texts.maintainPercent, maintainPercent)}
      {field("ratePoints", texts.ratePoints, ratePoints)}
      {field("surveyPoints", texts.surveyPoints, surveyPoints, texts.surveyHint)}
      <Button className={styles.start} size="small" disabledFocusable={isWriting || isBad || edited === null} onClick={() => void save()}>{common.save}</Button>
    </div>
  );
}
