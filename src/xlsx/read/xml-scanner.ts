import { MAX_TOKEN_BYTES, MAX_XML_DEPTH } from "./limits";
import { damaged, PartError } from "./part-error";
import type { ReadBudget } from "./read-budget";
import { joinBytes } from "./to-utf8";
import { Attributes } from "./xml-attributes";
import {
  decodeEntities,
  decodeUtf8,
  isSpace,
  matchesAt,
  normalizeLineEnds,
  parseDigits,
  parseShortDecimal,
} from "./xml-bytes";

/** What a part's reader is told. Names come without their prefix; `depth` is 1 for the root. */
export interface XmlReader {
  /** Text between tags is only handed over while this is set. */
  readonly wantsText: boolean;
  open(name: string, attributes: Attributes, depth: number): void;
  close(name: string, depth: number): void;
  text(text: XmlText): void;
}

/** A stretch of text between tags. One object serves all: take what you need before you return. */
export class XmlText {
  private bytes: Uint8Array = new Uint8Array(0);
  private start = 0;
  private end = 0;
  private isVerbatim = false;

  set(bytes: Uint8Array, start: number, end: number, isVerbatim: boolean): void {
    this.bytes = bytes;
    this.start = start;
    this.end = end;
    this.isVerbatim = isVerbatim;
  }

  toString(): string {
    const text = normalizeLineEnds(decodeUtf8(this.bytes, this.start, this.end));
    return this.isVerbatim ? text : decodeEntities(text);
  }

  /** The number, if it is a plain one of up to fifteen digits, without making a string of it; NaN otherwise. */
  toShortNumber(): number {
    const whole = parseDigits(this.bytes, this.start, this.end);
    return whole >= 0 ? whole : parseShortDecimal(this.bytes, this.start, this.end);
  }
}

interface ElementName {
  readonly qualified: string;
  readonly prefix: string;
  readonly local: string;
}

const EXCLAMATION = 33;
const DOUBLE_QUOTE = 34;
const SINGLE_QUOTE = 39;
const SLASH = 47;
const LESS = 60;
const EQUALS = 61;
const GREATER = 62;
const QUESTION = 63;

/** How far is looked byte by byte before the engine is asked to search: sheets have mostly short texts and values. */
const NEAR = 24;

/** Places for element names kept for reuse; a worksheet has some fifty different ones. A power of two. */
const NAME_PLACES = 256;

/**
 * A scanner for the XML of workbooks, fed with UTF-8 as it is inflated. Knows elements, attributes, text, CDATA and the
 * predefined entities; skips comments and processing instructions; refuses a DOCTYPE, so that there is nothing to expand.
 * Well-formedness is checked as far as it tells a damaged part from a sound one: matching tags, one root, quoted
 * attributes. Keeps no more of the part than the token at hand, and does not recurse.
 */
export class XmlScanner {
  private rest: Uint8Array = new Uint8Array(0);
  private skipTo: string | undefined;
  private readonly names: ElementName[] = [];
  private depth = 0;
  private elements = 0;
  private readonly attributes = new Attributes();
  private readonly xmlText = new XmlText();
  private hasRoot = false;
  private readonly knownNames: (ElementName | undefined)[] = new Array<undefined>(NAME_PLACES).fill(undefined);

  constructor(
    private readonly part: string,
    private readonly reader: XmlReader,
    private readonly budget: ReadBudget,
  ) {}

  push(chunk: Uint8Array, isLast: boolean): void {
    const bytes = joinBytes(this.rest, chunk);
    this.elements = 0;
    const at = this.scan(bytes);
    this.budget.takeElements(this.elements);
    if (bytes.length - at > MAX_TOKEN_BYTES) throw new PartError("too-large", `token in ${this.part}`);
    this.rest = bytes.slice(at);
    if (!isLast) return;
    const isEnded = this.skipTo === undefined && this.hasRoot && this.depth === 0;
    if (!isEnded || !this.rest.every(isSpace)) throw damaged(`end of ${this.part}`);
  }

  /** Takes all whole tokens and returns where the first unfinished one begins. */
  private scan(bytes: Uint8Array): number {
    const { length } = bytes;
    let at = 0;
    for (;;) {
      if (this.skipTo !== undefined) {
        const end = indexOfAscii(bytes, this.skipTo, at);
        // The mark itself may be cut in two.
        if (end < 0) return Math.max(at, length - 2);
        at = end + this.skipTo.length;
        this.skipTo = undefined;
      }
      const tag = indexOfByte(bytes, LESS, at);
      if (tag < 0) return at;
      if (tag > at) this.characters(bytes, at, tag);
      if (tag + 1 >= length) return tag;
      const next = bytes[tag + 1];
      let end: number;
      if (next === SLASH) end = this.endTag(bytes, tag);
      else if (next === EXCLAMATION) end = this.declaration(bytes, tag);
      else if (next === QUESTION) {
        this.skipTo = "?>";
        end = tag + 2;
      } else end = this.startTag(bytes, tag);
      if (end < 0) return tag;
      at = end;
    }
  }

  private characters(bytes: Uint8Array, start: number, end: number): void {
    if (this.reader.wantsText) {
      this.xmlText.set(bytes, start, end, false);
      this.reader.text(this.xmlText);
    } else if (this.depth === 0 && !bytes.subarray(start, end).every(isSpace)) {
      throw damaged(`text outside the root of ${this.part}`);
    }
  }

