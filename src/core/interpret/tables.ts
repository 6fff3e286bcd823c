import type { Table, TableField } from "../model";
import { fieldOf, type RecognizedBodyList, type RecognizedForm, type RecognizedTable } from "../recognize";

type TableDraft = Omit<Table, "id">;

function fieldsOf({ grid, labelGrid, columns, header }: RecognizedTable): readonly TableField[] {
  return columns.flatMap((column) => {
    const leaf = column.at;
    // The label of the column beside it speaks for both.
    if (leaf === undefined && columns.some(({ at }) => at !== undefined && at.column <= column.column && at.right >= column.column && at.bottom >= header.bottom)) return [];
    const at = leaf === undefined ? grid.addressOf(header.bottom, column.column) : labelGrid.addressOf(leaf.row, leaf.column);
    return [
      {
        at,
        header: column.header,
        field: fieldOf(column.meaning),
        period: column.period,
        column: grid.isTransposed || column.fixed !== undefined ? null : column.column,
        evidence: column.strength >= 9 ? "設定で指定" : column.strength >= 2 ? "見出しの語" : column.strength > 0 ? "見出しの語の一部と列の中身" : "手がかりなし",
      },
    ];
  });
}

export function tableOf(table: RecognizedTable): TableDraft {
  const { grid, header, region, lines } = table;
  let [first, last] = [Infinity, -Infinity];
  for (const { index } of lines) {
    first = Math.min(first, index);
    last = Math.max(last, index);
  }
  return {
    kind: table.kind,
    orientation: table.orientation,
    sheet: grid.view.name,
    region,
    headerRows: grid.isTransposed ? [region.top, region.top] : [header.top, header.bottom],
    dataRows: grid.isTransposed ? [region.top, region.bottom] : [first, last],
    headings: [...table.headings],
    fields: [...fieldsOf(table)],
    lines: [...lines],
    evidence: [...table.evidence],
  };
}

export function tableOfForm(form: RecognizedForm): TableDraft {
  const rows = form.pairs.map(({ labelAt }) => labelAt.row);
  const first = Math.min(...rows);
  return {
    kind: "form",
    orientation: "form",
    sheet: form.grid.view.name,
    region: form.region,
    headerRows: [first, first],
    dataRows: [first, form.region.bottom],
    headings: [...form.headings],
    fields: form.pairs.map(({ header, labelAt, meaning, label }) => ({
      at: labelAt,
      header,
      field: fieldOf(meaning),
      period: label.periods.at(-1) ?? null,
      column: null,
      evidence: "項目名の右または下の値",
    })),
    lines: [],
    evidence: [...form.evidence],
  };
}

export function tableOfBodyList(list: RecognizedBodyList): TableDraft {
  const { region, grid } = list;
  return {
    kind: "bodies",
    orientation: "rows",
    sheet: grid.view.name,
    region,
    headerRows: [region.top, region.top],
    dataRows: [region.top, region.bottom],
    headings: [...list.headings],
    fields: [],
    lines: list.rows.map((index) => ({ index, role: "item" as const })),
    evidence: [...list.evidence],
  };
}
