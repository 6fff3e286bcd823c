import type { FromEngine, ToEngine } from "./protocol";
import { Session } from "./session";
import { traceOf } from "./trace";

/** Answers what comes in, one question after another. */
export function converse(send: (message: FromEngine) => void): (message: ToEngine) => Promise<void> {
  const session = new Session();
  let last: Promise<void> = Promise.resolve();
  return ({ id, ask }) => {
    last = last.then(async () => {
      try {
        const answer = await session.answer(ask, (_question, part) => { send({ kind: "part", id, part }); });
        send({ kind: "done", id, answer });
      } catch (error) {
        send({ kind: "broken", id, trace: traceOf(error) });
      }
    });
    return last;
  };
}
