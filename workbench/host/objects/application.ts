import type { Registry } from "../interpreter/definition";
import type { WorkbookModel } from "../model/workbook";

export function defineApplication(registry: Registry): void {
  registry.define<WorkbookModel>("Application", {
    get: {
      CalculationMode: (workbook) => workbook.calculationMode,
      CalculationState: () => "Done",
      CalculationEngineVersion: () => 191029,
      DecimalSeparator: () => ".",
      ThousandsSeparator: () => ",",
      UseSystemSeparators: () => true,
    },
    set: {
      CalculationMode: (workbook, value: string) => { workbook.calculationMode = value; },
    },
    go: { CultureInfo: (workbook) => workbook },
    call: {
      Calculate: (workbook) => { workbook.touch(); workbook.calculate(); return null; },
      SuspendScreenUpdatingUntilNextSync: () => null,
      SuspendApiCalculationUntilNextSync: () => null,
      CreateWorkbook: (_workbook, [base64]: readonly never[]) => ({ base64 }),
    },
  });
  registry.define<{ base64?: string }>("WorkbookCreated", {
    get: { Id: () => "created-1" },
    call: {
      Open: (created, _none, environment) => { environment.openWorkbook(created.base64); return null; },
    },
  });
  registry.define("CultureInfo", { get: { Name: () => "ja-JP" } });
}
