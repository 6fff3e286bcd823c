import fc from "fast-check";
import { Canvas, pick } from "./canvas";
import { tidy, together, type Expected } from "./expected";
import { indicatorTablePlan, type IndicatorTablePlan } from "./indicator-plan";
import { drawIndicatorTable, type DrawnTable } from "./indicator-table";
import { chosen, drawAbove, surroundPlan, type DrawnSheet, type SurroundPlan } from "./surround";
import { NOTES, POLICY_HEADINGS, SECTION_HEADINGS } from "./words";

export interface SheetPlan {
  readonly surround: SurroundPlan;
  readonly arrangement: "alone" | "stacked" | "beside";
  readonly tables: readonly IndicatorTablePlan[];
  readonly gap: number;
}

export const indicatorSheetPlan: fc.Arbitrary<SheetPlan> = fc.record({
  surround: surroundPlan,
  arrangement: fc.constantFrom("alone", "alone", "stacked", "beside"),
  tables: fc.array(indicatorTablePlan, { minLength: 1, maxLength: 3 }),
  gap: fc.integer({ min: 1, max: 2 }),
});

/** Rows for machines above a header: a warning over each column, or codes of columns. */
function drawTechnical(canvas: Canvas, { technical, column }: SurroundPlan, row: number, right: number): number {
  if (technical !== 1 && technical !== 2) return row;
  for (let c = column; c <= right; c++) canvas.put(row, c, technical === 1 ? "調整用（このセルには必ず何か入力していること、非表示にしないこと）" : `F${String(c + 1).padStart(3, "0")}`);
  return row + 1;
}

function drawNotes(canvas: Canvas, { note, column }: SurroundPlan, bottom: number, gap: number): number {
  const text = chosen(NOTES, note);
  if (text === undefined) return bottom;
  canvas.put(bottom + gap, column, text);
  return bottom + gap;
}

export function drawIndicatorSheet(plan: SheetPlan): DrawnSheet {
  const canvas = new Canvas();
  const { surround } = plan;
  const above = drawAbove(canvas, surround, surround.column + 3);
  const parts: Expected[] = [];
  const [first] = plan.tables;
  let used = first!.items[0]!.name;
  const draw = (table: IndicatorTablePlan, row: number, column: number, headings: readonly string[]): DrawnTable => {
    const drawn = drawIndicatorTable(canvas, table, row, column, headings, used);
    used += table.items.length;
    parts.push(drawn.expected);
    return drawn;
  };
  if (plan.arrangement === "alone") {
    const probe = drawIndicatorTable(new Canvas(), first!, 0, surround.column, [], 0);
    const row = first!.unitPlace === "caption" ? above.row : drawTechnical(canvas, surround, above.row, probe.right);
    const { bottom } = draw(first!, row, surround.column, above.headings);
    drawNotes(canvas, surround, bottom, plan.gap);
  } else if (plan.arrangement === "beside") {
    let { column } = surround;
    const { unitPlace, actuals, targets } = first!;
    // Two tables beside each other are of one make. Not drawn, since not yet read: headers of unlike height, three rows,
    // single labels in the lowest row.
    const form = first!.header.form === "three-rows" ? "groups" : first!.header.form;
    const style = first!.header.style === "bottom" ? "merged" : first!.header.style;
    const header = { ...first!.header, form, style, spacer: 0 };
    for (const table of plan.tables.slice(0, 2)) {
      const alike = { ...table, header, unitPlace, actuals, targets };
      column = draw(alike, above.row, column, above.headings).right + 2;
    }
  } else {
    let { row } = above;
    let policy = "";
    plan.tables.forEach((planned, index) => {
      // Not drawn, since not yet read: below another table a header whose group row is empty over 指標, and above
      // another table a comment as the last line.
      const style = planned.header.style === "bottom" ? "spread" : planned.header.style;
      const table = { ...planned, hasComments: false, header: { ...planned.header, style } };
      if (index !== 1) {
        policy = `基本目標${pick(["１", "２", "３"], index)}　${pick(POLICY_HEADINGS, index)}`;
        canvas.put(row, surround.column, policy);
        row += plan.gap;
      }
      const section = `（${index + 1}）${pick(SECTION_HEADINGS, index)}`;
      canvas.put(row, surround.column, section);
      row++;
      const { bottom } = draw(table, row, surround.column, [...above.headings, tidy(policy), tidy(section)]);
      row = drawNotes(canvas, surround, bottom, 1) + 1 + plan.gap;
    });
  }
  return { sheet: canvas.toSheet("KPI"), expected: together(parts) };
}
