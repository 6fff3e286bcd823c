import { decodeEntities, decodeUtf8, matchesAt, parseDigits } from "./xml-bytes";

/** Attributes of the tag being read. One object serves all tags: take what you need before you return. */
export class Attributes {
  private bytes: Uint8Array = new Uint8Array(0);
  /** Where name and value of each attribute begin and end: four numbers an attribute. */
  private readonly places: number[] = [];
  private used = 0;
  /** Of the element itself: "" or what stands before the colon. */
  prefix = "";

  begin(bytes: Uint8Array): void {
    this.bytes = bytes;
    this.used = 0;
  }

  add(nameStart: number, nameEnd: number, valueStart: number, valueEnd: number): void {
    const at = this.used;
    this.places[at] = nameStart;
    this.places[at + 1] = nameEnd;
    this.places[at + 2] = valueStart;
    this.places[at + 3] = valueEnd;
    this.used = at + 4;
  }

  /** By the name as it is written; OOXML's own attributes have no prefix. */
  get(name: string): string | undefined {
    const at = this.find(name);
    return at < 0 ? undefined : this.valueAt(at);
  }

  /** By the name after the prefix, for attributes that must have one, such as `r:id`. */
  getPrefixed(localName: string): string | undefined {
    const suffix = `:${localName}`;
    for (let at = 0; at < this.used; at += 4) {
      const start = (this.places[at + 1] ?? 0) - suffix.length;
      if (start > (this.places[at] ?? 0) && matchesAt(this.bytes, start, suffix)) return this.valueAt(at);
    }
    return undefined;
  }

  /** XML Schema's boolean. */
  isTrue(name: string): boolean {
    if (this.find(name) < 0) return false;
    const value = this.get(name)?.trim();
    return value === "1" || value === "true";
  }

  /** A whole number of up to nine digits; undefined where there is none, -1 where it is something else. */
  getWhole(name: string): number | undefined {
    const at = this.find(name);
    if (at < 0) return undefined;
    const number = parseDigits(this.bytes, this.places[at + 2] ?? 0, this.places[at + 3] ?? 0);
    return number >= 0 ? number : wholeNumber(this.valueAt(at).trim());
  }

  /** `C7` as row × COLUMNS + column, zero-based; undefined where there is none, -1 where it is something else. */
  getCell(name: string): number | undefined {
    const found = this.find(name);
    if (found < 0) return undefined;
    const start = this.places[found + 2] ?? 0;
    const end = this.places[found + 3] ?? 0;
    let at = start;
    let column = 0;
    for (; at < end; at++) {
      // Lower case happens in files of other programs.
      const letter = (this.bytes[at] ?? 0) & ~32;
      if (letter < 65 || letter > 90) break;
      column = column * 26 + letter - 64;
      if (column > COLUMNS) return -1;
    }
    const row = parseDigits(this.bytes, at, end);
    return column === 0 || row < 1 ? -1 : (row - 1) * COLUMNS + column - 1;
  }

  private find(name: string): number {
    for (let at = 0; at < this.used; at += 4) {
      const start = this.places[at] ?? 0;
      if ((this.places[at + 1] ?? 0) - start === name.length && matchesAt(this.bytes, start, name)) return at;
    }
    return -1;
  }

  private valueAt(at: number): string {
    return decodeEntities(decodeUtf8(this.bytes, this.places[at + 2] ?? 0, this.places[at + 3] ?? 0));
  }
}

/** Columns of a sheet. */
export const COLUMNS = 16_384;

function wholeNumber(text: string): number {
  return /^\d{1,15}$/u.test(text) ? Number(text) : -1;
}
