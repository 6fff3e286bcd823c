/** Text as it may stand in XML, in an element or an attribute. Characters that XML 1.0 does not know are dropped. */
export function xmlText(text: string): string {
  return text
    .replace(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/gu, "")
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;");
}

type Attributes = Readonly<Record<string, string | number>>;

function opening(name: string, attributes: Attributes): string {
  return name + Object.entries(attributes).map(([key, value]) => ` ${key}="${xmlText(String(value))}"`).join("");
}

/** An element with children that are XML already. */
export function element(name: string, attributes: Attributes, ...children: readonly string[]): string {
  const content = children.join("");
  return content === "" ? `<${opening(name, attributes)}/>` : `<${opening(name, attributes)}>${content}</${name}>`;
}

/** `<c:… val="…"/>`, of which charts are mostly made. */
export function val(name: string, value: string | number): string {
  return element(name, { val: value });
}

/** An element that holds text. */
export function textElement(name: string, text: string): string {
  return `<${name}>${xmlText(text)}</${name}>`;
}
