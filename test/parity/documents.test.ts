import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, posix } from "node:path";
import { z } from "zod";
import { fieldNameSchema } from "../../src/core/model";
import { defaultSettings, settingsSchema } from "../../src/core/settings";
import { rules } from "../../src/core/validate/registry";
import { fromRoot, readJson, readText } from "./repository";

const documents = [
  "README.md",
  "CONTRIBUTING.md",
  "CHANGELOG.md",
  "test/README.md",
  "samples/README.md",
  ...readdirSync(fromRoot("docs"), { recursive: true, encoding: "utf8" })
    .map((file) => `docs/${file.replaceAll("\\", "/")}`)
    .filter((file) => file.endsWith(".md"))
    .sort(),
];

/** Fenced blocks of a language, in order. */
function blocks(text: string, language: string): readonly string[] {
  return [...text.matchAll(new RegExp(`^\`\`\`${language}\\n([\\s\\S]*?)^\`\`\`$`, "gmu"))].map((match) => match[1] ?? "");
}

/** Text outside fenced blocks. */
function prose(text: string): string {
  return text.replaceAll(/^```[\s\S]*?^```$/gmu, "");
}

/** As GitHub makes them: lower case, no punctuation, spaces to hyphens. */
function anchorOf(heading: string): string {
  return heading
    .replaceAll("`", "")
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}\s_-]/gu, "")
    .trim()
    .replaceAll(/\s/gu, "-");
}

