// The documents as pages: the help that the manifest's SupportUrl and the pane lead to, and the papers of the kit.
import { readFileSync, readdirSync } from "node:fs";
import { posix } from "node:path";
import { fileURLToPath } from "node:url";
import { anchorOf, escape, titleOf, toHtml } from "./markdown.mjs";
import { META_POLICY } from "./security-headers.mjs";

const root = fileURLToPath(new URL("../../", import.meta.url));
const read = (path) => readFileSync(root + path, "utf8");

export const STYLE = "kit/docs/style.css";

/** Documents that become help pages, by where they stand below help/. */
export function helpDocuments() {
  const rules = readdirSync(`${root}docs/rules`).filter((file) => file.endsWith(".md")).sort();
  const tasks = readdirSync(`${root}docs/manual`).filter((file) => /^pane-[\w-]+\.md$/u.test(file)).sort();
  return {
    "docs/manual/user.md": "index.html",
    ...Object.fromEntries(tasks.map((file) => [`docs/manual/${file}`, file.replace(/\.md$/u, ".html")])),
    "docs/settings.md": "settings.html",
    "docs/known-limitations.md": "known-limitations.html",
    ...Object.fromEntries(rules.map((file) => [`docs/rules/${file}`, `rules/${file === "README.md" ? "index.html" : file.replace(/\.md$/u, ".html")}`])),
  };
}

/** Pictures that the help pages show, by where they stand below help/. */
function helpImages() {
  const shown = Object.keys(helpDocuments()).flatMap((source) =>
    [...read(source).matchAll(/^!\[[^\]]+\]\(([^)\s]+)\)$/gmu)].map(([, target]) => posix.normalize(posix.join(posix.dirname(source), target))),
  );
  return Object.fromEntries([...new Set(shown)].sort().map((source) => [source, `images/${posix.basename(source)}`]));
}

/** Links between documents become links between pages. Documents that are not shipped lose the link, never the words. */
function relink(source, pages, from) {
  return (target) => {
    if (/^https?:/u.test(target)) return undefined;
    const [path, anchor] = target.split("#");
    const hash = anchor === undefined ? "" : `#${anchorOf(decodeURIComponent(anchor))}`;
    if (path === "") return hash;
    const page = pages[posix.normalize(posix.join(posix.dirname(source), path))];
    return page === undefined ? undefined : posix.relative(posix.dirname(from), page) + hash;
  };
}

function page({ title, body, head }) {
  return `<!doctype html>
<html lang="ja">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
${head}
<title>${escape(title)} - 進捗点検</title>
</head>
<body>
<main>
${body}
</main>
</body>
</html>
`;
}

/** The help pages by their path below help/: no script, one stylesheet, the policy of all pages, and their pictures. */
export function helpPages() {
  const documents = helpDocuments();
  const images = helpImages();
  const pages = { ...documents, ...images };
  const made = Object.entries(documents).map(([source, path]) => {
    const markdown = read(source);
    const home = posix.relative(posix.dirname(path), "index.html");
    const style = posix.relative(posix.dirname(path), "style.css");
    const back = path === "index.html" ? "" : `<p><a href="${home}">利用者の手引きへ</a></p>\n`;
    const head = `<meta http-equiv="Content-Security-Policy" content="${META_POLICY}">\n<link rel="stylesheet" href="${style}">\n<link rel="icon" href="data:,">`;
    return [path, page({ title: titleOf(markdown), body: back + toHtml(markdown, relink(source, pages, path)), head })];
  });
  const pictures = Object.entries(images).map(([source, path]) => [path, readFileSync(root + source)]);
  return { ...Object.fromEntries([...made, ...pictures]), "style.css": read(STYLE) };
}

/** A paper of the kit: one file that needs no other, to be opened from a folder and printed. `pages` are its neighbors. */
export function paper(source, path, pages, replacements = {}) {
  let markdown = read(source);
  for (const [name, text] of Object.entries(replacements)) markdown = markdown.replaceAll(`{{${name}}}`, text);
  const [, missing] = /\{\{([\w-]+)\}\}/u.exec(markdown) ?? [];
  if (missing !== undefined) throw new Error(`${source} wants {{${missing}}}`);
  const head = `<style>\n${read(STYLE)}</style>`;
  return page({ title: titleOf(markdown), body: toHtml(markdown, relink(source, pages, path)), head });
}
