import type { Region } from "../../../../src/core/sheet/region";
import { toAddress } from "../../../host/model/address";
import { intersect } from "../../../host/model/regions";
import type { SheetGrid } from "./sheet-grid";

function used(grid: SheetGrid): Region {
  const { region } = grid.selection;
  const { bottom, right } = grid.sheet.reach;
  return intersect(region, { top: 0, left: 0, bottom: Math.max(bottom, region.top), right: Math.max(right, region.left) }) ?? region;
}

function quoted(text: string): string {
  return /[\t\n\r"]/u.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** Takes what is chosen, as shown, line by line with tabs between: what Excel hands to other programs. */
export function copy(grid: SheetGrid, isCut: boolean): string {
  const region = used(grid);
  const lines: string[] = [];
  for (let row = region.top; row <= region.bottom; row++) {
    const cells: string[] = [];
    for (let column = region.left; column <= region.right; column++) cells.push(quoted(grid.layout.looks.at(row, column).text));
    lines.push(cells.join("\t"));
  }
  const text = lines.join("\r\n");
  grid.copied = { sheet: grid.sheet, region, isCut, text };
  grid.paintSoon();
  return text;
}

export function dropCopied(grid: SheetGrid): void {
  grid.copied = undefined;
  grid.paintSoon();
}

/** Pastes what was copied here with its looks, or a text from elsewhere cell by cell. Returns what Excel says against it. */
export function paste(grid: SheetGrid, text: string | undefined): string | undefined {
  const { copied, book, selection, sheet } = grid;
  const normal = (each: string): string => each.replaceAll("\r\n", "\n").replace(/\n$/u, "");
  if (copied !== undefined && !copied.sheet.isDeleted && (text === undefined || normal(text) === normal(copied.text))) {
    const result = book.user.copy(copied.sheet.name, toAddress(copied.region), sheet.name, toAddress(selection.region));
    if (!result.ok) return result.message;
    if (copied.isCut) {
      const cleared = book.user.clear(copied.sheet.name, toAddress(copied.region));
      grid.copied = undefined;
      if (!cleared.ok) return cleared.message;
    }
    return undefined;
  }
  if (text === undefined || text === "") return undefined;
  const { row, column } = selection.active;
  const table = fromTabs(normal(text));
  for (const [down, line] of table.entries()) {
    for (const [across, each] of line.entries()) {
      const at: Region = { top: row + down, bottom: row + down, left: column + across, right: column + across };
      const result = book.user.type(sheet.name, toAddress(at), each);
      if (!result.ok) return result.message;
    }
  }
  selection.choose({ top: row, left: column, bottom: row + table.length - 1, right: column + Math.max(...table.map((line) => line.length)) - 1 });
  return undefined;
}

/** Lines and cells of a text with tabs; a cell in quotation marks may hold either. */
export function fromTabs(text: string): string[][] {
  const lines: string[][] = [[]];
  let cell = "";
  let isQuoted = false;
  const end = (): void => {
    lines.at(-1)?.push(cell);
    cell = "";
  };
  for (let at = 0; at < text.length; at++) {
    const character = text.charAt(at);
    if (isQuoted) {
      if (character !== '"') cell += character;
      else if (text.charAt(at + 1) === '"') { cell += '"'; at++; }
      else isQuoted = false;
    } else if (character === '"' && cell === "") isQuoted = true;
    else if (character === "\t") end();
    else if (character === "\n") {
      end();
      lines.push([]);
    } else cell += character;
  }
  end();
  return lines;
}
