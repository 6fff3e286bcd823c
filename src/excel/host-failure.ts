import { fail, ok, type Result } from "../core/common/result";
import type { HostFailure } from "../core/sheet/host-failure";

export type { HostFailure } from "../core/sheet/host-failure";

// Spelled out, not Excel.ErrorCodes: nothing in this folder may touch the host while modules load.
const KNOWN_CAUSES: Readonly<Record<string, HostFailure>> = {
  InvalidOperationInCellEditMode: { code: "cell-being-edited" },
  ConnectionFailure: { code: "workbook-closed" },
  RequestPayloadSizeLimitExceeded: { code: "payload-too-large" },
  ResponsePayloadSizeLimitExceeded: { code: "payload-too-large" },
};

/** Codes by which Excel says that a sheet, or a range on it, is no longer there. */
const GONE = new Set(["ItemNotFound", "InvalidReference", "InvalidObjectPath"]);

/** Codes that say something of the whole workbook; asking for a part of it would not help. */
const HOPELESS = new Set(["InvalidOperationInCellEditMode", "ConnectionFailure", "AccessDenied", "ApiNotFound", "NotImplemented"]);

/** A failure on its way up through `Excel.run`, which knows only exceptions. */
export class Refusal extends Error {
  override readonly name = "Refusal";

  constructor(readonly failure: HostFailure) {
    super(failure.code);
  }
}

/** Runs a batch and names what Excel refused. Anything that is not Excel's own error is a bug, and goes on up. */
export async function attempt<T>(batch: () => Promise<T>): Promise<Result<T, HostFailure>> {
  if (typeof Excel === "undefined") return fail({ code: "not-in-excel" });
  try {
    return ok(await batch());
  } catch (error) {
    if (error instanceof Refusal) return fail(error.failure);
    if (!isExcelError(error)) throw error;
    return fail(toFailure(error));
  }
}

export function isExcelError(error: unknown): error is OfficeExtension.Error {
  return error instanceof OfficeExtension.Error;
}

/** Excel's own error, and one that a smaller request may not meet. */
export function mayConcernPart(error: unknown): error is OfficeExtension.Error {
  return isExcelError(error) && !HOPELESS.has(error.code);
}

/** The sheet or the cells were deleted between two requests. */
export function isGone(error: unknown): boolean {
  return isExcelError(error) && GONE.has(error.code);
}

/** Excel on the web refuses above 5 MB, now by this code, now by a plain GeneralException. */
export function isTooLarge(error: unknown): boolean {
  return isExcelError(error) && (error.code === "ResponsePayloadSizeLimitExceeded" || error.code === "GeneralException");
}

export function isAccessDenied(error: unknown): boolean {
  return isExcelError(error) && error.code === "AccessDenied";
}

/** Why Excel refused to write, once it is known whether the workbook was opened to be read only. */
export function toWriteFailure(error: unknown, isReadOnly: boolean): HostFailure | undefined {
  if (error instanceof Refusal) return error.failure;
  if (!isExcelError(error)) return undefined;
  return isAccessDenied(error) && isReadOnly ? { code: "workbook-read-only" } : toFailure(error);
}

export function toFailure(error: OfficeExtension.Error): HostFailure {
  const detail = `${error.code} at ${error.debugInfo.errorLocation ?? "?"}`;
  if (error.code === "ApiNotFound") return { code: "unsupported", needs: "ExcelApi" };
  if (error.code === "AccessDenied") return { code: "access-denied", detail };
  if (GONE.has(error.code)) return { code: "changed-meanwhile" };
  return KNOWN_CAUSES[error.code] ?? { code: "unexpected", detail };
}
