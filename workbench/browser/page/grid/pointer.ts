import { contains } from "../../../../src/core/sheet/region";
import { toPixels } from "./fonts";
import type { Cell } from "./moves";
import type { SheetGrid } from "./sheet-grid";

export interface PointerActions {
  readonly openMenu: (x: number, y: number) => void;
}

/** What lies under the pointer. */
type Place =
  | { readonly kind: "cell"; readonly cell: Cell }
  | { readonly kind: "row" | "column" | "column-edge" | "row-edge"; readonly at: number }
  | { readonly kind: "corner" };

const EDGE = 4;
/** Points a pixel. */
const POINT = 72 / 96;

function placeAt(grid: SheetGrid, x: number, y: number): Place {
  const { view, layout } = grid;
  const isInColumns = y < view.headerHeight;
  const isInRows = x < view.headerWidth;
  if (isInColumns && isInRows) return { kind: "corner" };
  const row = view.rowAt(y);
  const column = view.columnAt(x);
  if (isInColumns) {
    const left = view.xOf(column);
    if (x - left < EDGE && column > 0) return { kind: "column-edge", at: layout.columns.step(column, -1) };
    return { kind: left + layout.columns.size(column) - x <= EDGE ? "column-edge" : "column", at: column };
  }
  if (isInRows) {
    const top = view.yOf(row);
    if (y - top < EDGE && row > 0) return { kind: "row-edge", at: layout.rows.step(row, -1) };
    return { kind: top + layout.rows.size(row) - y <= EDGE ? "row-edge" : "row", at: row };
  }
  return { kind: "cell", cell: { row, column } };
}

/** The mouse on a sheet: choosing, editing, widths and heights, the menu. */
export function listenToPointer(grid: SheetGrid, actions: PointerActions): void {
  const { scrollArea } = grid;
  const local = (event: MouseEvent): readonly [number, number] => {
    const { left, top } = scrollArea.getBoundingClientRect();
    return [event.clientX - left, event.clientY - top];
  };
  const isOnBar = (x: number, y: number): boolean => x >= scrollArea.clientWidth || y >= scrollArea.clientHeight;
  let drag: ((x: number, y: number) => void) | undefined;

  scrollArea.addEventListener("pointerdown", (event) => {
    const [x, y] = local(event);
    if (isOnBar(x, y)) return;
    // The box for entries keeps the focus.
    event.preventDefault();
    if (!grid.editor.commit()) return;
    grid.box.focus();
    if (event.button === 2) {
      chooseForMenu(grid, placeAt(grid, x, y));
      return;
    }
    if (event.button !== 0) return;
    drag = begin(grid, placeAt(grid, x, y), event, x, y);
    scrollArea.setPointerCapture(event.pointerId);
  });
  scrollArea.addEventListener("pointermove", (event) => {
    const [x, y] = local(event);
    if (drag === undefined) {
      const { kind } = placeAt(grid, x, y);
      scrollArea.style.cursor = kind === "column-edge" ? "col-resize" : kind === "row-edge" ? "row-resize" : kind === "cell" ? "cell" : "default";
      return;
    }
    drag(x, y);
  });
  for (const end of ["pointerup", "pointercancel"]) scrollArea.addEventListener(end, () => { drag = undefined; });
  scrollArea.addEventListener("dblclick", (event) => {
    const [x, y] = local(event);
    if (!isOnBar(x, y) && placeAt(grid, x, y).kind === "cell") grid.box.beginEdit();
  });
  scrollArea.addEventListener("contextmenu", (event) => {
    event.preventDefault();
    actions.openMenu(event.clientX, event.clientY);
  });
}

function chooseForMenu({ selection }: SheetGrid, place: Place): void {
  if (place.kind === "cell") {
    if (!selection.regions.some((region) => contains(region, place.cell.row, place.cell.column))) selection.go(place.cell);
  } else if (place.kind === "row" && !selection.regions.some(({ top, bottom }) => place.at >= top && place.at <= bottom)) selection.lines("rows", place.at, place.at);
  else if (place.kind === "column" && !selection.regions.some(({ left, right }) => place.at >= left && place.at <= right)) selection.lines("columns", place.at, place.at);
}

/** Does what a press of the button does at once, and returns what moving the pointer does until it is let go. */
function begin(grid: SheetGrid, place: Place, event: PointerEvent, x: number, y: number): ((x: number, y: number) => void) | undefined {
  const { selection, layout, book, sheet } = grid;
  switch (place.kind) {
    case "corner":
      selection.all();
      return undefined;
    case "cell": {
      if (event.shiftKey) selection.extend(place.cell);
      else if (event.ctrlKey || event.metaKey) selection.add(place.cell);
      else selection.go(place.cell);
      let last = place.cell;
      return (nextX, nextY) => {
        const cell = { row: grid.view.rowAt(nextY), column: grid.view.columnAt(nextX) };
        if (cell.row === last.row && cell.column === last.column) return;
        last = cell;
        grid.selection.extend(cell);
      };
    }
    case "row": case "column": {
      const kind = place.kind === "row" ? "rows" : "columns";
      const from = event.shiftKey ? (kind === "rows" ? selection.active.row : selection.active.column) : place.at;
      selection.lines(kind, from, place.at);
      return (nextX, nextY) => { selection.lines(kind, from, kind === "rows" ? grid.view.rowAt(nextY) : grid.view.columnAt(nextX)); };
    }
    case "column-edge": case "row-edge": {
      const isColumn = place.kind === "column-edge";
      const before = (isColumn ? layout.columns : layout.rows).size(place.at);
      return (nextX, nextY) => {
        const size = Math.max(8, before + (isColumn ? nextX - x : nextY - y));
        if (toPixels(size * POINT) === 0) return;
        if (isColumn) book.user.resizeColumn(sheet.name, place.at, size * POINT);
        else book.user.resizeRow(sheet.name, place.at, size * POINT);
      };
    }
  }
}
