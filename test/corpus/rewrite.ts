import type { AnalysisDocument } from "../../src/core";
import { expectationSchema, type Expectation } from "./expectation";

type Entry = Readonly<Record<string, unknown>>;

/** The keys that a list asserts: a rewritten expectation asserts no more than it did. */
function assertedKeys(entries: readonly object[] | undefined): ReadonlySet<string> {
  return new Set((entries ?? []).flatMap((entry) => Object.keys(entry)));
}

function pick(entry: Entry, keys: ReadonlySet<string>): Entry {
  return Object.fromEntries(Object.entries(entry).filter(([key, value]) => keys.has(key) && value !== undefined));
}

/** What the program reads today, in as much detail as the expectation had; for a person who then reads the difference. */
export function rewrite(expected: Expectation, document: AnalysisDocument): Expectation {
  const keyOf = new Map(
    document.tables.map((table, index) => {
      const known = expected.tables.find(({ sheet, range }) => sheet === table.sheet && range?.split(":")[0] === table.range.split(":")[0]);
      return [table.id, known?.key ?? `T${String(index + 1)}`] as const;
    }),
  );
  const titleOf = new Map(document.workItems.map(({ id, title }) => [id, title]));
  const figureKeys = assertedKeys((expected.indicators ?? []).flatMap(({ baseline, target, actuals, targets }) => [baseline, target, ...(actuals ?? []), ...(targets ?? [])].filter((each) => each !== null && each !== undefined)));
  const figure = (each: Entry | null): Entry | null => (each === null ? null : pick({ ...each, amount: each["amount"] ?? undefined }, figureKeys));

  const tableKeys = assertedKeys(expected.tables);
  const tables = document.tables.map((table) => {
    const columns = table.columns.map(({ period, ...column }) => (period === null ? column : { ...column, period }));
    const fields = table.fields.map(({ at, field, period }) => (period === null ? { at, field } : { at, field, period }));
    return pick({ ...table, key: keyOf.get(table.id), columns: columns.length === 0 ? undefined : columns, fields, headingsInclude: table.headings }, tableKeys);
  });
  const indicatorKeys = assertedKeys(expected.indicators);
  const indicators = document.indicators.map((each) =>
    pick(
      {
        ...each,
        table: keyOf.get(each.tableId),
        workItemTitle: titleOf.get(each.workItem ?? "") ?? null,
        headingsInclude: each.headings,
        baseline: figure(each.baseline),
        target: figure(each.target),
        targets: each.targets.map(figure),
        actuals: each.actuals.map(figure),
        statedRate: each.statedRate?.amount,
      },
      indicatorKeys,
    ),
  );
  const workItems = document.workItems.map((each) =>
    pick({ ...each, table: keyOf.get(each.tableId), schedule: each.schedule.map(({ period, raw }) => ({ year: period.year, raw })) }, assertedKeys(expected.workItems)),
  );
  const records = (name: "measures" | "revisions" | "links" | "bodies"): readonly Entry[] | undefined => {
    const keys = assertedKeys(expected[name]);
    return expected[name] === undefined ? undefined : document[name].map((each) => pick({ ...each, table: keyOf.get(each.tableId), status: "status" in each ? each.status?.value : undefined }, keys));
  };
  const asserted = new Set(expected.rulesAsserted);
  const rewritten = {
    ...expected,
    tables,
    indicators: expected.indicators === undefined ? undefined : indicators,
    workItems: expected.workItems === undefined ? undefined : workItems,
    measures: records("measures"),
    revisions: records("revisions"),
    links: records("links"),
    bodies: records("bodies"),
    notRead: expected.notRead === undefined ? undefined : document.notRead,
    findings: document.findings.filter(({ rule }) => asserted.has(rule)).map(({ rule, at }) => ({ rule, ...at })),
  };
  return expectationSchema.parse(JSON.parse(JSON.stringify(rewritten)));
}

/** One line an entry, so that a difference shows what was read differently. */
export function formatExpectation(expected: Expectation): string {
  const members = Object.entries(expected).map(([key, value]) => {
    const isList = Array.isArray(value) && value.length > 0 && typeof value[0] === "object";
    const text = isList ? `[\n${value.map((each) => `    ${JSON.stringify(each)}`).join(",\n")}\n  ]` : JSON.stringify(value);
    return `  ${JSON.stringify(key)}: ${text}`;
  });
  return `{\n${members.join(",\n")}\n}\n`;
}
