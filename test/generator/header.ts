import type { FieldName } from "../../src/core/model";
import type { Period } from "../../src/core/text";
import type { Canvas } from "./canvas";
import { tidy, type ExpectedField } from "./expected";

/** A column of a table: its labels from the outermost down, what it means, and what stands in it. */
export interface ColumnPlan {
  readonly field: FieldName;
  readonly labels: readonly string[];
  readonly period?: Period | null;
}

/**
 * How a header of several rows is drawn. `merged`: groups merged across, single labels merged down. `spread`: nothing
 * merged, a group's label over its first column only, single labels on top. `repeated`: a group's label over each of its
 * columns. `bottom`: as `merged` across, single labels in the lowest row with nothing above them.
 */
export type HeaderStyle = "merged" | "spread" | "repeated" | "bottom";

export interface DrawnHeader {
  readonly bottom: number;
  readonly fields: readonly ExpectedField[];
}

/** Draws the labels of columns at their places; `at[i]` is the sheet column of the ith. */
export function drawHeader(canvas: Canvas, columns: readonly ColumnPlan[], at: readonly number[], top: number, style: HeaderStyle): DrawnHeader {
  const height = Math.max(...columns.map(({ labels }) => labels.length));
  const bottom = top + height - 1;
  const fields = columns.map((column, index) => drawColumn({ canvas, columns, at, top, bottom, style }, column, index));
  return { bottom, fields };
}

interface Frame {
  readonly canvas: Canvas;
  readonly columns: readonly ColumnPlan[];
  readonly at: readonly number[];
  readonly top: number;
  readonly bottom: number;
  readonly style: HeaderStyle;
}

function drawColumn(frame: Frame, { labels, field, period }: ColumnPlan, index: number): ExpectedField {
  const { canvas, at, top, bottom, style } = frame;
  const column = at[index]!;
  const leaf = labels.length - 1;
  labels.slice(0, -1).forEach((label, level) => {
    const isFirst = !isSameGroup(frame, index - 1, index, level);
    if (isFirst || style === "repeated") canvas.put(top + level, column, label);
    if (isFirst && (style === "merged" || style === "bottom")) {
      let end = index;
      while (isSameGroup(frame, index, end + 1, level)) end++;
      canvas.merge({ top: top + level, left: column, bottom: top + level, right: at[end]! });
    }
  });
  const row = style === "bottom" && leaf === 0 && !isUnderTitle(frame) ? bottom : top + leaf;
  canvas.put(row, column, labels[leaf] === "" ? null : labels[leaf]!);
  if (style === "merged") canvas.merge({ top: row, left: column, bottom, right: column });
  // Beside a label over one column only, a label below an empty box might stand under it or not.
  const isOpen = style === "bottom" && leaf === 0 && bottom > top && isLoneGroup(frame, index - 1);
  return { at: { row, column }, field, period: period ?? null, header: isOpen ? undefined : labels.map(tidy).join(" ") };
}

function isSameGroup({ columns }: Frame, a: number, b: number, level: number): boolean {
  const one = columns[a]?.labels;
  const other = columns[b]?.labels;
  if (one === undefined || other === undefined || one.length - 1 <= level || other.length - 1 <= level) return false;
  return one.slice(0, level + 1).join("\u0000") === other.slice(0, level + 1).join("\u0000");
}

/** A label over all columns but one: with that one's label two rows below, it would as well be a title above the table. */
function isUnderTitle(frame: Frame): boolean {
  const { columns } = frame;
  return columns.some((_, index) => index <= 1 && columns.slice(index).every((__, offset) => offset === 0 || isSameGroup(frame, index, index + offset, 0)));
}

function isLoneGroup(frame: Frame, index: number): boolean {
  const group = frame.columns[index];
  if (group === undefined) return false;
  return group.labels.length > 1 ? !isSameGroup(frame, index - 1, index, group.labels.length - 2) : isLoneGroup(frame, index - 1);
}

/** White space inside a label, as offices set it to fill a column. */
export function noisy(label: string, noise: number): string {
  const chars = [...label];
  if (noise === 1 && chars.length <= 3) return chars.join("　");
  if (noise === 2 && chars.length >= 3 && !/[（(]/u.test(label)) return `${chars.slice(0, 2).join("")}\n${chars.slice(2).join("")}`;
  if (noise === 3 && chars.length <= 3) return chars.join(" ");
  return label;
}
