import { parseOwner, parseSummaryRecord, SUMMARY_NAMESPACE, type Owner, type SummaryRecord } from "../../core/report/summary-record";
import { Refusal } from "../host-failure";
import { JournalPart, OwnPart } from "../own-part";
import { toRegion } from "../read-directory";
import type { Region } from "../../core/sheet/region";
import { OWNER_PROPERTY } from "../../core/sheet/owner-property";

export interface SheetSeen {
  readonly id: string;
  readonly name: string;
  readonly position: number;
  readonly visibility: "Visible" | "Hidden" | "VeryHidden";
  /** The value of our property; null where the sheet has none. */
  readonly ownerText: string | null;
  readonly owner: Owner | undefined;
  readonly filled: Region | undefined;
}

/** What there is before we begin, and what a failed run has to be put back to. */
export interface Directory {
  readonly sheets: readonly SheetSeen[];
  /** The sheets of the summary as it stands, by key. */
  readonly now: ReadonlyMap<string, SheetSeen>;
  readonly record: SummaryRecord | undefined;
  readonly recordText: string | null;
  readonly journalText: string | null;
  /** Names of tables and of other things that a new table may not share. */
  readonly tableNames: readonly string[];
  readonly parts: { readonly record: OwnPart; readonly journal: JournalPart };
}

function summaryPart(context: Excel.RequestContext): OwnPart {
  return new OwnPart(context, SUMMARY_NAMESPACE, "summary");
}

/** Two requests. Refuses where the workbook's structure is protected: no sheet could be added. */
export async function readDirectory(context: Excel.RequestContext): Promise<Directory> {
  const { workbook } = context;
  workbook.load({ readOnly: true });
  workbook.protection.load({ protected: true });
  workbook.worksheets.load({ id: true, name: true, position: true, visibility: true });
  workbook.tables.load({ name: true });
  workbook.names.load({ name: true });
  const parts = { record: summaryPart(context), journal: new JournalPart(context) };
  await context.sync();
  if (workbook.protection.protected) throw new Refusal({ code: "workbook-protected" });

  const asked = workbook.worksheets.items.map((worksheet) => {
    const property = worksheet.customProperties.getItemOrNullObject(OWNER_PROPERTY);
    property.load({ value: true });
    const filled = worksheet.getUsedRangeOrNullObject(true);
    filled.load({ rowIndex: true, columnIndex: true, rowCount: true, columnCount: true });
    return { worksheet, property, filled };
  });
  parts.record.askText();
  parts.journal.askText();
  await context.sync();

  const sheets = asked.map(({ worksheet: { id, name, position, visibility }, property, filled }): SheetSeen => {
    const ownerText = property.isNullObject ? null : property.value;
    return { id, name, position, visibility, ownerText, owner: parseOwner(ownerText), filled: filled.isNullObject ? undefined : toRegion(filled) };
  });
  const record = parseSummaryRecord(parts.record.text);
  return {
    sheets,
    now: sheetsNow(sheets, record),
    record,
    recordText: parts.record.text,
    journalText: parts.journal.text,
    tableNames: [...workbook.tables.items.map(({ name }) => name), ...workbook.names.items.map(({ name }) => name)],
    parts,
  };
}

/** A copy that someone made of a sheet of ours says that it is ours, too: then the one that bears the recorded name is. */
function sheetsNow(sheets: readonly SheetSeen[], record: SummaryRecord | undefined): ReadonlyMap<string, SheetSeen> {
  const found = new Map<string, SheetSeen>();
  for (const sheet of sheets) {
    if (sheet.owner?.state !== "now") continue;
    const recorded = record?.sheets.find(({ key }) => key === sheet.owner?.key)?.name;
    if (!found.has(sheet.owner.key) || sheet.name === recorded) found.set(sheet.owner.key, sheet);
  }
  return found;
}
