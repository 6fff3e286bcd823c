import type { CellContent, WorkbookSnapshot } from "../../../src/core/sheet/snapshot";
import type { HostEvent } from "../interpreter/environment";
import { HostError } from "../interpreter/protocol";
import { EventType, sheetChanged, type ChangeType } from "./events";
import type { CustomXmlPartModel, NameModel, SettingModel } from "./parts";
import type { RangeModel } from "./range";
import { SheetModel } from "./sheet";
import { DEFAULT_STYLE } from "./style";
import type { Region } from "../../../src/core/sheet/region";

export interface Recalculation {
  /** Calculates what depends on the given cells; all formulas where none are given. */
  recalculate(workbook: WorkbookModel): void;
}

const FORBIDDEN_IN_NAME = /[\\/?*[\]:]/u;

/** A workbook of the embedded host, with what Excel itself would hold of it. */
export class WorkbookModel {
  readonly sheets: SheetModel[] = [];
  /** Chart, dialog and macro sheets: they have a place in the order, but no worksheet object. */
  readonly otherSheets: { readonly name: string; readonly position: number }[] = [];
  readonly names: NameModel[] = [];
  readonly settings: SettingModel[] = [];
  readonly customXmlParts: CustomXmlPartModel[] = [];
  readonly properties: Record<string, unknown> = { Title: "", Author: "", Comments: "", Subject: "", Keywords: "", Category: "", Company: "", Manager: "", LastAuthor: "", RevisionNumber: 1 };
  date1904 = false;
  readOnly = false;
  isDirty = false;
  isStructureProtected = false;
  calculationMode = "Automatic";
  enableEvents = true;
  /** Set once the sheets, their order, names or visibility, or the defined names changed. */
  isStructureChanged = false;
  arePartsChanged = false;
  selection: { sheet: SheetModel; regions: Region[] };
  engine: Recalculation | undefined;
  /** Ranges in the hands of a request or of the add-in; inserted rows move them. */
  readonly ranges = new Set<WeakRef<RangeModel>>();
  private readonly listeners: ((event: HostEvent) => void)[] = [];
  private nextId = 1;
  private isRemote = false;
  private isCalculationDue = false;

  constructor(public file: string, firstSheet?: string) {
    const sheet = firstSheet === undefined ? undefined : this.addSheet(firstSheet);
    this.selection = { sheet: sheet as SheetModel, regions: [{ top: 0, left: 0, bottom: 0, right: 0 }] };
    this.isStructureChanged = false;
  }

  /** Contents alone, without looks: enough for reading. */
  static fromSnapshot(snapshot: WorkbookSnapshot): WorkbookModel {
    const workbook = new WorkbookModel(snapshot.file);
    workbook.date1904 = snapshot.date1904;
    const styles = new Map<string, typeof DEFAULT_STYLE>();
    for (const [position, source] of snapshot.sheets.entries()) {
      if (source.problem === "chart-sheet") {
        workbook.otherSheets.push({ name: source.name, position });
        continue;
      }
      const sheet = workbook.addSheet(source.name);
      sheet.visibility = source.visibility;
      sheet.merges = [...source.merges];
      for (const row of source.hiddenRows) sheet.rowModels.set(row, { hidden: true });
      for (const column of source.hiddenColumns) sheet.columnModels.set(column, { hidden: true });
      for (const { row, cells } of source.rows) {
        for (const cell of cells) {
          const made = sheet.ensure(row, cell.column);
          made.content = cell.value;
          made.formula = cell.formula;
          if (cell.format === DEFAULT_STYLE.numberFormat) continue;
          let style = styles.get(cell.format);
          if (style === undefined) styles.set(cell.format, (style = { ...DEFAULT_STYLE, numberFormat: cell.format }));
          made.style = style;
        }
      }
    }
    if (snapshot.settings !== null) {
      const escaped = snapshot.settings.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
      workbook.customXmlParts.push({ id: workbook.newGuid(), xml: `<settings xmlns="urn:shinchoku:settings:1">${escaped}</settings>` });
    }
    workbook.activateFirst();
    workbook.isStructureChanged = false;
    return workbook;
  }

