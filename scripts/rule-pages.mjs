/** 規則の説明 of docs/rules as data for the pane: the pages' headings, paragraphs and points, by the rules' names. */

/** @param {string} markdown a page of docs/rules */
export function toRulePage(markdown) {
  const sections = markdown.split(/^## /mu).slice(1).map((part) => {
    const [heading = "", ...lines] = part.trim().split("\n");
    const texts = lines.map((line) => line.replaceAll("`", "").trim()).filter((line) => line !== "");
    return {
      heading,
      paragraphs: texts.filter((line) => !line.startsWith("- ")),
      points: texts.filter((line) => line.startsWith("- ")).map((line) => line.slice(2)),
    };
  });
  return { sections };
}

/** @param {readonly { sourceFilename: string, data: Buffer }[]} files */
export function toRulePages(files) {
  const pages = files.map(({ sourceFilename, data }) => [sourceFilename.replace(/^.*[\\/]|\.md$/gu, ""), toRulePage(data.toString("utf8"))]);
  return JSON.stringify(Object.fromEntries(pages.filter(([rule]) => rule !== "README").sort(([a], [b]) => (a < b ? -1 : 1))));
}
