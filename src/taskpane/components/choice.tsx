import { Button, Field, makeStyles, mergeClasses, Select, tokens, type SelectProps } from "@fluentui/react-components";
import { useRef, useState } from "react";

const useStyles = makeStyles({
  // As high as its letters: a fixed height would cut off large ones.
  root: { width: "100%", minWidth: 0, height: "auto" },
  // A long choice ends in dots here; opened, the list shows it whole.
  select: { width: "100%", minWidth: 0, height: "auto", minHeight: "32px", lineHeight: "1.6", textOverflow: "ellipsis" },
  deciding: { display: "flex", flexDirection: "column", rowGap: tokens.spacingVerticalXS, minWidth: 0 },
  press: { alignSelf: "flex-start", minWidth: "auto", minHeight: "32px" },
});

/** A choice from a list that is never wider than the pane, however long the choices are. */
export function Choice({ className, ...props }: SelectProps) {
  const styles = useStyles();
  return <Select {...props} className={mergeClasses(styles.root, className)} select={{ className: styles.select }} />;
}

interface DecidingChoiceProps {
  readonly label: string;
  /** Only heard, where the words around it say it to the eye. */
  readonly isLabelUnseen?: boolean;
  readonly hint?: string;
  /** As it stands in the workbook; "" where nothing was decided. */
  readonly value: string;
  readonly options: readonly (readonly [value: string, text: string])[];
  readonly press: string;
  readonly isWriting: boolean;
  readonly onDecide: (value: string) => void;
}

/**
 * A choice that is written to the workbook. Arrow keys go through a closed list one by one, and each would be written:
 * hence a button, which comes with the first change.
 */
export function DecidingChoice({ label, isLabelUnseen = false, hint, value, options, press, isWriting, onDecide }: DecidingChoiceProps) {
  const styles = useStyles();
  const root = useRef<HTMLDivElement>(null);
  const [draft, setDraft] = useState(value);
  const [written, setWritten] = useState(value);
  if (written !== value) {
    setWritten(value);
    setDraft(value);
  }
  const choice = (
    <Choice value={draft} onChange={(_, { value: chosen }) => { setDraft(chosen); }} {...(isLabelUnseen ? { "aria-label": label, size: "small" as const } : {})}>
      {options.map(([each, text]) => <option key={each} value={each}>{text}</option>)}
    </Choice>
  );
  return (
    <div ref={root} className={styles.deciding}>
      {isLabelUnseen ? choice : <Field label={label} {...(hint === undefined ? {} : { hint })}>{choice}</Field>}
      {draft !== value && draft !== "" && (
        <Button
          className={styles.press}
          size="small"
          appearance="primary"
          disabledFocusable={isWriting}
          aria-label={`${label} ${press}`}
          onClick={() => {
            // The button goes once it is done: a keyboard stays where it was.
            root.current?.querySelector("select")?.focus();
            onDecide(draft);
          }}
        >
          {press}
        </Button>
      )}
    </div>
  );
}
