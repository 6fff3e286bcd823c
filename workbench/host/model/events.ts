import type { CellContent } from "../../../src/core/sheet/snapshot";

/** One event for the add-in, as the library's generic registration takes it. */
export interface HostEvent {
  readonly messageType: number;
  readonly targetId: string;
  /** Becomes the JSON text of the message. */
  readonly message: Readonly<Record<string, unknown>>;
  readonly isRemote?: boolean;
  /** What is known only once formulas are calculated; asked when the event is sent. */
  readonly late?: () => Readonly<Record<string, unknown>>;
}

/** Numbers by which the library tells events apart. */
export const EventType = {
  SheetChanged: 10, SheetActivated: 11, SheetDeactivated: 12, SheetAdded: 13, SelectionChanged: 14, SheetDeleted: 15,
  Calculated: 16, FormatChanged: 18, RowSorted: 19, RowHiddenChanged: 22, ProtectionChanged: 24, NameChanged: 25,
  VisibilityChanged: 26, Moved: 27, ChartAdded: 50, ChartDeleted: 53, TableChanged: 101, TableAdded: 102, TableDeleted: 103,
} as const;

export type ChangeType = "RangeEdited" | "RowInserted" | "RowDeleted" | "ColumnInserted" | "ColumnDeleted" | "CellInserted" | "CellDeleted";

/** Who caused it, as far as Excel says: this add-in from 1.14 on, or anybody. */
export type Trigger = "Unknown" | "ThisLocalAddin";

/** Which way cells went, in the library's words. */
export type ShiftDirection = "None" | "ShiftCellDown" | "ShiftCellRight" | "ShiftCellUp" | "ShiftCellLeft";

export function sheetChanged(
  { source, trigger }: { readonly source: "Local" | "Remote"; readonly trigger: Trigger },
  worksheetId: string,
  address: string,
  changeType: ChangeType,
  shiftDirection: ShiftDirection,
  cell?: { readonly before: CellContent | null; readonly after: () => CellContent | null },
): HostEvent[] {
  const message = {
    address, changeType, source, worksheetId, triggerSource: trigger, shiftDirection,
    ...(cell === undefined ? {} : { valueBefore: toWire(cell.before), valueTypeBefore: valueType(cell.before) }),
  };
  const late = cell === undefined ? {} : { late: () => ({ valueAfter: toWire(cell.after()), valueTypeAfter: valueType(cell.after()) }) };
  return [
    { messageType: EventType.SheetChanged, targetId: worksheetId, message, ...late },
    { messageType: EventType.SheetChanged, targetId: "Workbook", message, ...late },
  ];
}

/** What `values` gives for a content. */
export function toWire(content: CellContent | null): string | number | boolean {
  if (content === null) return "";
  return typeof content === "object" ? content.error : content;
}

/** What `valueTypes` gives for a content. */
export function valueType(content: CellContent | null): string {
  if (content === null) return "Empty";
  if (typeof content === "object") return "Error";
  return typeof content === "number" ? "Double" : typeof content === "boolean" ? "Boolean" : "String";
}
