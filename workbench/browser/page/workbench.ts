import type { LibrarySchema } from "../../host/schema/schema";
import { Book } from "./book";
import type { Conditions } from "./conditions";
import { Listeners } from "./listeners";
import type { Ribbon } from "./manifest";

/** The page's whole state: which workbooks are open, which is in front, and under what conditions. */
export class Workbench {
  readonly books: Book[] = [];
  /** Another book is in front, or one was opened or closed. */
  readonly changed = new Listeners();
  /** The book in front looks different. */
  readonly shown = new Listeners();
  /** Hidden pages of the add-in. */
  readonly yard = document.createElement("div");
  private front: Book | undefined;

  constructor(
    readonly schema: LibrarySchema,
    readonly ribbon: Ribbon,
    readonly conditions: Conditions,
  ) {
    this.yard.hidden = true;
  }

  get book(): Book {
    if (this.front === undefined) throw new Error("no workbook is open");
    return this.front;
  }

  get hasBook(): boolean {
    return this.front !== undefined;
  }

  /** Opens a workbook beside the others and brings it to the front. Throws where it can't be read. */
  open(bytes: Uint8Array, name: string): Book {
    const book = new Book(name, bytes, { schema: this.schema, ribbon: this.ribbon, conditions: this.conditions, yard: this.yard });
    book.host.changed.add(() => { if (this.front === book) this.shown.tell(); });
    book.addinChanged.add(() => { if (this.front === book) this.changed.tell(); });
    book.host.onOpened((base64) => { if (base64 !== undefined) this.open(fromBase64(base64), newName(this.books)); });
    this.books.push(book);
    this.activate(book);
    return book;
  }

  activate(book: Book): void {
    this.front = book;
    this.changed.tell();
    this.shown.tell();
  }

  close(book: Book): void {
    book.close();
    const at = this.books.indexOf(book);
    this.books.splice(at, 1);
    if (this.front === book) this.front = this.books[Math.min(at, this.books.length - 1)];
    this.changed.tell();
    if (this.front !== undefined) this.shown.tell();
  }

  /** Closes everything else and opens the one. Throws, with all as it was, where it can't be read. */
  replaceAll(bytes: Uint8Array, name: string): Book {
    const old = [...this.books];
    const book = this.open(bytes, name);
    for (const each of old) this.close(each);
    return book;
  }
}

/** As Excel names what has no file yet. */
function newName(books: readonly Book[]): string {
  for (let number = 1; ; number++) {
    const name = `Book${String(number)}.xlsx`;
    if (!books.some((book) => book.name === name)) return name;
  }
}

export function fromBase64(text: string): Uint8Array {
  return Uint8Array.from(atob(text), (character) => character.charCodeAt(0));
}

export function toBase64(bytes: Uint8Array): string {
  let text = "";
  for (let at = 0; at < bytes.length; at += 0x8000) text += String.fromCharCode(...bytes.subarray(at, at + 0x8000));
  return btoa(text);
}
