/** @jest-environment node */
import { readFileSync } from "node:fs";
import { basename } from "node:path";
import { analyze, defaultSettings, describeFinding, planReport } from "../../../src/core";
import { bandsOf, BAND_CELLS } from "../../../src/taskpane/engine/protocol";
import { startInProcess } from "../../../src/taskpane/engine/in-process";
import { EngineClosed } from "../../../src/taskpane/engine/engine";
import { readWorkbook } from "../../../src/xlsx";

const DAY = "2026-04-01";

function snapshotOf(path: string) {
  const read = readWorkbook(new Uint8Array(readFileSync(path)), basename(path));
  if (!read.ok) throw new Error(read.failure.code);
  return read.value;
}

test.each(["samples/d02-ebetsu-2nd-results.xlsx", "samples/d10-everything.xlsx"])("%s の点検は、分けて渡しても、そのまま渡したときと同じ指摘と集計になる", async (path) => {
  const snapshot = snapshotOf(path);
  const analysis = analyze(snapshot, defaultSettings, DAY);
  const engine = await startInProcess();
  await engine.load(snapshot);
  const outcome = await engine.check(null, DAY);
  expect(outcome.findings.map(({ rule, key, message, cell }) => [rule, key, message, cell])).toHaveLength(analysis.findings.length);
  expect(outcome.findings.map(({ message }) => message)).toEqual(analysis.findings.map(describeFinding));
  expect(new Set(outcome.findings.map(({ id }) => id)).size).toBe(outcome.findings.length);
  expect(JSON.stringify(await engine.report())).toBe(JSON.stringify(planReport(analysis)));
  engine.close();
});

test("設定は読み直さずに当てはまり、読めない設定は使わずに訳を示す", async () => {
  const engine = await startInProcess();
  await engine.load(snapshotOf("samples/d01-ebetsu-3rd-kpi.xlsx"));
  const all = await engine.check(null, DAY);
  const rule = all.findings[0]?.rule ?? "";
  const without = await engine.check(JSON.stringify({ rulesOff: [rule] }), DAY);
  expect(without.findings.some((finding) => finding.rule === rule)).toBe(false);
  expect((await engine.settings('{"version":9}')).settingsProblem).toEqual({ code: "newer" });
  expect((await engine.settings("{")).settingsProblem).toEqual({ code: "damaged", place: "" });
  expect((await engine.check('{"rulesOf":[]}', DAY)).settingsProblem).toEqual({ code: "damaged", place: "rulesOf" });
  engine.close();
});

test("閉じると、途中の問いも、あとの問いも、終わったと分かる", async () => {
  const engine = await startInProcess();
  const waiting = engine.check(null, DAY);
  engine.close();
  await expect(waiting).rejects.toThrow(EngineClosed);
  await expect(engine.report()).rejects.toThrow(EngineClosed);
});

test("行は、決めた数のセルごとに分かれ、一つも落ちない", () => {
  const rows = Array.from({ length: 1_000 }, (_, row) => ({ row, cells: Array.from({ length: 10 }, (__, column) => ({ column, value: 1, format: "General" })) }));
  const bands = [...bandsOf(rows)];
  expect(bands.flat()).toEqual(rows);
  expect(Math.max(...bands.map((band) => band.length * 10))).toBeLessThanOrEqual(BAND_CELLS + 10);
});
