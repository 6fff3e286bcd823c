import { readFileSync } from "node:fs";
import { fromRoot } from "../parity/repository";
import { filesBelow } from "./kit";

/** What runs in Excel: everything but the command line and the files that it writes for itself. */
const sources = filesBelow(fromRoot("src"))
  .filter((path) => /\.tsx?$/u.test(path) && !path.startsWith("cli/"))
  .map((path) => [path, readFileSync(fromRoot(`src/${path}`), "utf8")] as const);

const security = readFileSync(fromRoot("kit/docs/security.md"), "utf8");
const [, kept = ""] = /\n## 残すもの\n(.*?)\n## /su.exec(security) ?? [];

/** Names under which something of ours stands in a workbook or on a machine: namespaces, keys, properties, marks. */
const names = [...new Set(sources.flatMap(([, text]) => [...text.matchAll(/["'`(]((?:urn:)?shinchoku[.:][\w.:-]*)/gu)].map(([, name = ""]) => name)))].sort();

test("ソースにある名前は、どれも見つかっている", () => {
  expect(names).toEqual(["shinchoku.doctor", "shinchoku.notice.", "shinchoku.sheet", "shinchoku:", "urn:shinchoku:journal:1", "urn:shinchoku:settings:1", "urn:shinchoku:summary:1"]);
});

test("セキュリティ説明書の「残すもの」にある名前は、ソースにある名前と同じである", () => {
  const told = [...kept.matchAll(/[`"]((?:urn:)?shinchoku[.:][\w.:-]*)/gu)].map(([, name = ""]) => name);
  expect([...new Set(told)].sort()).toEqual(names);
});

/** Ways of keeping something on a machine, and the only files that may use each. */
const WAYS: readonly (readonly [RegExp, readonly string[]])[] = [
  [/\blocalStorage\b/u, ["doctor/machine-checks.ts", "excel/notice.ts"]],
  [/\bsessionStorage\b/u, ["doctor/machine-checks.ts"]],
  [/\bindexedDB\b|\bcaches\.|\.cookie\b|serviceWorker|showSaveFilePicker|navigator\.storage|roamingSettings|OfficeRuntime|document\.settings/u, []],
  [/\bcustomXmlParts\.add\b/u, ["excel/own-part.ts"]],
  [/\bcustomProperties\.add\b/u, ["excel/summary/restore.ts", "excel/summary/swap.ts", "excel/summary/undo-summary.ts", "excel/summary/write-summary.ts"]],
  [/\bproperties\.custom\b|\bbindings\b|(?:workbook|worksheet)\.names\.add\b|\bcomments\.add\b/u, []],
  [/\bconditionalFormats\.add\b/u, ["excel/highlights.ts"]],
];

test.each(WAYS)("%s を使うのは、説明書に書かれたものだけである", (way, files) => {
  expect(sources.filter(([, text]) => way.test(text.replaceAll(/\/\*[^]*?\*\/|^\s*\/\/.*$/gmu, ""))).map(([path]) => path)).toEqual(files);
});
