import { z } from "zod";
import * as model from "../../src/core/model";
import { fromRoot, readText } from "./repository";
import { readdirSync } from "node:fs";

const glossary = readText("docs/glossary.md");

/** The cells of every row of every table, the marks of emphasis and code left on. */
const rows = glossary
  .split("\n")
  .filter((line) => line.startsWith("|") && !/^\|[-| ]+\|$/u.test(line))
  .map((line) => line.split("|").slice(1, -1).map((cell) => cell.trim()));

const HEADS: readonly string[] = ["identifier", "日本語"];
/** `Figure` of a cell that holds nothing but that. */
const identifierOf = (cell: string): string | undefined => /^`(\w+)`$/u.exec(cell)?.[1];
const identifiers = rows.flatMap((row) => row.flatMap((cell) => identifierOf(cell) ?? []));

/** Schemas are values, types are not: the types are found in the text of the modules. */
function exportedNames(): readonly string[] {
  return readdirSync(fromRoot("src/core/model")).flatMap((file) =>
    [...readText(`src/core/model/${file}`).matchAll(/^export (?:type|interface|const) (\w+)/gmu)].map((match) => match[1] ?? ""),
  );
}

/** `figureSchema` → `Figure`. */
function typeName(name: string): string {
  const bare = name.replace(/Schema$/u, "");
  return bare.charAt(0).toUpperCase() + bare.slice(1);
}

const enums = Object.entries(model).flatMap(([name, schema]) => (schema instanceof z.ZodEnum ? [[name, schema.options as readonly string[]] as const] : []));

test("モデルの型とスキーマは、すべて用語集に一行ずつある", () => {
  const names = [...new Set(exportedNames().map(typeName))].sort();
  expect(names.length).toBeGreaterThan(20);
  expect(names.filter((name) => !identifiers.includes(name))).toEqual([]);
});

test("同じ名前は二度出てこない", () => {
  expect(identifiers.filter((name, index) => identifiers.indexOf(name) !== index)).toEqual([]);
});

test.each(enums)("%s の値は、すべて用語集に説明がある", (_, values) => {
  expect(values.filter((value) => !glossary.includes(`\`${value}\``))).toEqual([]);
});

test("列挙型を一つも見落としていない", () => {
  expect(enums.map(([name]) => name)).toEqual(expect.arrayContaining(["fieldNameSchema", "figureStateSchema", "lineRoleSchema", "qualifierSchema", "statusValueSchema", "tableKindSchema"]));
});

test("用語集の名前は、どれもソースで使われている", () => {
  const sources = readdirSync(fromRoot("src/core"), { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(".ts"))
    .map((file) => readText(`src/core/${file}`))
    .join("\n");
  // A type of a schema that exports none is used as its schema.
  const isUsed = (name: string): boolean => [name, `${name.charAt(0).toLowerCase()}${name.slice(1)}Schema`].some((one) => new RegExp(`\\b${one}\\b`, "u").test(sources));
  expect(identifiers.filter((name) => !isUsed(name))).toEqual([]);
});

test("どの行にも、日本語と名前と意味がある", () => {
  for (const row of rows) {
    if (row.some((cell) => HEADS.includes(cell))) continue;
    expect(row).toHaveLength(4);
    for (const cell of row) expect(cell.length).toBeGreaterThan(0);
  }
});
