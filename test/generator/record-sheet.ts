import fc from "fast-check";
import type { FieldName, TableKind } from "../../src/core/model";
import type { CellDraft } from "../helpers/grid";
import { Canvas, pick } from "./canvas";
import { NOTHING, type Expected, type ExpectedRecord } from "./expected";
import { drawHeader, noisy, type ColumnPlan } from "./header";
import { chosen, drawAbove, surroundPlan, type DrawnSheet, type SurroundPlan } from "./surround";
import { NOTES, THEMES, TITLES } from "./words";

/** 改訂履歴, 手段一覧, ロジックモデルの線, 推進体制: flat tables of records. */
export interface RecordPlan {
  readonly surround: SurroundPlan;
  readonly kind: "revisions" | "measures" | "logic-links" | "bodies";
  readonly words: readonly number[];
  readonly noise: number;
  readonly rows: readonly number[];
  readonly extra: boolean;
}

export const recordPlan: fc.Arbitrary<RecordPlan> = fc.record({
  surround: surroundPlan,
  kind: fc.constantFrom("revisions", "measures", "logic-links", "bodies"),
  words: fc.array(fc.nat(40), { minLength: 5, maxLength: 5 }),
  noise: fc.constantFrom(0, 0, 1, 2, 3),
  rows: fc.array(fc.nat(60), { minLength: 2, maxLength: 7 }),
  extra: fc.boolean(),
});

interface RecordColumn {
  readonly field: FieldName;
  readonly labels: readonly string[];
  readonly cell: (n: number, index: number, style: number) => CellDraft;
}

const DAYS: readonly ((day: number) => CellDraft)[] = [
  (day) => `2024年3月${day}日`,
  (day) => `2024 年 3 月 ${day} 日`,
  (day) => `令和6年3月${day}日`,
  (day) => `R6.3.${day}`,
  (day) => `2024/3/${day}`,
  (day) => `令和６年３月${day}日`,
  (day) => ({ value: 45351 + day, format: "yyyy/m/d" }),
  (day) => ({ value: 45351 + day, format: '[$-411]ggge"年"m"月"d"日"' }),
];
const EDITIONS: readonly ((n: number) => string)[] = [(n) => `第1.${n}版`, (n) => `第${n + 1}版`, (n) => `Ver.1.${n}`, (n) => `v1.${n}`, (n) => `第１.${n}版`];
const BODIES: readonly string[] = ["ＤＸ推進本部", "ＤＸ推進部会", "ワーキンググループ", "WG①（フロントヤード改革）", "推進委員会", "監事会", "事務局"];
const ROLES: readonly string[] = ["全体方針の決定", "計画案の検討及び調整", "個別テーマの調査・研究", "進捗の確認", "庁内調整及び資料の作成"];
const LINK_IDS = (n: number): string => `A-${n + 1}`;

