import type { SheetModel } from "../model/workbook";
import type { StyleSheet } from "./styles";
import { attribute, child, children, encode, isOn, type XmlElement } from "./xml";

/** Columns are measured in characters in the file and in points by office.js; seven pixels a character, as Excel draws. */
export const POINTS_PER_CHARACTER = 5.25;
/** The host keeps this many columns one by one; what the file says of those beyond stays. */
const MOST_COLUMNS = 1_024;
const OWN = new Set(["min", "max", "width", "hidden", "style", "customWidth"]);

export function readColumns(sheet: SheetModel, root: XmlElement, styles: StyleSheet | undefined): void {
  for (const column of children(child(root, "cols"), "col")) {
    const width = attribute(column, "width");
    const style = attribute(column, "style");
    const look = style === undefined ? undefined : styles?.styles[Number(style)];
    const others = [...column.attributes].filter(([name]) => !OWN.has(name)).map(([name, value]) => ` ${name}="${encode(value)}"`).join("");
    const last = Math.min(Number(attribute(column, "max")), MOST_COLUMNS);
    for (let index = Number(attribute(column, "min")) - 1; index < last; index++) {
      sheet.columnModels.set(index, {
        ...sheet.columnModels.get(index),
        ...(width === undefined ? {} : { width: Math.round(Number(width) * POINTS_PER_CHARACTER * 100) / 100, characters: Number(width) }),
        ...(look === undefined ? {} : { style: look }), ...(others === "" ? {} : { attributes: others }),
        ...(isOn(attribute(column, "hidden")) ? { hidden: true } : {}),
      });
    }
  }
}

export function columnsXml(source: string, root: XmlElement, sheet: SheetModel, styles: StyleSheet): string {
  const items: { min: number; max: number; readonly said: string }[] = [];
  for (const [column, { width, hidden, style, attributes = "", characters }] of [...sheet.columnModels].sort(([a], [b]) => a - b)) {
    if (width === undefined && hidden !== true && style === undefined && attributes === "") continue;
    const points = width ?? sheet.standardWidth;
    // What the file said exactly is said again exactly.
    const isSame = characters !== undefined && Math.abs(characters * POINTS_PER_CHARACTER - points) < 0.006;
    const size = isSame ? characters : Math.round((points / POINTS_PER_CHARACTER) * 10_000) / 10_000;
    const said = ` width="${String(size)}"${style === undefined ? "" : ` style="${String(styles.numberOf(style))}"`}${hidden === true ? ' hidden="1"' : ""}${width === undefined ? "" : ' customWidth="1"'}${attributes}`;
    const last = items.at(-1);
    if (last?.max === column && last.said === said) last.max++;
    else items.push({ min: column + 1, max: column + 1, said });
  }
  const beyond = children(child(root, "cols"), "col").filter((each) => Number(attribute(each, "max")) > MOST_COLUMNS).map((each) => {
    return source.slice(each.start, each.end).replace(/\smin="\d+"/u, ` min="${String(Math.max(MOST_COLUMNS + 1, Number(attribute(each, "min"))))}"`);
  });
  const text = items.map(({ min, max, said }) => `<col min="${String(min)}" max="${String(max)}"${said}/>`).join("") + beyond.join("");
  return text === "" ? "" : `<cols>${text}</cols>`;
}
