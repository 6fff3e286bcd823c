import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { runScript } from "./repository";

function checkUnicode(file: string, text: string) {
  const folder = mkdtempSync(join(tmpdir(), "shinchoku-"));
  try {
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    writeFileSync(join(folder, file), text);
    return runScript("scripts/check-unicode.mjs", [folder]);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

test.each([
  ["全角の空白", "\u3000"],
  ["改行しない空白", "\u00A0"],
  ["幅のない空白", "\u200B"],
  ["マイナス記号", "\u2212"],
  ["全角ハイフン", "\uFF0D"],
  ["異体字セレクタ", "\uFE0F"],
  ["漢字の字形選択子", "\u{E0100}"],
])("ソースの中の%sを場所とともに指摘する", (_, character) => {
  const { status, stderr } = checkUnicode("src/core/text/sign.ts", `const a = 1;\nconst b = "${character}";\n`);
  expect(status).toBe(1);
  expect(stderr).toContain(`${join("src", "core", "text", "sign.ts")}:2:12`);
});

test.each([
  ["ソースの日本語とエスケープ", "src/core/text/sign.ts", String.raw`const 可 = "△▲ー。、\u2212";`],
  ["文言の全角の空白とハイフン", "src/core/messages/ja.ts", "const a = `該当なし（－）\u3000以上`;"],
  ["名前に.jaの付く文言", "src/core/report/texts.ja.ts", "const a = `令和７年度\u3000－`;"],
  ["文書", "src/core/README.md", "\u3000\u2212"],
])("%sは認める", (_, file, text) => {
  expect(checkUnicode(file, text)).toEqual({ status: 0, stderr: "" });
});

test("文言でも見えない文字は指摘する", () => {
  expect(checkUnicode("src/core/messages/ja.ts", "const a = `目標値\u200B`;").status).toBe(1);
});
