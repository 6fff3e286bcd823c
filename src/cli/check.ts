import { toDocument } from "../core";
import type { Command } from "./arguments";
import { loadAnalysis } from "./load";
import { findingsText } from "./findings-text";
import { texts } from "./texts.ja";
import { print, withTroubles } from "./trouble";

/** 点検. @returns 0 no finding of severity error; 1 at least one; 2 unreadable, or no table that we know. */
export async function runCheck({ book, json, shared }: Extract<Command, { do: "check" }>): Promise<number> {
  return withTroubles(async () => {
    const analysis = await loadAnalysis(book, shared);
    const hasTables = analysis.model.tables.length > 0;
    if (json) process.stdout.write(`${JSON.stringify(toDocument(analysis), null, 1)}\n`);
    else if (hasTables) process.stdout.write(findingsText(analysis));
    if (!hasTables) {
      print(texts.book.noTable);
      return 2;
    }
    return analysis.findings.some(({ severity }) => severity === "error") ? 1 : 0;
  });
}
