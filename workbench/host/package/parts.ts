import { relationshipsOf, textOfPart } from "./relationships";
import { attribute, children, encode, parseXml } from "./xml";

export const RELATIONSHIPS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const RELS_TYPE = "http://schemas.openxmlformats.org/package/2006/relationships";

/** The parts of a package while it is saved: those that nothing is put into stay the very bytes of the file. */
export class PartStore {
  readonly parts: Map<string, Uint8Array>;

  constructor(source: ReadonlyMap<string, Uint8Array>) {
    this.parts = new Map(source);
  }

  has(name: string): boolean {
    return this.parts.has(name);
  }

  text(name: string): string {
    return textOfPart(this.parts, name);
  }

  /** Puts a text in; a part that says the same already is not touched. */
  put(name: string, text: string): void {
    if (this.has(name) && this.text(name) === text) return;
    this.parts.set(name, new TextEncoder().encode(text));
  }

  /** A new part under the next free number. */
  add(stem: string, end: string, contentType: string | undefined, body: string | Uint8Array): string {
    let number = 1;
    while (this.has(`${stem}${String(number)}${end}`)) number++;
    const name = `${stem}${String(number)}${end}`;
    this.parts.set(name, typeof body === "string" ? new TextEncoder().encode(body) : body);
    if (contentType !== undefined) this.put("[Content_Types].xml", addToRoot(this.text("[Content_Types].xml"), `<Override PartName="/${name}" ContentType="${contentType}"/>`));
    return name;
  }

  /** A part with its own relationships and its content type. */
  remove(name: string): void {
    this.parts.delete(name);
    this.parts.delete(relsPartOf(name));
    const types = this.text("[Content_Types].xml");
    const entry = children(parseXml(types), "Override").find((each) => attribute(each, "PartName") === `/${name}`);
    if (entry !== undefined) this.put("[Content_Types].xml", types.slice(0, entry.start) + types.slice(entry.end));
  }

  /** Id of the relationship from a part to another, made where there is none. */
  relate(from: string, type: string, target: string, isExternal = false): string {
    const rels = relsPartOf(from);
    const known = relationshipsOf(this.parts, from);
    if (!isExternal) for (const [id, each] of known) if (each.target === target) return id;
    let number = 1;
    while (known.has(`rId${String(number)}`)) number++;
    const id = `rId${String(number)}`;
    if (!this.has(rels)) this.put(rels, `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<Relationships xmlns="${RELS_TYPE}"></Relationships>`);
    const entry = `<Relationship Id="${id}" Type="${type.includes(":") ? type : `${RELATIONSHIPS}/${type}`}" Target="${isExternal ? encode(target) : `/${target}`}"${isExternal ? ' TargetMode="External"' : ""}/>`;
    this.put(rels, addToRoot(this.text(rels), entry));
    return id;
  }

  /** Takes away the relationships that a test names; a part of relationships that is left empty goes with them. */
  unrelate(from: string, isGone: (id: string, target: string, type: string) => boolean): void {
    const rels = relsPartOf(from);
    if (!this.has(rels)) return;
    const known = relationshipsOf(this.parts, from);
    let text = this.text(rels);
    const entries = children(parseXml(text), "Relationship");
    let left = entries.length;
    for (const entry of [...entries].reverse()) {
      const id = attribute(entry, "Id") ?? "";
      const { target = "", type = "" } = known.get(id) ?? {};
      if (!isGone(id, target, type)) continue;
      text = text.slice(0, entry.start) + text.slice(entry.end);
      left--;
    }
    if (left === 0) this.parts.delete(rels);
    else this.put(rels, text);
  }
}

export function addToRoot(text: string, addition: string): string {
  const root = parseXml(text);
  return root.insideEnd === root.end && text.slice(root.start, root.end).endsWith("/>")
    ? `${text.slice(0, root.end - 2)}>${addition}</${text.slice(root.start + 1).split(/[\s/>]/u)[0] ?? ""}>${text.slice(root.end)}`
    : text.slice(0, root.insideEnd) + addition + text.slice(root.insideEnd);
}

export function relsPartOf(part: string): string {
  const slash = part.lastIndexOf("/");
  return `${part.slice(0, slash + 1)}_rels/${part.slice(slash + 1)}.rels`;
}
