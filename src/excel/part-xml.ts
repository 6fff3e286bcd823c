const ENTITIES: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };

/** JSON text as the XML of a custom part of ours. JSON has escaped every other character that XML forbids. */
export function toPartXml(root: string, namespace: string, json: string): string {
  const text = json.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll("\uFFFE", "\\ufffe").replaceAll("\uFFFF", "\\uffff");
  return `<${root} xmlns="${namespace}">${text}</${root}>`;
}

/** The text in our part, whoever wrote it: the pane, the command line, or an Excel that wrote it anew. */
export function fromPartXml(xml: string): string {
  const content = xml
    .replace(/^\uFEFF/u, "")
    .replaceAll(/<\?[\s\S]*?\?>|<!--[\s\S]*?-->/gu, "")
    .replace(/^\s+|\s+$/gu, "");
  return content
    .split(/<!\[CDATA\[([\s\S]*?)\]\]>/u)
    .map((piece, index) => (index % 2 === 1 ? piece : decode(piece.replaceAll(/<[^>]*>/gu, ""))))
    .join("")
    .replaceAll(/\r\n?/gu, "\n");
}

function decode(text: string): string {
  return text.replaceAll(/&(?:#x([0-9A-Fa-f]{1,6})|#(\d{1,7})|(\w{1,6}));/gu, (whole, hex?: string, digits?: string, name?: string) => {
    if (name !== undefined) return ENTITIES[name] ?? whole;
    const code = hex === undefined ? Number(digits) : Number.parseInt(hex, 16);
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : "\uFFFD";
  });
}
