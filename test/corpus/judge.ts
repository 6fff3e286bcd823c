import type { AnalysisDocument } from "../../src/core";
import type { ExpectedFigure, ExpectedIndicator, ExpectedTable, Expectation } from "./expectation";

type Table = AnalysisDocument["tables"][number];
type Indicator = AnalysisDocument["indicators"][number];
type WorkItem = AnalysisDocument["workItems"][number];
type Figure = Indicator["actuals"][number];
interface Place {
  readonly sheet: string;
  readonly cell: string;
}

/** Text without any white space: line breaks and spaces inside a label are layout. */
function squash(text: string | null | undefined): string | null {
  return text === null || text === undefined ? null : text.replace(/[\s\u00a0\u3000]+/gu, "");
}

function placeOf({ sheet, cell }: Place): string {
  return `${sheet}!${cell}`;
}

function isAt(place: Place, expected: Place | undefined): boolean {
  return expected === undefined || placeOf(place) === placeOf(expected);
}

function show(value: unknown): string {
  return value === undefined ? "none" : JSON.stringify(value);
}

/** One document against what must be read of its workbook; one line for each difference. */
class Judge {
  readonly problems: string[] = [];
  private readonly tableOf = new Map<string, Table>();

  constructor(
    private readonly expected: Expectation,
    private readonly document: AnalysisDocument,
  ) {}

  private differ(what: string, expected: unknown, got: unknown): void {
    this.problems.push(`${what}: expected ${show(expected)}, got ${show(got)}`);
  }

  private same(what: string, expected: unknown, got: unknown): void {
    if (expected !== undefined && JSON.stringify(expected) !== JSON.stringify(got ?? null)) this.differ(what, expected, got);
  }

  private sameText(what: string, expected: string | null | undefined, got: string | null | undefined): void {
    if (expected !== undefined && squash(expected) !== squash(got)) this.differ(what, expected, got);
  }

  private samePeriod(what: string, expected: ExpectedFigure["period"], got: Figure["period"]): void {
    if (expected === undefined) return;
    const matches =
      expected === null
        ? got === null
        : got !== null &&
          got.year === expected.year &&
          (expected.kind === undefined || got.kind === expected.kind) &&
          (expected.date === undefined || expected.date === null || got.date === expected.date);
    if (!matches) this.differ(`${what} period`, expected, got);
  }

  private isOptional(table: Table): boolean {
    return (this.expected.tablesOptional ?? []).some(
      ({ kind, sheet, range }) => kind === table.kind && sheet === table.sheet && (range === undefined || range === table.range),
    );
  }

  tables(): void {
    const { tables } = this.document;
    const used = new Set<Table>();
    for (const wanted of this.expected.tables) {
      const kinds = [wanted.kind].flat();
      const ranges = wanted.range === null ? null : [wanted.range, ...(wanted.rangeAlso ?? [])];
      const free = tables.filter((table) => !used.has(table) && table.sheet === wanted.sheet);
      const found = free.find(({ kind, range }) => kinds.includes(kind) && (ranges === null || ranges.includes(range)));
      // Its contents are judged all the same, on the table that begins in the same cell or has the same kind.
      const instead = found ?? free.find(({ range }) => range.split(":")[0] === wanted.range?.split(":")[0]) ?? free.find(({ kind }) => kinds.includes(kind));
      if (found === undefined) {
        const others = tables.filter(({ sheet }) => sheet === wanted.sheet).map(({ kind, range }) => `${kind} ${range}`);
        this.differ(`table ${wanted.sheet}`, `${kinds.join("|")} ${String(wanted.range)}`, others.join(", "));
      }
      if (instead === undefined) continue;
      used.add(instead);
      this.tableOf.set(wanted.key, instead);
      this.table(wanted, instead);
    }
    if (this.expected.complete?.tables === false) return;
    for (const table of tables) {
      // Bodies are judged where a case names them: the samples say nothing of them.
      if (used.has(table) || this.isOptional(table) || table.kind === "bodies") continue;
      this.problems.push(`table not expected: ${table.sheet} ${table.kind} ${table.range}`);
    }
  }

