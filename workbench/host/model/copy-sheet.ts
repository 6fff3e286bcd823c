import { renameInFormula } from "../formula/shift";
import { HostError } from "../interpreter/protocol";
import type { SheetModel } from "./workbook";

/** A copy of a sheet in the same workbook: contents, looks and rules; charts and comments too. */
export function copySheet(source: SheetModel, position: string | null, relativeTo: SheetModel | null): SheetModel {
  const { workbook } = source;
  if (workbook.isStructureProtected) throw new HostError("AccessDenied", "The workbook's structure is protected.");
  const name = copyName(source);
  const { sheets } = workbook;
  const at = place(sheets, position ?? "None", relativeTo);
  const copy = workbook.addSheet(name, at);
  for (const [row, cells] of source.rows) copy.rows.set(row, new Map([...cells].map(([column, cell]) => [column, { ...cell }])));
  for (const [row, model] of source.rowModels) copy.rowModels.set(row, { ...model });
  for (const [column, model] of source.columnModels) copy.columnModels.set(column, { ...model });
  copy.merges = [...source.merges];
  copy.tabColor = source.tabColor;
  copy.showGridlines = source.showGridlines;
  copy.frozen = source.frozen;
  copy.pageLayout = structuredClone(source.pageLayout);
  copy.autoFilter = structuredClone(source.autoFilter);
  copy.conditionalFormats.push(...source.conditionalFormats.map((format) => ({ ...structuredClone(format), id: workbook.newGuid() })));
  copy.validations.push(...source.validations.map((validation) => structuredClone(validation)));
  copy.hyperlinks.push(...source.hyperlinks.map((link) => structuredClone(link)));
  copy.customProperties.push(...source.customProperties.map((property) => ({ ...property })));
  copy.names.push(...source.names.map((each) => ({ ...each, formula: renameInFormula(each.formula, source.name, name) })));
  copy.comments.push(...source.comments.map((comment) => ({ ...structuredClone(comment), id: workbook.newGuid() })));
  copy.horizontalBreaks.push(...source.horizontalBreaks);
  copy.verticalBreaks.push(...source.verticalBreaks);
  copy.showHeadings = source.showHeadings;
  copy.standardWidth = source.standardWidth;
  copy.standardHeight = source.standardHeight;
  for (const chart of source.charts) {
    const made = { ...structuredClone(chart), id: workbook.newGuid() };
    delete made.part;
    // A chart of the sheet's own cells shows the copy's; formulas that name the sheet go on naming it.
    for (const series of made.series) for (const key of ["values", "categories", "nameFrom"] as const) if (series[key] !== undefined) series[key] = renameInFormula(series[key], source.name, name);
    copy.charts.push(made);
    copy.changes.chart(made);
  }
  Object.assign(copy.protection, structuredClone(source.protection));
  return copy;
}

function copyName(source: SheetModel): string {
  for (let number = 2; ; number++) {
    const suffix = ` (${String(number)})`;
    const name = source.name.slice(0, 31 - suffix.length) + suffix;
    if (source.workbook.findSheet(name) === undefined) return name;
  }
}

function place(sheets: readonly SheetModel[], position: string, relativeTo: SheetModel | null): number {
  switch (position) {
    case "Beginning":
      return 0;
    case "Before":
    case "After": {
      const at = relativeTo === null ? -1 : sheets.indexOf(relativeTo);
      if (at < 0) throw new HostError("InvalidArgument", "The argument is invalid or missing or has an incorrect format.");
      return position === "Before" ? at : at + 1;
    }
    default:
      return sheets.length;
  }
}
