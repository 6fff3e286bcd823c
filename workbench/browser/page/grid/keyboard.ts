import { toAddress } from "../../../host/model/address";
import { copy, dropCopied, paste } from "./clipboard";
import { columnsOn, jump, neighbor, rowsOn, type Cell, type Direction } from "./moves";
import type { SheetGrid } from "./sheet-grid";

export interface KeyActions {
  readonly say: (message: string) => void;
  readonly openMenu: () => void;
  readonly nextSheet: (by: 1 | -1) => void;
}

const ARROWS: Readonly<Record<string, Direction>> = { ArrowUp: "up", ArrowDown: "down", ArrowLeft: "left", ArrowRight: "right" };

/** The keys of a sheet, as in Excel for Windows. */
export function listenToKeys(grid: SheetGrid, actions: KeyActions): void {
  const { element } = grid.box;
  element.addEventListener("keydown", (event) => {
    // While an input method composes, all keys are its own. The first of them comes before it says that it composes.
    if (event.isComposing || event.key === "Process") return;
    const isDone = grid.editor.isEditing ? editingKey(grid, event) : movingKey(grid, event, actions);
    if (!isDone) return;
    event.preventDefault();
    event.stopPropagation();
  });
  element.addEventListener("copy", (event) => { take(grid, event, false); });
  element.addEventListener("cut", (event) => { take(grid, event, true); });
  element.addEventListener("paste", (event) => {
    if (grid.editor.isEditing) return;
    event.preventDefault();
    const refused = paste(grid, event.clipboardData?.getData("text/plain"));
    if (refused !== undefined) actions.say(refused);
  });
}

function take(grid: SheetGrid, event: ClipboardEvent, isCut: boolean): void {
  if (grid.editor.isEditing) return;
  event.preventDefault();
  event.clipboardData?.setData("text/plain", copy(grid, isCut));
}

function editingKey(grid: SheetGrid, event: KeyboardEvent): boolean {
  const { editor, selection } = grid;
  const direction = ARROWS[event.key];
  if (event.key === "Escape") editor.cancel();
  else if (event.key === "Enter" && event.altKey) grid.box.element.setRangeText("\n", grid.box.element.selectionStart, grid.box.element.selectionEnd, "end");
  else if (event.key === "Enter" || event.key === "Tab") {
    if (editor.commit()) selection.advance(event.key, event.shiftKey);
  } else if (event.key === "F2") editor.toggleMode();
  else if (direction !== undefined && editor.mode === "enter" && !event.shiftKey && !event.ctrlKey) {
    if (editor.commit()) selection.go(neighbor(grid.layout, selection.active, direction));
  } else return false;
  if (editor.isEditing) editor.type(grid.box.element.value);
  return true;
}

function movingKey(grid: SheetGrid, event: KeyboardEvent, actions: KeyActions): boolean {
  const { selection, book, sheet } = grid;
  const isCtrl = event.ctrlKey || event.metaKey;
  const target = targetOf(grid, event, isCtrl);
  if (target !== undefined) {
    if (event.shiftKey) selection.extend(target);
    else selection.go(target);
    return true;
  }
  const refuse = (result: { readonly ok: boolean; readonly message?: string }): void => {
    if (!result.ok) actions.say(result.message ?? "");
  };
  switch (event.key) {
    case "Enter": case "Tab":
      selection.advance(event.key, event.shiftKey);
      return true;
    case "F2":
      grid.box.beginEdit();
      return true;
    case "Delete":
      refuse(book.user.clear(sheet.name, toAddress(selection.region)));
      return true;
    case "Backspace":
      if (grid.editor.begin(book, selection.active, "enter", "")) grid.box.element.value = "";
      return true;
    case "Escape":
      dropCopied(grid);
      return true;
    case "ContextMenu":
      actions.openMenu();
      return true;
    case "F10":
      if (!event.shiftKey) return false;
      actions.openMenu();
      return true;
    case "a": case "A":
      if (!isCtrl) return false;
      selection.all();
      return true;
    case " ":
      if (isCtrl) selection.lines("columns", selection.region.left, selection.region.right);
      else if (event.shiftKey) selection.lines("rows", selection.region.top, selection.region.bottom);
      else return false;
      return true;
    case "PageUp": case "PageDown":
      actions.nextSheet(event.key === "PageUp" ? -1 : 1);
      return true;
    default:
      return false;
  }
}

/** The cell that a key moves to; undefined for a key that does not move. */
function targetOf({ selection, layout, sheet, view }: SheetGrid, event: KeyboardEvent, isCtrl: boolean): Cell | undefined {
  const from = event.shiftKey ? selection.moving : selection.active;
  const direction = ARROWS[event.key];
  if (direction !== undefined) return event.altKey ? undefined : isCtrl ? jump(layout, from, direction) : neighbor(layout, from, direction);
  const { top, bottom, left, right } = view.scrolledRange;
  const first: Cell = { row: layout.rows.visible(view.frozenRows), column: layout.columns.visible(view.frozenColumns) };
  switch (event.key) {
    case "Home": return isCtrl ? first : { ...from, column: first.column };
    case "End": return isCtrl ? { row: Math.max(0, sheet.reach.bottom), column: Math.max(0, sheet.reach.right) } : undefined;
    case "PageUp": case "PageDown": {
      if (isCtrl) return undefined;
      const by = event.key === "PageUp" ? -1 : 1;
      return event.altKey ? columnsOn(layout, from, by * Math.max(1, right - left)) : rowsOn(layout, from, by * Math.max(1, bottom - top - 1));
    }
    default: return undefined;
  }
}
