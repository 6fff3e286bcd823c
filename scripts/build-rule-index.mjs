// The index of the rule pages, docs/rules/README.md, from the pages themselves and in the order of the registry.
//   node scripts/build-rule-index.mjs            writes it
//   node scripts/build-rule-index.mjs --check    says whether it is up to date, and writes nothing
import { readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath, pathToFileURL } from "node:url";

const INDEX = "docs/rules/README.md";

const INTRODUCTION = `# 点検の規則

シートのどこを、なぜ指摘するかを、規則ごとに一ページで説明しています。指摘一覧に出る規則の名前から、該当するページを探してください。

- **要修正**: そのままでは評価や集計ができないもの。
- **要確認**: 誤りか記入漏れの可能性が高いもの。理由があれば、そのままで差し支えありません。
- **参考**: 知っておくとよいもの。

理由があって直さない指摘は、設定の「確認済みの指摘」に理由とともに登録すると、以後は一覧から外れます。登録は指標名などの内容で覚えるため、行を並べ替えたり挿入したりしても引き継がれます。規則そのものを使わない場合は、設定の「使わない規則」に登録します。

| 重要度 | 名前 | 規則 |
|---|---|---|
`;

/** Ids in the order of the registry. */
function ruleIds(root) {
  const source = readFileSync(new URL("src/core/validate/registry.ts", root), "utf8");
  const idOf = new Map(
    [...source.matchAll(/import \{ (\w+) \} from "\.\/rules\/([\w-]+)"/gu)].map(([, name, id]) => [name, id]),
  );
  const list = /rules = \[([^\]]*)\]/u.exec(source)?.[1] ?? "";
  return [...list.matchAll(/\w+/gu)].map(([name]) => idOf.get(name));
}

function readPage(root, id) {
  const page = readFileSync(new URL(`docs/rules/${id}.md`, root), "utf8");
  return { id, title: /^# (.+)$/mu.exec(page)?.[1] ?? id, severity: /^重要度: (.+)$/mu.exec(page)?.[1] ?? "" };
}

export function buildRuleIndex(root) {
  const rows = ruleIds(root)
    .map((id) => readPage(root, id))
    .map(({ id, title, severity }) => `| ${severity} | [${title}](${id}.md) | \`${id}\` |\n`);
  return INTRODUCTION + rows.join("");
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) {
  const root = new URL("..", import.meta.url);
  const index = new URL(INDEX, root);
  const text = buildRuleIndex(root);
  if (process.argv[2] !== "--check") writeFileSync(index, text);
  else if (readFileSync(index, "utf8") !== text) {
    console.error(`${fileURLToPath(index)} is out of date; run node scripts/build-rule-index.mjs`);
    process.exitCode = 1;
  }
}
