import type { Body, Indicator, LogicLink, Measure, NotRead, PlanModel, Revision, Table, WorkItem } from "../model";
import { continueTable, extraLabels, recognizeSheet, type RecognizedForm, type RecognizedSheet, type RecognizedTable } from "../recognize";
import type { Settings } from "../settings";
import { contains } from "../sheet/region";
import type { SheetView } from "../sheet/sheet-view";
import { interpretForm } from "./forms";
import { linesByIndicator } from "./indicator-figures";
import { interpretIndicators, type IndicatorDraft } from "./indicators";
import { nameGroups } from "./name-groups";
import { KeyMaker } from "./keys";
import { LineReader } from "./line-reader";
import { categoriesByLine } from "./plan-categories";
import { interpretBodies, interpretBodyList, interpretLinks, interpretMeasures, interpretRevisions } from "./records";
import { interpretRowGroups } from "./row-groups";
import { tableOf, tableOfBodyList, tableOfForm } from "./tables";
import { foldTitle, interpretWorkItems, type ItemWithIndicators } from "./work-items";

/** Gathers what the sheets give and hands out ids in reading order. */
class ModelBuilder {
  readonly tables: Table[] = [];
  readonly indicators: Indicator[] = [];
  readonly workItems: WorkItem[] = [];
  readonly measures: Measure[] = [];
  readonly revisions: Revision[] = [];
  readonly links: LogicLink[] = [];
  readonly bodies: Body[] = [];
  readonly notRead: NotRead[] = [];
  private readonly indicatorKeys = new KeyMaker();
  private readonly itemKeys = new KeyMaker();
  private readonly measureKeys = new KeyMaker();
  /** Indicators of tables that name a 個別業務 elsewhere, to be tied once all sheets are read. */
  private readonly titles = new Map<string, string>();

  constructor(private readonly settings: Settings) {}

  addSheet(sheet: RecognizedSheet): void {
    const blocks = [
      ...sheet.tables.filter((table) => formOf(table, sheet.forms) === undefined).map((table) => ({ top: table.region.top, left: table.region.left, add: () => { this.addTable(table, null); } })),
      ...sheet.forms.map((form) => ({ top: form.region.top, left: form.region.left, add: () => { this.addForm(form, sheet.tables); } })),
      ...sheet.bodyLists.map((list) => ({
        top: list.region.top,
        left: list.region.left,
        add: () => {
          const tableId = this.open(tableOfBodyList(list));
          for (const body of interpretBodyList(list)) this.bodies.push({ ...body, id: `b${String(this.bodies.length + 1)}`, tableId });
        },
      })),
    ].sort((a, b) => a.top - b.top || a.left - b.left);
    for (const { add } of blocks) add();
  }

  private open(table: Omit<Table, "id">): string {
    const id = `t${String(this.tables.length + 1)}`;
    this.tables.push({ ...table, id });
    return id;
  }

  private addForm(form: RecognizedForm, tables: readonly RecognizedTable[]): void {
    const tableId = this.open(tableOfForm(form));
    const { item, indicators } = interpretForm(form, this.itemKeys, this.indicatorKeys, this.settings);
    const workItem = item === null ? null : this.addItem({ item, indicators }, tableId);
    if (item === null) for (const indicator of indicators) this.addIndicator(indicator, tableId, null);
    for (const table of tables) if (formOf(table, [form]) !== undefined) this.addTable(table, workItem);
  }

  private addItem({ item, indicators }: ItemWithIndicators, tableId: string): string {
    const id = `w${String(this.workItems.length + 1)}`;
    this.workItems.push({ ...item, id, tableId });
    for (const indicator of indicators) this.addIndicator(indicator, tableId, id);
    return id;
  }

  private addIndicator(draft: IndicatorDraft, tableId: string, workItem: string | null): string {
    const id = `i${String(this.indicators.length + 1)}`;
    // The draft is nobody else's: copying its thirty fields for each of ten thousand would cost more than reading them.
    draft.id = id;
    draft.tableId = tableId;
    draft.workItem = workItem;
    this.indicators.push(draft);
    return id;
  }

