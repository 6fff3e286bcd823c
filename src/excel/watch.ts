import type { Result } from "../core/common/result";
import { parseA1 } from "../core/sheet/address";
import { OWNER_PROPERTY } from "../core/sheet/owner-property";
import { attempt, type HostFailure } from "./host-failure";
import { isOwnEdit } from "./own-edits";

export interface SheetChange {
  readonly sheet: string;
  /** Someone else's edit (共同編集). */
  readonly isRemote: boolean;
}

export interface SelectedPlace {
  readonly sheet: string;
  readonly row: number;
  readonly column: number;
}

/** Ends the watching; that it fails tells nothing new. */
type Stop = () => Promise<void>;

/**
 * Tells of every edit of cells, rows and columns that may change what a reading gives, by the sheet's name: not of our
 * own, and not of those on sheets of our report, which are not read. Edits that come while a name is asked for are told
 * together, one call a sheet. A sheet deleted meanwhile is not told.
 */
export async function watchChanges(listener: (change: SheetChange) => void): Promise<Result<Stop, HostFailure>> {
  return attempt(() =>
    Excel.run({ delayForCellEdit: true }, async (context) => {
      const names = new SheetNames<boolean>((found) => {
        const seen = new Set<string>();
        for (const { sheet, isReport, what: isRemote } of found) {
          if (isReport) continue;
          const key = `${sheet}\u0000${String(isRemote)}`;
          if (seen.has(key)) continue;
          seen.add(key);
          listener({ sheet, isRemote });
        }
      });
      const handler = context.workbook.worksheets.onChanged.add((event) => {
        if (!isOwnEdit(event)) names.ask(event.worksheetId, event.source === "Remote");
        return Promise.resolve();
      });
      await context.sync();
      return () => stop(handler, names);
    }),
  );
}

/** Tells which cell is selected, by the first cell of the first area. While names are asked for only the latest counts. */
export async function watchSelection(listener: (place: SelectedPlace) => void): Promise<Result<Stop, HostFailure>> {
  return attempt(() =>
    Excel.run({ delayForCellEdit: true }, async (context) => {
      const names = new SheetNames<{ readonly row: number; readonly column: number }>((found) => {
        const last = found.at(-1);
        if (last !== undefined) listener({ sheet: last.sheet, ...last.what });
      });
      const handler = context.workbook.worksheets.onSelectionChanged.add(({ worksheetId, address }) => {
        names.ask(worksheetId, firstCell(address));
        return Promise.resolve();
      });
      await context.sync();
      return () => stop(handler, names);
    }),
  );
}

/** `B5:H17,J2`, `B:C` or `5:7` → its first cell. */
function firstCell(address: string): { readonly row: number; readonly column: number } {
  const first = address.slice(address.lastIndexOf("!") + 1).split(/[,:]/u)[0]?.replaceAll("$", "") ?? "";
  return parseA1(first) ?? parseA1(/^\d+$/u.test(first) ? `A${first}` : `${first}1`) ?? { row: 0, column: 0 };
}

async function stop<Arguments>(handler: OfficeExtension.EventHandlerResult<Arguments>, names: { readonly close: () => void }): Promise<void> {
  names.close();
  // An event is taken off in the context that it was put on in.
  await attempt(() =>
    Excel.run({ delayForCellEdit: true, previousObjects: handler.context }, async (context) => {
      handler.remove();
      await context.sync();
    }),
  );
}

interface Named<What> {
  readonly sheet: string;
  /** A sheet of our report, as reading knows it. */
  readonly isReport: boolean;
  readonly what: What;
}

/** Events name sheets by their id. Asks for the names of those that came meanwhile in one request, one request at a time. */
class SheetNames<What> {
  private waiting: { readonly id: string; readonly what: What }[] = [];
  private isAsking = false;
  private isClosed = false;

  constructor(private readonly tell: (found: readonly Named<What>[]) => void) {}

  ask(id: string, what: What): void {
    this.waiting.push({ id, what });
    if (!this.isAsking) void this.work();
  }

  close(): void {
    this.isClosed = true;
    this.waiting = [];
  }

  private async work(): Promise<void> {
    this.isAsking = true;
    try {
      while (this.waiting.length > 0) {
        const batch = this.waiting;
        this.waiting = [];
        const found = await attempt(() => nameThem(batch));
        if (found.ok && !this.isClosed) this.tell(found.value);
      }
    } finally {
      this.isAsking = false;
    }
  }
}

async function nameThem<What>(batch: readonly { readonly id: string; readonly what: What }[]): Promise<readonly Named<What>[]> {
  return Excel.run({ delayForCellEdit: true }, async (context) => {
    const asked = batch.map(({ id, what }) => {
      const worksheet = context.workbook.worksheets.getItemOrNullObject(id);
      worksheet.load({ name: true });
      const property = worksheet.customProperties.getItemOrNullObject(OWNER_PROPERTY);
      property.load({ key: true });
      return { worksheet, property, what };
    });
    await context.sync();
    return asked.filter(({ worksheet }) => !worksheet.isNullObject).map(({ worksheet, property, what }) => ({ sheet: worksheet.name, isReport: !property.isNullObject, what }));
  });
}
