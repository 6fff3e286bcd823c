import { damaged } from "./part-error";

/** A stretch of text; `isLast` with the last one, which may be empty. */
export type TextReceiver = (text: string, isLast: boolean) => void;

/**
 * Turns the bytes of an XML part into text as they come. UTF-8 is what Excel writes; UTF-16 is allowed too and comes from
 * other programs. Bytes that are not text of that encoding make the part damaged.
 */
export function xmlDecoder(part: string, receive: TextReceiver): (chunk: Uint8Array, isLast: boolean) => void {
  let decode: ((chunk: Uint8Array, isLast: boolean) => string) | undefined;
  let head: Uint8Array = new Uint8Array(0);
  return (chunk, isLast) => {
    let bytes: Uint8Array = chunk;
    if (decode === undefined) {
      bytes = joined(head, chunk);
      if (bytes.length < SNIFFED_BYTES && !isLast) {
        head = bytes;
        return;
      }
      decode = isUtf16(bytes) ? streamDecoder(part, isUtf16(bytes)) : utf8Decoder(part);
    }
    receive(decode(bytes, isLast), isLast);
  };
}

const SNIFFED_BYTES = 4;

type Utf16 = "utf-16le" | "utf-16be";

function isUtf16(bytes: Uint8Array): Utf16 | false {
  const [first, second] = bytes;
  if ((first === 0xff && second === 0xfe) || (first === 0x3c && second === 0)) return "utf-16le";
  if ((first === 0xfe && second === 0xff) || (first === 0 && second === 0x3c)) return "utf-16be";
  return false;
}

function streamDecoder(part: string, encoding: Utf16 | false): (chunk: Uint8Array, isLast: boolean) => string {
  const decoder = new TextDecoder(encoding === false ? "utf-8" : encoding, { fatal: true });
  return (chunk, isLast) => guarded(part, () => decoder.decode(chunk, { stream: !isLast }));
}

/**
 * Cuts at the borders of characters by hand: a decoder in streaming mode is several times slower than one that is given
 * whole text.
 */
function utf8Decoder(part: string): (chunk: Uint8Array, isLast: boolean) => string {
  const decoder = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });
  let rest: Uint8Array = new Uint8Array(0);
  let isFirst = true;
  return (chunk, isLast) => {
    const bytes = joined(rest, chunk);
    const end = isLast ? bytes.length : lastCharacterBorder(bytes);
    rest = bytes.slice(end);
    const text = guarded(part, () => decoder.decode(bytes.subarray(0, end)));
    if (!isFirst || text === "") return text;
    isFirst = false;
    return text.startsWith("\uFEFF") ? text.slice(1) : text;
  };
}

/** Where the bytes can be cut without splitting a character of UTF-8. */
function lastCharacterBorder(bytes: Uint8Array): number {
  for (let back = 1; back <= 3 && back <= bytes.length; back++) {
    const byte = bytes[bytes.length - back] ?? 0;
    if ((byte & 0xc0) === 0x80) continue;
    const needed = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : byte >= 0xc0 ? 2 : 1;
    return needed > back ? bytes.length - back : bytes.length;
  }
  return bytes.length;
}

function guarded(part: string, decode: () => string): string {
  try {
    return decode();
  } catch {
    throw damaged(`encoding of ${part}`);
  }
}

function joined(first: Uint8Array, second: Uint8Array): Uint8Array {
  if (first.length === 0) return second;
  const both = new Uint8Array(first.length + second.length);
  both.set(first);
  both.set(second, first.length);
  return both;
}
