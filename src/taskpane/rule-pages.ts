/** 規則の説明 as docs/rules has it: headings, each with paragraphs and points. */
export interface RulePage {
  readonly sections: readonly { readonly heading: string; readonly paragraphs: readonly string[]; readonly points: readonly string[] }[];
}

let pages: Promise<Readonly<Record<string, RulePage>>> | undefined;

/** Fetched once, from beside the pane, when the first explanation is asked for. */
export async function loadRulePage(rule: string): Promise<RulePage | undefined> {
  pages ??= fetch("rules.json").then(async (response) => {
    if (!response.ok) throw new Error(String(response.status));
    return (await response.json()) as Readonly<Record<string, RulePage>>;
  });
  try {
    return (await pages)[rule];
  } catch {
    pages = undefined;
    return undefined;
  }
}
