import { MAX_TOKEN_LENGTH, MAX_XML_DEPTH } from "./limits";
import { damaged, PartError } from "./part-error";

/** What a part's reader is told. Names come without their prefix; `depth` is 1 for the root. */
export interface XmlReader {
  /** Text between tags is only handed over while this is set. */
  wantsText: boolean;
  open(name: string, attributes: Attributes, depth: number): void;
  close(name: string, depth: number): void;
  text(text: string): void;
}

/**
 * Attributes of the tag being read. One object serves all tags, and cuts a text out only when it is asked for: sheets
 * have millions of attributes of which most are looked at once or not at all.
 */
export class Attributes {
  private source = "";
  /** Where name and value of each attribute begin and end: four numbers an attribute. */
  private readonly places: number[] = [];
  private count = 0;
  /** Of the element itself: "" or what stands before the colon. */
  prefix = "";

  begin(source: string): void {
    this.source = source;
    this.count = 0;
  }

  add(nameStart: number, nameEnd: number, valueStart: number, valueEnd: number): void {
    const at = this.count;
    this.places[at] = nameStart;
    this.places[at + 1] = nameEnd;
    this.places[at + 2] = valueStart;
    this.places[at + 3] = valueEnd;
    this.count = at + 4;
  }

  /** By the name as it is written; OOXML's own attributes have no prefix. */
  get(name: string): string | undefined {
    for (let at = 0; at < this.count; at += 4) {
      const start = this.places[at] ?? 0;
      if ((this.places[at + 1] ?? 0) - start === name.length && matches(this.source, name, start)) return this.value(at);
    }
    return undefined;
  }

  /** By the name after the prefix, for attributes that must have one, such as `r:id`. */
  getPrefixed(localName: string): string | undefined {
    const suffix = `:${localName}`;
    for (let at = 0; at < this.count; at += 4) {
      if (this.source.slice(this.places[at], this.places[at + 1]).endsWith(suffix)) return this.value(at);
    }
    return undefined;
  }

  /** XML Schema's boolean. */
  isTrue(name: string): boolean {
    const value = this.get(name);
    return value === "1" || value === "true";
  }

  private value(at: number): string {
    const raw = this.source.slice(this.places[at + 2], this.places[at + 3]);
    return raw.includes("&") ? decodeEntities(raw) : raw;
  }
}

const TAB = 9;
const LF = 10;
const CR = 13;
const SPACE = 32;
const DOUBLE_QUOTE = 34;
const SINGLE_QUOTE = 39;
const SLASH = 47;
const COLON = 58;
const LESS = 60;
const EQUALS = 61;
const GREATER = 62;

/**
 * A scanner for the XML of workbooks, fed with text as it is inflated. Knows elements, attributes, text, CDATA and the
 * predefined entities; skips comments and processing instructions; refuses a DOCTYPE, so that there is nothing to expand.
 * Well-formedness is checked as far as it tells a damaged part from a sound one: matching tags, one root, quoted
 * attributes. Keeps no more of the text than the token at hand, and does not recurse.
 */
export class XmlScanner {
  private rest = "";
  private skipTo: string | undefined;
  private readonly qualifiedNames: string[] = [];
  private readonly localNames: string[] = [];
  private readonly attributes = new Attributes();
  private hasRoot = false;

  constructor(
    private readonly part: string,
    private readonly reader: XmlReader,
  ) {}

  push(chunk: string, isLast: boolean): void {
    const source = this.rest === "" ? chunk : this.rest + chunk;
    const at = this.scan(source);
    this.rest = source.slice(at);
    if (this.rest.length > MAX_TOKEN_LENGTH) throw new PartError("too-large", `token in ${this.part}`);
    if (!isLast) return;
    const isEnded = this.skipTo === undefined && this.hasRoot && this.qualifiedNames.length === 0;
    if (!isEnded || this.rest.trim() !== "") throw damaged(`end of ${this.part}`);
  }

  /** Takes all whole tokens and returns where the first unfinished one begins. */
  private scan(source: string): number {
    let at = 0;
    for (;;) {
      if (this.skipTo !== undefined) {
        const end = source.indexOf(this.skipTo, at);
        // The mark itself may be cut in two.
        if (end < 0) return Math.max(at, source.length - 2);
        at = end + this.skipTo.length;
        this.skipTo = undefined;
      }
      const tag = source.indexOf("<", at);
      if (tag < 0) return at;
      if (tag > at) this.characters(source.slice(at, tag));
      at = tag;
      const next = source.charCodeAt(tag + 1);
      if (Number.isNaN(next)) return tag;
      let end: number;
      if (next === SLASH) end = this.endTag(source, tag);
      else if (next === 33) end = this.declaration(source, tag);
      else if (next === 63) {
        this.skipTo = "?>";
        end = tag + 2;
      } else end = this.startTag(source, tag);
      if (end < 0) return tag;
      at = end;
    }
  }

  private characters(raw: string): void {
    if (this.reader.wantsText) this.reader.text(decodeText(raw));
    else if (this.qualifiedNames.length === 0 && raw.trim() !== "") throw damaged(`text outside the root of ${this.part}`);
  }

