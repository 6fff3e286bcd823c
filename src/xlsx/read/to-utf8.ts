import { damaged } from "./part-error";

/** A stretch of bytes; `isLast` with the last one, which may be empty. */
export type BytesReceiver = (bytes: Uint8Array, isLast: boolean) => void;

/** Enough for a byte order mark, or for the first two characters in UTF-16. */
const SNIFFED_BYTES = 4;

/**
 * Passes the bytes of an XML part on as UTF-8, without a byte order mark. UTF-8 is what Excel writes and goes through as
 * it is; UTF-16 is allowed too and comes from other programs.
 */
export function toUtf8(part: string, receive: BytesReceiver): BytesReceiver {
  let convert: ((bytes: Uint8Array, isLast: boolean) => Uint8Array) | undefined;
  let head: Uint8Array = new Uint8Array(0);
  return (chunk, isLast) => {
    if (convert !== undefined) {
      receive(convert(chunk, isLast), isLast);
      return;
    }
    const bytes = joinBytes(head, chunk);
    if (bytes.length < SNIFFED_BYTES && !isLast) {
      head = bytes;
      return;
    }
    const encoding = utf16Of(bytes);
    convert = encoding === undefined ? (utf8) => utf8 : utf16Converter(part, encoding);
    const hasMark = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
    receive(convert(hasMark ? bytes.subarray(3) : bytes, isLast), isLast);
  };
}

type Utf16 = "utf-16le" | "utf-16be";

/** By the byte order mark, or by the "<" with which XML begins. */
function utf16Of([first, second]: Uint8Array): Utf16 | undefined {
  if ((first === 0xff && second === 0xfe) || (first === 0x3c && second === 0)) return "utf-16le";
  if ((first === 0xfe && second === 0xff) || (first === 0 && second === 0x3c)) return "utf-16be";
  return undefined;
}

function utf16Converter(part: string, encoding: Utf16): (bytes: Uint8Array, isLast: boolean) => Uint8Array {
  const decoder = new TextDecoder(encoding, { fatal: true });
  const encoder = new TextEncoder();
  return (bytes, isLast) => {
    try {
      return encoder.encode(decoder.decode(bytes, { stream: !isLast }));
    } catch {
      throw damaged(`encoding of ${part}`);
    }
  };
}

export function joinBytes(first: Uint8Array, second: Uint8Array): Uint8Array {
  if (first.length === 0) return second;
  const both = new Uint8Array(first.length + second.length);
  both.set(first);
  both.set(second, first.length);
  return both;
}
