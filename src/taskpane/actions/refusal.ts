import type { HostFailure, Result } from "../../core";
import { EngineFailure } from "../engine/engine";
import { traceOf } from "../engine/trace";
import type { Trouble } from "../state/pane-state";

/** A refusal of the host on its way up to the action that shows it. */
class Refused extends Error {
  constructor(readonly failure: HostFailure) {
    super(failure.code);
  }
}

/** What the host answered; a refusal is thrown, for `troubleOf` to catch. */
export function valueOf<T>(result: Result<T, HostFailure>): T {
  if (!result.ok) throw new Refused(result.failure);
  return result.value;
}

export function troubleOf(error: unknown): Trouble {
  if (error instanceof Refused) return { kind: "refused", failure: error.failure };
  return { kind: "broken", trace: error instanceof EngineFailure ? error.trace : traceOf(error) };
}
