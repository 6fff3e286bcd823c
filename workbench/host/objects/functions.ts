import type { Registry } from "../interpreter/definition";
import type { WorkbookModel } from "../model/workbook";

interface FunctionResult {
  readonly value: number | string | boolean;
}

/** 1899-12-31 in the 1900 system, whose day 60 is the 29 February that 1900 did not have. */
function yearOf(serial: number, date1904: boolean): number {
  const days = serial < 61 ? serial + 1 - 25_569 : serial - 25_569;
  const epoch = date1904 ? Date.UTC(1904, 0, 1) + serial * 86_400_000 : days * 86_400_000;
  return serial === 0 && !date1904 ? 1900 : new Date(epoch).getUTCFullYear();
}

/** `workbook.functions`: calculated by Excel in the open workbook, without writing anything. */
export function defineFunctions(registry: Registry): void {
  registry.define<WorkbookModel>("Functions", {
    call: {
      Year: (workbook, [serial]: readonly never[]): FunctionResult => ({ value: yearOf(Number(serial), workbook.date1904) }),
    },
  });
  registry.define<FunctionResult>("FunctionResult", {
    get: { Value: ({ value }) => value, Error: () => null },
  });
}