/** A column of a table of records: its labels as cities write them, and its cells. */
const TABLES: Readonly<Record<RecordPlan["kind"], readonly RecordColumn[]>> = {
  revisions: [
    { field: "edition", labels: ["版数", "版", "バージョン", "改訂版数"], cell: (_, index, style) => pick(EDITIONS, style)(index) },
    { field: "issuedOn", labels: ["発行日", "改訂日", "改定日", "改訂年月日", "更新日", "公表日", "改定年月日"], cell: (_, index, style) => pick(DAYS, style)(index + 1) },
    { field: "change", labels: ["改訂履歴", "改訂内容", "変更内容", "改定内容", "主な変更点", "修正内容", "改訂の概要"], cell: (n) => pick(["新規作成", "①進捗状況の追記", "ＫＰＩの追加、担当課の変更", "誤字の修正"], n) },
  ],
  measures: [
    { field: "no", labels: ["No.", "№", "番号"], cell: (_, index) => index + 1 },
    { field: "theme", labels: ["テーマ"], cell: (n) => pick(THEMES, n) },
    { field: "title", labels: ["具体的な取り組み等", "具体的な取組み等", "具体的な取組等", "具体的な取り組み", "具体的な取組み", "具体的な手段"], cell: (_, index) => pick(TITLES, index) },
    { field: "remarks", labels: ["備考", "摘要"], cell: (n) => (n % 2 === 0 ? "継続" : null) },
  ],
  "logic-links": [
    { field: "from", labels: ["派生元", "派生元ー番号", "つながり元", "起点"], cell: (_, index) => LINK_IDS(index) },
    { field: "to", labels: ["派生先", "派生先ー番号", "つながり先", "終点"], cell: (_, index) => LINK_IDS(index + 1) },
  ],
  bodies: [
    { field: "body", labels: ["会議体", "組織名", "会議名", "推進組織", "組織"], cell: (_, index) => pick(BODIES, index) },
    { field: "role", labels: ["役割", "所掌事務", "主な役割", "任務"], cell: (n) => pick(ROLES, n) },
    { field: "members", labels: ["構成", "構成員", "メンバー", "構成メンバー"], cell: (n) => pick(["副市長、教育長", "各課長", "各課１名", "政策企画課"], n) },
  ],
};

/** A column that not every city keeps. */
const OPTIONAL: ReadonlySet<FieldName> = new Set(["members", "remarks"]);
const NEEDED_FOR: Readonly<Record<RecordPlan["kind"], FieldName>> = { revisions: "edition", measures: "title", "logic-links": "from", bodies: "body" };

export function drawRecordSheet(plan: RecordPlan): DrawnSheet {
  const canvas = new Canvas();
  const { surround, kind } = plan;
  const above = drawAbove(canvas, surround, surround.column + 2);
  const chosenColumns = TABLES[kind].filter(({ field }) => plan.extra || !OPTIONAL.has(field));
  const columns = chosenColumns.map(({ field, labels }, i): ColumnPlan => ({ field, labels: [noisy(labelFor(labels, plan, i), plan.noise)] }));
  const left = surround.column;
  const { fields } = drawHeader(canvas, columns, columns.map((_, i) => left + i), above.row, "merged");
  const records: ExpectedRecord[] = [];
  plan.rows.forEach((n, index) => {
    const row = above.row + 1 + index;
    const cells = chosenColumns.map(({ cell, field }, i) => ({ field, draft: cell(n, index, plan.words[4]!), column: left + i }));
    for (const { draft, column } of cells) canvas.put(row, column, draft);
    const key = cells.find(({ field }) => field === NEEDED_FOR[kind])!;
    if (typeof key.draft !== "string") throw new Error("a record is named by a text");
    records.push({ text: textOf(kind, key.draft, index), at: { row, column: key.column } });
  });
  const bottom = above.row + plan.rows.length;
  const note = chosen(NOTES, surround.note);
  if (note !== undefined) canvas.put(bottom + 2, left, note);
  const table = { kind: kind satisfies TableKind, orientation: "rows", region: { top: above.row, left, bottom, right: left + columns.length - 1 }, headings: above.headings, fields } as const;
  const empty: Expected = { ...NOTHING, tables: [table] };
  return { sheet: canvas.toSheet("一覧"), expected: { ...empty, [LIST_OF[kind]]: records } };
}

const LIST_OF = { revisions: "revisions", measures: "measures", "logic-links": "links", bodies: "bodies" } as const;

/** Both ends of a line are named alike. */
function labelFor(labels: readonly string[], { kind, words }: RecordPlan, index: number): string {
  return pick(labels, kind === "logic-links" ? words[0]! : words[index]!);
}

function textOf(kind: RecordPlan["kind"], text: string, index: number): string {
  if (kind === "revisions") return `${text} 2024-03-${String(index + 1).padStart(2, "0")}`;
  return kind === "logic-links" ? `${text} → ${LINK_IDS(index + 1)}` : text;
}
