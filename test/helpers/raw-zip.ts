import { deflateRawSync, constants } from "node:zlib";
import { crc32 } from "../../src/xlsx/read/crc32";

/** An archive entry as it is to stand in the file, true or not. */
export interface RawEntry {
  readonly name: string;
  readonly packed: Uint8Array;
  readonly method: number;
  readonly crc: number;
  /** What the headers claim to come out. */
  readonly claimedSize: number;
  readonly flags?: number;
}

export function honestEntry(name: string, content: string | Uint8Array): RawEntry {
  const bytes = typeof content === "string" ? new TextEncoder().encode(content) : content;
  return { name, packed: deflateRawSync(bytes), method: 8, crc: crc32(bytes), claimedSize: bytes.length };
}

/** A few packed bytes from which `megabytes` of one character come out, between a beginning and an end. */
export function bomb(head: string, filler: string, tail: string, megabytes: number): Uint8Array {
  const flush = { level: 9, finishFlush: constants.Z_FULL_FLUSH };
  const block = deflateRawSync(Buffer.alloc(1024 * 1024, filler), flush);
  return Buffer.concat([
    deflateRawSync(Buffer.from(head), flush),
    ...Array.from({ length: megabytes }, () => block),
    deflateRawSync(Buffer.from(tail)),
  ]);
}

/** Writes an archive without judging what it is told. */
export function rawZip(entries: readonly RawEntry[]): Uint8Array {
  const locals: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const entry of entries) {
    const name = Buffer.from(entry.name);
    const fields = Buffer.alloc(26);
    fields.writeUInt16LE(20, 0);
    fields.writeUInt16LE(entry.flags ?? 0, 2);
    fields.writeUInt16LE(entry.method, 4);
    fields.writeUInt32LE(entry.crc, 10);
    fields.writeUInt32LE(entry.packed.length, 14);
    fields.writeUInt32LE(entry.claimedSize, 18);
    fields.writeUInt16LE(name.length, 22);
    locals.push(signature(0x04034b50), fields, name, Buffer.from(entry.packed));
    const place = Buffer.alloc(14);
    place.writeUInt32LE(offset, 10);
    directory.push(signature(0x02014b50), Buffer.from([20, 0]), fields, place, name);
    offset += 30 + name.length + entry.packed.length;
  }
  const listed = Buffer.concat(directory);
  const end = Buffer.alloc(18);
  end.writeUInt16LE(entries.length, 4);
  end.writeUInt16LE(entries.length, 6);
  end.writeUInt32LE(listed.length, 8);
  end.writeUInt32LE(offset, 12);
  return Buffer.concat([...locals, listed, signature(0x06054b50), end]);
}

function signature(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value);
  return bytes;
}
