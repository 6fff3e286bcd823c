import { createRequire } from "node:module";
import { join } from "node:path";
import { runScenario, SCENARIO_SHEETS } from "../../workbench/host/conformance/index";
import { ExcelHost } from "../../workbench/host/host";
import { ltsc2021 } from "../../workbench/host/profiles";
import { loadSchema } from "../../workbench/host/schema/load";
import { openInJsdom, type JsdomPage } from "../../workbench/host/transports/jsdom";
import { workbookOf } from "./helpers";

const jsdom = createRequire(join(process.cwd(), "package.json"))("jsdom") as Parameters<typeof openInJsdom>[0];

async function open(): Promise<JsdomPage & { readonly host: ExcelHost }> {
  const host = new ExcelHost({ schema: loadSchema(), workbook: workbookOf(SCENARIO_SHEETS) });
  return { host, ...(await openInJsdom(jsdom, host)) };
}

describe("Windows の経路（window.external、jsdom）", () => {
  test("手を加えない office.js が読み込まれ、Excel として準備が整う", async () => {
    const { window, requested, errors } = await open();
    const ready = await window.Office.onReady();
    expect(ready.host).toBe("Excel");
    expect(window.Office.context.requirements.isSetSupported("ExcelApi", ltsc2021.requirementSets["ExcelApi"])).toBe(true);
    expect(window.Office.context.requirements.isSetSupported("ExcelApi", "1.15")).toBe(false);
    expect(requested.map((url) => new URL(url).pathname).sort()).toEqual(["/office/excel-win32-16.01.js", "/office/ja-jp/office_strings.js", "/office/office.js"]);
    expect(errors).toEqual([]);
    window.close();
  }, 30_000);

  test("すべての検査が通る", async () => {
    const { window, host } = await open();
    expect(await runScenario(window)).toEqual([]);
    await new Promise((go) => setTimeout(go, 50));
    expect(host.references.size).toBe(0);
    window.close();
  }, 60_000);

  test("リボンのボタンは、結び付けた関数を呼び、終わりを告げる", async () => {
    const { window, connection } = await open();
    window.Office.actions.associate("clearHighlights", (event: { completed(): void }) => { event.completed(); });
    connection.invokeCommand("Btn1", "clearHighlights");
    await new Promise((go) => setTimeout(go, 50));
    expect(connection.completed).toHaveLength(1);
    window.close();
  }, 30_000);
});