  activateFirst(): void {
    const first = this.sheets.find((sheet) => sheet.visibility === "visible") ?? this.sheets[0];
    if (first !== undefined) this.selection = { sheet: first, regions: [{ top: 0, left: 0, bottom: 0, right: 0 }] };
  }

  newId(): string {
    return String(this.nextId++);
  }

  /** Ids look like Excel's and never repeat within a workbook. */
  newGuid(): string {
    return `{${this.newId().padStart(8, "0")}-0000-4000-8000-000000000000}`;
  }

  addSheet(name: string, at = this.sheets.length): SheetModel {
    this.checkSheetName(name);
    const sheet = new SheetModel(this, this.newGuid(), name);
    this.sheets.splice(at, 0, sheet);
    this.isStructureChanged = true;
    return sheet;
  }

  checkSheetName(name: string, except?: SheetModel): void {
    if (name === "" || name.length > 31 || FORBIDDEN_IN_NAME.test(name) || name.startsWith("'") || name.endsWith("'")) {
      throw new HostError("InvalidArgument", "The argument is invalid or missing or has an incorrect format.");
    }
    const taken = this.sheets.some((sheet) => sheet !== except && sheet.name.toLowerCase() === name.toLowerCase());
    if (taken || this.otherSheets.some((sheet) => sheet.name.toLowerCase() === name.toLowerCase())) {
      throw new HostError("ItemAlreadyExists", "A resource with the same name or identifier already exists.");
    }
  }

  findSheet(key: string): SheetModel | undefined {
    const name = key.startsWith("'") && key.endsWith("'") ? key.slice(1, -1).replaceAll("''", "'") : key;
    return this.sheets.find((sheet) => sheet.id === key) ?? this.sheets.find((sheet) => sheet.name.toLowerCase() === name.toLowerCase());
  }

  /** Place among all sheets, chart sheets counted, as Excel's own order has it. */
  positionOf(sheet: SheetModel): number {
    let position = this.sheets.indexOf(sheet);
    for (const other of [...this.otherSheets].sort((a, b) => a.position - b.position)) if (other.position <= position) position++;
    return position;
  }

  deleteSheet(sheet: SheetModel): void {
    const others = this.sheets.filter((other) => other !== sheet && other.visibility === "visible");
    if (others.length === 0) throw new HostError("InvalidOperation", "A workbook must contain at least one visible worksheet.");
    const at = this.sheets.indexOf(sheet);
    this.sheets.splice(at, 1);
    sheet.isDeleted = true;
    this.isStructureChanged = true;
    if (this.selection.sheet === sheet) this.activateFirst();
    this.emit({ messageType: EventType.SheetDeleted, targetId: "Workbook", message: { source: this.source, worksheetId: sheet.id } });
    this.touch();
  }

  onChange(listener: (event: HostEvent) => void): void {
    this.listeners.push(listener);
  }

  emit(event: HostEvent): void {
    if (!this.enableEvents) return;
    for (const listener of this.listeners) listener({ ...event, isRemote: this.isRemote });
  }

  get source(): "Local" | "Remote" {
    return this.isRemote ? "Remote" : "Local";
  }

  /** Another person's edits: same events, marked as theirs. */
  remotely(change: () => void): void {
    this.isRemote = true;
    try {
      change();
    } finally {
      this.isRemote = false;
    }
  }

  /** One change for both kinds of listeners: on the sheet, and on all sheets. */
  announce(sheet: SheetModel, address: string, changeType: ChangeType, cell?: { readonly before: CellContent | null; readonly after: CellContent | null }): void {
    for (const event of sheetChanged(this, sheet, address, changeType, cell)) this.emit(event);
    this.touch();
  }

  touch(): void {
    this.isDirty = true;
    this.isCalculationDue = true;
    if (this.calculationMode === "Automatic") this.calculate();
  }

  calculate(): void {
    if (!this.isCalculationDue || this.engine === undefined) return;
    this.isCalculationDue = false;
    this.engine.recalculate(this);
  }

  beginRequest(): void {
    for (const reference of this.ranges) if (reference.deref() === undefined) this.ranges.delete(reference);
  }
}