  private table(wanted: ExpectedTable, table: Table): void {
    const where = `${wanted.sheet}!${table.range}`;
    this.same(`${where} orientation`, wanted.orientation, table.orientation);
    this.same(`${where} headerRows`, rowSpan(wanted.headerRows), rowSpan(table.headerRows));
    this.same(`${where} dataRows`, wanted.dataRows, table.dataRows);
    for (const { column, header, field, period } of wanted.columns ?? []) {
      const got = table.columns.find((each) => each.column === column);
      this.same(`${where} column ${column} field`, field, got?.field);
      this.same(`${where} column ${column} header`, header, got?.header);
      if (period !== undefined) this.samePeriod(`${where} column ${column}`, period, got?.period ?? null);
    }
    for (const { at, header, field, period } of wanted.fields ?? []) {
      const got = table.fields.find((each) => isAt(each.at, at));
      this.same(`${where} field at ${at.cell}`, field, got?.field);
      this.same(`${where} label at ${at.cell}`, header, got?.header);
      if (period !== undefined) this.samePeriod(`${where} field at ${at.cell}`, period, got?.period ?? null);
    }
    this.headings(where, wanted.headingsInclude, table.headings);
    if (wanted.headings !== undefined) this.same(`${where} headings`, wanted.headings.map(squash), table.headings.map(squash));
  }

  private headings(where: string, wanted: readonly string[] | undefined, got: readonly string[]): void {
    let from = 0;
    for (const heading of wanted ?? []) {
      const index = got.map(squash).indexOf(squash(heading), from);
      if (index < 0) {
        this.differ(`${where} headings`, wanted, got);
        return;
      }
      from = index + 1;
    }
  }

  private sheetOf({ tableId, at }: Pick<Indicator, "tableId" | "at">): string {
    return this.document.tables.find(({ id }) => id === tableId)?.sheet ?? at.sheet;
  }

  private isIn(key: string | null | undefined, sheet: string | undefined, item: Pick<Indicator, "tableId" | "at">): boolean {
    const table = key === undefined || key === null ? undefined : this.tableOf.get(key);
    if (table !== undefined) return item.tableId === table.id;
    return sheet === undefined || this.sheetOf(item) === sheet;
  }

  indicators(): void {
    const { indicators } = this.document;
    const { complete } = this.expected;
    const used = new Set<Indicator>();
    for (const wanted of this.expected.indicators ?? []) {
      const named = indicators.filter((each) => !used.has(each) && squash(each.name) === squash(wanted.name) && this.isIn(wanted.table, wanted.sheet, each));
      const found = named.find(({ at }) => isAt(at, wanted.at)) ?? named[0];
      if (found === undefined) {
        this.problems.push(`indicator not found: ${wanted.name} ${wanted.at?.cell ?? ""}`);
        continue;
      }
      used.add(found);
      this.indicator(wanted, found);
    }
    if (this.expected.indicatorCount !== undefined) this.same("number of indicators", this.expected.indicatorCount, indicators.length);
    if (this.expected.indicators === undefined || complete?.indicators === false) return;
    for (const each of indicators) {
      const table = this.document.tables.find(({ id }) => id === each.tableId);
      if (used.has(each) || (table !== undefined && this.isOptional(table))) continue;
      const optional = this.expected.indicatorsOptional ?? [];
      if (optional.some(({ sheet, name }) => sheet === this.sheetOf(each) && squash(name) === squash(each.name))) continue;
      this.problems.push(`indicator not expected: ${each.name} ${placeOf(each.at)}`);
    }
  }

  private indicator(wanted: ExpectedIndicator, got: Indicator): void {
    const who = wanted.name.replace(/\s+/gu, "");
    if (wanted.at !== undefined) this.same(`${who} at`, placeOf(wanted.at), placeOf(got.at));
    for (const key of ["unit", "tier", "viewpoint", "statedRating", "accumulation"] as const) this.same(`${who} ${key}`, wanted[key], got[key]);
    for (const key of ["definition", "division", "policy", "program", "source", "remarks"] as const) this.sameText(`${who} ${key}`, wanted[key], got[key]);
    this.same(`${who} direction`, wanted.direction, got.direction);
    this.same(`${who} statedRate`, wanted.statedRate, got.statedRate?.amount);
    this.headings(who, wanted.headingsInclude, got.headings);
    if (wanted.workItemTitle !== undefined) {
      const item = this.document.workItems.find(({ id }) => id === got.workItem);
      this.sameText(`${who} workItem`, wanted.workItemTitle, item?.title ?? null);
    }
    this.optionalFigure(`${who} baseline`, wanted.baseline, got.baseline);
    this.optionalFigure(`${who} target`, wanted.target, got.target);
    this.figures(`${who} targets`, wanted.targets, got.targets);
    this.figures(`${who} actuals`, wanted.actuals, got.actuals);
  }

