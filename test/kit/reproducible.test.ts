import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fromRoot } from "../parity/repository";
import { filesBelow } from "./kit";

// A whole build; on a busy machine it takes minutes.
jest.setTimeout(600_000);

test("もう一度組み立てても、同じ名前の同じバイトのファイルになる", () => {
  const folder = mkdtempSync(join(tmpdir(), "shinchoku-build-"));
  try {
    const { status, stdout } = spawnSync(process.execPath, [fromRoot("node_modules/webpack-cli/bin/cli.js"), "--mode", "production", "--output-path", folder], { cwd: fromRoot("."), encoding: "utf8" });
    expect([status, status === 0 ? "" : stdout]).toEqual([0, ""]);
    const built = fromRoot("dist/addin");
    expect(filesBelow(folder)).toEqual(filesBelow(built));
    expect(filesBelow(folder).filter((path) => !readFileSync(join(folder, path)).equals(readFileSync(join(built, path))))).toEqual([]);
  } finally {
    rmSync(folder, { recursive: true });
  }
});
