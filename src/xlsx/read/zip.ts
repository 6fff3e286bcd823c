import { Inflate } from "fflate";
import { crc32 } from "./crc32";
import {
  INFLATE_STEP_BYTES,
  MAX_PARTS,
  MAX_RATIO,
  RATIO_FLOOR_BYTES,
} from "./limits";
import { damaged, PartError, tooLarge } from "./part-error";
import { ReadBudget } from "./read-budget";

interface Entry {
  readonly name: string;
  readonly method: number;
  readonly isEncrypted: boolean;
  readonly crc: number;
  readonly packedBytes: number;
  readonly headerAt: number;
}

const END_OF_DIRECTORY = 0x06054b50;
const END_OF_DIRECTORY_BYTES = 22;
const ZIP64_LOCATOR = 0x07064b50;
const ZIP64_END_OF_DIRECTORY = 0x06064b50;
const DIRECTORY_ENTRY = 0x02014b50;
const LOCAL_HEADER = 0x04034b50;
const MAX_COMMENT_BYTES = 65_535;
const ZIP64_EXTRA = 1;
const IN_ZIP64 = 0xffffffff;

/**
 * The zip archive of a workbook. Parts are found by the directory at its end, as Excel finds them, and inflated one by
 * one as they are asked for. Sizes in headers are never believed: bytes are counted as they come out.
 * May not: hold the inflated bytes of a part.
 */
export class ZipArchive {
  private readonly entries: ReadonlyMap<string, Entry>;
  readonly budget = new ReadBudget();

  constructor(private readonly bytes: Uint8Array) {
    this.entries = readDirectory(bytes);
  }

  /** Part names compare without case, and never begin with a slash. */
  has(name: string): boolean {
    return this.entries.has(name.toLowerCase());
  }

  /** Names as the archive spells them. */
  names(): string[] {
    return [...this.entries.values()].map((entry) => entry.name);
  }

  /** Hands a part's bytes over as they are inflated; the last call has `isLast`. Throws PartError. */
  inflate(name: string, maxBytes: number, receive: (chunk: Uint8Array, isLast: boolean) => void): void {
    const entry = this.entries.get(name.toLowerCase());
    if (entry === undefined) throw damaged(`no part ${name}`);
    if (entry.isEncrypted) throw new PartError("encrypted", name);
    const packed = packedBytesOf(this.bytes, entry);
    let produced = 0;
    let crc = 0;
    const count = (chunk: Uint8Array, consumed: number): void => {
      produced += chunk.length;
      crc = crc32(chunk, crc);
      if (produced > RATIO_FLOOR_BYTES && produced > consumed * MAX_RATIO) {
        throw new PartError("expands-too-much", name);
      }
      if (produced > maxBytes) throw tooLarge(`part ${name}`);
      this.budget.takeBytes(chunk.length);
    };
    if (entry.method === 0) {
      count(packed, packed.length);
      checkCrc(crc, entry);
      receive(packed, true);
      return;
    }
    if (entry.method !== 8) throw damaged(`compression method ${String(entry.method)} of ${name}`);

    let chunks: Uint8Array[] = [];
    const inflater = new Inflate((chunk) => {
      chunks.push(chunk);
    });
    for (let at = 0; ; at += INFLATE_STEP_BYTES) {
      // Thousands of sheets that all name one part must not inflate a step of it each.
      this.budget.takeBytes(0);
      const isLast = at + INFLATE_STEP_BYTES >= packed.length;
      try {
        inflater.push(packed.subarray(at, at + INFLATE_STEP_BYTES), isLast);
      } catch (error) {
        // The library throws plain Errors for data that is not deflate's.
        throw damaged(`${name}: ${error instanceof Error ? error.message : "inflate"}`);
      }
      for (const chunk of chunks) count(chunk, at + INFLATE_STEP_BYTES);
      if (isLast) checkCrc(crc, entry);
      const joined = concatenate(chunks);
      chunks = [];
      receive(joined, isLast);
      if (isLast) return;
    }
  }
}

function checkCrc(crc: number, entry: Entry): void {
  if (crc !== entry.crc) throw damaged(`checksum of ${entry.name}`);
}

function concatenate(chunks: readonly Uint8Array[]): Uint8Array {
  const [only] = chunks;
  if (only !== undefined && chunks.length === 1) return only;
  const joined = new Uint8Array(chunks.reduce((length, chunk) => length + chunk.length, 0));
  let at = 0;
  for (const chunk of chunks) {
    joined.set(chunk, at);
    at += chunk.length;
  }
  return joined;
}

