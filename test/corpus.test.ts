import { spawnSync } from "node:child_process";
import { existsSync, readFileSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { analyze, defaultSettings, documentSchema, toDocument, type AnalysisDocument } from "../src/core";
import { readWorkbook } from "../src/xlsx";
import { caseSchema, expectationSchema, sampleExpectationSchema } from "./corpus/expectation";
import { judge } from "./corpus/judge";
import { formatExpectation, rewrite } from "./corpus/rewrite";

const root = join(__dirname, "..");
const corpus = join(__dirname, "corpus");

function readJson(path: string): unknown {
  return JSON.parse(readFileSync(path, "utf8"));
}

/** `npm run golden`: what is read today is written down, where it is not what was expected. */
const isGolden = process.env["SHINCHOKU_GOLDEN"] === "write";

/** The document as other tools get it, after JSON, together with the exit status of the command. */
function check(path: string, file: string, asOf: string): { readonly document: AnalysisDocument; readonly exit: number } {
  const read = readWorkbook(readFileSync(path), file);
  if (!read.ok) throw new Error(`not readable: ${JSON.stringify(read.failure)}`);
  const analysis = analyze(read.value, defaultSettings, asOf);
  const document = documentSchema.parse(JSON.parse(JSON.stringify(toDocument(analysis))));
  const hasErrors = document.findings.some(({ severity }) => severity === "error");
  return { document, exit: document.tables.length === 0 ? 2 : Number(hasErrors) };
}

const cases = readdirSync(corpus, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => ({ name, folder: join(corpus, name), about: caseSchema.parse(readJson(join(corpus, name, "case.json"))) }));

/** What cannot be read yet, with the reason. */
const open = z.record(z.string(), z.string()).parse(existsSync(join(corpus, "OPEN.json")) ? readJson(join(corpus, "OPEN.json")) : {});

describe("実在しうる様式を、人が読むとおりに読む", () => {
  for (const { name, folder, about } of cases) {
    const run = name in open ? test.skip : test;
    run(`${about.why}（${name}）`, () => {
      const expected = expectationSchema.parse(readJson(join(folder, "expected", "document.json")));
      const { document, exit } = check(join(folder, "input.xlsx"), "input.xlsx", about.asOf);
      const problems = [...judge(expected, document)];
      if (exit !== about.expectedExit) problems.push(`exit: expected ${String(about.expectedExit)}, got ${String(exit)}`);
      if (problems.length > 0 && isGolden) {
        writeFileSync(join(folder, "expected", "document.json"), formatExpectation(rewrite(expected, document)));
        writeFileSync(join(folder, "case.json"), `${JSON.stringify({ ...about, expectedExit: exit }, null, 2)}\n`);
        return;
      }
      expect(problems).toEqual([]);
    });
  }
});

describe("見本を、添えた期待のとおりに読む", () => {
  const samples = join(root, "samples");
  for (const file of readdirSync(samples).filter((each) => each.endsWith(".expected.json"))) {
    const expected = sampleExpectationSchema.parse(readJson(join(samples, file)));
    test(`${expected.about}（${expected.file}）`, () => {
      const { document, exit } = check(join(samples, expected.file), expected.file, expected.asOf);
      const problems = [...judge(expected, document)];
      if (expected.exitStatus !== null && exit !== expected.exitStatus) problems.push(`exit: expected ${String(expected.exitStatus)}, got ${String(exit)}`);
      expect(problems).toEqual([]);
    });
  }
});

describe("様式の一覧そのもの", () => {
  test("ブックは、添えた図のとおりである", () => {
    const { status, stderr } = spawnSync(process.execPath, [join(root, "scripts/draw-corpus.mjs"), "--check"], { encoding: "utf8" });
    expect(stderr).toBe("");
    expect(status).toBe(0);
  });

  test("読めない理由を書いた様式は、すべて実在する", () => {
    expect(Object.keys(open).filter((name) => !cases.some((each) => each.name === name))).toEqual([]);
  });

  test("何を確かめる様式かは、様式ごとに違う", () => {
    expect(new Set(cases.map(({ about }) => about.why)).size).toBe(cases.length);
  });
});
