import { Refusal } from "../host-failure";

/** Excel on the web takes 5 MB a request; a good third is left for what we misjudge. */
export const WEB_BYTES = 3_200_000;

/** Windows and Mac have no such published limit: everything goes out at once, whatever the rows. */
export function requestLimit(): number {
  const platform = (Office.context as Partial<Office.Context> | undefined)?.platform;
  return String(platform) === "OfficeOnline" ? WEB_BYTES : Infinity;
}

export interface RequestOptions {
  readonly signal?: AbortSignal | undefined;
  readonly onRequest?: (() => void) | undefined;
  /** Bytes that a request may have. */
  readonly limit: number;
}

/** Queues work and sends it in as few requests as Excel allows. A cancelled run sends nothing more. */
export class Requests {
  private used = 0;

  constructor(
    private readonly context: Excel.RequestContext,
    private readonly options: RequestOptions,
  ) {}

  /** Bytes that one piece of work may have. */
  get limit(): number {
    return this.options.limit;
  }

  /** Makes room for so many bytes, roughly counted. */
  async room(bytes: number): Promise<void> {
    if (this.used > 0 && this.used + bytes > this.options.limit) await this.send();
    if (this.used === 0) this.begin();
    this.used += bytes;
  }

  async send(): Promise<void> {
    if (this.options.signal?.aborted === true) throw new Refusal({ code: "cancelled" });
    this.used = 0;
    await this.context.sync();
    this.options.onRequest?.();
  }

  private begin(): void {
    const { application } = this.context.workbook;
    application.suspendApiCalculationUntilNextSync();
    application.suspendScreenUpdatingUntilNextSync();
  }
}

/** Bytes in UTF-8, with what JSON puts around. */
export function bytesOf(text: string): number {
  let size = text.length + 4;
  for (let at = 0; at < text.length; at++) if (text.charCodeAt(at) > 127) size += 2;
  return size;
}
