import fc from "fast-check";
import type { FigureState } from "../../src/core/model";
import type { Period } from "../../src/core/text";
import type { CellDraft } from "../helpers/grid";
import { pick } from "./canvas";
import { wide } from "./years";

/** A figure before it is written. Choices are plain numbers, so that a failure shrinks to the plainest writing. */
export interface FigurePlan {
  readonly state: "set" | "blank" | "dash" | "pending" | "qualitative";
  readonly amount: number;
  readonly tenths: number;
  readonly style: number;
}

export const figurePlan = (states: readonly FigurePlan["state"][]): fc.Arbitrary<FigurePlan> =>
  fc.record({
    state: fc.oneof({ weight: 7, arbitrary: fc.constant<FigurePlan["state"]>("set") }, { weight: 3, arbitrary: fc.constantFrom(...states) }),
    // Not drawn, since not yet read: a figure that might be a year, beside 目標値 in a row of its own.
    amount: fc.integer({ min: 1, max: 9999 }).map((n) => (n >= 1868 && n <= 2200 ? n + 1000 : n)),
    tenths: fc.constantFrom(0, 0, 0, 5),
    style: fc.nat(40),
  });

/** Where the unit of a figure stands. */
export type UnitPlace = "column" | "cell" | "caption" | "name" | "label" | "none";

export interface UnitPlan {
  /** As written: 千人, か所, ％. */
  readonly text: string;
  /** As it is read: 人, 箇所, %. */
  readonly base: string;
  readonly scale: number;
}

export const UNITS: readonly UnitPlan[] = [
  { text: "人", base: "人", scale: 1 },
  { text: "件", base: "件", scale: 1 },
  { text: "％", base: "%", scale: 1 },
  { text: "千人", base: "人", scale: 1000 },
  { text: "か所", base: "箇所", scale: 1 },
  { text: "%", base: "%", scale: 1 },
  { text: "万円", base: "円", scale: 10_000 },
  { text: "社", base: "社", scale: 1 },
  { text: "百万円", base: "円", scale: 1_000_000 },
  { text: "ヶ所", base: "箇所", scale: 1 },
  { text: "回", base: "回", scale: 1 },
  { text: "千円", base: "円", scale: 1000 },
  { text: "万人", base: "人", scale: 10_000 },
  { text: "箇所", base: "箇所", scale: 1 },
  { text: "時間", base: "時間", scale: 1 },
  { text: "ｈａ", base: "ha", scale: 1 },
  { text: "億円", base: "円", scale: 100_000_000 },
  { text: "世帯", base: "世帯", scale: 1 },
  { text: "点", base: "点", scale: 1 },
  { text: "カ所", base: "箇所", scale: 1 },
  { text: "棟", base: "棟", scale: 1 },
  { text: "ｔ", base: "t", scale: 1 },
];

export interface WrittenFigure {
  readonly cell: CellDraft;
  readonly state: FigureState;
  readonly amount: number | null;
  readonly unit: string | null;
  readonly qualifier: string | null;
  readonly period: Period | null;
}

interface Number_ {
  /** The number as shown, before its scale. */
  readonly shown: number;
  readonly text: string;
  readonly grouped: string;
  readonly unit: UnitPlan;
}

type Written = Omit<WrittenFigure, "state" | "unit">;
type Style = (n: Number_) => Written | undefined;

const plain = (cell: CellDraft, n: Number_, sign: 1 | -1 = 1, qualifier: string | null = null): Written => ({
  cell,
  amount: amountOf(n.shown * sign, n.unit.scale),
  qualifier,
  period: null,
});

function amountOf(shown: number, scale: number): number {
  return (Math.round(shown * 10) * scale) / 10;
}

const isWhole = (n: Number_): boolean => Number.isInteger(n.shown);

/** The unit is given elsewhere: the cell holds a number. */
const BARE: readonly Style[] = [
  (n) => plain(n.shown, n),
  (n) => plain({ value: n.shown, format: isWhole(n) ? "#,##0" : "#,##0.0" }, n),
  (n) => plain(n.grouped, n),
  (n) => plain(wide(n.text), n),
  (n) => plain(`△${n.grouped}`, n, -1),
  (n) => plain(`▲${n.text}`, n, -1),
  (n) => plain({ value: -n.shown, format: '#,##0.0;"△ "#,##0.0' }, n, -1),
  (n) => plain(`${n.grouped}以上`, n, 1, "at-least"),
  (n) => plain(`約${n.grouped}`, n, 1, "about"),
  (n) => plain(`${n.text}以下`, n, 1, "at-most"),
  (n) => plain(`−${n.text}`, n, -1),
  (n) => plain({ value: n.shown, format: isWhole(n) ? "#,##0_ " : "0.0_ " }, n),
  (n) => plain(` ${n.grouped} `, n),
  (n) => plain({ value: -n.shown, format: "#,##0.0;[Red]-#,##0.0" }, n, -1),
];

