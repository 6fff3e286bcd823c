/** How one line of the 診断 came out: as it should, worth a look, a reason for failure, or only told. */
export type Verdict = "good" | "notice" | "bad" | "fact";

export interface Line {
  readonly what: string;
  readonly verdict: Verdict;
  readonly detail: string;
}

export interface Section {
  readonly title: string;
  readonly lines: readonly Line[];
}

export const VERDICT_WORDS: Readonly<Record<Verdict, string>> = { good: "よい", notice: "注意", bad: "不可", fact: "情報" };

export const good = (what: string, detail: string): Line => ({ what, verdict: "good", detail });
export const notice = (what: string, detail: string): Line => ({ what, verdict: "notice", detail });
export const bad = (what: string, detail: string): Line => ({ what, verdict: "bad", detail });
export const fact = (what: string, detail: string): Line => ({ what, verdict: "fact", detail });

/** A moment with its time zone, whatever language the browser speaks. */
export const toJapanese = (moment: Date) => moment.toLocaleString("ja-JP", { dateStyle: "long", timeStyle: "long" });

/** The whole as plain text, to be pasted into a mail or a ticket. */
export function toPlainText(sections: readonly Section[], at: string): string {
  const blocks = sections.map(({ title, lines }) =>
    [`■ ${title}`, ...lines.map(({ what, verdict, detail }) => `［${VERDICT_WORDS[verdict]}］${what}: ${detail}`)].join("\n"),
  );
  return [`進捗点検の診断（${at}）`, ...blocks].join("\n\n");
}

/** What to say first: how many lines are reasons for failure, and how many are worth a look. */
export function summarize(sections: readonly Section[]): string {
  const count = (verdict: Verdict) => sections.flatMap(({ lines }) => lines).filter((line) => line.verdict === verdict).length;
  const [failed, noticed] = [count("bad"), count("notice")];
  if (failed > 0) return `調べ終わりました。動かない原因になるものが${failed}件、注意が${noticed}件あります。`;
  if (noticed > 0) return `調べ終わりました。動かない原因になるものはありません。注意が${noticed}件あります。`;
  return "調べ終わりました。動かない原因になるものはありません。";
}
