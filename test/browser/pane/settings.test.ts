import { mendableBook } from "./books";
import { useWorkbench, type PanePage } from "./pane-page";

jest.setTimeout(180_000);

const workbench = useWorkbench();

async function openSettings(...folds: readonly string[]): Promise<PanePage> {
  const pane = await workbench.open({ book: mendableBook() });
  await pane.check();
  await pane.press("設定", "tab");
  // The part of the screen comes when it is first opened.
  await pane.see("許容する幅");
  for (const fold of folds) await pane.press(fold);
  return pane;
}

/** What a later session, and the command, find in the workbook. */
const stored = (pane: PanePage): Promise<Record<string, unknown>> =>
  pane.workbook((book) => book.host.workbook.customXmlParts.map(({ xml }) => xml).find((xml) => xml.includes("urn:shinchoku:settings:1")) ?? "")
    .then((xml) => JSON.parse((/>([^<]*)</u.exec(xml)?.[1] ?? "{}").replaceAll("&quot;", '"').replaceAll("&amp;", "&")) as Record<string, unknown>);

async function undo(pane: PanePage, label: string): Promise<void> {
  await pane.press(`元に戻す：${label}`);
  await pane.see(`元に戻しました：${label}`);
}

describe("設定をマウスで変える", () => {
  test("評価日：その日で点検し直し、開き直しても残り、点検した日に戻せる", async () => {
    const pane = await openSettings();
    const box = await pane.pane.waitForSelector("input[type=date]");
    await box?.evaluate((element) => {
      Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, "value")?.set?.call(element, "2029-06-01");
      element.dispatchEvent(new Event("input", { bubbles: true }));
    });
    await pane.see("令和11年6月1日で評価します。");
    await pane.press("保存");
    await pane.see("設定をこのブックに入れました。");
    await pane.press("点検", "tab");
    await pane.see("評価日 令和11年6月1日");
    await pane.reopen();
    await pane.check();
    await pane.see("評価日 令和11年6月1日");
    expect((await stored(pane))["asOf"]).toBe("2029-06-01");
    await pane.press("設定", "tab");
    await pane.press("点検した日にする");
    await pane.see("点検した日で評価します。");
    expect((await stored(pane))["asOf"] ?? null).toBeNull();
  });

  test("指標の向き：一度押すと決まり、指摘が消え、取り消せる", async () => {
    const pane = await openSettings("指標の向き（2）");
    await pane.pane.waitForSelector('[aria-label="「相談の受付件数」の向き"] button').then((button) => button?.click());
    await pane.see("元に戻す：「相談の受付件数」の向きを決めた");
    await pane.see("指標の向き（1）");
    // What is left waits at the top of the list.
    const name = await pane.pane.$eval("[role=group][aria-label$=向き]", (group) => group.getAttribute("aria-label") ?? "");
    expect(name).not.toContain("相談の受付件数");
    await pane.choose(`${name} ほか`, "維持");
    await pane.press(`${name} ほか 決める`);
    await pane.see("指標の向き（0）");
    await pane.press("点検", "tab");
    expect(await pane.words()).not.toContain("指標の向きが未確認");
    await undo(pane, `${name}を決めた`);
    await undo(pane, "「相談の受付件数」の向きを決めた");
    await pane.see("C2 指標の向きが未確認");
  });

  test("使う規則：切ると指摘が消え、入れると戻る", async () => {
    const pane = await openSettings("使う規則");
    await pane.press("目標値が空欄", "switch");
    await pane.see("元に戻す：規則「目標値が空欄」を使わないことにした");
    await pane.press("点検", "tab");
    expect(await pane.words()).not.toContain("I2 目標値が空欄");
    await pane.press("設定", "tab");
    await pane.press("使う規則");
    await pane.press("目標値が空欄", "switch");
    await pane.see("元に戻す：規則「目標値が空欄」を使うことにした");
    await pane.press("点検", "tab");
    await pane.see("I2 目標値が空欄");
  });

  test("見出しの語と進捗状況の語：空では加わらず、加えるとブックに入り、消せる", async () => {
    const pane = await openSettings("見出しの語");
    await pane.press("加える");
    await pane.see("語を入力してください。");
    await pane.fill("語", "ゴール");
    await pane.choose("意味", "目標値");
    await pane.press("加える");
    await pane.see("「ゴール」＝目標値");
    expect((await stored(pane))["labels"]).toEqual({ target: ["ゴール"] });
    await pane.press("「ゴール」を取り消す");
    await pane.see("加えた語はありません。");
    await pane.press("見出しの語");
    await pane.press("進捗状況の語");
    await pane.fill("語", "◎");
    await pane.press("加える");
    await pane.see("「◎」＝");
    expect(Object.keys((await stored(pane))["statusWords"] as object)).toEqual(["◎"]);
    await pane.press("「◎」を取り消す");
    await pane.see("決めた語はありません。");
  });

  test("許容する幅：数でないものは断り、全角の数は受け取り、ブックに入る", async () => {
    const pane = await openSettings("許容する幅");
    await pane.fill("達成率のずれ（ポイント）", "多め");
    await pane.see("0から100までの数を入力してください。");
    await pane.fill("達成率のずれ（ポイント）", "３");
    await pane.seeNo("0から100までの数を入力してください。");
    const [, save] = await pane.pane.$$("::-p-aria([name=\"保存\"][role=\"button\"])");
    await save?.click();
    await pane.see("設定をこのブックに入れました。");
    expect((await stored(pane))["tolerances"]).toMatchObject({ ratePoints: 3 });
    await undo(pane, "許容する幅を変えた");
    expect((await stored(pane))["tolerances"] ?? {}).not.toMatchObject({ ratePoints: 3 });
  });
});

test("キーボードだけで：向きを続けて決め、語を加えて消す。焦点はその場に残る", async () => {
  const pane = await openSettings();
  const { keyboard } = pane.page;
  const isOn = (selector: string): Promise<boolean> => pane.pane.evaluate((wanted) => document.activeElement?.matches(wanted) === true, selector);
  await pane.pane.focus("[role=tab][aria-selected=true]");
  await pane.tabTo("指標の向き（2）");
  await keyboard.press("Enter");
  await pane.tabTo("上がると良い");
  await keyboard.press("Enter");
  await pane.see("指標の向き（1）");
  // The next indicator took the place of the one that was decided, and the focus with it.
  await pane.pane.waitForFunction(() => document.activeElement?.closest("[role=group]") !== null && document.activeElement?.textContent === "上がると良い");
  await keyboard.press("Enter");
  await pane.see("指標の向き（0）");
  await pane.tabTo("見出しの語");
  await keyboard.press("Enter");
  for (let presses = 0; presses < 9 && !(await isOn("input:not([type=date])")); presses++) await keyboard.press("Tab");
  await keyboard.type("ゴール");
  await keyboard.press("Enter");
  await pane.see("「ゴール」＝指標名");
  expect(await isOn("input:not([type=date])")).toBe(true);
  await keyboard.down("Shift");
  for (let presses = 0; presses < 9 && (await pane.focused()) !== "「ゴール」を取り消す"; presses++) await keyboard.press("Tab");
  await keyboard.up("Shift");
  await keyboard.press("Enter");
  await pane.see("加えた語はありません。");
  expect(await pane.pane.evaluate(() => document.activeElement?.closest("#panel") !== null)).toBe(true);
  expect(pane.errors).toEqual([]);
});
