import type { Result } from "../core/common/result";
import { attempt, type HostFailure } from "./host-failure";

/** Opens a workbook that we wrote (.xlsx in base64) in a window of its own. The open workbook stays as it is. */
export async function openBook(base64: string): Promise<Result<void, HostFailure>> {
  return attempt(async () => Excel.createWorkbook(base64));
}
