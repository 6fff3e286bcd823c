// Markdown → HTML for the documents that are shipped: headings, paragraphs, lists, tables, pictures, fenced code, and
// inline code, strong text and links. What is not in this list stops the build instead of coming out wrong.

export const escape = (text) => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");

/** As GitHub makes them, so that the same links work in both places. */
export function anchorOf(heading) {
  return heading
    .replaceAll("`", "")
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}\s_-]/gu, "")
    .trim()
    .replaceAll(/\s/gu, "-");
}

function inline(text, link) {
  const pieces = text.split(/(`[^`]+`|\[(?:[^\]`]|`[^`]*`)+\]\([^)\s]+\)|\*\*[^*]+\*\*)/u);
  return pieces
    .map((piece, index) => {
      if (index % 2 === 0) return escape(piece);
      if (piece.startsWith("`")) return `<code>${escape(piece.slice(1, -1))}</code>`;
      if (piece.startsWith("**")) return `<strong>${inline(piece.slice(2, -2), link)}</strong>`;
      const [, words, target] = /^\[(.+)\]\(([^)\s]+)\)$/u.exec(piece);
      const href = link(target);
      // A document that is not shipped: its name stays, as text.
      return href === undefined ? inline(words, link) : `<a href="${escape(href)}">${inline(words, link)}</a>`;
    })
    .join("");
}

/** A picture stands on a line of its own. */
const IMAGE = /^!\[([^\]]+)\]\(([^)\s]+)\)$/u;
const ITEM = /^(?:([-*])|(\d+)\.) +/u;
const cells = (line) => line.trim().replace(/^\||\|$/gu, "").split(/(?<!\\)\|/u).map((cell) => cell.trim().replaceAll("\\|", "|"));

/** Blocks of a text, each as HTML. `link` says where a link of the source leads, or undefined to keep only its words. */
export function toHtml(markdown, link = (target) => target) {
  const lines = markdown.replaceAll("\r\n", "\n").split("\n");
  const out = [];
  let at = 0;
  const say = (text) => inline(text, link);

  const takeWhile = (test) => {
    const from = at;
    while (at < lines.length && test(lines[at])) at += 1;
    return lines.slice(from, at);
  };

  while (at < lines.length) {
    const line = lines[at];
    if (line.trim() === "") at += 1;
    else if (/^#{1,4} /u.test(line)) {
      const [, marks, title] = /^(#+) +(.*)$/u.exec(line);
      out.push(`<h${marks.length} id="${escape(anchorOf(title))}">${say(title)}</h${marks.length}>`);
      at += 1;
    } else if (line.startsWith("```")) {
      at += 1;
      const code = takeWhile((text) => !text.startsWith("```"));
      if (at === lines.length) throw new Error("a fenced block does not end");
      at += 1;
      out.push(`<pre><code>${escape(code.join("\n"))}</code></pre>`);
    } else if (line.startsWith("|")) out.push(table(takeWhile((text) => text.startsWith("|"))));
    else if (ITEM.test(line)) out.push(list());
    else if (IMAGE.test(line)) {
      const [, words, target] = IMAGE.exec(line);
      const source = link(target);
      if (source === undefined) throw new Error(`a picture that is not shipped: ${target}`);
      out.push(`<p><img src="${escape(source)}" alt="${escape(words)}"></p>`);
      at += 1;
    } else if (/^(?:>|<|!\[|---|\s)/u.test(line)) throw new Error(`not known how to show: ${line}`);
    else out.push(`<p>${takeWhile((text) => text.trim() !== "" && !/^(?:#|```|\|)/u.test(text) && !ITEM.test(text)).map(say).join("\n")}</p>`);
  }
  return out.join("\n");

  function table([head, rule, ...rows]) {
    if (rule === undefined || !/^\|(?:\s*:?-+:?\s*\|)+\s*$/u.test(rule)) throw new Error(`a table without a rule under its head: ${head}`);
    const width = cells(head).length;
    const row = (text, tag, scope = "") => {
      const found = cells(text);
      if (found.length !== width) throw new Error(`a row with ${found.length} cells instead of ${width}: ${text}`);
      return `<tr>${found.map((cell) => `<${tag}${scope}>${say(cell)}</${tag}>`).join("")}</tr>`;
    };
    return `<table>\n<thead>${row(head, "th", ' scope="col"')}</thead>\n<tbody>\n${rows.map((text) => row(text, "td")).join("\n")}\n</tbody>\n</table>`;
  }

  function list() {
    const isOrdered = ITEM.exec(lines[at])[2] !== undefined;
    const items = [];
    while (at < lines.length) {
      const mark = ITEM.exec(lines[at]);
      if (mark === null || (mark[2] !== undefined) !== isOrdered) break;
      const indent = mark[0].length;
      const content = [lines[at].slice(indent)];
      at += 1;
      // What is indented belongs to the item; a blank line does if more of it follows.
      while (at < lines.length) {
        const isInside = lines[at].startsWith(" ".repeat(Math.min(indent, 2)));
        const isGap = lines[at].trim() === "" && (lines[at + 1] ?? "").startsWith(" ".repeat(Math.min(indent, 2)));
        if (!isInside && !isGap) break;
        content.push(lines[at].slice(Math.min(indent, lines[at].length - lines[at].trimStart().length)));
        at += 1;
      }
      const html = toHtml(content.join("\n"), link);
      items.push(`<li>${/^<p>[^]*<\/p>$/u.test(html) && html.lastIndexOf("<p>") === 0 ? html.slice(3, -4) : html}</li>`);
    }
    const tag = isOrdered ? "ol" : "ul";
    return `<${tag}>\n${items.join("\n")}\n</${tag}>`;
  }
}

/** The title of a document: its first heading. */
export function titleOf(markdown) {
  const [, title] = /^# +(.+)$/mu.exec(markdown) ?? [];
  if (title === undefined) throw new Error("a document without a title");
  return title.replaceAll("`", "");
}
