import type { Result } from "../core/common/result";
import { parseA1 } from "../core/sheet/address";
import { attempt, type HostFailure } from "./host-failure";

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
 * Tells of every edit of cells, rows and columns, our own included, by the sheet's name. Edits that come while a name is
 * asked for are told together, one call a sheet. A sheet deleted meanwhile is not told.
 */
export async function watchChanges(listener: (change: SheetChange) => void): Promise<Result<Stop, HostFailure>> {
  return attempt(() =>
    Excel.run({ delayForCellEdit: true }, async (context) => {
      const names = new SheetNames<boolean>((found) => {
        const seen = new Set<string>();
        for (const { sheet, what: isRemote } of found) {
          const key = `${sheet}\u0000${String(isRemote)}`;
          if (seen.has(key)) continue;
          seen.add(key);
          listener({ sheet, isRemote });
        }
      });
      const handler = context.workbook.worksheets.onChanged.add(({ worksheetId, source }) => {
        names.ask(worksheetId, source === "Remote");
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
      return { worksheet, what };
    });
    await context.sync();
    return asked.filter(({ worksheet }) => !worksheet.isNullObject).map(({ worksheet, what }) => ({ sheet: worksheet.name, what }));
  });
}
