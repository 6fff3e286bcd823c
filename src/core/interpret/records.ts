import type { Body, LogicLevel, LogicLink, Measure, Revision } from "../model";
import type { RecognizedBodyList } from "../recognize";
import type { Settings } from "../settings";
import { isDash, isDateFormat, parsePeriod, periodOfSerial, splitDivisions, squash, tidyLabel } from "../text";
import type { KeyMaker } from "./keys";
import type { CellReading, LineReader } from "./line-reader";
import type { CategoryValues } from "./plan-categories";
import { statusOf } from "./work-items";

function itemLines(reader: LineReader): readonly number[] {
  return reader.table.lines.filter(({ role }) => role === "item").map(({ index }) => index);
}

/** 手段一覧. */
export function interpretMeasures(reader: LineReader, keys: KeyMaker, categories: ReadonlyMap<number, CategoryValues>): readonly Omit<Measure, "id" | "tableId">[] {
  const title = reader.column("title");
  if (title === undefined) return [];
  return itemLines(reader).flatMap((index) => {
    const text = reader.text(index, title);
    if (text === null || isDash(text) || !reader.begins(index, title)) return [];
    const values = categories.get(index);
    return [
      {
        key: keys.make(text, values?.reformArea ?? null, values?.theme ?? null),
        reformArea: values?.reformArea ?? null,
        no: reader.text(index, reader.column("no")),
        theme: values?.theme ?? null,
        themeAt: reader.at(index, reader.column("theme")),
        title: text,
        remarks: reader.statement(index, reader.column("remarks")) ?? reader.statement(index, reader.column("summary")),
        at: reader.table.grid.anchorAddress(index, title.column),
      },
    ];
  });
}

/** The day that a cell states, as text or as a serial number; null where it states none. */
export function dayOf({ value, format }: CellReading, date1904: boolean): string | null {
  if (typeof value === "number") return isDateFormat(format) ? (periodOfSerial(value, date1904)?.date ?? null) : null;
  return typeof value === "string" ? (parsePeriod(value)?.date ?? null) : null;
}

/** 改訂履歴. */
export function interpretRevisions(reader: LineReader): readonly Omit<Revision, "tableId">[] {
  const edition = reader.column("edition");
  const issued = reader.column("issuedOn");
  const lead = edition ?? issued;
  if (lead === undefined) return [];
  return itemLines(reader).flatMap((index) => {
    const text = reader.text(index, lead);
    if (text === null || !reader.begins(index, lead)) return [];
    return [
      {
        edition: edition === undefined ? "" : text,
        issuedOn: issued === undefined ? null : dayOf(reader.cell(index, issued), reader.table.grid.view.date1904),
        issuedOnAt: reader.at(index, issued),
        change: reader.text(index, reader.column("change")),
        at: reader.table.grid.anchorAddress(index, lead.column),
      },
    ];
  });
}

const LEVELS: readonly (readonly [RegExp, LogicLevel])[] = [
  [/impact|インパクト|ありたい姿|めざす姿|目指す姿|将来像|最終成果|最終アウトカム|ビジョン|ゴール/iu, "impact"],
  [/outcome|アウトカム|成果/iu, "outcome"],
  [/output|アウトプット|産出|直接的?な?結果|活動結果/iu, "output"],
  [/activity|アクティビティ|活動|取組|業務|事業|手段|インプット/iu, "activity"],
];

export function parseLogicLevel(text: string | null): LogicLevel | null {
  if (text === null) return null;
  const squashed = squash(text);
  return LEVELS.find(([pattern]) => pattern.test(squashed))?.[1] ?? null;
}

/** ロジックモデルの線, one a line. */
export function interpretLinks(reader: LineReader): readonly Omit<LogicLink, "tableId">[] {
  const from = reader.column("from");
  const to = reader.column("to");
  if (from === undefined || to === undefined) return [];
  const { grid } = reader.table;
  let last: string | null = null;
  let lastLevel: LogicLevel | null = null;
  return itemLines(reader).flatMap((index) => {
    const own = reader.statement(index, from);
    const level = parseLogicLevel(reader.text(index, reader.column("from-level")));
    const end = reader.statement(index, to);
    // A start that is written once holds for the lines below it.
    const start = own ?? (end === null ? null : last);
    if (start === null) return [];
    const fromLevel: LogicLevel | null = level ?? (own === null ? lastLevel : null);
    last = start;
    lastLevel = fromLevel;
    return [
      {
        from: start,
        to: end,
        fromLevel,
        toLevel: parseLogicLevel(reader.text(index, reader.column("to-level"))),
        fromAt: grid.anchorAddress(index, from.column),
        toAt: grid.anchorAddress(index, to.column),
      },
    ];
  });
}

/** └ 幹事会: the line that draws it below its 本部 is no part of its name. */
function withoutBranch(name: string): string {
  return name.replace(/^[\s\u3000\u2500-\u257f]+(?=\S)/u, "");
}

/** 推進体制, from a table. */
export function interpretBodies(reader: LineReader, settings: Settings): readonly Omit<Body, "id" | "tableId">[] {
  const name = reader.column("body");
  if (name === undefined) return [];
  return itemLines(reader).flatMap((index) => {
    const text = reader.text(index, name);
    if (text === null || isDash(text) || !reader.begins(index, name)) return [];
    const division = reader.column("division");
    const divisions = reader.statement(index, division);
    const status = reader.statement(index, reader.column("status"));
    return [
      {
        name: withoutBranch(text),
        role: reader.statement(index, reader.column("role")),
        divisions: divisions === null ? [] : [...splitDivisions(divisions)],
        divisionAt: reader.at(index, division),
        members: reader.statement(index, reader.column("members")),
        status: status === null ? null : { raw: status, value: statusOf(status, settings) },
        at: reader.table.grid.anchorAddress(index, name.column),
      },
    ];
  });
}

/** 推進体制, from a plain list without a header. */
export function interpretBodyList(list: RecognizedBodyList): readonly Omit<Body, "id" | "tableId">[] {
  return list.rows.map((row) => ({
    name: withoutBranch(tidyLabel(list.grid.textAt(row, list.nameColumn))),
    role: tidyLabel(list.grid.textAt(row, list.roleColumn)) || null,
    divisions: [],
    divisionAt: null,
    members: null,
    status: null,
    at: list.grid.anchorAddress(row, list.nameColumn),
  }));
}
