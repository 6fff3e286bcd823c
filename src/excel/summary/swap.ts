import { toOwnerText, type FormerPlace } from "../../core/report/summary-record";
import { OWNER_PROPERTY } from "../../core/sheet/owner-property";
import type { Directory, SheetSeen } from "./directory";
import type { SheetLayout } from "./sheet-layout";

/** Excel's own limit for a sheet's name. */
const MOST_NAME = 31;

export interface Swap {
  readonly make: string;
  readonly directory: Directory;
  readonly layouts: readonly SheetLayout[];
  /** Worksheets of the new summary, in the order of the layouts. */
  readonly made: readonly Excel.Worksheet[];
  /** Sheets of the summary so far: hidden and kept for 元に戻す, or left to the people who have made them theirs. */
  readonly parked: readonly Parked[];
}

export interface Parked {
  readonly key: string;
  readonly seen: SheetSeen;
  readonly name: string;
  readonly how: "hidden" | "handed-over";
}

/** 「（前回）総括」, in 31 characters. */
export function parkedName(name: string): string {
  const prefix = "（前回）";
  const rest = name.startsWith(prefix) ? name.slice(prefix.length) : name;
  return `${prefix}${rest}`.slice(0, MOST_NAME);
}

export function placesOf(parked: readonly Parked[]): readonly FormerPlace[] {
  return parked.filter(({ how }) => how === "hidden").map(({ key, seen: { name, visibility } }) => ({ key, name, visibility }));
}

/** Queued for the last request, in an order in which everything up to the record can be taken back. */
export function queueSwap(context: Excel.RequestContext, { make, directory, layouts, made, parked }: Swap): void {
  const { worksheets } = context.workbook;
  for (const { key, seen, name, how } of parked) {
    const worksheet = worksheets.getItem(seen.id);
    worksheet.name = name;
    if (how === "hidden") worksheet.visibility = "Hidden";
    worksheet.customProperties.add(OWNER_PROPERTY, toOwnerText(how === "hidden" ? "former" : "left", key, seen.owner?.make ?? make));
  }
  for (const [index, { sheet, name }] of layouts.entries()) {
    const worksheet = made[index];
    if (worksheet === undefined) continue;
    worksheet.name = name;
    worksheet.customProperties.add(OWNER_PROPERTY, toOwnerText("now", sheet.key, make));
  }
  for (const { worksheet, position } of positions(directory, layouts, made, parked)) worksheet.position = position;
}

/**
 * Each new sheet goes to where its forerunner is, which moves one to the right; those without one follow the sheet before
 * them, or stay at the end. Sheets that have no object (chart sheets) count as places, too.
 */
function positions(
  directory: Directory,
  layouts: readonly SheetLayout[],
  made: readonly Excel.Worksheet[],
  parked: readonly Parked[],
): readonly { readonly worksheet: Excel.Worksheet; readonly position: number }[] {
  if (parked.length === 0) return [];
  const last = Math.max(-1, ...directory.sheets.map(({ position }) => position));
  const order: (SheetSeen | Excel.Worksheet | null)[] = Array.from({ length: last + 1 }, (_, at) => directory.sheets.find(({ position }) => position === at) ?? null);
  const placed = new Map<string, Excel.Worksheet>();
  for (const [index, { sheet }] of layouts.entries()) {
    const worksheet = made[index];
    if (worksheet === undefined) continue;
    const forerunner = parked.find(({ key }) => key === sheet.key)?.seen;
    const before = layouts[index - 1] === undefined ? undefined : placed.get(layouts[index - 1]?.sheet.key ?? "");
    const beforeAt = before === undefined ? -1 : order.indexOf(before);
    // After the sheet before it, and after what that one has taken the place of.
    const follows = beforeAt < 0 ? order.length : beforeAt + (parked.some(({ seen }) => seen === order[beforeAt + 1]) ? 2 : 1);
    order.splice(forerunner === undefined ? follows : order.indexOf(forerunner), 0, worksheet);
    placed.set(sheet.key, worksheet);
  }
  return order.flatMap((item, position) => (item !== null && made.includes(item as Excel.Worksheet) ? [{ worksheet: item as Excel.Worksheet, position }] : []));
}
