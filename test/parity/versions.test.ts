import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { runScript } from "./repository";

const SCRIPT = "scripts/check-versions.mjs";

function checkVersions(files: Readonly<Record<string, string>>) {
  const folder = mkdtempSync(join(tmpdir(), "shinchoku-"));
  try {
    for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
    return runScript(SCRIPT, [folder]);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

const agreeing = {
  "package.json": `{ "version": "2.3.4" }`,
  "manifest.xml": "<Version>3.3.4.0</Version>",
  "CHANGELOG.md": "# 変更履歴\n\n## [Unreleased]\n\n## [2.3.4] - 2026-04-01\n\n## [2.3.3] - 2026-03-01\n",
};

test("package.json・manifest.xml・CHANGELOG.mdの版が一致している", () => {
  expect(runScript(SCRIPT)).toEqual({ status: 0, stderr: "" });
});

test("一致する版を認める", () => {
  expect(checkVersions(agreeing)).toEqual({ status: 0, stderr: "" });
});

test.each([
  ["manifest.xml", "<Version>3.3.3.0</Version>"],
  ["manifest.xml", "<Version>2.3.4</Version>"],
  ["manifest.xml", "<Version>3.3.4.1</Version>"],
  ["CHANGELOG.md", "## [2.3.3] - 2026-03-01\n"],
  ["package.json", `{ "version": "2.3" }`],
])("%s の版だけが違うときは指摘する: %s", (file, text) => {
  const { status, stderr } = checkVersions({ ...agreeing, [file]: text });
  expect(status).toBe(1);
  expect(stderr).toContain(file);
});
