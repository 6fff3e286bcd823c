import { readFile } from "node:fs/promises";
import { basename } from "node:path";
import { parseSettings, rules, type Settings, type SettingsFailure, type WorkbookSnapshot } from "../core";
import type { SharedOptions } from "./arguments";
import { texts } from "./texts.ja";
import { CommandFailure } from "./trouble";

const RULE_IDS: ReadonlySet<string> = new Set(rules.map(({ id }) => id));

function troubleOf(failure: SettingsFailure, source: string): CommandFailure {
  switch (failure.code) {
    case "not-settings":
      return new CommandFailure(texts.settings.unreadable(source));
    case "newer-version":
      return new CommandFailure(texts.settings.newer(source, failure.version));
    case "unknown-key":
      return new CommandFailure(texts.settings.unknownKey(source, failure.place));
    case "invalid":
      return new CommandFailure(texts.settings.invalid(source, failure.place));
  }
}

/** A rule that does not exist would be switched off without a word, and an accepted finding would never be found. */
function refuseUnknownRules({ rulesOff, accepted }: Settings, source: string): void {
  const off = rulesOff.findIndex((rule) => !RULE_IDS.has(rule));
  if (off >= 0) throw new CommandFailure(texts.settings.unknownRule(source, `rulesOff.${String(off)}`, rulesOff[off] ?? ""));
  const kept = accepted.findIndex(({ rule }) => !RULE_IDS.has(rule));
  if (kept >= 0) throw new CommandFailure(texts.settings.unknownRule(source, `accepted.${String(kept)}.rule`, accepted[kept]?.rule ?? ""));
}

function settingsIn(text: string, source: string): Settings {
  let data: unknown;
  try {
    data = JSON.parse(text);
  } catch {
    throw new CommandFailure(texts.settings.unreadable(source));
  }
  const parsed = parseSettings(data);
  if (!parsed.ok) throw troubleOf(parsed.failure, source);
  refuseUnknownRules(parsed.value, source);
  return parsed.value;
}

/** Settings of the file that was named; else those that the workbook itself carries; else none. @throws CommandFailure */
export async function loadSettings(options: SharedOptions, snapshot: WorkbookSnapshot): Promise<Settings> {
  if (options.settings === null) return settingsIn(snapshot.settings ?? "{}", texts.settings.inBook(snapshot.file));
  const source = texts.settings.file(basename(options.settings));
  const text = await readFile(options.settings, "utf8").catch(() => {
    throw new CommandFailure(texts.settings.unreadable(source));
  });
  return settingsIn(text.replace(/^\ufeff/u, ""), source);
}