  private addTable(table: RecognizedTable, workItem: string | null): void {
    const tableId = this.open(tableOf(table));
    const reader = new LineReader(table);
    const { settings, indicatorKeys } = this;
    switch (table.kind) {
      case "indicators": {
        const categories = categoriesByLine(reader);
        const groups = nameGroups(reader);
        const title = reader.column("title");
        let current: string | null = null;
        const items = table.lines.filter(({ role }) => role === "item").map(({ index }) => index);
        const lines = groups[0] === undefined ? [] : linesByIndicator(reader, groups[0].name, items);
        for (const [index, ...more] of lines) {
          if (index === undefined) continue;
          current = reader.text(index, title) ?? current;
          for (const group of groups) {
            for (const draft of interpretIndicators({ reader, settings, keys: indicatorKeys, categories }, index, group, more)) {
              const id = this.addIndicator(draft, tableId, workItem);
              if (title !== undefined && current !== null) this.titles.set(id, current);
            }
          }
        }
        break;
      }
      case "indicator-rows":
        for (const draft of interpretRowGroups({ reader, settings, keys: indicatorKeys, categories: categoriesByLine(reader) })) this.addIndicator(draft, tableId, workItem);
        break;
      case "work-items":
        for (const item of interpretWorkItems({ reader, settings, keys: this.itemKeys, indicatorKeys, categories: categoriesByLine(reader) })) this.addItem(item, tableId);
        break;
      case "measures":
        for (const measure of interpretMeasures(reader, this.measureKeys, categoriesByLine(reader))) this.measures.push({ ...measure, id: `m${String(this.measures.length + 1)}`, tableId });
        break;
      case "revisions":
        for (const revision of interpretRevisions(reader)) this.revisions.push({ ...revision, tableId });
        break;
      case "logic-links":
        for (const link of interpretLinks(reader)) this.links.push({ ...link, tableId });
        break;
      case "bodies":
        for (const body of interpretBodies(reader, settings)) this.bodies.push({ ...body, id: `b${String(this.bodies.length + 1)}`, tableId });
        break;
      case "form":
        break;
    }
  }

  /** A list that only defines indicators which other tables measure adds what it says of them, and no indicators of its own. */
  joinDefinitions(): void {
    const defined = new Set<string>();
    const measured = new Map<string, number>();
    this.indicators.forEach((indicator, index) => {
      if (indicator.target !== null && !measured.has(foldTitle(indicator.name))) measured.set(foldTitle(indicator.name), index);
    });
    const isDefinition = ({ definition, source, baseline, target, actuals, workItem }: Indicator): boolean => (definition ?? source) !== null && baseline === null && target === null && actuals.length === 0 && workItem === null;
    for (const indicator of [...this.indicators]) {
      const index = isDefinition(indicator) ? measured.get(foldTitle(indicator.name)) : undefined;
      const own = index === undefined ? undefined : this.indicators[index];
      if (index === undefined || own === undefined) continue;
      this.indicators[index] = { ...own, definition: own.definition ?? indicator.definition, source: own.source ?? indicator.source };
      defined.add(indicator.id);
    }
    if (defined.size > 0) this.indicators.splice(0, this.indicators.length, ...this.indicators.filter(({ id }) => !defined.has(id)));
  }

  /** Ties indicators that name their 個別業務 by title in a table of their own. */
  tie(): void {
    const itemOf = new Map<string, string>();
    for (const { title, id } of this.workItems) if (!itemOf.has(foldTitle(title))) itemOf.set(foldTitle(title), id);
    this.indicators.forEach((indicator, index) => {
      const title = this.titles.get(indicator.id);
      if (title === undefined || indicator.workItem !== null) return;
      const item = itemOf.get(foldTitle(title));
      if (item !== undefined) this.indicators[index] = { ...indicator, workItem: item };
    });
  }
}

function formOf(table: RecognizedTable, forms: readonly RecognizedForm[]): RecognizedForm | undefined {
  return forms.find(({ region }) => contains(region, table.region.top, table.region.left));
}

/** Reads all sheets: what stands on them, in typed form, each value with its cell. */
export function interpretWorkbook(views: readonly SheetView[], settings: Settings): PlanModel {
  const builder = new ModelBuilder(settings);
  const extra = extraLabels(settings);
  let last: RecognizedTable | undefined;
  for (const view of views) {
    const { name, visibility, problem } = view.snapshot;
    if (problem !== undefined) {
      builder.notRead.push({ sheet: name, because: problem });
    } else if (visibility !== "visible" && !settings.hiddenSheets.includes(name)) {
      builder.notRead.push({ sheet: name, because: "hidden" });
    } else {
      const before = builder.tables.length;
      const sheet = recognizeSheet(view, settings, extra);
      const isEmpty = sheet.tables.length + sheet.forms.length + sheet.bodyLists.length === 0;
      const rest = isEmpty && last !== undefined ? continueTable(last, view, settings, extra) : undefined;
      builder.addSheet(rest === undefined ? sheet : { ...sheet, tables: [rest] });
      last = rest ?? sheet.tables.at(-1);
      if (builder.tables.length === before) builder.notRead.push({ sheet: name, because: "no-table" });
    }
  }
  builder.tie();
  builder.joinDefinitions();
  const { tables, indicators, workItems, measures, revisions, links, bodies, notRead } = builder;
  return { tables, indicators, workItems, measures, revisions, links, bodies, notRead };
}
