import { cellsWithin, type RecognizedTable } from "../recognize";
import { squash, tidyLabel } from "../text";

/* Lines that name a group of others: what they say, and whether it is an office. */

const DIVISION_NAME = /^[^\s\d（(]{1,12}(?:部|局|課|室|署|支所|事務局|センター)$/u;

/** 【総務部】, ■市民課: marks around a name. */
export const MARKS = /^[【〔<＜《■◆●◇□○・]+|[】〕>＞》]+$/gu;

/** 総務部, ■市民課: an office and nothing else. */
export function isDivisionName(text: string): boolean {
  return DIVISION_NAME.test(squash(text).replace(MARKS, ""));
}

/** What a band says: the name of a group over its lines, white space tidied. */
export function bandText({ grid, header }: RecognizedTable, index: number): string | null {
  const cell = cellsWithin(grid.peekCellsOf(index), header.left, header.right)[0];
  return cell === undefined ? null : tidyLabel(cell.text);
}
