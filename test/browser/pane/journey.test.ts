import { highlightLooks } from "../../../src/core/highlight";
import { mendableBook } from "./books";
import { useWorkbench } from "./pane-page";

jest.setTimeout(180_000);

const workbench = useWorkbench();

describe("点検から元に戻すまで", () => {
  test("マウスで：点検し、指摘のセルへ移り、色を付け、直すと色が消え、確認済みにし、すべて元に戻す", async () => {
    const pane = await workbench.open({ book: mendableBook() });
    await pane.check();
    await pane.press("次へ");
    await pane.see("1／");

    // A press on a finding selects its cell.
    await pane.openFinding("I2 目標値が空欄");
    await pane.page.waitForFunction(() => window.workbench?.selection.address === "I2");

    await pane.press("色付け");
    await pane.press("指摘のセルに色を付ける", "switch");
    await pane.see("指摘のセルに色を付けました");
    expect(await pane.workbook((book) => book.look("指標一覧", "I2").style.fill)).toBe(highlightLooks.error.fill);
    expect(await pane.workbook((book) => book.look("指標一覧", "I4").style.fill)).toBeUndefined();

    // Filling in the value clears the color without us, and the pane says that the list is older than the sheet.
    await pane.workbook((book) => { book.type("指標一覧", "I2", "300"); });
    await pane.see("シートが変わりました");
    expect(await pane.workbook((book) => book.look("指標一覧", "I2").style.fill)).toBeUndefined();
    await pane.press("もう一度点検");
    await pane.seeNo("シートが変わりました");
    expect(await pane.words()).not.toContain("I2 目標値が空欄");

    // 候補を入れる: before and after are shown, then one cell is written.
    await pane.openFinding("G3 数値が文字列");
    await pane.see("1,250");
    await pane.press("候補を入れる");
    await pane.see("G3 を「1250」に直しました");
    expect(await pane.workbook((book) => book.content("指標一覧", "G3"))).toBe(1250);

    // 確認済み: a reason is required, stays in the workbook, and is listed.
    await pane.openFinding("I5 目標値が空欄");
    await pane.press("確認済みにする");
    await (await pane.find("直さない理由", "textbox")).press("Enter");
    await pane.see("理由を入力してください");
    await (await pane.find("直さない理由", "textbox")).type("条例の改正を待つため");
    await pane.page.keyboard.press("Enter");
    await pane.see("確認済みにしました");
    await pane.press("確認済み 1");
    await pane.see("理由：条例の改正を待つため");

    // 元に戻す, newest first, until nothing is left of us.
    for (const label of ["I5 の指摘を確認済みにした", "G3 を「1250」に直した", "指摘のセルに色を付けた"]) {
      await pane.press(`元に戻す：${label}`);
      await pane.see(`元に戻しました：${label}`);
    }
    await pane.see("元に戻すものはありません");
    expect(await pane.workbook((book) => book.content("指標一覧", "G3"))).toBe("1,250");
    expect(pane.errors).toEqual([]);
  });

  test("キーボードだけで、点検し、一覧を進み、セルへ移り、確認済みにし、元に戻す", async () => {
    const pane = await workbench.open({ book: mendableBook() });
    await pane.find("この表を点検");
    await pane.pane.focus("[role=tab][aria-selected=true]");
    await pane.tabTo("この表を点検");
    await pane.page.keyboard.press("Enter");
    await pane.see("もう一度点検");
    // The focus goes on in the list, not back to the start of the page.
    await pane.pane.waitForFunction(() => document.activeElement?.hasAttribute("data-head") === true);
    const first = /^\S+ [A-Z]+\d+ /u.exec(await pane.focused())?.[0] ?? "none";
    await pane.page.keyboard.press("ArrowDown");
    await pane.pane.waitForFunction((before) => document.activeElement?.textContent.startsWith(before) === false, {}, first);
    await pane.page.keyboard.press("End");
    await pane.page.keyboard.press("Home");
    await pane.pane.waitForFunction((before) => document.activeElement?.textContent.startsWith(before) === true, {}, first);
    await pane.page.keyboard.press("Enter");
    await pane.pane.waitForFunction(() => document.activeElement?.getAttribute("aria-expanded") === "true");
    expect(await pane.focused()).toMatch(new RegExp(`^${first}`, "u"));
    const cell = / ([A-Z]+\d+) /u.exec(first)?.[1] ?? "";
    await pane.page.waitForFunction((address) => window.workbench?.selection.address === address, {}, cell);

    await pane.tabTo("確認済みにする");
    await pane.page.keyboard.press("Enter");
    await pane.pane.waitForFunction(() => document.activeElement?.tagName === "INPUT");
    await pane.page.keyboard.type("今年度は設定しない");
    await pane.page.keyboard.press("Enter");
    await pane.see("確認済みにしました");
    // The accepted finding is gone; its successor has the focus.
    await pane.pane.waitForFunction(() => document.activeElement?.hasAttribute("data-head") === true);

    await pane.tabTo(`元に戻す：${cell} の指摘を確認済みにした`);
    await pane.page.keyboard.press("Enter");
    await pane.see("元に戻しました");
    expect(pane.errors).toEqual([]);
  });

  test("日本語の変換を確定する Enter では、確認済みにならない", async () => {
    const pane = await workbench.open({ book: mendableBook() });
    await pane.check();
    await pane.openFinding("I2 目標値が空欄");
    await pane.press("確認済みにする");
    await (await pane.find("直さない理由", "textbox")).focus();
    const client = await pane.page.createCDPSession();
    await client.send("Input.imeSetComposition", { text: "じょうれい", selectionStart: 5, selectionEnd: 5 });
    await pane.page.keyboard.press("Enter");
    await new Promise((done) => { setTimeout(done, 300); });
    expect(await pane.words()).not.toContain("確認済みにしました");
    expect(await pane.words()).not.toContain("理由を入力してください");
    await client.send("Input.insertText", { text: "条例の改正待ち" });
    await pane.page.keyboard.press("Enter");
    await pane.see("確認済みにしました");
    await pane.press("確認済み 1");
    await pane.see("理由：条例の改正待ち");
  });

  test("作業ウィンドウを読み込み直しても、元に戻すものと色付けがブックに残っている", async () => {
    const pane = await workbench.open({ book: mendableBook() });
    await pane.check();
    await pane.press("色付け");
    await pane.press("指摘のセルに色を付ける", "switch");
    await pane.see("指摘のセルに色を付けました");
    await pane.workbook((book) => { book.reloadPane(); });
    await new Promise((done) => { setTimeout(done, 500); });
    await pane.enter();
    await pane.see("このブックには、進捗点検の色付けが残っています");
    await pane.press("元に戻す：指摘のセルに色を付けた");
    await pane.seeNo("色付けが残っています");
  });

  test("リボンの「色付けを消す」で色が消え、開いている画面もそれを知る。消せないシートは名前を告げる", async () => {
    const pane = await workbench.open({ book: mendableBook() });
    await pane.check();
    await pane.press("色付け");
    await pane.press("指摘のセルに色を付ける", "switch");
    await pane.see("指摘のセルに色を付けました");
    await pane.workbook((book) => book.press("Shinchoku.ClearMarks"));
    await pane.see("元に戻す：色付けを消した");
    expect(await pane.workbook((book) => book.look("指標一覧", "I2").style.fill)).toBeUndefined();
    await pane.press("指摘のセルに色を付ける", "switch");
    await pane.see("元に戻す：指摘のセルに色を付けた");
    await pane.workbook((book) => {
      for (const sheet of book.host.workbook.sheets) sheet.protection.isProtected = true;
      return book.press("Shinchoku.ClearMarks");
    });
    await pane.see("シート「指標一覧」は保護されているため");
    expect(pane.errors).toEqual([]);
  });

  test("リボンの「集計を作る」からは、集計の画面で始まる", async () => {
    const pane = await workbench.open({ book: mendableBook(), path: "taskpane.html?step=report" });
    await pane.find("作るものを確かめる");
  });
});
