import { Button, makeStyles, Text, tokens } from "@fluentui/react-components";
import { addCorrection, fieldWords, tableKinds, type FieldName } from "../../../core";
import type { ColumnView, TableView } from "../../engine/outcome";
import { useController, usePaneState } from "../../pane-context";
import { notes, says } from "../../texts/actions.ja";
import { target } from "../../texts/target.ja";
import { Fold, Hint } from "../layout";
import { DecidingChoice } from "../choice";

const useStyles = makeStyles({
  card: {
    marginTop: tokens.spacingVerticalXS,
    padding: tokens.spacingHorizontalS,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusMedium,
  },
  actions: { display: "flex", flexWrap: "wrap", gap: tokens.spacingHorizontalXS, padding: `${tokens.spacingVerticalXS} 0` },
  action: { minWidth: "auto", minHeight: "32px" },
  list: { listStyleType: "none", margin: 0, padding: 0, display: "flex", flexDirection: "column", rowGap: tokens.spacingVerticalM },
  points: { margin: 0, paddingLeft: "1.4em", fontSize: tokens.fontSizeBase200 },
  head: { overflowWrap: "anywhere" },
});

const FIELDS = Object.entries(fieldWords) as readonly (readonly [FieldName, string])[];

/** One table: what we hold it to be, why, and what each of its columns means. */
export function TableCard({ table }: { readonly table: TableView }) {
  const styles = useStyles();
  const controller = useController();
  const isWriting = usePaneState((state) => state.isWriting);
  const { sheet, range, region, kind, lines, header, headings, evidence, columns, isCorrectable } = table;
  return (
    <div className={styles.card}>
      <Text block weight="semibold">{tableKinds[kind]}</Text>
      <Text block size={200}>{target.tableLine(range, lines)}{header === "" ? "" : `・${target.headerRows(header)}`}</Text>
      {headings.length > 0 && <Text block size={200} className={styles.head}>{headings.join(" ＞ ")}</Text>}
      <div className={styles.actions}>
        <Button className={styles.action} size="small" aria-label={`${range} ${target.jump}`} onClick={() => void controller.goTo({ sheet, row: region.top, column: region.left })}>
          {target.jump}
        </Button>
        <Button
          className={styles.action}
          size="small"
          disabledFocusable={isWriting}
          aria-label={`${range} ${target.noTableHere}`}
          onClick={() => void controller.editSettings(notes.noTable(sheet, range), (settings) => addCorrection(settings, { kind: "ignore", sheet, range }), says.ignored(sheet, range))}
        >
          {target.noTableHere}
        </Button>
      </div>
      {evidence.length > 0 && (
        <Fold title={target.why}>
          <ul className={styles.points}>
            {evidence.map((line) => <li key={line}>{line}</li>)}
          </ul>
        </Fold>
      )}
      <Fold title={isCorrectable ? target.columnsOf(columns.length) : target.formFields(columns.length)}>
        {!isCorrectable && <Hint>{target.formNote}</Hint>}
        <ul className={styles.list}>
          {columns.map((column) => <Column key={column.cell} column={column} isCorrectable={isCorrectable} />)}
        </ul>
      </Fold>
    </div>
  );
}

function Column({ column, isCorrectable }: { readonly column: ColumnView; readonly isCorrectable: boolean }) {
  const controller = useController();
  const isWriting = usePaneState((state) => state.isWriting);
  const { at, cell, header, field, period, evidence } = column;
  const correct = (value: string): void => {
    const chosen = FIELDS.find(([name]) => name === value);
    if (chosen === undefined) return;
    const [name, word] = chosen;
    void controller.editSettings(notes.meaning(cell, word), (settings) => addCorrection(settings, { kind: "field", sheet: at.sheet, cell, field: name }), says.meaningSet(cell, word));
  };
  if (!isCorrectable) {
    return (
      <li>
        <Text>{cell}「{header}」＝{fieldWords[field]}</Text>
        <Hint>{evidence}</Hint>
      </li>
    );
  }
  return (
    <li>
      <DecidingChoice
        label={target.meaningOf(header, cell)}
        hint={`${evidence}${period === "" ? "" : target.period(period)}`}
        value={field}
        options={FIELDS}
        press={target.setMeaning}
        isWriting={isWriting}
        onDecide={correct}
      />
    </li>
  );
}
