import { fail, type Result } from "../core/shared/result";
import type { HostFailure } from "./host-failure";

export interface SheetChange {
  readonly sheet: string;
  /** Someone else's edit (共同編集). */
  readonly isRemote: boolean;
}

export interface SelectedPlace {
  readonly sheet: string;
  readonly row: number;
  readonly column: number;
}

type Stop = () => Promise<void>;

export async function watchChanges(listener: (change: SheetChange) => void): Promise<Result<Stop, HostFailure>> {
  await Promise.resolve(listener);
  return fail({ code: "unexpected", detail: "not yet" });
}

export async function watchSelection(listener: (place: SelectedPlace) => void): Promise<Result<Stop, HostFailure>> {
  await Promise.resolve(listener);
  return fail({ code: "unexpected", detail: "not yet" });
}