  private optionalFigure(what: string, wanted: ExpectedFigure | null | undefined, got: Figure | null): void {
    if (wanted === undefined) return;
    if (wanted === null || got === null) {
      if (wanted !== got) this.differ(what, wanted, got);
      return;
    }
    this.figure(what, wanted, got);
  }

  private figures(what: string, wanted: readonly ExpectedFigure[] | undefined, got: readonly Figure[]): void {
    for (const each of wanted ?? []) {
      const found = got.find(({ at }) => each.at !== undefined && isAt(at, each.at));
      if (found === undefined) this.differ(`${what} at ${each.at?.cell ?? "?"}`, each.state, `figures at ${got.map(({ at }) => at.cell).join(" ")}`);
      else this.figure(what, each, found);
    }
    if (wanted === undefined || this.expected.complete?.figures !== true) return;
    const cells = wanted.map(({ at }) => at?.cell);
    for (const { at } of got) if (!cells.includes(at.cell)) this.problems.push(`${what}: not expected at ${at.cell}`);
  }

  private figure(what: string, wanted: ExpectedFigure, got: Figure): void {
    const where = `${what} ${wanted.at?.cell ?? ""}`;
    if (wanted.at !== undefined) this.same(`${where} at`, placeOf(wanted.at), placeOf(got.at));
    this.same(`${where} state (${got.raw})`, wanted.state, got.state);
    if (typeof wanted.amount === "number") {
      const close = got.amount !== null && Math.abs(got.amount - wanted.amount) <= 1e-9 * Math.max(1, Math.abs(wanted.amount));
      if (!close) this.differ(`${where} amount (${got.raw})`, wanted.amount, got.amount);
    }
    this.same(`${where} unit (${got.raw})`, wanted.unit, got.unit);
    this.same(`${where} qualifier (${got.raw})`, wanted.qualifier, got.qualifier);
    this.samePeriod(where, wanted.period, got.period);
  }

  workItems(): void {
    const used = new Set<WorkItem>();
    for (const wanted of this.expected.workItems ?? []) {
      const named = this.document.workItems.filter((each) => !used.has(each) && squash(each.title) === squash(wanted.title) && this.isIn(wanted.table, wanted.sheet, each));
      const found = named.find(({ at }) => isAt(at, wanted.at)) ?? named[0];
      const who = wanted.title.replace(/\s+/gu, "");
      if (found === undefined) {
        this.problems.push(`work item not found: ${who}`);
        continue;
      }
      used.add(found);
      if (wanted.at !== undefined) this.same(`${who} at`, placeOf(wanted.at), placeOf(found.at));
      for (const key of ["no", "reformArea", "policy", "program", "theme", "summary", "remarks"] as const) this.sameText(`${who} ${key}`, wanted[key], found[key]);
      this.same(`${who} divisions`, wanted.divisions?.map(squash), found.divisions.map(squash));
      if (wanted.status !== undefined) this.same(`${who} status`, wanted.status?.value ?? null, found.status?.value ?? null);
      this.same(`${who} schedule`, wanted.schedule, found.schedule.map(({ period, raw }) => ({ year: period.year, raw })));
    }
    if (this.expected.workItems === undefined || this.expected.complete?.workItems === false) return;
    for (const each of this.document.workItems) if (!used.has(each)) this.problems.push(`work item not expected: ${each.title} ${placeOf(each.at)}`);
  }

