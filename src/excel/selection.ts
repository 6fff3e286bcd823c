import { fail, type Result } from "../core/shared/result";
import type { Region } from "../core/sheet/region";
import type { HostFailure } from "./host-failure";

export interface Selection {
  readonly sheet: string;
  readonly region: Region;
  /** What the first cell shows. */
  readonly text: string;
}

export async function readSelection(): Promise<Result<Selection, HostFailure>> {
  await Promise.resolve();
  return fail({ code: "unexpected", detail: "not yet" });
}
