import { execFileSync } from "node:child_process";
import { pathToFileURL } from "node:url";
import { fromRoot } from "../parity/repository";

/** The converter is a script for Node; it runs there. */
function convert(texts: readonly string[]): readonly string[] {
  const program = `
    import { toHtml } from ${JSON.stringify(pathToFileURL(fromRoot("scripts/kit/markdown.mjs")).href)};
    const link = (target) => (target.startsWith("gone") ? undefined : target.replace(".md", ".html"));
    const one = (text) => { try { return toHtml(text, link); } catch (error) { return "ERROR " + error.message; } };
    console.log(JSON.stringify(JSON.parse(process.argv[1]).map(one)));`;
  return JSON.parse(execFileSync(process.execPath, ["--input-type=module", "-e", program, JSON.stringify(texts)], { encoding: "utf8" })) as string[];
}

const cases: readonly (readonly [what: string, markdown: string, html: string])[] = [
  ["見出し", "## 設定の `labels`", `<h2 id="設定の-labels">設定の <code>labels</code></h2>`],
  ["段落", "一行目\n二行目\n\n次", "<p>一行目\n二行目</p>\n<p>次</p>"],
  ["強調とリンク", "**注意**と[手順](a.md#い)", `<p><strong>注意</strong>と<a href="a.html#い">手順</a></p>`],
  ["なくなったリンクは言葉だけ", "[手順](gone.md)です", "<p>手順です</p>"],
  ["コードの中は、そのまま", "`<a> **b** [c](d)`", "<p><code>&lt;a&gt; **b** [c](d)</code></p>"],
  ["記号は無害にする", "1 < 2 & \"3\" <script>", "<p>1 &lt; 2 &amp; &quot;3&quot; &lt;script&gt;</p>"],
  ["箇条書き", "- あ\n- い", "<ul>\n<li>あ</li>\n<li>い</li>\n</ul>"],
  ["番号の中の箇条書き", "1. あ\n   - い\n2. う", "<ol>\n<li><p>あ</p>\n<ul>\n<li>い</li>\n</ul></li>\n<li>う</li>\n</ol>"],
  ["表", "| a | b |\n|---|---|\n| 1 | `x` |", `<table>\n<thead><tr><th scope="col">a</th><th scope="col">b</th></tr></thead>\n<tbody>\n<tr><td>1</td><td><code>x</code></td></tr>\n</tbody>\n</table>`],
  ["枠", "```sh\na < b\n```", "<pre><code>a &lt; b</code></pre>"],
  ["セルの数が違う表は断る", "| a | b |\n|---|---|\n| 1 |", "ERROR a row with 1 cells instead of 2: | 1 |"],
  ["終わらない枠は断る", "```\na", "ERROR a fenced block does not end"],
  ["引用は断る", "> a", "ERROR not known how to show: > a"],
  ["HTMLは断る", "<b>a</b>", "ERROR not known how to show: <b>a</b>"],
  ["絵", "![画面](b.png)", `<p><img src="b.png" alt="画面"></p>`],
  ["配らない絵は断る", "![a](gone.png)", "ERROR a picture that is not shipped: gone.png"],
  ["説明のない絵は断る", "![](b.png)", "ERROR not known how to show: ![](b.png)"],
];
const made = convert(cases.map(([, markdown]) => markdown));

test.each(cases.map(([what, , html], index) => ({ what, html, index })))("$what", ({ html, index }) => {
  expect(made[index]).toBe(html);
});
