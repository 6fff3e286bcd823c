import { foldCase, type DataTable } from "./data-table";
import { texts } from "./texts.ja";

/** A group of rows with the same label, in the order in which the labels first appear. */
export interface Group {
  readonly label: string;
  readonly rows: readonly number[];
}

/** Rows of a table by a column's text. Labels that differ only in case are one, as Excel counts them. */
export function groupRows<Key extends string>(table: DataTable<Key>, key: Key): readonly Group[] {
  const groups = new Map<string, { label: string; rows: number[] }>();
  table.rows.forEach((row, index) => {
    const label = String(row[key] ?? texts.noGroup);
    const group = groups.get(foldCase(label));
    if (group === undefined) groups.set(foldCase(label), { label, rows: [index] });
    else group.rows.push(index);
  });
  return [...groups.values()];
}

/** Whether a column tells groups apart at all: more than the one label that stands for "none". */
export function isGrouped(groups: readonly Group[], none: string): boolean {
  return groups.some(({ label }) => label !== none);
}
