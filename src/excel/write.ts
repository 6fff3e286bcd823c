import { fail, type Result } from "../core/common/result";
import { attempt, Refusal, toWriteFailure, type HostFailure } from "./host-failure";

type HalfDone = Extract<HostFailure, { readonly code: "half-done" }>["what"];

/** A writing action on its way. */
export interface Writing {
  /** Sends what is queued; from here on a failure means that the workbook has to be put back. `readOnly` has been loaded. */
  send(context: Excel.RequestContext): Promise<void>;
}

/**
 * All or nothing. Excel does the requests of a batch one by one and keeps those before the one that it refuses; so after a
 * failed request `putBack` makes the workbook what it was, and says nothing has happened only when that is true. It has to
 * look first and to write only what differs: an Excel that refused the whole action would refuse that as well.
 */
export async function write<T>(
  what: HalfDone,
  action: (context: Excel.RequestContext, writing: Writing) => Promise<T>,
  putBack: (context: Excel.RequestContext) => Promise<void>,
): Promise<Result<T, HostFailure>> {
  const state = { hasSent: false };
  const writing: Writing = {
    async send(context) {
      state.hasSent = true;
      try {
        await context.sync();
      } catch (error) {
        const failure = toWriteFailure(error, context.workbook.readOnly);
        throw failure === undefined ? error : new Refusal(failure);
      }
    },
  };
  const outcome = await attempt(() => Excel.run({ delayForCellEdit: true }, (context) => action(context, writing)));
  if (outcome.ok || !state.hasSent) return outcome;
  const back = await attempt(() => Excel.run({ delayForCellEdit: true }, putBack));
  // A closed workbook has nothing to be put back in; the failure says so itself.
  if (back.ok || back.failure.code === "workbook-closed") return back.ok ? outcome : back;
  return fail({ code: "half-done", what, detail: `${outcome.failure.code}, then ${back.failure.code}` });
}
