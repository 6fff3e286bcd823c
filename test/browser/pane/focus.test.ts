import { addressBook, indicatorBook, mendableBook } from "./books";
import { useWorkbench, type PanePage } from "./pane-page";

jest.setTimeout(180_000);

const workbench = useWorkbench();

/** By the keyboard, as the mouse may leave the focus elsewhere. */
async function pressKey(pane: PanePage, name: string, role: string, key: "Enter" | "Space" = "Enter"): Promise<void> {
  await (await pane.find(name, role)).focus();
  await pane.page.keyboard.press(key);
}

const hasFocus = (pane: PanePage): Promise<boolean> => pane.pane.evaluate(() => document.activeElement !== document.body);

/** Writing goes on for a moment after the first word of it. */
async function written(pane: PanePage, note: string): Promise<void> {
  await pane.find(`元に戻す：${note}`);
  await pane.pane.waitForFunction(() => document.querySelector("footer button[aria-disabled=true]") === null);
}

describe("書き込みのあとも、キーボードの位置が残る", () => {
  test("色付けの切り替えと重要度の選択。最後のものを元に戻したあと", async () => {
    const pane = await workbench.open({ book: mendableBook() });
    await pane.check();
    await pane.press("色付け");
    await pressKey(pane, "指摘のセルに色を付ける", "switch", "Space");
    await written(pane, "指摘のセルに色を付けた");
    expect(await pane.pane.evaluate(() => document.activeElement?.getAttribute("role"))).toBe("switch");
    await pressKey(pane, "元に戻す：指摘のセルに色を付けた", "button");
    await pane.see("元に戻すものはありません");
    expect(await pane.focused()).toBe("元に戻すものはありません");
    expect(pane.errors).toEqual([]);
  });

  test("使う規則の切り替え", async () => {
    const pane = await workbench.open({ book: mendableBook() });
    await pane.check();
    await pane.press("設定", "tab");
    await pane.press("使う規則");
    await pressKey(pane, "目標値が空欄", "switch", "Space");
    await written(pane, "規則「目標値が空欄」を使わないことにした");
    expect(await pane.pane.evaluate(() => document.activeElement?.getAttribute("role"))).toBe("switch");
  });

  test("集計は、段階ごとに次のボタンへ移る。作り直しは作り直しと名乗る", async () => {
    const pane = await workbench.open({ book: indicatorBook(10, 3) });
    await pane.check();
    await pane.press("集計", "tab");
    await pressKey(pane, "作るものを確かめる", "button");
    await pane.find("集計シートを作る");
    expect(await pane.focused()).toBe("集計シートを作る");
    await pane.page.keyboard.press("Enter");
    await pane.see("集計シートを作りました。");
    await written(pane, "集計シートを作った");
    expect(await hasFocus(pane)).toBe(true);
    await pane.see("「指標一覧 (2)」の名前にしました。");
    await pressKey(pane, "もう一度確かめる", "button");
    await pane.find("集計シートを作り直す");
    expect(await pane.focused()).toBe("集計シートを作り直す");
    await pane.page.keyboard.press("Enter");
    await pane.see("集計シートを作り直しました。");
    await written(pane, "集計シートを作り直した");
    await pressKey(pane, "元に戻す：集計シートを作り直した", "button");
    await pane.find("元に戻す：集計シートを作った");
  });
});

describe("うまくいかなかったときも、キーボードの位置が残り、わけが見える", () => {
  test("点検できる表がないとき", async () => {
    const pane = await workbench.open({ book: addressBook() });
    await pressKey(pane, "この表を点検", "button");
    await pane.see("点検できる表が見つかりませんでした");
    await pane.tabTo("対象の画面へ", 3);
  });

  test("選んだ指摘のある一覧からもう一度点検して断られたとき、わけが画面の中にある", async () => {
    const pane = await workbench.open({ book: indicatorBook(60, 2), height: 500 });
    await pane.check();
    for (let presses = 0; presses < 12; presses++) await pane.press("次へ");
    await pane.see("12／");
    expect(await pane.pane.evaluate(() => document.querySelector("main")?.scrollTop)).toBeGreaterThan(300);
    await pane.workbook((book) => { book.host.faults.closed = true; });
    await pressKey(pane, "もう一度点検", "button");
    await pane.see("ブックが閉じられたか");
    const top = await pane.pane.evaluate(() => [...document.querySelectorAll("main *")].findLast((element) => element.textContent.includes("ブックが閉じられたか"))?.getBoundingClientRect().top);
    expect(top).toBeGreaterThanOrEqual(0);
    expect(top).toBeLessThan(400);
    expect(await hasFocus(pane)).toBe(true);
  });

  test("元に戻せなかった記録を消したあと", async () => {
    const pane = await workbench.open({ book: mendableBook() });
    await pane.check();
    await pane.openFinding("G3 数値が文字列");
    await pane.press("候補を入れる");
    await written(pane, "G3 を「1250」に直した");
    await pane.workbook((book) => book.type("指標一覧", "G3", "7"));
    await pressKey(pane, "元に戻す：G3 を「1250」に直した", "button");
    await pane.see("この記録を消すと、その前にしたことを元に戻せます");
    await pressKey(pane, "この記録を消す", "button");
    await pane.see("の記録を消しました");
    expect(await hasFocus(pane)).toBe(true);
  });
});
