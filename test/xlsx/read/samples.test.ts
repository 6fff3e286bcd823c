import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { readXlsx } from "hucre/xlsx";
import { toA1 } from "../../../src/core/sheet/address";
import { isCellError } from "../../../src/core/sheet/snapshot";
import { readWorkbook } from "../../../src/xlsx/read/read-workbook";

const samples = readdirSync("samples").filter((file) => file.endsWith(".xlsx"));

test.each(samples)("%s: 別の読み取りライブラリとすべてのセルの値が一致する", async (file) => {
  const bytes = new Uint8Array(readFileSync(join("samples", file)));
  const result = readWorkbook(bytes, file);
  if (!result.ok) throw new Error(result.failure.code);
  const other = await readXlsx(bytes);

  expect(result.value.sheets.map((sheet) => sheet.name)).toEqual(other.sheets.map((sheet) => sheet.name));
  for (const [index, sheet] of result.value.sheets.entries()) {
    expect(sheet.problem).toBeUndefined();
    const ours = new Map<string, unknown>();
    for (const { row, cells } of sheet.rows) {
      for (const { column, value } of cells) ours.set(toA1({ row, column }), isCellError(value) ? value.error : value);
    }
    const theirs = new Map<string, unknown>();
    for (const [row, values] of (other.sheets[index]?.rows ?? []).entries()) {
      for (const [column, value] of values.entries()) {
        if (value !== null && value !== "") theirs.set(toA1({ row, column }), value);
      }
    }
    expect(ours.size).toBeGreaterThan(0);
    expect(ours).toEqual(theirs);
  }
});
