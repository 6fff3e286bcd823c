import type { CellContent, SheetVisibility } from "../../../src/core/sheet/snapshot";
import type { Region } from "../../../src/core/sheet/region";
import { ChangeLog } from "./changes";
import { DEFAULT_STYLE, type CellStyle } from "./style";
import type {
  AutoFilterModel, ChartModel, CommentModel, ConditionalFormatModel, CustomPropertyModel, DataValidationModel,
  HyperlinkModel, NameModel, PageLayoutModel, ProtectionModel, TableModel,
} from "./parts";
import { newPageLayout } from "./parts";
import type { WorkbookModel } from "./workbook";

export interface CellModel {
  content: CellContent | null;
  /** Without "="; undefined for a constant. "" where the file names none of its own (a shared formula's other cells). */
  formula: string | undefined;
  style: CellStyle;
}

export interface RowModel {
  height?: number;
  hidden?: boolean;
}

export interface ColumnModel {
  /** In points, as office.js has it. */
  width?: number;
  hidden?: boolean;
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
  standardWidth = 54;
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
    return this.cell(row, column)?.style ?? DEFAULT_STYLE;
  }

  /** The cell, made where there is none. Whoever changes it says so by `changes`. */
  ensure(row: number, column: number): CellModel {
    let cells = this.rows.get(row);
    if (cells === undefined) this.rows.set(row, (cells = new Map()));
    let cell = cells.get(column);
    if (cell === undefined) cells.set(column, (cell = { content: null, formula: undefined, style: DEFAULT_STYLE }));
    return cell;
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
        if (cell.content === null && cell.formula === undefined && (valuesOnly || cell.style === DEFAULT_STYLE)) continue;
        reach(row, column, row, column);
      }
    }
    if (valuesOnly) return region;
    for (const merge of this.merges) reach(merge.top, merge.left, merge.bottom, merge.right);
    const columns = region as Region | undefined;
    for (const [row, model] of this.rowModels) {
      if (model.hidden === true) reach(row, columns?.left ?? 0, row, columns?.right ?? 0);
    }
    return region;
  }
}
