import { existsSync, mkdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { mendableBook } from "./books";
import { useWorkbench, type PanePage } from "./pane-page";

jest.setTimeout(180_000);

const workbench = useWorkbench();

/** Where the manual has its pictures; `PICTURES=docs/images` makes them anew. Otherwise they are only tried. */
const folder = process.env["PICTURES"] ?? join(".tmp", "pictures");

const PICTURES: readonly (readonly [name: string, reach: (pane: PanePage) => Promise<void>])[] = [
  ["pane-check", async (pane) => { await pane.check(); }],
  ["pane-fix", async (pane) => {
    await pane.check();
    await pane.openFinding("G3 数値が文字列");
    await pane.see("1,250");
  }],
  ["pane-colors", async (pane) => {
    await pane.check();
    await pane.press("色付け");
    await pane.press("指摘のセルに色を付ける", "switch");
    await pane.see("指摘のセルに色を付けました");
  }],
];

/** The pictures of the whole window, on the workbook that `npm start` opens. */
const PAGES: typeof PICTURES = [
  ["pane", async (pane) => {
    await pane.check();
    await pane.press("色付け");
    await pane.press("指摘のセルに色を付ける", "switch");
    await pane.see("指摘のセルに色を付けました");
    await pane.press("色付け");
    await pane.openFinding("D7 目標値が空欄");
    await pane.page.waitForFunction(() => window.workbench?.selection.address === "D7");
  }],
  ["pane-summary", async (pane) => {
    await pane.press("集計", "tab");
    await pane.press("作るものを確かめる");
    await pane.press("集計シートを作る");
    await pane.see("集計シートを作りました");
    await pane.press("総括", "link").catch(() => pane.press("総括"));
  }],
];

test.each(PAGES)("窓全体の図 %s を作れて、図がある", async (name, reach) => {
  mkdirSync(folder, { recursive: true });
  const pane = await workbench.open({ book: readFileSync("samples/d01-ebetsu-3rd-kpi.xlsx") });
  await pane.page.setViewport({ width: 1366, height: 768 });
  await reach(pane);
  await new Promise((done) => { setTimeout(done, 800); });
  const path = join(folder, `${name}.png`);
  await pane.pagePicture(path);
  expect(readFileSync(path).length).toBeGreaterThan(20_000);
  expect(existsSync(`docs/images/${name}.png`)).toBe(true);
});

test.each(PICTURES)("手引きの図 %s を作れて、手引きに図がある", async (name, reach) => {
  mkdirSync(folder, { recursive: true });
  const pane = await workbench.open({ book: mendableBook(), height: 620 });
  await reach(pane);
  await new Promise((done) => { setTimeout(done, 400); });
  const path = join(folder, `${name}.png`);
  await pane.picture(path);
  expect(readFileSync(path).length).toBeGreaterThan(5_000);
  expect(existsSync(`docs/images/${name}.png`)).toBe(true);
});
