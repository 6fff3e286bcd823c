import { createRequire } from "node:module";
import { join } from "node:path";
import { ExcelHost } from "../../workbench/host/host";
import { loadSchema } from "../../workbench/host/schema/load";
import { openInJsdom } from "../../workbench/host/transports/jsdom";
import { OFFICE_THEMES, type Win32Options } from "../../workbench/host/transports/win32";
import { workbookOf } from "./helpers";

const jsdom = createRequire(join(process.cwd(), "package.json"))("jsdom") as Parameters<typeof openInJsdom>[0];
const newHost = (): ExcelHost => new ExcelHost({ schema: loadSchema(), workbook: workbookOf({ 一覧: [["a"]] }) });
const open = (host: ExcelHost, options: Win32Options = {}) => openInJsdom(jsdom, host, options);

describe("一つのブックに二つのページ（作業ウィンドウと、リボンの関数のページ）", () => {
  test("どちらのページからも同じブックが見え、ボタンは押した先のページだけに届く", async () => {
    const host = newHost();
    const [pane, commands] = [await open(host), await open(host, { isHidden: true })];
    expect([pane.connection.isReady, commands.connection.isReady]).toEqual([true, true]);
    for (const { window } of [pane, commands]) window.Office.actions.associate("clearHighlights", (event: { completed(): void }) => { event.completed(); });
    commands.connection.invokeCommand("Btn1", "clearHighlights");
    await new Promise((go) => setTimeout(go, 50));
    expect([pane.connection.completed.length, commands.connection.completed.length]).toEqual([0, 1]);
    await commands.window.Excel.run(async (context) => {
      context.workbook.worksheets.getItem("一覧").getRange("A1").values = [["b"]];
      await context.sync();
    });
    const read = await pane.window.Excel.run(async (context) => {
      const cell = context.workbook.worksheets.getItem("一覧").getRange("A1");
      cell.load({ values: true });
      await context.sync();
      return cell.values as unknown;
    });
    expect(read).toEqual([["b"]]);
    for (const page of [pane, commands]) page.window.close();
  }, 60_000);

  test("読み込み直すと、前のページが持っていた参照は手放され、保存した設定は残る", async () => {
    const host = newHost();
    const before = await open(host);
    const context = new before.window.Excel.RequestContext();
    const cell = context.workbook.worksheets.getItem("一覧").getRange("A1");
    context.trackedObjects.add(cell);
    await context.sync();
    expect(host.references.size).toBe(1);
    const { settings } = before.window.Office.context.document;
    settings.set("前回", { 日: "2026-03-31" });
    await new Promise<void>((go) => { settings.saveAsync(() => { go(); }); });
    before.connection.close();
    before.window.close();
    expect(host.references.size).toBe(0);
    const after = await open(host);
    expect(after.window.Office.context.document.settings.get("前回")).toEqual({ 日: "2026-03-31" });
    after.window.close();
  }, 60_000);

  test("テーマの色を、聞かれたときの値で答える。分からないときは何も答えない", async () => {
    let theme: (typeof OFFICE_THEMES)["light" | "dark"] | undefined = OFFICE_THEMES.dark;
    const page = await open(newHost(), { theme: () => theme });
    expect(page.window.Office.context.officeTheme).toMatchObject({ bodyBackgroundColor: "#262626", bodyForegroundColor: "#ffffff" });
    page.window.close();
    theme = undefined;
    const other = await open(newHost(), { theme: () => theme });
    expect(other.window.Office.context.officeTheme).toBeNull();
    other.window.close();
  }, 60_000);
});