  private startTag(source: string, tag: number): number {
    const { length } = source;
    let at = tag + 1;
    let colon = -1;
    let code = source.charCodeAt(at);
    while (at < length && code !== GREATER && code !== SLASH && !isSpace(code)) {
      if (code === COLON) colon = at;
      if (code === LESS || code === EQUALS || code === DOUBLE_QUOTE) throw damaged(`tag in ${this.part}`);
      code = source.charCodeAt(++at);
    }
    if (at >= length) return -1;
    if (at === tag + 1) throw damaged(`tag in ${this.part}`);
    const nameEnd = at;

    const { attributes } = this;
    attributes.begin(source);
    for (;;) {
      while (at < length && isSpace(source.charCodeAt(at))) at++;
      if (at >= length) return -1;
      code = source.charCodeAt(at);
      if (code === GREATER || code === SLASH) break;
      const nameStart = at;
      while (at < length && code !== EQUALS && !isSpace(code)) {
        if (code === LESS || code === GREATER) throw damaged(`attribute in ${this.part}`);
        code = source.charCodeAt(++at);
      }
      const attributeEnd = at;
      while (at < length && isSpace(source.charCodeAt(at))) at++;
      if (at >= length) return -1;
      if (source.charCodeAt(at) !== EQUALS) throw damaged(`attribute in ${this.part}`);
      at++;
      while (at < length && isSpace(source.charCodeAt(at))) at++;
      if (at >= length) return -1;
      const mark = source.charCodeAt(at);
      if (mark !== DOUBLE_QUOTE && mark !== SINGLE_QUOTE) throw damaged(`attribute in ${this.part}`);
      const valueStart = at + 1;
      const valueEnd = endOfValue(source, valueStart, mark);
      if (valueEnd < 0) return -1;
      attributes.add(nameStart, attributeEnd, valueStart, valueEnd);
      at = valueEnd + 1;
    }
    const isEmpty = code === SLASH;
    if (isEmpty) {
      if (at + 1 >= length) return -1;
      if (source.charCodeAt(at + 1) !== GREATER) throw damaged(`tag in ${this.part}`);
      at++;
    }

    const depth = this.qualifiedNames.length + 1;
    if (depth > MAX_XML_DEPTH) throw new PartError("too-large", `depth of ${this.part}`);
    if (depth === 1) {
      if (this.hasRoot) throw damaged(`second root in ${this.part}`);
      this.hasRoot = true;
    }
    const qualified = source.slice(tag + 1, nameEnd);
    const local = colon < 0 ? qualified : source.slice(colon + 1, nameEnd);
    attributes.prefix = colon < 0 ? "" : source.slice(tag + 1, colon);
    this.reader.open(local, attributes, depth);
    if (isEmpty) this.reader.close(local, depth);
    else {
      this.qualifiedNames.push(qualified);
      this.localNames.push(local);
    }
    return at + 1;
  }

  private endTag(source: string, tag: number): number {
    const depth = this.qualifiedNames.length;
    const name = this.qualifiedNames[depth - 1];
    if (name === undefined) throw damaged(`end tag in ${this.part}`);
    let at = tag + 2 + name.length;
    while (at < source.length && isSpace(source.charCodeAt(at))) at++;
    if (at >= source.length) return -1;
    if (source.charCodeAt(at) !== GREATER || !matches(source, name, tag + 2)) throw damaged(`end tag in ${this.part}`);
    this.qualifiedNames.pop();
    this.reader.close(this.localNames.pop() ?? name, depth);
    return at + 1;
  }

  private declaration(source: string, tag: number): number {
    if (source.startsWith("<!--", tag)) {
      this.skipTo = "-->";
      return tag + 4;
    }
    if (source.startsWith("<![CDATA[", tag)) {
      const end = source.indexOf("]]>", tag);
      if (end < 0) return -1;
      if (this.reader.wantsText) this.reader.text(normalizeLineEnds(source.slice(tag + 9, end)));
      return end + 3;
    }
    if (source.length - tag < 9) return -1;
    throw new PartError("unsafe", `declaration in ${this.part}`);
  }
}

/** Values in sheets are short; a long one is better looked for by the engine. */
const SHORT_VALUE = 24;

function endOfValue(source: string, start: number, quote: number): number {
  const near = Math.min(source.length, start + SHORT_VALUE);
  for (let at = start; at < near; at++) if (source.charCodeAt(at) === quote) return at;
  return source.indexOf(quote === DOUBLE_QUOTE ? '"' : "'", near);
}

function matches(source: string, name: string, start: number): boolean {
  for (let at = 0; at < name.length; at++) if (source.charCodeAt(start + at) !== name.charCodeAt(at)) return false;
  return true;
}

function isSpace(code: number): boolean {
  return code === SPACE || code === LF || code === CR || code === TAB;
}

function normalizeLineEnds(text: string): string {
  return text.includes("\r") ? text.replaceAll(/\r\n?/gu, "\n") : text;
}

function decodeText(raw: string): string {
  const text = normalizeLineEnds(raw);
  return text.includes("&") ? decodeEntities(text) : text;
}

const PREDEFINED: ReadonlyMap<string, string> = new Map([
  ["amp", "&"],
  ["lt", "<"],
  ["gt", ">"],
  ["quot", '"'],
  ["apos", "'"],
]);

function decodeEntities(text: string): string {
  return text.replaceAll(/&([^;&]{0,12}(?:;|))/gu, (_, body: string) => {
    const name = body.endsWith(";") ? body.slice(0, -1) : "";
    const known = PREDEFINED.get(name) ?? characterReference(name);
    if (known === undefined) throw damaged("entity");
    return known;
  });
}

function characterReference(name: string): string | undefined {
  const digits = /^#(?:x([0-9A-Fa-f]{1,8})|([0-9]{1,10}))$/u.exec(name);
  if (digits === null) return undefined;
  const code = digits[1] === undefined ? Number(digits[2]) : Number.parseInt(digits[1], 16);
  return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : "\uFFFD";
}
