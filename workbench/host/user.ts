import { LAST_COLUMN, LAST_ROW } from "../../src/core/sheet/address";
import { contains, type Region } from "../../src/core/sheet/region";
import type { SheetVisibility } from "../../src/core/sheet/snapshot";
import { FormulaSyntaxError, parseFormula } from "./formula/parse";
import type { ExcelHost } from "./host";
import { HostError } from "./interpreter/protocol";
import { clearRegion } from "./model/clear";
import { pasteCells, pastedRegion, type PasteKind } from "./model/paste";
import { parseAddress, RangeModel } from "./model/range";
import { activateSheet, addSheet, deleteSheet, moveSheet, renameSheet, showSheet } from "./model/sheet-edits";
import type { SortField } from "./model/sort";
import type { CellStyle } from "./model/style";
import type { SheetModel, WorkbookModel } from "./model/workbook";
import { refuseIfProtected, refuseLockedCells } from "./objects/protection";
import { selectRegions } from "./objects/range-select";
import { cutAndPaste, mergeCells, moveCells, sortRange } from "./objects/range-edit";
import { restyle, resize } from "./objects/range-format";
import { announceEdit } from "./objects/range-values";
import { messageFor, MESSAGES } from "./user/messages";
import { typedInput } from "./user/typed";
import { isAllowed, validationAt } from "./user/validation";

/** What came of something that the person did. Where Excel refuses, nothing has changed and it says why in a message box. */
export type UserResult = { readonly ok: true } | { readonly ok: false; readonly message: string };

const DONE: UserResult = { ok: true };

function refuse(message: string): UserResult {
  return { ok: false, message };
}

/**
 * The person at the workbook: what can be done by hand, with the events that Excel raises for it. Sheets go by their
 * names, cells by addresses as a person would say them: `B5`, `B5:D9`, `3:4`, `C:C`.
 */
export class User {
  constructor(
    private readonly host: ExcelHost,
    /** Years that are not typed are this one's. */
    private readonly today: () => Date = () => new Date(),
  ) {}

  private get workbook(): WorkbookModel {
    return this.host.workbook;
  }

  /** Begins to type into a cell: until it ends, Excel refuses what add-ins ask, or lets it wait. */
  beginEdit(): void {
    this.host.faults.editingCell = true;
  }

  endEdit(): void {
    this.host.finishCellEdit();
  }

  /** Types into a cell and confirms: a number, a share, a day, `=formula`, `'text`; "" empties it. */
  type(sheetName: string, address: string, text: string): UserResult {
    return this.act(sheetName, address, (range) => {
      const { sheet } = range;
      const merge = sheet.mergeAt(range.region.top, range.region.left);
      const row = merge?.top ?? range.region.top;
      const column = merge?.left ?? range.region.left;
      const cell = range.at({ top: row, bottom: row, left: column, right: column });
      refuseLockedCells(cell);
      const before = sheet.content(row, column);
      const input = typedInput(text, sheet.style(row, column).numberFormat, this.today().getFullYear());
      if (input.kind === "formula") {
        try {
          parseFormula(input.formula);
        } catch (error) {
          if (error instanceof FormulaSyntaxError) return refuse(MESSAGES.invalidFormula);
          throw error;
        }
      }
      const content = input.kind === "content" ? input.content : null;
      const refused = input.kind === "formula" ? undefined : this.refusedByRule(sheet, row, column, content);
      if (refused !== undefined) return refused;
      if (input.kind === "formula") sheet.setContent(row, column, null, input.formula);
      else if (content !== null || sheet.cell(row, column) !== undefined) sheet.setContent(row, column, content);
      if (input.kind === "content" && input.format !== undefined) sheet.setStyle(row, column, { ...sheet.style(row, column), numberFormat: input.format });
      growTable(sheet, row, column);
      announceEdit(cell, before);
      return DONE;
    });
  }

  /** Only a rule of the kind "stop" refuses; the others ask, and the person says yes. */
  private refusedByRule(sheet: SheetModel, row: number, column: number, content: Parameters<typeof isAllowed>[3]): UserResult | undefined {
    const { errorAlert } = validationAt(sheet, row, column) ?? {};
    if (errorAlert === undefined || errorAlert["showAlert"] === false || (errorAlert["style"] ?? "Stop") !== "Stop") return undefined;
    if (isAllowed(sheet, row, column, content)) return undefined;
    const { message } = errorAlert;
    return refuse(typeof message === "string" && message !== "" ? message : MESSAGES.invalidValue);
  }

  /** The Delete key: contents go, looks stay. */
  clear(sheetName: string, address: string): UserResult {
    return this.act(sheetName, address, (range) => {
      refuseLockedCells(range);
      const before = range.sheet.content(range.region.top, range.region.left);
      clearRegion(range.sheet, range.region, "Contents");
      announceEdit(range, before);
      return DONE;
    });
  }

  /** Copies cells, with looks, conditional formats, validations, merged areas and links unless a kind says otherwise. */
  copy(fromSheet: string, from: string, toSheet: string, to: string, kind: PasteKind = "All"): UserResult {
    return this.act(toSheet, to, (target) => {
      const source = this.range(fromSheet, from);
      const into = target.at(pastedRegion(source.region, target.region));
      refuseLockedCells(into);
      this.workbook.settle();
      const before = into.sheet.content(into.region.top, into.region.left);
      pasteCells(source, into, kind);
      announceEdit(into, before);
      return DONE;
    });
  }

