import type { Region } from "../../../src/core/sheet/region";
import type { CellContent, SheetVisibility } from "../../../src/core/sheet/snapshot";
import { HostError } from "../interpreter/protocol";
import { EventType, sheetChanged, type ChangeType, type HostEvent, type ShiftDirection, type Trigger } from "./events";
import { ChangeLog } from "./changes";
import {
  newPageLayout, type AutoFilterModel, type ChartModel, type CommentModel, type ConditionalFormatModel, type CustomPropertyModel,
  type CustomXmlPartModel, type DataValidationModel, type HyperlinkModel, type NameModel, type PageLayoutModel, type ProtectionModel,
  type SettingModel, type TableModel,
} from "./parts";
import { DEFAULT_STYLE, type CellStyle } from "./style";

/** A rectangle in someone's hands. */
export interface LiveRange {
  readonly sheet: SheetModel;
  region: Region;
  isLost: boolean;
}

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
  /** Names of Excel's own, and of chart sheets, as the file has them. */
  readonly otherNames: { readonly sheet: SheetModel | undefined; readonly xml: string }[] = [];
  readonly settings: SettingModel[] = [];
  readonly customXmlParts: CustomXmlPartModel[] = [];
  readonly properties: Record<string, unknown> = { Title: "", Author: "", Comments: "", Subject: "", Keywords: "", Category: "", Company: "", Manager: "", LastAuthor: "", RevisionNumber: 1 };
  date1904 = false;
  /** 標準スタイル: how a cell looks that nothing was said of. */
  defaultStyle: CellStyle = DEFAULT_STYLE;
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
  readonly ranges = new Set<WeakRef<LiveRange>>();
  private readonly listeners: ((event: HostEvent) => void)[] = [];
  private nextId = 1;
  private isRemote = false;
  /** Who causes what happens just now. */
  trigger: Trigger = "Unknown";
  private isCalculationDue = false;

  constructor(public file: string, firstSheet?: string) {
    const sheet = firstSheet === undefined ? undefined : this.addSheet(firstSheet);
    this.selection = { sheet: sheet as SheetModel, regions: [{ top: 0, left: 0, bottom: 0, right: 0 }] };
    this.isStructureChanged = false;
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

  /** What is done meanwhile has this cause. */
  triggeredBy<T>(trigger: Trigger, change: () => T): T {
    this.trigger = trigger;
    try {
      return change();
    } finally {
      this.trigger = "Unknown";
    }
  }

  /** One change for both kinds of listeners: on the sheet, and on all sheets. */
  announce(sheet: SheetModel, address: string, changeType: ChangeType, direction: ShiftDirection = "None", cell?: { readonly before: CellContent | null; readonly after: () => CellContent | null }): void {
    for (const event of sheetChanged(this, sheet.id, address, changeType, direction, cell)) this.emit(event);
    this.touch();
  }

  /** Something changed; formulas are calculated when someone looks, so that a thousand writes cost one calculation. */
  touch(): void {
    this.isDirty = true;
    this.isCalculationDue = true;
  }

  /** Before something is read: formulas are calculated, unless the user has switched that off. */
  settle(): void {
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

export interface CellModel {
  content: CellContent | null;
  /** Without "="; undefined for a constant. "" where the file names none of its own (a shared formula's other cells). */
  formula: string | undefined;
  style: CellStyle;
}

export interface RowModel {
  height?: number;
  hidden?: boolean;
  /** Of the cells that the row has not got. */
  style?: CellStyle;
  /** What else the file says of it. */
  attributes?: string;
  /** A height that Excel found by itself, not one that was set. */
  measured?: number;
}

export interface ColumnModel {
  /** In points, as office.js has it. */
  width?: number;
  hidden?: boolean;
  style?: CellStyle;
  attributes?: string;
  /** The width as the file says it. */
  characters?: number;
}

/** A worksheet of the embedded host. Sparse, like a snapshot; formats of empty cells are kept beside the contents. */
export class SheetModel {
  readonly rows = new Map<number, Map<number, CellModel>>();
  readonly rowModels = new Map<number, RowModel>();
  readonly columnModels = new Map<number, ColumnModel>();
  merges: Region[] = [];
  visibility: SheetVisibility = "visible";
  tabColor = "";
  showGridlines = true;
  showHeadings = true;
  /** As the file said it, by whatever name. */
  tabColorAsRead = "";
  standardWidth = 54;
  isStandardWidthSet = false;
  standardHeight = 18.75;
  readonly protection: ProtectionModel = { isProtected: false, options: {}, password: undefined };
  readonly tables: TableModel[] = [];
  readonly charts: ChartModel[] = [];
  readonly conditionalFormats: ConditionalFormatModel[] = [];
  readonly validations: DataValidationModel[] = [];
  readonly hyperlinks: HyperlinkModel[] = [];
  readonly names: NameModel[] = [];
  readonly comments: CommentModel[] = [];
  readonly customProperties: CustomPropertyModel[] = [];
  readonly horizontalBreaks: number[] = [];
  readonly verticalBreaks: number[] = [];
  frozen: { rows: number; columns: number } | undefined;
  pageLayout: PageLayoutModel = newPageLayout();
  autoFilter: AutoFilterModel | undefined;
  isDeleted = false;
  /** What saving has to write again; everything else stays byte for byte. */
  readonly changes = new ChangeLog();

  constructor(
    readonly workbook: WorkbookModel,
    readonly id: string,
    public name: string,
  ) {}

  cell(row: number, column: number): CellModel | undefined {
    return this.rows.get(row)?.get(column);
  }

  content(row: number, column: number): CellContent | null {
    return this.cell(row, column)?.content ?? null;
  }

  style(row: number, column: number): CellStyle {
    return this.cell(row, column)?.style ?? this.rowModels.get(row)?.style ?? this.columnModels.get(column)?.style ?? this.workbook.defaultStyle;
  }

  /** The cell, made where there is none. Whoever changes it says so by `changes`. */
  ensure(row: number, column: number): CellModel {
    if (this.known !== undefined) {
      this.known.bottom = Math.max(this.known.bottom, row);
      this.known.right = Math.max(this.known.right, column);
    }
    let cells = this.rows.get(row);
    if (cells === undefined) this.rows.set(row, (cells = new Map<number, CellModel>()));
    let cell = cells.get(column);
    if (cell === undefined) cells.set(column, (cell = { content: null, formula: undefined, style: this.style(row, column) }));
    return cell;
  }

  private known: { bottom: number; right: number } | undefined;

  /** The last row and column that have a cell; nothing stands beyond, though the corner itself may be empty. */
  get reach(): { readonly bottom: number; readonly right: number } {
    if (this.known === undefined) {
      this.known = { bottom: -1, right: -1 };
      for (const [row, cells] of this.rows) {
        this.known.bottom = Math.max(this.known.bottom, row);
        for (const column of cells.keys()) this.known.right = Math.max(this.known.right, column);
      }
    }
    return this.known;
  }

  /** Cells with a formula. */
  *formulas(): Iterable<{ readonly row: number; readonly column: number; readonly cell: CellModel; readonly formula: string }> {
    for (const [row, cells] of this.rows) {
      // Most rows have none, and to ask them is cheaper than to take each cell with its place.
      let hasAny = false;
      for (const cell of cells.values()) if (cell.formula !== undefined) { hasAny = true; break; }
      if (!hasAny) continue;
      for (const [column, cell] of cells) if (cell.formula !== undefined) yield { row, column, cell, formula: cell.formula };
    }
  }

  /** Told where rows were moved, not made by `ensure`. */
  forgetReach(): void {
    this.known = undefined;
  }

  setStyle(row: number, column: number, style: CellStyle): void {
    this.ensure(row, column).style = style;
    this.changes.cell(row, column);
  }

  setContent(row: number, column: number, content: CellContent | null, formula?: string): void {
    const cell = this.ensure(row, column);
    cell.content = content;
    cell.formula = formula;
    this.changes.cell(row, column);
  }

  mergeAt(row: number, column: number): Region | undefined {
    return this.merges.find((merge) => row >= merge.top && row <= merge.bottom && column >= merge.left && column <= merge.right);
  }

  isRowHidden(row: number): boolean {
    return this.rowModels.get(row)?.hidden === true;
  }

  isColumnHidden(column: number): boolean {
    return this.columnModels.get(column)?.hidden === true;
  }

  /** 使用範囲: with `valuesOnly` what holds something, else also what has a look of its own. */
  usedRegion(valuesOnly: boolean): Region | undefined {
    let region: Region | undefined;
    const reach = (top: number, left: number, bottom: number, right: number): void => {
      region = region === undefined
        ? { top, left, bottom, right }
        : { top: Math.min(region.top, top), left: Math.min(region.left, left), bottom: Math.max(region.bottom, bottom), right: Math.max(region.right, right) };
    };
    for (const [row, cells] of this.rows) {
      for (const [column, cell] of cells) {
        if (cell.content === null && cell.formula === undefined && (valuesOnly || cell.style === this.workbook.defaultStyle)) continue;
        reach(row, column, row, column);
      }
    }
    if (valuesOnly) return region;
    for (const merge of this.merges) reach(merge.top, merge.left, merge.bottom, merge.right);
    const columns = region;
    for (const [row, model] of this.rowModels) {
      if (model.hidden === true) reach(row, columns?.left ?? 0, row, columns?.right ?? 0);
    }
    return region;
  }
}
