import { comparisonSchema, type ComparisonDocument } from "../../src/core";
import { bookOf, HEADER, inFolder, ROWS, ROWS_WITH_BLANK, type Folder, type Row } from "./shinchoku";

const AS_OF = ["--as-of", "2025-10-01"];

async function compared(before: readonly Row[], after: readonly Row[], verify: (document: ComparisonDocument, folder: Folder) => void | Promise<void>): Promise<void> {
  await inFolder(async (folder) => {
    folder.write("前回.xlsx", bookOf({ KPI: before }));
    folder.write("今回.xlsx", bookOf({ "KPI（改）": after }));
    const { status, stdout, stderr } = await folder.run("compare", "前回.xlsx", "今回.xlsx", "--json", ...AS_OF);
    expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
    const data: unknown = JSON.parse(stdout);
    const document = comparisonSchema.parse(data);
    expect(document).toEqual(data);
    expect(document).toMatchObject({ schemaVersion: 1, old: { file: "前回.xlsx" }, new: { file: "今回.xlsx" } });
    await verify(document, folder);
  });
}

const [, visitors, guests] = ROWS;

test("同じ二つの版には、変更がない", async () => {
  await compared(ROWS, ROWS, async (document, folder) => {
    expect(document).toMatchObject({ changes: [], revisionDraft: "" });
    const { status, stdout } = await folder.run("compare", "前回.xlsx", "今回.xlsx", ...AS_OF);
    expect(status).toBe(0);
    expect(stdout).toBe("前回.xlsx から 今回.xlsx への変更点\n\n変更点はありません。\n");
  });
});

test("行の入れ替えと、表の上に行を足すことは、変更ではない", async () => {
  await compared(ROWS, [["数値目標の一覧"], [], HEADER, guests!, visitors!], (document) => {
    expect(document.changes).toEqual([]);
  });
});

test("目標値の変更と、初めての設定", async () => {
  const raised = [HEADER, ["観光入込客数", "人", 1000, 1200, 2500, "商工課"], guests!];
  await compared(ROWS_WITH_BLANK, raised, async ({ changes, revisionDraft }, folder) => {
    expect(changes).toEqual([
      expect.objectContaining({ kind: "target-changed", subject: "indicator", name: "観光入込客数", newName: null, before: 2000, after: 2500, atOld: { sheet: "KPI", cell: "E2" }, atNew: { sheet: "KPI（改）", cell: "E2" } }),
      expect.objectContaining({ kind: "target-changed", name: "宿泊者数", before: null, after: 400, atOld: { sheet: "KPI", cell: "E3" }, atNew: { sheet: "KPI（改）", cell: "E3" } }),
    ]);
    expect(revisionDraft).toBe("①指標「観光入込客数」「宿泊者数」の目標値の変更");
    const { stdout } = await folder.run("compare", "前回.xlsx", "今回.xlsx", ...AS_OF);
    expect(stdout).toContain("指標「観光入込客数」　目標値　2000 → 2500　KPI（改）!E2");
    expect(stdout).toContain("指標「宿泊者数」　目標値　（空欄） → 400　KPI（改）!E3");
    expect(stdout).toContain("改訂履歴の文案\n  ①");
    expect(stdout).toContain("変更点は 2 件です。どちらのブックも書き換えていません。");
  });
});

test("名称の変更、追加、削除、担当課の変更", async () => {
  const before = [...ROWS, ["空き家バンク登録数", "件", 5, 8, 20, "建設課"]];
  const after = [HEADER, ["観光入込客数（延べ）", "人", 1000, 1200, 2000, "商工課"], ["宿泊者数", "人", 300, 310, 400, "観光課"], ["防災訓練参加者", "人", 50, 60, 90, "危機管理課"]];
  await compared(before, after, ({ changes }) => {
    expect(changes.map(({ kind, name, newName }) => [kind, name, newName])).toEqual([
      ["renamed", "観光入込客数", "観光入込客数（延べ）"],
      ["division-changed", "宿泊者数", null],
      ["removed", "空き家バンク登録数", null],
      ["added", "防災訓練参加者", null],
    ]);
  });
});

test("比べても、どちらのブックも変わらず、何も書き出さない", async () => {
  await inFolder(async (folder) => {
    const [old, young] = [bookOf({ KPI: ROWS }), bookOf({ KPI: ROWS_WITH_BLANK })];
    folder.write("前回.xlsx", old);
    folder.write("今回.xlsx", young);
    await folder.run("compare", "前回.xlsx", "今回.xlsx");
    expect(folder.names()).toEqual(["今回.xlsx", "前回.xlsx"].sort());
    expect(folder.read("前回.xlsx").equals(old)).toBe(true);
    expect(folder.read("今回.xlsx").equals(young)).toBe(true);
  });
});