  /** Cuts cells and pastes them; who means them means them at their new place. */
  move(fromSheet: string, from: string, toSheet: string, to: string): UserResult {
    return this.act(toSheet, to, (target) => { cutAndPaste(this.range(fromSheet, from), target); return DONE; });
  }

  /** Whole rows from a row on (zero-based). */
  insertRows(sheetName: string, row: number, count = 1): UserResult {
    return this.insert(sheetName, rows(row, count), "Down");
  }

  deleteRows(sheetName: string, row: number, count = 1): UserResult {
    return this.delete(sheetName, rows(row, count), "Up");
  }

  insertColumns(sheetName: string, column: number, count = 1): UserResult {
    return this.insert(sheetName, columns(column, count), "Right");
  }

  deleteColumns(sheetName: string, column: number, count = 1): UserResult {
    return this.delete(sheetName, columns(column, count), "Left");
  }

  /** セルの挿入 */
  insert(sheetName: string, where: string | Region, shift: "Down" | "Right"): UserResult {
    return this.act(sheetName, where, (range) => { moveCells(range, shift, 1); return DONE; });
  }

  /** セルの削除 */
  delete(sheetName: string, where: string | Region, shift: "Up" | "Left"): UserResult {
    return this.act(sheetName, where, (range) => { moveCells(range, shift, -1); return DONE; });
  }

  /** 並べ替え: the columns are counted from the left of the range. */
  sort(sheetName: string, address: string, fields: readonly SortField[], hasHeaders = false): UserResult {
    return this.act(sheetName, address, (range) => { sortRange(range, fields, hasHeaders); return DONE; });
  }

  merge(sheetName: string, address: string): UserResult {
    return this.act(sheetName, address, (range) => { mergeCells(range, false); return DONE; });
  }

  /** Changes how cells look. */
  format(sheetName: string, address: string, change: (style: CellStyle) => CellStyle): UserResult {
    return this.act(sheetName, address, (range) => {
      refuseIfProtected(range.sheet, "allowFormatCells");
      restyle(range, change);
      return DONE;
    });
  }

  /** In points. */
  resizeColumn(sheetName: string, column: number, width: number): UserResult {
    return this.act(sheetName, columns(column, 1), (range) => { resize(range, "column", width); return DONE; });
  }

  resizeRow(sheetName: string, row: number, height: number): UserResult {
    return this.act(sheetName, rows(row, 1), (range) => { resize(range, "row", height); return DONE; });
  }

  select(sheetName: string, ...addresses: readonly (string | Region)[]): UserResult {
    return this.attempt(() => {
      const ranges = addresses.map((address) => this.range(sheetName, address));
      const [first] = ranges;
      if (first === undefined) return DONE;
      selectRegions(first.sheet, ranges.map(({ region }) => region));
      return DONE;
    });
  }

  activate(sheetName: string): UserResult {
    return this.attempt(() => { activateSheet(this.sheet(sheetName)); return DONE; });
  }

  addSheet(name?: string): UserResult {
    return this.attempt(() => { activateSheet(addSheet(this.workbook, name)); return DONE; });
  }

  deleteSheet(sheetName: string): UserResult {
    return this.attempt(() => { deleteSheet(this.sheet(sheetName)); return DONE; });
  }

  renameSheet(sheetName: string, name: string): UserResult {
    return this.attempt(() => { renameSheet(this.sheet(sheetName), name); return DONE; }, MESSAGES.nameInvalid);
  }

  moveSheet(sheetName: string, position: number): UserResult {
    return this.attempt(() => { moveSheet(this.sheet(sheetName), position); return DONE; });
  }

  showSheet(sheetName: string, visibility: SheetVisibility): UserResult {
    return this.attempt(() => { showSheet(this.sheet(sheetName), visibility); return DONE; });
  }

  private sheet(name: string): SheetModel {
    const sheet = this.workbook.findSheet(name);
    if (sheet === undefined) throw new Error(`no sheet ${name}`);
    return sheet;
  }

  private range(sheetName: string, where: string | Region): RangeModel {
    const region = typeof where === "string" ? parseAddress(where) : where;
    if (region === undefined) throw new Error("no address");
    return new RangeModel(this.sheet(sheetName), region);
  }

  private act(sheetName: string, where: string | Region, change: (range: RangeModel) => UserResult): UserResult {
    return this.attempt(() => change(this.range(sheetName, where)));
  }

  private attempt(change: () => UserResult, otherwise?: string): UserResult {
    let result = DONE;
    this.host.byUser(() => {
      try {
        result = change();
      } catch (error) {
        if (!(error instanceof HostError)) throw error;
        result = refuse(messageFor(error, otherwise));
      }
    });
    return result;
  }
}

function rows(row: number, count: number): Region {
  return { top: row, bottom: row + count - 1, left: 0, right: LAST_COLUMN };
}

function columns(column: number, count: number): Region {
  return { left: column, right: column + count - 1, top: 0, bottom: LAST_ROW };
}

/** A line typed right below a table belongs to it from then on. */
function growTable(sheet: SheetModel, row: number, column: number): void {
  if (sheet.content(row, column) === null) return;
  for (const table of sheet.tables) {
    if (table.showTotals || row !== table.region.bottom + 1 || !contains({ ...table.region, bottom: row }, row, column)) continue;
    table.region = { ...table.region, bottom: row };
    sheet.changes.aspect("tables");
  }
}
