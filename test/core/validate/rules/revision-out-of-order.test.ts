import { revisionOutOfOrder } from "../../../../src/core/validate/rules/revision-out-of-order";
import { aModel, aRevision, aTable } from "../../../helpers/model";
import { testRule } from "../../../helpers/rule-tester";

/** [版数, 発行日] from A8 down. */
const history = (...rows: readonly (readonly [string, string | null])[]) =>
  aModel({ revisions: rows.map(([edition, day], index) => aRevision(edition, day, `A${String(index + 8)}`)) });

testRule(revisionOutOfOrder, {
  accepts: [
    { name: "二けたの版", model: history(["第9版", null], ["第10版", null], ["第12版", null]) },
    { name: "初版と読めるのは、頭にあるときだけ", model: history(["第2版", null], ["第3版（第2期初版", null]) },
    { name: "片方だけ読み取れない版は比べない", model: history(["第3版", null], ["暫定版", null], ["第4版", null]) },
    { name: "枝番のない版は枝番0とみなす", model: history(["1.2", null], ["1.2.0.1", null]) },
    {
      name: "第1.4版、第1.41版、第1.5版は順",
      model: history(["第1.4版", "2025-03-27"], ["第 1.41 版", "2025-09-30"], ["第1.5版", "2026-03-26"]),
    },
    { name: "第1.9版の次の第1.10版は順", model: history(["第1.9版", "2023-03-31"], ["第1.10版", "2023-09-30"]) },
    {
      name: "新しい版から並べた表",
      model: history(["第2版", "2025-03-31"], ["第1.1版", "2024-03-31"], ["初版", "2023-03-31"]),
    },
    { name: "漢数字の版", model: history(["第九版", null], ["第十版", null], ["第十一版", null]) },
    { name: "三つの数からなる版", model: history(["1.2.9", null], ["1.2.10", null]) },
    {
      name: "発行日の分からない行がある",
      model: history(["第1版", "2024-03-31"], ["第2版", null], ["第3版", "2025-03-31"]),
    },
    { name: "読み取れない版数は比べない", model: history(["改訂版", null], ["確定版", null]) },
    {
      name: "同じ版が二行に分かれている",
      model: history(["第1版", "2024-03-31"], ["第1版", "2024-03-31"], ["第2版", "2025-03-31"]),
    },
    { name: "三つの数からなる同じ版が二行に分かれている", model: history(["1.2.1", null], ["1.2.1", null], ["1.2.2", null]) },
    {
      name: "別の表の版は比べない",
      model: aModel({
        tables: [aTable(), aTable({ id: "t2" })],
        revisions: [aRevision("第3版", null, "A8"), aRevision("第1版", null, "A30", { tableId: "t2" })],
      }),
    },
  ],
  rejects: [
    {
      name: "枝番の数が違っても比べる",
      model: history(["1.2.1", null], ["1.2", null], ["1.3", null], ["1.4", null]),
      violations: [{ at: "A8", params: { edition: "1.2.1", next: "1.2", cause: "edition" } }],
    },
    {
      name: "二けたの版の前後",
      model: history(["第12版", null], ["第9版", null], ["第13版", null], ["第14版", null]),
      violations: [{ at: "A8", params: { edition: "第12版", next: "第9版", cause: "edition" } }],
    },
    {
      name: "版数が前後している。早く来すぎた行を指す",
      model: history(["第1.0版", null], ["第1.2版", null], ["第1.1版", null], ["第1.3版", null]),
      violations: [{ at: "A9", params: { edition: "第1.2版", next: "第1.1版", cause: "edition" } }],
    },
    {
      name: "版数は順だが、発行日が前後している",
      model: history(["第1版", "2023-03-31"], ["第2版", "2024-09-30"], ["第3版", "2024-03-26"]),
      violations: [{ at: "A9", params: { edition: "第2版", next: "第3版", cause: "date" } }],
    },
    {
      name: "版数も発行日も前後していれば、指摘は一つ",
      model: history(
        ["第1版", "2023-03-31"],
        ["第3版", "2025-03-31"],
        ["第2版", "2024-03-31"],
        ["第4版", "2026-03-31"],
      ),
      violations: [{ at: "A9", params: { edition: "第3版", next: "第2版", cause: "edition" } }],
    },
    {
      name: "新しい順の表で前後している",
      model: history(["第4版", null], ["第2版", null], ["第3版", null], ["第1版", null]),
      violations: [{ at: "A9", params: { edition: "第2版", next: "第3版", cause: "edition" } }],
    },
    {
      name: "三つの数からなる版は小数として読まない",
      model: history(["1.1.9", null], ["1.3.1", null], ["1.2.10", null], ["1.4.0", null]),
      violations: [{ at: "A9", params: { edition: "1.3.1", next: "1.2.10", cause: "edition" } }],
    },
  ],
});