/** The name and extra field of the local header may differ in length from the directory's, so it is read again. */
function packedBytesOf(bytes: Uint8Array, entry: Entry): Uint8Array {
  const view = viewOf(bytes);
  if (entry.headerAt + 30 > bytes.length || view.getUint32(entry.headerAt, true) !== LOCAL_HEADER) {
    throw damaged(`header of ${entry.name}`);
  }
  const nameLength = view.getUint16(entry.headerAt + 26, true);
  const extraLength = view.getUint16(entry.headerAt + 28, true);
  const start = entry.headerAt + 30 + nameLength + extraLength;
  const end = start + entry.packedBytes;
  if (end > bytes.length) throw damaged(`end of ${entry.name}`);
  return bytes.subarray(start, end);
}

function readDirectory(bytes: Uint8Array): Map<string, Entry> {
  const view = viewOf(bytes);
  const { start, end, count } = findDirectory(view);
  if (count > MAX_PARTS) throw tooLarge("number of parts");
  const entries = new Map<string, Entry>();
  let at = start;
  for (let index = 0; index < count; index++) {
    if (at + 46 > end || view.getUint32(at, true) !== DIRECTORY_ENTRY) throw damaged("directory of the archive");
    const flags = view.getUint16(at + 8, true);
    const nameLength = view.getUint16(at + 28, true);
    const extraLength = view.getUint16(at + 30, true);
    const next = at + 46 + nameLength + extraLength + view.getUint16(at + 32, true);
    if (next > end) throw damaged("directory of the archive");
    // Some programs write the separators of Windows.
    const name = latin1OrUtf8(bytes.subarray(at + 46, at + 46 + nameLength))
      .replaceAll("\\", "/")
      .replace(/^\/+/u, "");
    const wide = readZip64(
      view,
      at + 46 + nameLength,
      extraLength,
      [view.getUint32(at + 24, true), view.getUint32(at + 20, true), view.getUint32(at + 42, true)],
    );
    const key = name.toLowerCase();
    // A second entry of the same name is how one reader is shown another workbook than the next.
    if (entries.has(key) && !name.endsWith("/")) throw damaged(`two parts named ${name}`);
    entries.set(key, {
      name,
      method: view.getUint16(at + 10, true),
      isEncrypted: (flags & 1) !== 0,
      crc: view.getUint32(at + 16, true),
      packedBytes: wide[1],
      headerAt: wide[2],
    });
    at = next;
  }
  return entries;
}

function findDirectory(view: DataView): { start: number; end: number; count: number } {
  const last = view.byteLength - END_OF_DIRECTORY_BYTES;
  for (let at = last; at >= 0 && at >= last - MAX_COMMENT_BYTES; at--) {
    if (view.getUint32(at, true) !== END_OF_DIRECTORY) continue;
    const count = view.getUint16(at + 10, true);
    const length = view.getUint32(at + 12, true);
    const start = view.getUint32(at + 16, true);
    if (start === IN_ZIP64 || count === 0xffff) return findZip64Directory(view, at) ?? { start, end: at, count };
    if (start + length <= at) return { start, end: start + length, count };
  }
  throw damaged("no directory: truncated archive");
}

function findZip64Directory(view: DataView, endAt: number): { start: number; end: number; count: number } | undefined {
  const locator = endAt - 20;
  if (locator < 0 || view.getUint32(locator, true) !== ZIP64_LOCATOR) return undefined;
  const at = Number(view.getBigUint64(locator + 8, true));
  if (at + 56 > locator || view.getUint32(at, true) !== ZIP64_END_OF_DIRECTORY) return undefined;
  const count = Number(view.getBigUint64(at + 32, true));
  const length = Number(view.getBigUint64(at + 40, true));
  const start = Number(view.getBigUint64(at + 48, true));
  return start + length <= at ? { start, end: start + length, count } : undefined;
}

/** Sizes and offset of an entry; those that do not fit 32 bits stand, in this order, in an extra field. */
function readZip64(
  view: DataView,
  extraAt: number,
  extraLength: number,
  narrow: readonly [number, number, number],
): [number, number, number] {
  const wide: [number, number, number] = [narrow[0], narrow[1], narrow[2]];
  if (!narrow.includes(IN_ZIP64)) return wide;
  const end = extraAt + extraLength;
  for (let at = extraAt; at + 4 <= end; at += 4 + view.getUint16(at + 2, true)) {
    if (view.getUint16(at, true) !== ZIP64_EXTRA) continue;
    const fieldEnd = Math.min(end, at + 4 + view.getUint16(at + 2, true));
    let value = at + 4;
    for (const slot of [0, 1, 2] as const) {
      if (narrow[slot] !== IN_ZIP64 || value + 8 > fieldEnd) continue;
      wide[slot] = Number(view.getBigUint64(value, true));
      value += 8;
    }
    break;
  }
  return wide;
}

function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

/** Part names are ASCII; others only have to stay apart from each other. */
function latin1OrUtf8(bytes: Uint8Array): string {
  return new TextDecoder("utf-8").decode(bytes);
}
