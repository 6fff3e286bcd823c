import { mendableBook } from "./books";
import { useWorkbench } from "./pane-page";

jest.setTimeout(180_000);

const workbench = useWorkbench();
const book = mendableBook();

describe("遅い Excel と、断る Excel", () => {
  test("答えの遅い Excel では進み具合を示し、中止すると何も残らない", async () => {
    const pane = await workbench.open({ book, query: "latency=700" });
    await pane.press("この表を点検");
    await pane.see("シートを調べています");
    await pane.press("中止");
    await pane.see("点検を中止しました。ブックには何も書き込んでいません。");
    await pane.find("この表を点検");
    // What the host still had to answer comes to nothing.
    await new Promise((done) => { setTimeout(done, 2_500); });
    expect(await pane.words()).not.toContain("もう一度点検");
    expect(await pane.workbook((open) => open.host.workbook.isDirty)).toBe(false);
  });

  test("二度目の点検を中止すると、前の結果がそのまま残る", async () => {
    const pane = await workbench.open({ book });
    await pane.check();
    await pane.workbook((open) => { open.host.faults.latency = 700; });
    await pane.press("もう一度点検");
    await pane.press("中止");
    await pane.see("下は前回の点検の結果です");
    await pane.see("I2");
  });

  test("セルの入力中は待ち、確定すると点検を終える", async () => {
    const pane = await workbench.open({ book });
    await pane.find("この表を点検");
    await pane.workbook((open) => { open.host.faults.editingCell = true; });
    await pane.press("この表を点検");
    await new Promise((done) => { setTimeout(done, 500); });
    await pane.find("中止");
    await pane.workbook((open) => { open.host.finishCellEdit(); });
    await pane.see("もう一度点検");
  });

  test("閉じられたブックでは、何が起きたかと次にすることを示す", async () => {
    const pane = await workbench.open({ book });
    await pane.find("この表を点検");
    await pane.workbook((open) => { open.host.faults.closed = true; });
    await pane.press("この表を点検");
    await pane.see("ブックが閉じられたか、Excel との接続が切れました");
    await pane.see("ブックを開き直し");
  });

  test("読み取り専用のブックでは、点検はでき、確認済みにはできず、その訳を示す", async () => {
    const pane = await workbench.open({ book, query: "readonly=1" });
    await pane.check();
    await pane.openFinding("I2 目標値が空欄");
    await pane.press("確認済みにする");
    await pane.page.keyboard.type("理由");
    await pane.page.keyboard.press("Enter");
    await pane.see("読み取り専用で開かれているため、書き込めません");
    expect(await pane.words()).toContain("確認済み 0");
  });

  test("保護されたシートでは、色を付けられないことをシートの名前とともに示し、一覧は使える", async () => {
    const pane = await workbench.open({ book, query: "protected=1" });
    await pane.workbook((open) => { for (const sheet of open.host.workbook.sheets) sheet.protection.isProtected = true; });
    await pane.check();
    await pane.press("色付け");
    await pane.press("指摘のセルに色を付ける", "switch");
    await pane.see("保護されているため、色を付けられません");
    await pane.openFinding("I2 目標値が空欄");
  });

  test("点検のあとに変わったセルには、候補を入れない", async () => {
    const pane = await workbench.open({ book });
    await pane.check();
    await pane.openFinding("G3 数値が文字列");
    await pane.workbook((open) => { open.type("指標一覧", "G3", "'1,300"); });
    await pane.press("候補を入れる");
    await pane.see("点検したあとに内容が変わっています");
    expect(await pane.workbook((open) => open.content("指標一覧", "G3"))).toBe("1,300");
  });

  test("新しいブックを開けない Excel では、このブックの中に作れると知らせる", async () => {
    const pane = await workbench.open({ book, query: "faults=refuseCreateWorkbook" });
    await pane.press("集計", "tab");
    await pane.press("作るものを確かめる");
    await pane.press("別のブックに作る");
    await pane.see("この Excel では、新しいブックを開けませんでした");
    await pane.find("集計シートを作る");
  });

  test("新しい版の設定は、そのまま残し、使わずに点検したことを示す", async () => {
    const pane = await workbench.open({ book });
    await pane.check();
    await pane.openFinding("I2 目標値が空欄");
    await pane.press("確認済みにする");
    await pane.page.keyboard.type("理由");
    await pane.page.keyboard.press("Enter");
    await pane.see("確認済みにしました");
    await pane.workbook((open) => {
      for (const part of open.host.workbook.customXmlParts) part.xml = part.xml.replace('"version":1', '"version":99');
    });
    await pane.press("もう一度点検");
    await pane.see("このブックの設定は読めないため、設定なしで点検しました");
    await pane.press("設定の画面へ");
    await pane.see("新しい版の進捗点検で作られています");
    expect(await pane.workbook((open) => open.host.workbook.customXmlParts.some(({ xml }) => xml.includes('"version":99')))).toBe(true);
  });
});

describe("Excel の版", () => {
  test("ExcelApi 1.13 に満たない Excel では、何が足りず、誰に聞くかを示す", async () => {
    const pane = await workbench.open({ query: "profile=2019" });
    await pane.see("この Excel では使えません");
    await pane.see("1.7");
    await pane.see("1.13");
    await pane.see("情報政策課");
    expect(await pane.violations()).toEqual([]);
  });

  test.each(["ltsc2021", "ltsc2024", "m365"])("%s で、点検して色を付け、集計シートを作り、元に戻せる", async (profile) => {
    const pane = await workbench.open({ book, query: `profile=${profile}` });
    await pane.check();
    await pane.press("色付け");
    await pane.press("指摘のセルに色を付ける", "switch");
    await pane.see("指摘のセルに色を付けました");
    await pane.press("集計", "tab");
    await pane.press("作るものを確かめる");
    await pane.press("集計シートを作る");
    await pane.see("集計シートを作りました");
    await pane.press("元に戻す：集計シートを作った");
    await pane.see("元に戻しました：集計シートを作った");
    expect(await pane.workbook((open) => open.host.workbook.sheets.map(({ name }) => name))).toEqual(["指標一覧", "元データ"]);
    expect(pane.errors).toEqual([]);
  });
});
