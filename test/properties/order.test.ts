import type { Analysis, WorkbookSnapshot } from "../../src/core";
import type { SheetSnapshot, SnapshotCell } from "../../src/core/sheet/snapshot";
import type { Table } from "../../src/core/model";
import { workbookOf } from "../helpers/grid";
import { generated, mapSheets, read, samples, subjects } from "./sheets";

/** Rules that name the later or the rarer of several: which one that is depends on the order. */
const BY_ORDER: ReadonlySet<string> = new Set(["label-variant", "baseline-year-mixed", "work-item-no-duplicate", "indicator-duplicate", "revision-out-of-order", "total-mismatch"]);

type Bag = Readonly<Record<string, unknown>>;

/** Ids and the number of an occurrence hold within one order only; `drop` leaves out what else may differ. */
function without(value: unknown, drop: ReadonlySet<string>): unknown {
  if (Array.isArray(value)) return value.map((one) => without(one, drop));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value as Bag).flatMap(([key, part]) => (drop.has(key) ? [] : [[key, key === "key" ? String(part).replace(/\u241f#\d+/u, "") : without(part, drop)]])));
}

const IDS: ReadonlySet<string> = new Set(["id", "tableId", "indicator"]);
const PLACES: ReadonlySet<string> = new Set([...IDS, "at", "inputs", "row", "lines", "evidence", "suggestion"]);

const sorted = (list: readonly unknown[]): readonly string[] => list.map((one) => JSON.stringify(one)).sort();

/** All that was read, as a bag: ties are told by titles, since ids change. */
function bag({ model, findings, assessments }: Analysis, drop: ReadonlySet<string>): Readonly<Record<string, readonly string[]>> {
  const titles = new Map(model.workItems.map(({ id, title }) => [id, title]));
  const names = new Map(model.indicators.map(({ id, name, headings, policy }) => [id, `${name}/${headings.join("/")}/${policy ?? ""}`]));
  const named = model.indicators.map((one) => ({ ...one, workItem: one.workItem === null ? null : titles.get(one.workItem) }));
  return {
    indicators: sorted(without(named, drop) as readonly unknown[]),
    workItems: sorted(without(model.workItems, drop) as readonly unknown[]),
    measures: sorted(without(model.measures, drop) as readonly unknown[]),
    links: sorted(without(model.links, new Set([...drop, "fromAt", "toAt"])) as readonly unknown[]),
    bodies: sorted(without(model.bodies, drop) as readonly unknown[]),
    findings: sorted(without(findings.filter(({ rule }) => !BY_ORDER.has(rule)), drop) as readonly unknown[]),
    assessments: sorted((without(assessments.map((one) => ({ ...one, of: names.get(one.indicator) })), drop) as readonly unknown[])),
  };
}

describe("シートの順", () => {
  const bundles = [...samples, ...["指標の表", "個別業務の表"].map((name) => ({ name, workbook: workbookOf(...generated.filter((one) => one.name.startsWith(name)).slice(0, 12).flatMap(({ workbook }) => workbook.sheets)) }))];

  test.each(bundles.map((one) => [one.name, one.workbook] as const))("%s: シートを並べ替えても、順のほかは変わらない", (_, workbook) => {
    const reversed = { ...workbook, sheets: [...workbook.sheets].reverse() };
    expect(bag(read(reversed), IDS)).toEqual(bag(read(workbook), IDS));
  });
});

/** Rows of a table that hold one item each and lean on no other row: nothing merged, written once or repeated by a sign. */
function freeRows(table: Table, sheet: SheetSnapshot, analysis: Analysis): readonly number[] | undefined {
  if (table.orientation !== "rows" || table.lines.length < 2 || table.lines.some(({ role }) => role !== "item")) return undefined;
  const rows = table.lines.map(({ index }) => index);
  const [first, last] = [rows[0]!, rows.at(-1)!];
  if (last - first + 1 !== rows.length) return undefined;
  if (sheet.merges.some(({ top, bottom }) => bottom >= first && top <= last)) return undefined;
  if (analysis.model.tables.some((other) => other !== table && other.sheet === sheet.name && other.region.top <= last && other.region.bottom >= first)) return undefined;
  const lines = sheet.rows.filter(({ row }) => row >= first && row <= last);
  const leads = table.fields.filter(({ field }) => ["policy", "program", "reformArea", "theme", "title", "name", "edition", "from", "body"].includes(field)).map(({ column }) => column);
  const isWhole = lines.length === rows.length && lines.every(({ cells }) => leads.every((column) => cells.some((cell) => cell.column === column && !(typeof cell.value === "string" && /^[〃々"”]|同上/u.test(cell.value)))));
  const hasFormulas = lines.some(({ cells }) => cells.some(({ formula }) => formula !== undefined));
  return isWhole && !hasFormulas ? rows : undefined;
}

/** Turns the rows of one table upside down. */
function upsideDown(workbook: WorkbookSnapshot, name: string, rows: readonly number[]): WorkbookSnapshot {
  const target = new Map(rows.map((row, index) => [row, rows[rows.length - 1 - index]!]));
  return mapSheets(workbook, (sheet) => {
    if (sheet.name !== name) return sheet;
    const moved: { row: number; cells: readonly SnapshotCell[] }[] = sheet.rows.map(({ row, cells }) => ({ row: target.get(row) ?? row, cells }));
    return { ...sheet, rows: moved.sort((a, b) => a.row - b.row) };
  });
}

/** At most this many tables a workbook: each is a whole reading. */
const MOST = 4;

describe.each(subjects)("行の順 %s", (_, list) => {
  test("結合のない表の行を逆さにすると、読みも逆さになる", () => {
    for (const { workbook } of list) {
      const before = read(workbook);
      let turned = 0;
      for (const table of before.model.tables) {
        // Editions and their order belong together; a list turned upside down says something else.
        if (table.kind === "revisions") continue;
        const sheet = workbook.sheets.find(({ name }) => name === table.sheet)!;
        const rows = freeRows(table, sheet, before);
        if (rows === undefined || turned === MOST) continue;
        turned++;
        const after = read(upsideDown(workbook, sheet.name, rows));
        expect(bag(after, PLACES)).toEqual(bag(before, PLACES));
        const names = ({ model }: Analysis): readonly string[] => model.indicators.filter(({ tableId }) => tableId === table.id).map(({ name }) => name);
        if (table.fields.filter(({ field }) => field === "name").length === 1) expect([...names(after)].reverse()).toEqual(names(before));
      }
    }
  });
});
