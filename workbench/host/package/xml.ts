/** An element with its place in the text, so that everything around it can be kept byte for byte. */
export interface XmlElement {
  /** Without prefix. */
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: XmlElement[];
  /** Text directly inside, entities resolved. */
  text: string;
  readonly start: number;
  /** Where the start tag ends. */
  readonly inside: number;
  /** Where the end tag begins; equal to `end` for an empty element. */
  insideEnd: number;
  end: number;
}

const TOKEN = /<!--[\s\S]*?-->|<\?[\s\S]*?\?>|<!\[CDATA\[([\s\S]*?)\]\]>|<\/([^\s>]+)\s*>|<([^\s/>]+)((?:\s+[^\s=]+\s*=\s*(?:"[^"]*"|'[^']*'))*)\s*(\/?)>|[^<]+/gu;
const ATTRIBUTE = /([^\s=]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/gu;
const ENTITIES: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };

export function decode(text: string): string {
  if (!text.includes("&")) return text;
  return text.replaceAll(/&(?:#x([0-9a-f]+)|#(\d+)|(\w+));/giu, (whole, hex?: string, digits?: string, name?: string) => {
    if (name !== undefined) return ENTITIES[name] ?? whole;
    return String.fromCodePoint(hex === undefined ? Number(digits) : Number.parseInt(hex, 16));
  });
}

export function encode(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");
}

/** The root element of a part that Excel or our own writer made. Not for text of unknown origin: that is the reader's. */
export function parseXml(source: string): XmlElement {
  const top: XmlElement = { name: "", attributes: new Map(), children: [], text: "", start: 0, inside: 0, insideEnd: source.length, end: source.length };
  const open = [top];
  for (const match of source.matchAll(TOKEN)) {
    const [whole, cdata, closing, opening, attributes, empty] = match;
    const parent = open.at(-1) ?? top;
    if (closing !== undefined) {
      const element = open.pop();
      if (element !== undefined) {
        element.insideEnd = match.index;
        element.end = match.index + whole.length;
      }
    } else if (opening !== undefined) {
      const end = match.index + whole.length;
      const element: XmlElement = {
        name: opening.slice(opening.indexOf(":") + 1),
        attributes: new Map([...(attributes ?? "").matchAll(ATTRIBUTE)].map(([, name = "", a, b]) => [name, decode(a ?? b ?? "")])),
        children: [], text: "", start: match.index, inside: end, insideEnd: end, end,
      };
      parent.children.push(element);
      if (empty !== "/") open.push(element);
    } else if (cdata !== undefined) parent.text += cdata;
    else if (!whole.startsWith("<")) parent.text += decode(whole);
  }
  const root = top.children[0];
  if (root === undefined) throw new Error("no root element");
  return root;
}

export function child(element: XmlElement | undefined, name: string): XmlElement | undefined {
  return element?.children.find((each) => each.name === name);
}

export function children(element: XmlElement | undefined, name: string): XmlElement[] {
  return element?.children.filter((each) => each.name === name) ?? [];
}

export function attribute(element: XmlElement | undefined, name: string): string | undefined {
  return element?.attributes.get(name);
}

export function isOn(value: string | undefined, otherwise = false): boolean {
  return value === undefined ? otherwise : value === "1" || value === "true";
}