function anchorsOf(document: string): readonly string[] {
  return [...prose(readText(document)).matchAll(/^#{1,6} (.+)$/gmu)].map((match) => anchorOf(match[1] ?? ""));
}

interface Run {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** The built command, as `npm run -s cli --` runs it. */
function shinchoku(args: readonly string[], cwd = fromRoot(".")): Run {
  const { status, stdout, stderr } = spawnSync(process.execPath, [fromRoot("dist/cli/main.mjs"), ...args], { cwd, encoding: "utf8" });
  return { status, stdout, stderr };
}

const PREFIX = "npm run -s cli -- ";
const readmeCommands = blocks(readText("README.md"), "sh").map((block) => block.trim());
const ownCommands = readmeCommands.filter((line) => line.startsWith(PREFIX)).map((line) => line.slice(PREFIX.length).split(" "));

describe("文書", () => {
  test.each(documents)("%s の相対リンクは、指す先も見出しもある", (document) => {
    const broken = [...prose(readText(document)).matchAll(/\]\((?!https?:)([^)#\s]*)(?:#([^)\s]+))?\)/gu)].filter(([, path = "", anchor]) => {
      const target = path === "" ? document : posix.normalize(posix.join(dirname(document), path));
      if (!existsSync(fromRoot(target))) return true;
      return anchor !== undefined && target.endsWith(".md") && !anchorsOf(target).includes(anchor);
    });
    expect(broken.map(([link]) => link)).toEqual([]);
  });

  test.each(documents)("%s に書かれたnpmの命令は実在する", (document) => {
    const { scripts } = z.object({ scripts: z.record(z.string(), z.string()) }).parse(readJson("package.json"));
    const known = new Set(["ci", "test", "version", ...Object.keys(scripts)]);
    const code = [...readText(document).matchAll(/^```[\s\S]*?^```$|`[^`\n]+`/gmu)].map(([text]) => text).join("\n");
    const named = [...code.matchAll(/\bnpm (?:run (?:-s )?)?([a-z][\w:-]*)/gu)].map((match) => match[1] ?? "");
    expect(named.filter((name) => !known.has(name))).toEqual([]);
  });

  test.each(documents)("%s に書かれたソースの場所は実在する", (document) => {
    const named = [...readText(document).matchAll(/`((?:src|test|scripts|docs|samples|workbench|assets)\/[\w./-]+)`/gu)].map((match) => match[1] ?? "");
    expect(named.filter((path) => !existsSync(fromRoot(path)))).toEqual([]);
  });

  test.each(documents)("%s に書かれた規則の識別子は実在する", (document) => {
    const ids = new Set<string>(rules.map(({ id }) => id));
    const subjects = /^(?:indicator|figure|rate|work-item|logic-link|baseline-year|label|cell|revision|total|target)-/u;
    const others = new Set(["label-dictionary", "indicator-rows", "work-items", "logic-links", "target-year"]);
    const named = [...readText(document).matchAll(/`([a-z]+(?:-[a-z]+)+)`/gu)].map((match) => match[1] ?? "").filter((name) => subjects.test(name) && !others.has(name));
    expect(named.filter((name) => !ids.has(name))).toEqual([]);
  });
});

describe("README", () => {
  test("最初の画面にあるのは、絵と二つの命令だけである", () => {
    const text = readText("README.md");
    expect(text.indexOf("![")).toBeGreaterThan(0);
    expect(text.indexOf("![")).toBeLessThan(text.indexOf("```sh"));
    expect(readmeCommands.slice(0, 2)).toEqual(["npm ci && npm start", "npm ci && npm test"]);
    const [, tryIt = ""] = /^## 試す\n([\s\S]*?)^## /mu.exec(text) ?? [];
    expect(blocks(tryIt, "sh")).toHaveLength(2);
  });

  test("絵は実在し、重すぎない", () => {
    const [, picture = ""] = /!\[[^\]]+\]\(([^)]+)\)/u.exec(readText("README.md")) ?? [];
    const bytes = readFileSync(fromRoot(picture));
    expect(bytes.subarray(1, 4).toString("latin1")).toBe("PNG");
    expect(bytes.length).toBeLessThan(300_000);
  });

  test("規則の数は、実際の数である", () => {
    expect(readText("README.md")).toContain(`[${rules.length}の規則]`);
    expect(readText("CHANGELOG.md")).toContain(`${rules.length}の規則`);
  });

  test("点検の例は、いま実行しても同じ結果になる", () => {
    const [command = []] = ownCommands.filter(([name]) => name === "check");
    const [example = ""] = blocks(readText("README.md"), "text");
    const { status, stdout, stderr } = shinchoku(command);
    expect({ status, stderr }).toEqual({ status: 1, stderr: "" });
    expect(stdout.trim()).toBe(example.trim());
  });

  test("総括表の例は書き出され、元のブックは一バイトも変わらない", () => {
    const [command = []] = ownCommands.filter(([name]) => name === "report");
    const folder = mkdtempSync(join(tmpdir(), "shinchoku-"));
    try {
      const args = command.map((arg) => (arg.startsWith("out/") ? join(folder, arg.slice("out/".length)) : arg));
      const book = fromRoot(command[1] ?? "");
      const before = readFileSync(book);
      expect(shinchoku(args)).toMatchObject({ status: 0, stderr: "" });
      expect(readFileSync(book).equals(before)).toBe(true);
      expect(readdirSync(folder)).toHaveLength(1);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });

  test("比べる例の命令がある", () => {
    const book = "samples/d12-clean.xlsx";
    expect(ownCommands.filter(([name]) => name === "compare").map(({ length }) => length)).toEqual([3]);
    expect(shinchoku(["compare", book, book])).toMatchObject({ status: 0, stderr: "" });
  });
});

describe("CONTRIBUTING", () => {
  const text = readText("CONTRIBUTING.md");

  test("package.jsonの命令を、漏れなく説明している", () => {
    const { scripts } = z.object({ scripts: z.record(z.string(), z.string()) }).parse(readJson("package.json"));
    const listed = [...text.matchAll(/^\| `npm (?:run )?(\w+)` \|/gmu)].map((match) => match[1]);
    expect(Object.keys(scripts).filter((name) => name !== "cli" && !listed.includes(name))).toEqual([]);
  });

  test("コマンドの例は動く", () => {
    const [, book = ""] = /`npm run -s cli -- check (samples\/[\w-]+\.xlsx)`/u.exec(text) ?? [];
    expect(shinchoku(["check", book])).toMatchObject({ status: 0, stderr: "" });
  });
});

describe("設定の説明", () => {
  const text = readText("docs/settings.md");
  const examples = blocks(text, "json").map((block): unknown => JSON.parse(block));

  test("例はすべて設定として正しく、書いたとおりに読まれる", () => {
    expect(examples.length).toBeGreaterThan(5);
    for (const example of examples) expect(settingsSchema.parse(example)).toMatchObject(example as object);
  });

  test("どの項目にも、説明と例がある", () => {
    const keys = Object.keys(settingsSchema.shape);
    expect([...text.matchAll(/^### `(\w+)`$/gmu)].map((match) => match[1]).sort()).toEqual([...keys].sort());
    const shown = new Set(examples.flatMap((example) => Object.keys(example as object)));
    expect(keys.filter((key) => !shown.has(key))).toEqual([]);
    expect(Object.keys(defaultSettings.tolerances).filter((key) => !text.includes(`\`${key}\``))).toEqual([]);
  });

  test("項目の名前は、漏れなく表にある", () => {
    expect(fieldNameSchema.options.filter((name) => !text.includes(`| \`${name}\` |`))).toEqual([]);
  });

  test("使わない規則の例は、実在する規則である", () => {
    const ids = new Set<string>(rules.map(({ id }) => id));
    const named = examples.map((example) => settingsSchema.parse(example)).flatMap(({ rulesOff, accepted }) => [...rulesOff, ...accepted.map(({ rule }) => rule)]);
    expect(named.length).toBeGreaterThan(1);
    expect(named.filter((id) => !ids.has(id))).toEqual([]);
  });

  test("見出しの写し方の例は、見本のブックの値である", () => {
    const { status, stdout } = shinchoku(["check", "samples/d01-ebetsu-3rd-kpi.xlsx", "--json", "--as-of", "2025-10-01"]);
    expect(status).toBe(1);
    for (const example of examples) {
      const { directions, accepted } = settingsSchema.parse(example);
      for (const key of [...Object.keys(directions), ...accepted.map((entry) => entry.key)]) expect(stdout).toContain(`"key": ${JSON.stringify(key)}`);
    }
  });
});

describe("設計の判断", () => {
  const pages = readdirSync(fromRoot("docs/adr")).filter((file) => file !== "README.md").sort();

  test("番号は重ならず、目次にすべてある", () => {
    const numbers = pages.map((file) => file.slice(0, 4));
    expect(new Set(numbers).size).toBe(numbers.length);
    const index = readText("docs/adr/README.md");
    expect(pages.filter((file) => !index.includes(`(${file})`))).toEqual([]);
  });

  test.each(pages)("%s は、番号と三つの節を持つ", (file) => {
    const text = readText(`docs/adr/${file}`);
    expect(Number(/^# (\d+)[.:] /u.exec(text)?.[1])).toBe(Number(file.slice(0, 4)));
    expect([...text.matchAll(/^## (.+)$/gmu)].map((match) => match[1])).toEqual(["Context", "Decision", "Consequences"]);
  });
});

test("構成の説明は、srcのどの場所も取り上げている", () => {
  const text = readText("docs/architecture.md");
  const folders = ["src", "src/core"].flatMap((folder) => readdirSync(fromRoot(folder), { withFileTypes: true }).filter((entry) => entry.isDirectory() && entry.name !== "core").map((entry) => `${folder}/${entry.name}`));
  expect(folders.filter((folder) => !text.includes(`\`${folder}\``))).toEqual([]);
});
