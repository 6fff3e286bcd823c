import type { Trouble } from "./texts.ja";

/** Ends a command with one message for the person: what happened, what was left untouched, what to do next. */
export class CommandFailure extends Error {
  constructor(readonly trouble: Trouble) {
    super(trouble.what);
  }
}

export function print(trouble: Trouble): void {
  process.stderr.write(`${trouble.what}\n${trouble.untouched}\n${trouble.next}\n`);
}

/** Runs a command's work; a failure that has a text is printed, anything else goes on up. */
export async function withTroubles(work: () => Promise<number>): Promise<number> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof CommandFailure)) throw error;
    print(error.trouble);
    return 2;
  }
}
