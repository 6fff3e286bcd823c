import type { ReadFailure } from "../../core/sheet/read-failure";

const COMPOUND_FILE = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];
const ZIP = [0x50, 0x4b];

/** How much of a text is looked at. */
const HEAD_BYTES = 4096;

const HTML = /^(?:<!--[^]{0,500}?-->\s*)?<(?:!doctype\s+html|html|head|body|meta|table|style|script|div)\b/iu;
const MIME_HTML = /^(?:MIME-Version|Content-Type|From):/iu;

/** Tells by its first bytes what a file is, whatever its name says; undefined if it is a zip, as workbooks are. */
export function recognizeFile(bytes: Uint8Array): ReadFailure | undefined {
  if (bytes.length === 0) return { code: "empty-file" };
  if (startsWith(bytes, ZIP)) return undefined;
  if (startsWith(bytes, COMPOUND_FILE)) return recognizeCompoundFile(bytes);
  const text = headAsText(bytes);
  if (text === undefined) return { code: "not-a-workbook" };
  if (HTML.test(text) || MIME_HTML.test(text)) return { code: "html" };
  if (text.startsWith("<")) {
    if (text.includes("urn:schemas-microsoft-com:office:spreadsheet")) return { code: "xml-spreadsheet" };
    return { code: /<html\b/iu.test(text) ? "html" : "not-a-workbook" };
  }
  return { code: text.startsWith("%PDF") || text.startsWith("{\\rtf") ? "not-a-workbook" : "csv-or-text" };
}

/** The container of .xls, of encrypted workbooks, and of much else: told apart by the names of its streams. */
function recognizeCompoundFile(bytes: Uint8Array): ReadFailure {
  if (holdsName(bytes, "EncryptedPackage")) return { code: "encrypted" };
  if (holdsName(bytes, "Workbook") || holdsName(bytes, "Book")) return { code: "legacy-xls" };
  return { code: "not-a-workbook" };
}

/** A directory entry begins with its name in UTF-16 and lies at a multiple of 128 bytes. */
function holdsName(bytes: Uint8Array, name: string): boolean {
  const entryBytes = 128;
  for (let at = 512; at + entryBytes <= bytes.length; at += entryBytes) {
    if (bytes[at] !== name.charCodeAt(0)) continue;
    let matched = 0;
    while (
      matched < name.length &&
      bytes[at + 2 * matched] === name.charCodeAt(matched) &&
      bytes[at + 2 * matched + 1] === 0
    ) {
      matched++;
    }
    if (matched === name.length && bytes[at + 2 * matched] === 0) return true;
  }
  return false;
}

/** Undefined for bytes that are no text. */
function headAsText(bytes: Uint8Array): string | undefined {
  const head = bytes.subarray(0, HEAD_BYTES);
  const isUtf16 = (head[0] === 0xff && head[1] === 0xfe) || (head[0] === 0xfe && head[1] === 0xff);
  if (!isUtf16 && head.includes(0)) return undefined;
  const text = new TextDecoder(isUtf16 ? (head[0] === 0xff ? "utf-16le" : "utf-16be") : "utf-8").decode(head);
  if (hasControlCharacters(text)) return undefined;
  return text.trimStart();
}

/** Shift_JIS leaves replacement characters here, but no control characters other than white space. */
function hasControlCharacters(text: string): boolean {
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code < 32 && code !== 9 && code !== 10 && code !== 12 && code !== 13 && code !== 26) return true;
  }
  return false;
}

function startsWith(bytes: Uint8Array, magic: readonly number[]): boolean {
  return magic.every((byte, index) => bytes[index] === byte);
}
