import { SETTINGS_NAMESPACE } from "../core/settings-part";

const ENTITIES: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };

/** The settings as the XML of the custom part that carries them. */
export function toSettingsXml(json: string): string {
  const text = json.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
  return `<settings xmlns="${SETTINGS_NAMESPACE}">${text}</settings>`;
}

/** The text in our part, whoever wrote it: the pane, the command line, or an Excel that wrote it anew. */
export function fromSettingsXml(xml: string): string {
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