  private startTag(bytes: Uint8Array, tag: number): number {
    const { length } = bytes;
    let at = tag + 1;
    let hash = 0;
    let byte = bytes[at] ?? 0;
    while (at < length && byte !== GREATER && byte !== SLASH && !isSpace(byte)) {
      if (byte === LESS || byte === EQUALS || byte === DOUBLE_QUOTE) throw damaged(`tag in ${this.part}`);
      hash = (hash * 31 + byte) | 0;
      byte = bytes[++at] ?? 0;
    }
    if (at >= length) return -1;
    if (at === tag + 1) throw damaged(`tag in ${this.part}`);
    const nameEnd = at;

    const { attributes } = this;
    attributes.begin(bytes);
    for (;;) {
      while (at < length && isSpace(bytes[at])) at++;
      if (at >= length) return -1;
      byte = bytes[at] ?? 0;
      if (byte === GREATER || byte === SLASH) break;
      const nameStart = at;
      while (at < length && byte !== EQUALS && !isSpace(byte)) {
        if (byte === LESS || byte === GREATER) throw damaged(`attribute in ${this.part}`);
        byte = bytes[++at] ?? 0;
      }
      const attributeEnd = at;
      while (at < length && isSpace(bytes[at])) at++;
      if (at >= length) return -1;
      if (bytes[at] !== EQUALS) throw damaged(`attribute in ${this.part}`);
      at++;
      while (at < length && isSpace(bytes[at])) at++;
      if (at >= length) return -1;
      const quote = bytes[at] ?? 0;
      if (quote !== DOUBLE_QUOTE && quote !== SINGLE_QUOTE) throw damaged(`attribute in ${this.part}`);
      const valueStart = at + 1;
      const valueEnd = indexOfByte(bytes, quote, valueStart);
      if (valueEnd < 0) return -1;
      attributes.add(nameStart, attributeEnd, valueStart, valueEnd);
      at = valueEnd + 1;
    }
    const isEmpty = byte === SLASH;
    if (isEmpty) {
      if (at + 1 >= length) return -1;
      if (bytes[at + 1] !== GREATER) throw damaged(`tag in ${this.part}`);
      at++;
    }

    const depth = this.depth + 1;
    if (depth > MAX_XML_DEPTH) throw new PartError("too-large", `depth of ${this.part}`);
    if (depth === 1) {
      if (this.hasRoot) throw damaged(`second root in ${this.part}`);
      this.hasRoot = true;
    }
    this.elements++;
    const name = this.nameOf(bytes, tag + 1, nameEnd, hash);
    attributes.prefix = name.prefix;
    this.reader.open(name.local, attributes, depth);
    if (isEmpty) this.reader.close(name.local, depth);
    else {
      this.names[this.depth] = name;
      this.depth = depth;
    }
    return at + 1;
  }

  private endTag(bytes: Uint8Array, tag: number): number {
    const name = this.depth > 0 ? this.names[this.depth - 1] : undefined;
    if (name === undefined) throw damaged(`end tag in ${this.part}`);
    let at = tag + 2 + name.qualified.length;
    while (at < bytes.length && isSpace(bytes[at])) at++;
    if (at >= bytes.length) return -1;
    if (bytes[at] !== GREATER || !matchesAt(bytes, tag + 2, name.qualified)) throw damaged(`end tag in ${this.part}`);
    this.reader.close(name.local, this.depth);
    this.depth--;
    return at + 1;
  }

  private declaration(bytes: Uint8Array, tag: number): number {
    if (matchesAt(bytes, tag, "<!--")) {
      this.skipTo = "-->";
      return tag + 4;
    }
    if (matchesAt(bytes, tag, "<![CDATA[")) {
      const end = indexOfAscii(bytes, "]]>", tag);
      if (end < 0) return -1;
      if (this.reader.wantsText) {
        this.xmlText.set(bytes, tag + 9, end, true);
        this.reader.text(this.xmlText);
      }
      return end + 3;
    }
    if (bytes.length - tag < 9) return -1;
    throw new PartError("unsafe", `declaration in ${this.part}`);
  }

  /** The same few names come millions of times, so each is made once. */
  private nameOf(bytes: Uint8Array, start: number, end: number, hash: number): ElementName {
    const place = hash & (NAME_PLACES - 1);
    const known = this.knownNames[place];
    if (known?.qualified.length === end - start && matchesAt(bytes, start, known.qualified)) return known;
    // One character a byte: element names are ASCII, and no others need to be told apart by anything but their bytes.
    const qualified = Array.from(bytes.subarray(start, Math.min(end, start + MAX_NAME_BYTES)), (byte) =>
      String.fromCharCode(byte),
    ).join("");
    if (qualified.length < end - start) throw damaged(`name in ${this.part}`);
    const colon = qualified.indexOf(":");
    const name = { qualified, prefix: qualified.slice(0, Math.max(0, colon)), local: qualified.slice(colon + 1) };
    this.knownNames[place] = name;
    return name;
  }
}

/** Longest element name; OOXML's longest has 40 characters. */
const MAX_NAME_BYTES = 1_024;

function indexOfByte(bytes: Uint8Array, wanted: number, start: number): number {
  const near = start + NEAR < bytes.length ? start + NEAR : bytes.length;
  for (let at = start; at < near; at++) if (bytes[at] === wanted) return at;
  return bytes.indexOf(wanted, near);
}

function indexOfAscii(bytes: Uint8Array, wanted: string, start: number): number {
  const first = wanted.charCodeAt(0);
  for (let at = bytes.indexOf(first, start); at >= 0; at = bytes.indexOf(first, at + 1)) {
    if (matchesAt(bytes, at, wanted)) return at;
  }
  return -1;
}
