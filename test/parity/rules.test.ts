import { existsSync, readdirSync } from "node:fs";
import { ja } from "../../src/core/messages/ja";
import { ruleTitles, severityTerms } from "../../src/core/messages/terms.ja";
import { rules } from "../../src/core/validate/registry";
import { fromRoot, readText, runScript } from "./repository";

const ids = rules.map(({ id }) => id).sort();
const HEADINGS = ["何を指摘するか", "なぜ", "直し方", "対象外"];

function filesIn(folder: string, suffix: string): readonly string[] {
  return readdirSync(fromRoot(folder))
    .filter((file) => file.endsWith(suffix))
    .map((file) => file.slice(0, -suffix.length))
    .sort();
}

function page(id: string): string {
  return readText(`docs/rules/${id}.md`);
}

test("規則の識別子は一つずつで、二十八ある", () => {
  expect(new Set(ids).size).toBe(28);
  expect(ids).toHaveLength(28);
});

test("どの規則にも、ソース・試験・文言・名前・解説が過不足なくそろっている", () => {
  expect(filesIn("src/core/validate/rules", ".ts")).toEqual(ids);
  expect(filesIn("test/core/validate/rules", ".test.ts")).toEqual(ids);
  expect(Object.keys(ja).sort()).toEqual(ids);
  expect(Object.keys(ruleTitles).sort()).toEqual(ids);
  expect(filesIn("docs/rules", ".md").filter((name) => name !== "README")).toEqual(ids);
});

test.each(rules.map((rule) => [rule.id, rule] as const))(
  "%s の解説は決まった見出しで、どの節にも本文がある",
  (_, rule) => {
    const text = page(rule.id);
    expect(text.startsWith(`# ${ruleTitles[rule.id]}\n`)).toBe(true);
    expect(text).toContain(`\n重要度: ${severityTerms[rule.severity]}\n`);
    expect([...text.matchAll(/^## (.+)$/gmu)].map(([, heading]) => heading)).toEqual(HEADINGS);
    for (const section of text.split(/^## .+$/mu).slice(1)) expect(section.trim().length).toBeGreaterThan(20);
  },
);

test.each(ids)("%s は、名前と同じファイルの規則で、試験はその規則を試している", (id) => {
  expect(readText(`src/core/validate/rules/${id}.ts`)).toContain(`id: "${id}"`);
  const suite = readText(`test/core/validate/rules/${id}.test.ts`);
  expect(suite).toContain(`/validate/rules/${id}"`);
  expect(suite).toMatch(/^testRule\(/mu);
});

test("解説の文章に、内部の名前が出てこない", () => {
  for (const id of ids) {
    const prose = page(id).replaceAll(/`[^`]*`/gu, "");
    expect(prose).not.toMatch(/undefined|null|[a-z]+-[a-z]+/u);
  }
});

test("規則の一覧は、解説から作り直しても変わらない", () => {
  expect(existsSync(fromRoot("docs/rules/README.md"))).toBe(true);
  expect(runScript("scripts/build-rule-index.mjs", ["--check"])).toEqual({ status: 0, stderr: "" });
});
