/** What a check of the conformance scenario may use: the library as it stands in a page, and nothing of the host. */
export interface Library {
  readonly Excel: typeof Excel;
  readonly OfficeExtension: typeof OfficeExtension;
}

export interface Check {
  readonly name: string;
  readonly run: (library: Library) => Promise<void>;
}

/** Sheets that the scenario expects in the workbook. */
export const SCENARIO_SHEETS: Readonly<Record<string, readonly (readonly (string | number | boolean | null)[])[]>> = {
  指標: [["指標", "基準値", "目標値"], ["人口", 100, 120], ["観光客数", 2_000, null], ["待機児童", 5, 0]],
  参考: [["メモ"], ["自由記述"]],
};

export class Mismatch extends Error {
  override readonly name = "Mismatch";
}

export function same(actual: unknown, expected: unknown): void {
  const [a, b] = [JSON.stringify(actual), JSON.stringify(expected)];
  if (a !== b) throw new Mismatch(`${a} is not ${b}`);
}

export async function refused(library: Library, code: string, batch: (context: Excel.RequestContext) => Promise<void>): Promise<OfficeExtension.Error> {
  try {
    await library.Excel.run(batch);
  } catch (error) {
    const found = error as OfficeExtension.Error;
    same(found.code, code);
    return found;
  }
  throw new Mismatch(`not refused with ${code}`);
}

export type Batch = (context: Excel.RequestContext, sheet: Excel.Worksheet) => Promise<void>;

/** A check on a sheet of its own, made before and deleted after. */
export function onSheet(name: string, batch: Batch): Check {
  return {
    name,
    run: async ({ Excel }) => {
      await Excel.run(async (context) => {
        const sheet = context.workbook.worksheets.add();
        await context.sync();
        try {
          await batch(context, sheet);
        } finally {
          sheet.delete();
          await context.sync();
        }
      });
    },
  };
}

export function check(name: string, run: (library: Library) => Promise<void>): Check {
  return { name, run };
}

/** Writes `values` at A1 and reads one property of the block. */
export function written(name: string, given: unknown[][], read: "values" | "valueTypes" | "text" | "numberFormat" | "formulas", expected: unknown[][]): Check {
  return onSheet(name, async (context, sheet) => {
    const range = sheet.getRangeByIndexes(0, 0, given.length, given[0]?.length ?? 1);
    range.values = given as never;
    await context.sync();
    range.load({ [read]: true });
    await context.sync();
    same(range[read], expected);
  });
}

/** Waits for what comes by event. */
export async function until(isDone: () => boolean): Promise<void> {
  for (let tries = 0; tries < 60 && !isDone(); tries++) await new Promise((go) => setTimeout(go, 5));
}
