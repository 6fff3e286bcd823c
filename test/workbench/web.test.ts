import { ExcelHost } from "../../workbench/host/host";
import { excelOnTheWeb } from "../../workbench/host/profiles";
import { loadSchema } from "../../workbench/host/schema/load";
import { frameFor, WebConnection } from "../../workbench/host/transports/web";
import { workbookOf } from "./helpers";

const options = { page: "https://localhost:3001/taskpane.html", origin: "https://localhost:3000", conversationId: "c1" };

function open(): { readonly connection: WebConnection; readonly host: ExcelHost; readonly answers: Record<string, unknown>[] } {
  const host = new ExcelHost({ schema: loadSchema(), workbook: workbookOf({ 一覧: [["a"]] }), profile: excelOnTheWeb });
  const answers: Record<string, unknown>[] = [];
  const connection = new WebConnection(host, options, (text) => answers.push(JSON.parse(text) as Record<string, unknown>));
  return { connection, host, answers };
}

const message = (name: string, data: unknown, actionType = 0): string =>
  JSON.stringify({ _messageType: 0, _actionType: actionType, _actionName: name, _conversationId: "c1", _correlationId: 7, _origin: "", _data: data, _serializerVersion: 1 });

describe("Web の経路（親ページと iframe の間の電文）", () => {
  test("iframe の URL は、会話の情報を最後に持つ", () => {
    const { src, name } = frameFor(options);
    expect(src.endsWith("&_xdm_Info=c1|shinchoku|https://localhost:3000")).toBe(true);
    expect(JSON.parse(name)).toMatchObject({ xdmInfo: "c1|shinchoku|https://localhost:3000" });
  });

  test("起動の問い合わせに、起動に要るものをすべて答える", async () => {
    const { connection, answers } = open();
    await connection.receive(message("ContextActivationManager_getAppContextAsync", "shinchoku"));
    const [answer] = answers as [{ _correlationId: number; _data: Record<string, unknown> }];
    expect(answer._correlationId).toBe(7);
    for (const name of ["_id", "_appName", "_appVersion", "_appUILocale", "_dataLocale", "_docUrl", "_clientMode", "_settings", "_reason"]) {
      expect(answer._data[name]).toBeDefined();
    }
    expect(JSON.parse(String(answer._data["_requirementMatrix"]))).toMatchObject({ ExcelApi: "1.21" });
  });

  test("RichApi の要求に、結果の形で答える", async () => {
    const { connection, answers } = open();
    const body = JSON.stringify({ Actions: [{ Id: 2, ActionType: 2, Name: "", ObjectPathId: 1, QueryInfo: { Select: ["name"] } }], ObjectPaths: { 1: { Id: 1, ObjectPathType: 1, Name: "", ParentObjectPathId: 0 } } });
    await connection.receive(message("executeMethod", { DdaMethod: { DispatchId: 93 }, ArrayData: ["IterativeExecutor", "POST", "ProcessQuery", [], body, 0, 0, "", "", "", "", "", ""] }));
    const [{ _data: data }] = answers as [{ _data: { Error: number; Data: [number, unknown[], string] } }];
    expect([data.Error, data.Data[0], JSON.parse(data.Data[2])]).toEqual([0, 200, { Results: [{ ActionId: 2, Value: { Name: "計画.xlsx" } }], TraceIds: [] }]);
  });

  test("登録されたイベントだけを、登録の番号で送る", async () => {
    const { connection, host, answers } = open();
    const edit = (): void => { host.byUser((workbook) => { const [sheet] = workbook.sheets; if (sheet !== undefined) workbook.announce(sheet, "A1", "RangeEdited"); }); };
    edit();
    expect(answers).toHaveLength(0);
    await connection.receive(message("richApiMessage", {}, 1));
    edit();
    expect(answers.at(-1)).toMatchObject({ _actionName: "richApiMessage", _correlationId: 7, _responseType: 1 });
  });

  test("ほかの会話の電文には答えない", async () => {
    const { connection, answers } = open();
    await connection.receive(message("x", null).replace('"c1"', '"other"'));
    await connection.receive("{");
    expect(answers).toEqual([]);
  });
});
