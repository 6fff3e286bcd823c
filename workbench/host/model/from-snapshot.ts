import { SETTINGS_NAMESPACE } from "../../../src/core/settings-part";
import type { WorkbookSnapshot } from "../../../src/core/sheet/snapshot";
import { DEFAULT_STYLE } from "./style";
import { WorkbookModel } from "./workbook";

/** Contents alone, without looks: enough for reading. */
export function fromSnapshot(snapshot: WorkbookSnapshot): WorkbookModel {
  const workbook = new WorkbookModel(snapshot.file);
  workbook.date1904 = snapshot.date1904;
  const styles = new Map<string, typeof DEFAULT_STYLE>();
  for (const [position, source] of snapshot.sheets.entries()) {
    if (source.problem === "chart-sheet") {
      workbook.otherSheets.push({ name: source.name, position });
      continue;
    }
    const sheet = workbook.addSheet(source.name);
    sheet.visibility = source.visibility;
    sheet.merges = [...source.merges];
    for (const row of source.hiddenRows) sheet.rowModels.set(row, { hidden: true });
    for (const column of source.hiddenColumns) sheet.columnModels.set(column, { hidden: true });
    for (const { row, cells } of source.rows) {
      for (const cell of cells) {
        const made = sheet.ensure(row, cell.column);
        made.content = cell.value;
        made.formula = cell.formula;
        if (cell.format === DEFAULT_STYLE.numberFormat) continue;
        let style = styles.get(cell.format);
        if (style === undefined) styles.set(cell.format, (style = { ...DEFAULT_STYLE, numberFormat: cell.format }));
        made.style = style;
      }
    }
  }
  if (snapshot.settings !== null) {
    const escaped = snapshot.settings.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
    workbook.customXmlParts.push({ id: workbook.newGuid(), xml: `<settings xmlns="${SETTINGS_NAMESPACE}">${escaped}</settings>` });
  }
  workbook.activateFirst();
  workbook.isStructureChanged = false;
  return workbook;
}
