import { readFailureText } from "../../../src/core/messages/failures.ja";
import { readWorkbook } from "../../../src/xlsx/read/read-workbook";
import type { Workbench } from "./workbench";

/** Opens a file in place of what is open. Where it can't be read, all stays as it was; the message says why in the product's own words. */
export function openFile(workbench: Workbench, bytes: Uint8Array, name: string): string | undefined {
  const read = readWorkbook(bytes, name);
  if (!read.ok) {
    const { what, untouched, next } = readFailureText(read.failure);
    return [`「${name}」を開けませんでした。${what}`, untouched, next].filter((line) => line !== "").join("\n");
  }
  try {
    workbench.replaceAll(bytes, name);
    workbench.book.openPane();
    return undefined;
  } catch {
    return `「${name}」は、この試用画面では開けませんでした。開いていたブックはそのままです。ほかの .xlsx ファイルでお試しください。`;
  }
}