  records(): void {
    const { measures, revisions, links, bodies } = this.document;
    for (const { table, title, at, ...wanted } of this.expected.measures ?? []) {
      const found = measures.find((each) => squash(each.title) === squash(title) && isAt(each.at, at) && this.isIn(table, undefined, each));
      if (found === undefined) this.problems.push(`measure not found: ${title} ${at?.cell ?? ""}`);
      for (const key of ["no", "theme", "reformArea", "remarks"] as const) if (found !== undefined) this.sameText(`measure ${title} ${key}`, wanted[key], found[key]);
    }
    for (const { edition, issuedOn, change, at } of this.expected.revisions ?? []) {
      const row = at.cell.replace(/\D/gu, "");
      const found = revisions.find((each) => squash(each.edition) === squash(edition) && each.at.sheet === at.sheet && each.at.cell.replace(/\D/gu, "") === row);
      if (found === undefined) this.problems.push(`revision not found: ${edition} in row ${row}`);
      this.same(`revision ${edition} issuedOn`, issuedOn, found?.issuedOn);
      this.sameText(`revision ${edition} change`, change, found?.change);
    }
    const freeLinks = [...links];
    for (const { from, to, fromLevel, toLevel } of this.expected.links ?? []) {
      const index = freeLinks.findIndex((each) => squash(each.from) === squash(from) && (squash(each.to) ?? "") === (squash(to) ?? ""));
      const [found] = index < 0 ? [] : freeLinks.splice(index, 1);
      // 線の先のない行は、線としては数えない。
      if (found === undefined && to !== undefined) this.problems.push(`link not found: ${from} → ${to}`);
      if (found === undefined) continue;
      this.same(`link ${from} fromLevel`, fromLevel, found.fromLevel);
      this.same(`link ${from} toLevel`, toLevel, found.toLevel);
    }
    for (const { name, at, role, members, divisions, status } of this.expected.bodies ?? []) {
      const found = bodies.find((each) => squash(each.name) === squash(name) && isAt(each.at, at));
      if (found === undefined) this.problems.push(`body not found: ${name} ${at?.cell ?? ""}`);
      if (found === undefined) continue;
      this.sameText(`body ${name} role`, role, found.role);
      this.sameText(`body ${name} members`, members, found.members);
      this.same(`body ${name} divisions`, divisions, found.divisions);
      this.same(`body ${name} status`, status, found.status?.value ?? null);
    }
    for (const [name, wanted, got] of [
      ["measures", this.expected.measures, measures],
      ["revisions", this.expected.revisions, revisions],
      ["links", this.expected.links, links],
      ["bodies", this.expected.bodies, bodies],
    ] as const) {
      const most = wanted?.length;
      if (most !== undefined && got.length > most) this.problems.push(`${name}: ${String(got.length)} for ${String(most)}`);
    }
  }

  notRead(): void {
    const { notRead } = this.document;
    for (const sheet of this.expected.notReadSheets ?? []) if (!notRead.some((each) => each.sheet === sheet)) this.problems.push(`not listed as unread: ${sheet}`);
    if (this.expected.notRead !== undefined) this.same("notRead", this.expected.notRead, notRead);
  }

  findings(): void {
    const asserted = new Set(this.expected.rulesAsserted);
    const got = this.document.findings.filter(({ rule }) => asserted.has(rule));
    const seen = new Set<string>();
    for (const { rule, at } of got) {
      const key = `${rule} ${placeOf(at)}`;
      if (seen.has(key)) this.problems.push(`finding twice: ${key}`);
      seen.add(key);
    }
    const claimed = new Set<(typeof got)[number]>();
    for (const { rule, sheet, cell, anyOf } of this.expected.findings ?? []) {
      const hits = got.filter((each) => each.rule === rule && each.at.sheet === sheet && (anyOf ?? [cell]).includes(each.at.cell));
      if (hits.length === 0) this.problems.push(`finding missed: ${rule} ${sheet}!${cell}`);
      for (const hit of hits) claimed.add(hit);
    }
    for (const each of got) {
      if (claimed.has(each)) continue;
      const optional = (this.expected.findingsOptional ?? []).some(
        ({ rule, sheet, cells }) => rule === each.rule && sheet === each.at.sheet && (cells === "*" || cells.includes(each.at.cell)),
      );
      if (!optional) this.problems.push(`finding not expected: ${each.rule} ${placeOf(each.at)}`);
    }
  }
}

/** First and last row of a header: [4, 5, 6] says what [4, 6] says. */
function rowSpan(rows: readonly number[] | undefined): readonly (number | undefined)[] | undefined {
  return rows === undefined ? undefined : [rows[0], rows.at(-1)];
}

/** Where a document is not what a person reads in the workbook; empty if it is. */
export function judge(expected: Expectation, document: AnalysisDocument): readonly string[] {
  const judged = new Judge(expected, document);
  judged.tables();
  judged.indicators();
  judged.workItems();
  judged.records();
  judged.notRead();
  judged.findings();
  for (const { rule, cause } of document.crashes) judged.problems.push(`rule crashed: ${rule}: ${cause}`);
  return judged.problems;
}
