import { gzipSync } from "node:zlib";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { indicatorBook } from "./books";
import { PATIENCE, useWorkbench, type PanePage } from "./pane-page";

jest.setTimeout(240_000);

const workbench = useWorkbench();

declare global {
  interface Window {
    /** Tasks of the pane's thread that took longer than 50 ms, in ms. */
    longTasks?: number[];
  }
}

function watchLongTasks(): void {
  const tasks: number[] = [];
  window.longTasks = tasks;
  new PerformanceObserver((list) => { for (const { duration } of list.getEntries()) tasks.push(Math.round(duration)); }).observe({ entryTypes: ["longtask"] });
}

/** What the pane loaded of its own before anybody pressed anything, in bytes as a server compresses it. */
function loadedSize(pane: PanePage): number {
  const files = pane.requested.map((url) => new URL(url)).filter(({ pathname }) => pathname.includes("/addin/") && !pathname.includes("/office/") && /\.(?:js|css|html)$/u.test(pathname));
  expect(files.some(({ pathname }) => pathname.includes("taskpane"))).toBe(true);
  return [...new Set(files.map(({ pathname }) => pathname.replace(/^\/addin\//u, "")))].reduce((sum, path) => sum + gzipSync(readFileSync(join("dist/addin", path))).length, 0);
}

test("はじめに読み込むものは、office.js を除いて 250 KB を超えない", async () => {
  const pane = await workbench.open();
  await pane.find("この表を点検");
  await new Promise((done) => { setTimeout(done, 1_500); });
  expect(loadedSize(pane)).toBeLessThanOrEqual(250 * 1024);
});

test("office.js が読み込まれる前に、読める言葉が画面にある", async () => {
  const pane = await workbench.open();
  const html = await pane.pane.evaluate(async () => (await fetch(location.href)).text());
  expect(html.indexOf("画面を準備しています")).toBeGreaterThan(0);
  expect(html.indexOf("画面を準備しています")).toBeLessThan(html.indexOf("<script"));
});

test("5,000件の指摘を、画面にある分だけ描き、なめらかに送れる", async () => {
  const pane = await workbench.open({ book: indicatorBook(5_000, 1) });
  await pane.check();
  await pane.see("5,000");
  const drawn = await pane.pane.evaluate(() => document.querySelectorAll("[data-head]").length);
  expect(drawn).toBeGreaterThan(3);
  expect(drawn).toBeLessThan(40);
  const frames = await pane.pane.evaluate(async () => {
    const main = document.querySelector("main");
    const times: number[] = [];
    let last = performance.now();
    for (let step = 0; step < 90; step++) {
      main?.scrollBy(0, 900);
      await new Promise((done) => { requestAnimationFrame(done); });
      times.push(performance.now() - last);
      last = performance.now();
    }
    return { median: times.sort((a, b) => a - b)[45] ?? 0, at: main?.scrollTop ?? 0 };
  });
  expect(frames.at).toBeGreaterThan(50_000);
  expect(frames.median).toBeLessThan(50);
  // The last finding of all is reached and has the focus.
  await pane.pane.focus("[data-head][tabindex='0']");
  await pane.page.keyboard.press("End");
  await pane.pane.waitForFunction(() => document.activeElement?.closest("li")?.getAttribute("aria-posinset") === document.activeElement?.closest("li")?.getAttribute("aria-setsize"), { timeout: PATIENCE });
});

test("10,000行の点検と色付けの計画は、計算では画面を 50 ミリ秒より長く止めない", async () => {
  const pane = await workbench.open({ book: indicatorBook(10_000, 4), before: watchLongTasks });
  await pane.find("この表を点検");
  // office.js itself takes its time over large answers, here as in Excel: what remains after it is ours.
  const asked = await pane.pane.evaluate(async () => {
    const seen: { text: string; at: number }[] = [];
    new MutationObserver(() => {
      const text = ["セルを読んでいます", "結合したセルを調べています", "表を組み立てています", "規則に照らしています", "もう一度点検"].find((each) => document.body.innerText.includes(each));
      if (text !== undefined && seen.at(-1)?.text !== text) {
        seen.push({ text, at: performance.now() });
        if (text === "表を組み立てています") window.longTasks?.splice(0);
      }
    }).observe(document.body, { subtree: true, childList: true, characterData: true });
    [...document.querySelectorAll("button")].find(({ textContent }) => textContent === "この表を点検")?.click();
    await new Promise((done) => {
      const wait = setInterval(() => {
        if (!document.body.innerText.includes("もう一度点検")) return;
        clearInterval(wait);
        done(null);
      }, 20);
    });
    await new Promise((done) => { setTimeout(done, 500); });
    return { seen: seen.map(({ text }) => text), long: window.longTasks ?? [] };
  });
  expect(asked.seen).toContain("表を組み立てています");
  expect(asked.long.filter((duration) => duration > 50)).toEqual([]);
  expect(pane.errors).toEqual([]);
});