/** The cell states its unit. */
const OWN: readonly Style[] = [
  (n) => plain(`${n.text}${n.unit.text}`, n),
  (n) => plain(`${n.grouped}${n.unit.text}`, n),
  (n) => plain(wide(n.text) + n.unit.text, n),
  (n) => plain(`${n.grouped} ${n.unit.text}`, n),
  (n) => plain({ value: n.shown, format: `${isWhole(n) ? "#,##0" : "#,##0.0"}"${n.unit.text}"` }, n),
  (n) => plain(`+${n.grouped}${n.unit.text}`, n),
  (n) => plain(`${n.grouped}${n.unit.text}以上`, n, 1, "at-least"),
  (n) => plain(`${n.grouped}${n.unit.text}以下`, n, 1, "at-most"),
  (n) => plain(`${n.text}${n.unit.text}未満`, n, 1, "under"),
  (n) => plain(`${n.text}${n.unit.text}（累計）`, n, 1, "cumulative"),
  (n) => plain(`延べ${n.grouped}${n.unit.text}`, n, 1, "cumulative"),
  (n) => (n.unit.base === "%" ? undefined : plain(`${n.grouped}${n.unit.text}/年`, n, 1, "per-year")),
  (n) => plain(`約${n.grouped}${n.unit.text}`, n, 1, "about"),
  (n) => plain(`△${n.grouped}${n.unit.text}`, n, -1),
  (n) => ({ ...plain(`${n.grouped}${n.unit.text}（令和5年10月1日現在）`, n), period: { kind: "date", year: 2023, date: "2023-10-01" } }),
  (n) => ({ ...plain(`${n.grouped}${n.unit.text}\n（令和 5 年 10月 1日現在）`, n), period: { kind: "date", year: 2023, date: "2023-10-01" } }),
  (n) => ({ ...plain(`${n.text} ${n.unit.text}(2014 年)`, n), period: { kind: "calendar-year", year: 2014, date: null } }),
  (n) => plain(`${n.grouped}${n.unit.text}程度`, n, 1, "about"),
  (n) => plain(`累計${n.grouped}${n.unit.text}`, n, 1, "cumulative"),
  (n) => (n.unit.base === "%" ? plain({ value: Math.round(n.shown * 10) / 1000, format: "0.0%" }, n) : undefined),
  (n) => (n.unit.text === "千人" && isWhole(n) ? plain({ value: n.shown * 1000, format: '#,##0,"千人"' }, n) : undefined),
  (n) => plain({ value: n.shown, format: `0.0"${n.unit.text}"` }, n),
];

const DASHES: readonly string[] = ["－", "-", "―", "‐", "—", "ー", "−", "該当なし", "対象外"];
const PENDING: readonly string[] = ["集計中", "調査中", "未定", "設定予定", "検討中", "未確定", "精査中", "把握予定", "公表予定"];
const QUALITATIVE: readonly string[] = ["前年度以上", "増加", "維持", "条例の制定", "実施マニュアルの運用、見直し"];

/** Writes a figure. `place` says where its unit stands; without one in the cell the reading has it from there. */
export function writeFigure(plan: FigurePlan, unit: UnitPlan, place: UnitPlace): WrittenFigure {
  const word = (state: FigureState, cell: CellDraft): WrittenFigure => ({ cell, state, amount: null, unit: null, qualifier: null, period: null });
  switch (plan.state) {
    case "blank":
      return word("blank", null);
    case "dash":
      return word("not-applicable", pick(DASHES, plan.style));
    case "pending":
      return word("pending", pick(PENDING, plan.style));
    case "qualitative":
      return word("qualitative", pick(QUALITATIVE, plan.style));
    case "set":
      return writeSet(plan, unit, place);
  }
}

/** 1234.5 → 1,234.5. */
function grouped(text: string): string {
  return text.replace(/\B(?=(?:\d{3})+(?:\.|$))/gu, ",");
}

function writeSet(plan: FigurePlan, unit: UnitPlan, place: UnitPlace): WrittenFigure {
  const isShare = unit.base === "%";
  const shown = (isShare ? plan.amount % 100 : plan.amount) + plan.tenths / 10;
  const inForce = place === "none" ? { text: "", base: "", scale: 1 } : unit;
  const text = String(shown);
  const n: Number_ = { shown, text, grouped: grouped(text), unit: inForce };
  // A share with its % in the number format is read alike with a unit column and without.
  const styles = place === "cell" ? OWN : place === "column" && isShare ? [...BARE, OWN.at(-3)!, OWN[0]!] : place === "column" ? [...BARE, OWN[0]!] : BARE;
  const written = pick(styles, plan.style)(n) ?? styles[0]!(n)!;
  return { ...written, state: "set", unit: place === "none" ? null : unit.base };
}
