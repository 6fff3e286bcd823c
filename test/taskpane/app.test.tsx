import { act } from "react";
import { createRoot, type Root } from "react-dom/client";
import { App, type Boot } from "../../src/taskpane/App";
import { reportText } from "../../src/taskpane/components/copy-report";
import { traceOf } from "../../src/taskpane/engine/trace";

Object.assign(globalThis, {
  matchMedia: () => ({ matches: false, addEventListener: () => undefined, removeEventListener: () => undefined }),
});

const HOST = { excel: "16.0.7", platform: "PC", locale: "ja-JP", sets: ["ExcelApi 1.7"] };

let root: Root | undefined;

async function show(boot: () => Promise<Boot>): Promise<HTMLElement> {
  const container = document.createElement("div");
  root = createRoot(container);
  await act(async () => {
    root?.render(<App version="9.8.7" boot={boot} />);
    await Promise.resolve();
  });
  return container;
}

afterEach(() => {
  act(() => { root?.unmount(); });
});

test("Excel が答えるまで、製品の名前と待っていることを示す", async () => {
  const shown = await show(() => new Promise(() => undefined));
  expect(shown.querySelector("h1")?.textContent).toBe("進捗点検");
  expect(shown.textContent).toContain("Excel の応答を待っています");
  expect(shown.textContent).toContain("版 9.8.7");
});

test("足りない Excel では、あるもの、要るもの、聞く相手を示す", async () => {
  const shown = await show(() => Promise.resolve({ kind: "too-old", found: "1.7", needed: "1.13", host: HOST }));
  expect(shown.textContent).toContain("1.7");
  expect(shown.textContent).toContain("1.13");
  expect(shown.textContent).toContain("情報政策課");
  expect(shown.textContent).toContain("ブックには何も書き込んでいません");
});

test.each([
  ["elsewhere", "Excel の中で開かれていません"],
  ["no-office", "部品を読み込めませんでした"],
] as const)("%s のときも、何が起きたかを日本語で示す", async (kind, words) => {
  const shown = await show(() => Promise.resolve({ kind }));
  expect(shown.textContent).toContain(words);
});

test("情報政策課に伝える内容には、版と動作環境があり、ブックの内容はない", () => {
  const text = reportText({ version: "9.8.7", host: HOST, tab: "check", happened: "点検できない", trace: "TypeError" });
  for (const part of ["9.8.7", "16.0.7", "PC", "ja-JP", "ExcelApi 1.7", "点検", "点検できない", "TypeError"]) expect(text).toContain(part);
  expect(text).toContain("ブックの内容は含まれていません");
});

test("不具合の記録に、セルの言葉が混じらない", () => {
  const trace = traceOf(new Error("no such part of the workbook: 人事評価"));
  expect(trace).not.toContain("人事評価");
  expect(trace).toContain("Error");
  expect(traceOf(new TypeError("x is undefined"))).toContain("x is undefined");
  expect(traceOf("人事評価")).toBe("?");
});
