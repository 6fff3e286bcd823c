import { strangeBook } from "./books";
import { useWorkbench, type PanePage } from "./pane-page";

jest.setTimeout(180_000);

const workbench = useWorkbench();

/** Whether the missing target of the list is found. */
const found = async (pane: PanePage): Promise<boolean> => {
  await pane.press("点検", "tab");
  return (await pane.words()).includes("E3 目標値が空欄");
};

async function selectHeader(pane: PanePage): Promise<void> {
  await pane.workbook((book) => book.select("計画", "A1:E1"));
}

describe("読み取りを直す", () => {
  test("マウスで：見出しの行、列の意味、表でないところを教えると結果が変わり、開き直しても残り、取り消せる", async () => {
    const pane = await workbench.open({ book: strangeBook() });
    await pane.check();
    expect(await found(pane)).toBe(false);
    await pane.press("対象", "tab");
    await selectHeader(pane);
    await pane.press("選択範囲を見出しにする");
    await pane.see("「計画」の A1:E1 を見出しとして読み直しました。");
    await pane.press("列の意味（5列）");
    await pane.choose("E1「夢（令和10年度）」の意味", "目標値");
    expect(await pane.words()).not.toContain("元に戻す：E1");
    await pane.press("E1「夢（令和10年度）」の意味 この意味で読む");
    await pane.see("E1 の列を「目標値」として読み直しました。");
    expect(await found(pane)).toBe(true);
    await pane.see("I2 目標値が空欄");

    await pane.press("対象", "tab");
    await pane.press("A1:J2 ここに表はない");
    await pane.see("「記入例」の A1:J2 は表ではないものとして読み直しました。");
    expect(await found(pane)).toBe(true);
    expect(await pane.words()).not.toContain("I2 目標値が空欄");

    // In the workbook, not in the pane.
    await pane.reopen();
    await pane.check();
    expect(await found(pane)).toBe(true);
    expect(await pane.words()).not.toContain("I2 目標値が空欄");
    await pane.press("対象", "tab");
    await pane.press("読み取りの訂正（3）");
    await pane.press("「計画」の E1 の列は「目標値」を取り消す");
    await pane.see("読み取りの訂正（2）");
    expect(await found(pane)).toBe(false);

    for (const label of ["読み取りの訂正を取り消した", "「記入例」の A1:J2 を表ではないとした", "E1 の列を「目標値」にした", "「計画」の A1:E1 を見出しにした"]) {
      await pane.press(`元に戻す：${label}`);
      await pane.see(`元に戻しました：${label}`);
    }
    await pane.see("元に戻すものはありません");
    await pane.see("I2 目標値が空欄");
    expect(pane.errors).toEqual([]);
  });

  test("キーボードだけで：矢印で意味を選ぶ途中では何も書かれず、決めてから書かれ、焦点はその場に残る", async () => {
    const pane = await workbench.open({ book: strangeBook() });
    await pane.check();
    const { keyboard } = pane.page;
    await pane.pane.focus("[role=tab][aria-selected=true]");
    await keyboard.press("ArrowRight");
    await keyboard.press("Enter");
    await pane.see("読み取った表");
    await selectHeader(pane);
    await pane.tabTo("選択範囲を見出しにする");
    await keyboard.press("Enter");
    await pane.see("見出しとして読み直しました");
    await pane.tabTo("列の意味（5列）");
    await keyboard.press("Enter");
    const journal = (): Promise<string> => pane.words().then((words) => /元に戻す：[^。]*$/u.exec(words)?.[0] ?? "");
    const before = await journal();
    const column = "E1「夢（令和10年度）」の意味";
    const select = await pane.find(column, "combobox");
    const hasFocus = (): Promise<boolean> => select.evaluate((element) => element === document.activeElement);
    for (let presses = 0; presses < 60 && !(await hasFocus()); presses++) await keyboard.press("Tab");
    const chosen = (): Promise<string> => select.evaluate((element) => (element as HTMLSelectElement).selectedOptions[0]?.text ?? "");
    // Arrows go through a closed list; each step is a change of the box, and none of the workbook.
    await keyboard.press("Home");
    for (let presses = 0; presses < 60 && (await chosen()) !== "目標値"; presses++) await keyboard.press("ArrowDown");
    expect(await chosen()).toBe("目標値");
    expect(await journal()).toBe(before);
    await pane.tabTo(`${column} この意味で読む`);
    await keyboard.press("Enter");
    await pane.see("E1 の列を「目標値」として読み直しました。");
    expect(await hasFocus()).toBe(true);
    await pane.tabTo("A1:J2 ここに表はない");
    await keyboard.press("Enter");
    await pane.see("表ではないものとして読み直しました");
    // The card that had the focus is gone; the focus is not.
    await pane.pane.waitForFunction(() => document.activeElement?.id === "panel");
    expect(await found(pane)).toBe(true);
    expect(await pane.words()).not.toContain("I2 目標値が空欄");
    expect(pane.errors).toEqual([]);
  });
});
