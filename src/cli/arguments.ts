import { parseArgs } from "node:util";
import { texts } from "./texts.ja";

export type Command =
  | { readonly do: "help" }
  | { readonly do: "version" }
  | { readonly do: "check"; readonly book: string; readonly json: boolean; readonly shared: SharedOptions }
  | { readonly do: "compare"; readonly old: string; readonly young: string; readonly json: boolean; readonly shared: SharedOptions }
  | { readonly do: "report"; readonly book: string; readonly out: string; readonly force: boolean; readonly shared: SharedOptions };

export interface SharedOptions {
  /** ISO day, or null for today. */
  readonly asOf: string | null;
  /** Path of a settings file. */
  readonly settings: string | null;
}

/** A mistake in how the command was called; `message` is for the person who called it. */
export class UsageError extends Error {}

const OPTIONS = {
  json: { type: "boolean" },
  out: { type: "string" },
  force: { type: "boolean" },
  "as-of": { type: "string" },
  settings: { type: "string" },
  help: { type: "boolean", short: "h" },
  version: { type: "boolean", short: "v" },
} as const;

function parse(argv: readonly string[]): ReturnType<typeof parseArgs<{ options: typeof OPTIONS; allowPositionals: true }>> {
  try {
    return parseArgs({ args: [...argv], options: OPTIONS, allowPositionals: true });
  } catch {
    throw new UsageError(texts.usage.unknownOption);
  }
}

/** A day of the calendar: 2026-02-30 is none. */
function isDay(text: string): boolean {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/u.exec(text);
  if (match === null) return false;
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])];
  const date = new Date(Date.UTC(year, month - 1, day));
  return year >= 1900 && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
}

function asOfOf(text: string | undefined): string | null {
  if (text === undefined) return null;
  if (!isDay(text)) throw new UsageError(texts.usage.badDay(text));
  return text;
}

/** What the person asked for. @throws UsageError */
export function parseCommand(argv: readonly string[]): Command {
  const { values, positionals } = parse(argv);
  if (values.version === true) return { do: "version" };
  const [command, book, ...more] = positionals;
  if (values.help === true || command === undefined || command === "help") return { do: "help" };
  if (command !== "check" && command !== "report" && command !== "compare") throw new UsageError(texts.usage.unknownCommand(command));
  if (book === undefined) throw new UsageError(texts.usage.noBook);
  const shared = { asOf: asOfOf(values["as-of"]), settings: values.settings ?? null };
  if (command === "compare") {
    const [young, ...rest] = more;
    if (young === undefined || rest.length > 0) throw new UsageError(texts.usage.twoBooks);
    return { do: "compare", old: book, young, json: values.json ?? false, shared };
  }
  if (more.length > 0) throw new UsageError(texts.usage.oneBook);
  if (command === "check") return { do: "check", book, json: values.json ?? false, shared };
  if (values.out === undefined) throw new UsageError(texts.usage.noOut);
  return { do: "report", book, out: values.out, force: values.force ?? false, shared };
}
