import { changeTerms, toComparison, type ComparisonDocument } from "../core";
import type { Command } from "./arguments";
import { loadAnalysis } from "./load";
import { texts } from "./texts.ja";
import { withTroubles } from "./trouble";

type DocumentChange = ComparisonDocument["changes"][number];

/** Longer texts are cut: the cell holds the rest. */
const LONGEST = 60;

function show(text: string | null): string {
  if (text === null) return texts.compare.blank;
  const characters = [...text.replaceAll(/\s+/gu, " ").trim()];
  return characters.length > LONGEST ? `${characters.slice(0, LONGEST).join("")}…` : characters.join("");
}

function placeOf({ atOld, atNew }: DocumentChange): string {
  const at = atNew ?? atOld;
  return at === null ? "" : `${at.sheet}!${at.cell}`;
}

function line(change: DocumentChange): string {
  const head = `  ${changeTerms.subject(change.subject)}「${show(change.name)}」\u3000${changeTerms.kind(change.kind)}`;
  if (change.kind === "added" || change.kind === "removed") return `${head}\u3000${placeOf(change)}`;
  return `${head}\u3000${show(change.beforeText)} → ${show(change.afterText)}\u3000${placeOf(change)}`;
}

function comparisonText(document: ComparisonDocument): string {
  const lines = [texts.compare.title(document.old.file, document.new.file), ""];
  if (document.changes.length === 0) lines.push(texts.compare.none);
  else lines.push(...document.changes.map(line), "", texts.compare.draft, `  ${document.revisionDraft}`, "", texts.compare.total(document.changes.length));
  return `${lines.join("\n")}\n`;
}

/** 前回からの変更点. @returns 0; 2 unreadable. */
export async function runCompare({ old, young, json, shared }: Extract<Command, { do: "compare" }>): Promise<number> {
  return withTroubles(async () => {
    const before = await loadAnalysis(old, shared);
    const after = await loadAnalysis(young, shared);
    const document = toComparison(before, after);
    process.stdout.write(json ? `${JSON.stringify(document, null, 1)}\n` : comparisonText(document));
    return 0;
  });
}
