import { addressBook, mendableBook } from "./books";
import { useWorkbench, type OpenOptions, type PanePage } from "./pane-page";

jest.setTimeout(240_000);

const workbench = useWorkbench();

/** How a state is come to, from the first sight of the pane. */
const STATES: readonly (readonly [name: string, book: () => Uint8Array, reach: (pane: PanePage) => Promise<void>])[] = [
  ["はじめ", mendableBook, async (pane) => { await pane.find("この表を点検"); }],
  ["点検の結果", mendableBook, async (pane) => { await pane.check(); }],
  ["開いた指摘と候補", mendableBook, async (pane) => {
    await pane.check();
    await pane.openFinding("G3 数値が文字列");
    await pane.see("1,250");
  }],
  ["確認済みにする理由の入力", mendableBook, async (pane) => {
    await pane.check();
    await pane.openFinding("I2 目標値が空欄");
    await pane.press("確認済みにする");
    await pane.page.keyboard.press("Enter");
    await pane.see("理由を入力してください");
  }],
  ["規則の説明", mendableBook, async (pane) => {
    await pane.check();
    await pane.openFinding("I2 目標値が空欄");
    await pane.press("この規則の説明");
    await pane.see("何を指摘するか");
  }],
  ["色付け", mendableBook, async (pane) => {
    await pane.check();
    await pane.press("色付け");
    await pane.press("規則ごとに選ぶ");
    await pane.press("指摘のセルに色を付ける", "switch");
    await pane.see("指摘のセルに色を付けました");
  }],
  ["絞り込んで何も残らない", mendableBook, async (pane) => {
    await pane.check();
    await pane.press("絞り込み");
    await (await pane.find("語で探す", "searchbox")).type("ありません");
    await pane.see("この絞り込みに合う指摘はありません");
  }],
  ["表が見つからない", addressBook, async (pane) => {
    await pane.press("この表を点検");
    await pane.see("点検できる表が見つかりませんでした");
  }],
  ["断られた操作", mendableBook, async (pane) => {
    await pane.check();
    await pane.workbook((book) => { book.host.faults.closed = true; });
    await pane.press("もう一度点検");
    await pane.see("ブックが閉じられたか");
  }],
  ["対象", mendableBook, async (pane) => {
    await pane.check();
    await pane.press("対象", "tab");
    await pane.press("この表とみなした理由");
    await pane.press("列の意味（10列）");
    await pane.press("読まなかったシート（1）");
    await pane.press("読み取りの訂正（0）");
  }],
  ["設定", mendableBook, async (pane) => {
    await pane.check();
    await pane.press("設定", "tab");
    for (const fold of ["使う規則", "見出しの語", "進捗状況の語", "許容する幅"]) await pane.press(fold);
  }],
  ["集計の見本", mendableBook, async (pane) => {
    await pane.press("集計", "tab");
    await pane.press("作るものを確かめる");
    await pane.see("グラフの見本");
  }],
];

/** What the eye and the hand need in every state. */
async function expectSound(pane: PanePage): Promise<void> {
  expect([...(await pane.violations()), ...(await pane.cutOff()), ...(await pane.tooSmall())]).toEqual([]);
}

describe.each(STATES)("%s", (_, book, reach) => {
  const LOOKS: readonly (readonly [string, OpenOptions])[] = [
    ["320 px", { width: 320 }],
    ["350 px、高さ 378 px", { width: 350, height: 378 }],
    ["450 px", { width: 450 }],
    ["320 px で文字が2倍", { width: 320, text: 2 }],
    ["暗い配色", { query: "theme=dark" }],
    ["ハイコントラスト", { media: [{ name: "forced-colors", value: "active" }, { name: "prefers-color-scheme", value: "dark" }] }],
  ];
  test.each(LOOKS)("%s で、axe の違反がなく、切れず、小さすぎない", async (_name, options) => {
    const pane = await workbench.open({ ...options, book: book() });
    await reach(pane);
    await expectSound(pane);
    expect(pane.errors).toEqual([]);
  });
});
