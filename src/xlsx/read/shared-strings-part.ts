import { decodeEscapes } from "./escaped-text";
import { MAX_INFLATED_BYTES, MAX_SHARED_STRINGS, MAX_TEXT_LENGTH } from "./limits";
import { readXmlPart } from "./package";
import { tooLarge } from "./part-error";
import type { Attributes } from "./xml-attributes";
import type { XmlReader, XmlText } from "./xml-scanner";
import type { ZipArchive } from "./zip";

/** Texts of the workbook by index. Rich text is joined; furigana is left out. */
export function readSharedStrings(zip: ZipArchive, part: string): readonly string[] {
  const reader = new SharedStringsReader();
  readXmlPart(zip, part, reader, MAX_INFLATED_BYTES);
  return reader.strings;
}

class SharedStringsReader implements XmlReader {
  readonly strings: string[] = [];
  private readonly item = new StringItemReader();

  get wantsText(): boolean {
    return this.item.wantsText;
  }

  open(name: string, _attributes: Attributes, depth: number): void {
    if (depth === 2 && name === "si") this.item.begin();
    else if (depth > 2) this.item.open(name);
  }

  close(name: string, depth: number): void {
    if (depth > 2) this.item.close(name);
    else if (depth === 2 && name === "si") {
      this.strings.push(this.item.end());
      if (this.strings.length > MAX_SHARED_STRINGS) throw tooLarge("shared strings");
    }
  }

  text(text: XmlText): void {
    this.item.text(text.toString());
  }
}

/** The inside of `<si>` or `<is>`: `<t>`, or runs `<r><t>`; `<rPh>` holds the reading of a kanji (furigana). */
export class StringItemReader {
  wantsText = false;
  private joined = "";
  private isInPhonetic = false;

  begin(): void {
    this.joined = "";
    this.isInPhonetic = false;
    this.wantsText = false;
  }

  open(name: string): void {
    if (name === "rPh") this.isInPhonetic = true;
    else if (name === "t") this.wantsText = !this.isInPhonetic;
  }

  close(name: string): void {
    if (name === "rPh") this.isInPhonetic = false;
    else if (name === "t") this.wantsText = false;
  }

  text(text: string): void {
    this.joined = this.joined === "" ? text : this.joined + text;
    if (this.joined.length > MAX_TEXT_LENGTH) throw tooLarge("text");
  }

  end(): string {
    this.wantsText = false;
    return decodeEscapes(this.joined);
  }
}
