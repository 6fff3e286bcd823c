import { parseAddress, toAddress } from "../../host/model/address";
import type { RangeModel } from "../../host/model/range";
import { SheetDisplay, type DisplayedCell } from "../../host/display";
import type { User, UserResult } from "../../host/user";
import type { Bridge } from "./frames";
import type { SheetGrid } from "./grid/sheet-grid";
import { fromBase64, toBase64, type Workbench } from "./workbench";
import type { WatchedHost } from "./watched-host";

/** What tests and the console may ask of the page. Everything concerns the workbook in front; sheets go by their names. */
export interface WorkbenchDriver {
  /** The host of the workbook in front: faults, log, model. */
  readonly host: WatchedHost;
  /** The person at the workbook: typing, sorting, inserting, with the events that Excel raises. */
  readonly user: User;
  readonly books: readonly string[];
  /** Presses a button of the ribbon by the id of its control; settles when it is done. */
  press(controlId: string): Promise<void>;
  openPane(path?: string): void;
  closePane(): void;
  reloadPane(): void;
  readonly pane: { readonly isOpen: boolean; readonly path: string | undefined };
  setPaneWidth(pixels: number): void;
  /** Opens a workbook beside the others; bytes, or their base64. */
  open(bytes: Uint8Array | string, name: string): void;
  activate(name: string): void;
  save(): Uint8Array;
  saveBase64(): string;
  type(sheet: string, address: string, text: string): UserResult;
  clear(sheet: string, address: string): UserResult;
  select(sheet: string, address: string): UserResult;
  /** Rows count from one, as a person says them. */
  insertRows(sheet: string, row: number, count?: number): UserResult;
  deleteRows(sheet: string, row: number, count?: number): UserResult;
  sortRows(sheet: string, address: string, column: number, ascending?: boolean): UserResult;
  readonly selection: { readonly sheet: string; readonly address: string };
  /** A cell as it is shown: its text, and its looks with conditional formats laid over them. */
  look(sheet: string, address: string): DisplayedCell;
  content(sheet: string, address: string): unknown;
  /** Where a cell of the sheet in front lies in the window: its middle, or the middle of its right edge. */
  placeOf(address: string, where?: "middle" | "right"): { readonly x: number; readonly y: number };
}

declare global {
  interface Window {
    workbench?: WorkbenchDriver;
    workbenchBridge?: Bridge;
  }
}

export interface DriverParts {
  readonly setPaneWidth: (pixels: number) => void;
  readonly grid: SheetGrid;
}

export function makeDriver(workbench: Workbench, { setPaneWidth, grid }: DriverParts): WorkbenchDriver {
  const at = (sheetName: string, address: string): { readonly sheet: RangeModel["sheet"]; readonly row: number; readonly column: number } => {
    const sheet = workbench.book.host.workbook.findSheet(sheetName);
    const region = parseAddress(address);
    if (sheet === undefined || region === undefined) throw new Error(`no cell ${sheetName}!${address}`);
    return { sheet, row: region.top, column: region.left };
  };
  const user = (): User => workbench.book.user;
  return {
    get host() { return workbench.book.host; },
    get user() { return user(); },
    get books() { return workbench.books.map(({ name }) => name); },
    press: (controlId) => {
      const button = workbench.ribbon.buttons.find(({ id }) => id === controlId);
      if (button === undefined) throw new Error(`no button ${controlId}`);
      return workbench.book.press(button);
    },
    openPane: (path) => { workbench.book.openPane(path); },
    closePane: () => { workbench.book.closePane(); },
    reloadPane: () => { workbench.book.reloadPane(); },
    get pane() {
      const { pane } = workbench.book;
      return { isOpen: pane !== undefined, path: pane?.path };
    },
    setPaneWidth,
    open: (bytes, name) => { workbench.open(typeof bytes === "string" ? fromBase64(bytes) : bytes, name); },
    activate: (name) => {
      const book = workbench.books.find((each) => each.name === name);
      if (book === undefined) throw new Error(`no workbook ${name}`);
      workbench.activate(book);
    },
    save: () => workbench.book.save(),
    saveBase64: () => toBase64(workbench.book.save()),
    type: (sheet, address, text) => user().type(sheet, address, text),
    clear: (sheet, address) => user().clear(sheet, address),
    select: (sheet, address) => user().select(sheet, address),
    insertRows: (sheet, row, count) => user().insertRows(sheet, row - 1, count),
    deleteRows: (sheet, row, count) => user().deleteRows(sheet, row - 1, count),
    sortRows: (sheet, address, key, ascending = true) => user().sort(sheet, address, [{ key, ascending }]),
    get selection() {
      const { sheet, regions: [region] } = workbench.book.host.workbook.selection;
      return { sheet: sheet.name, address: region === undefined ? "" : toAddress(region) };
    },
    look: (sheet, address) => {
      const cell = at(sheet, address);
      return new SheetDisplay(cell.sheet).cell(cell.row, cell.column);
    },
    content: (sheet, address) => {
      const cell = at(sheet, address);
      return cell.sheet.content(cell.row, cell.column);
    },
    placeOf: (address, where = "middle") => {
      const { row, column } = at(workbench.book.sheet.name, address);
      const { left, top } = grid.element.getBoundingClientRect();
      const { x, y, width, height } = grid.view.boxOf(grid.layout.areaAt(row, column));
      return { x: left + x + (where === "right" ? width - 1 : width / 2), y: top + y + height / 2 };
    },
  };
}
