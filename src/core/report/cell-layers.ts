import type { Region } from "../sheet/region";
import type { PlanRow } from "./plan";
import { Rectangles } from "./rectangles";
import { roleStyles, type RoleStyle } from "./theme";

/*
 * The looks of a sheet's cells, property by property: which cells have which value of it. Thousands of cells of forty
 * roles come to some dozens of rectangles, since most roles share most of their looks.
 */

/** What every cell looks like of which no layer says otherwise. */
export const baseStyle: RoleStyle = roleStyles.plain;

export type LayerProperty = "size" | "bold" | "color" | "underline" | "fill" | "horizontal" | "vertical" | "wrap" | "format" | "edges";

export interface CellLayer {
  readonly property: LayerProperty;
  /** The value as a text: "true", "9", "1F3F6E"; for edges "all thin B8C2CC". */
  readonly value: string;
  readonly regions: readonly Region[];
}

/** Layers are laid down in this order; of the edges, the stronger come last and are seen where two cells meet. */
const ORDER: readonly LayerProperty[] = ["size", "bold", "color", "underline", "fill", "horizontal", "vertical", "wrap", "format", "edges"];

function propertiesOf(style: RoleStyle, format: string | null): Readonly<Record<LayerProperty, string>> {
  return {
    size: String(style.size),
    bold: String(style.bold),
    color: style.color,
    underline: String(style.underline),
    fill: style.fill ?? "",
    horizontal: style.horizontal,
    vertical: style.vertical,
    wrap: String(style.wrap),
    format: format ?? "General",
    edges: style.edges === "none" ? "" : `${style.edges} ${style.edge.line} ${style.edge.color}`,
  };
}

const BASE = propertiesOf(baseStyle, baseStyle.format);

function strength({ property, value }: CellLayer): number {
  return property === "edges" && value.includes(" medium ") ? 1 : 0;
}

/** Everything in which cells differ from `baseStyle`. */
export function cellLayers(rows: readonly PlanRow[]): readonly CellLayer[] {
  const found = new Map<LayerProperty, Map<string, Rectangles>>(ORDER.map((property) => [property, new Map()]));
  rows.forEach(({ cells }, row) => {
    const looks = cells.map((cell) => (cell === null ? undefined : propertiesOf(roleStyles[cell.role], cell.format ?? roleStyles[cell.role].format)));
    for (const [property, values] of found) {
      let left = 0;
      while (left < looks.length) {
        const value = looks[left]?.[property];
        let right = left;
        while (right + 1 < looks.length && looks[right + 1]?.[property] === value) right++;
        if (value !== undefined && value !== BASE[property]) {
          let rectangles = values.get(value);
          if (rectangles === undefined) values.set(value, (rectangles = new Rectangles()));
          rectangles.add(row, left, right);
        }
        left = right + 1;
      }
    }
  });
  const layers = [...found].flatMap(([property, values]) => [...values].map(([value, { regions }]): CellLayer => ({ property, value, regions })));
  return layers.sort((a, b) => ORDER.indexOf(a.property) - ORDER.indexOf(b.property) || strength(a) - strength(b));
}

/** Rows of one height as runs, first and last. */
export function heightRuns(rows: readonly PlanRow[]): ReadonlyMap<number, readonly (readonly [number, number])[]> {
  const runs = new Map<number, [number, number][]>();
  rows.forEach(({ height }, row) => {
    const list = runs.get(height) ?? [];
    runs.set(height, list);
    const last = list.at(-1);
    if (last?.[1] === row - 1) last[1] = row;
    else list.push([row, row]);
  });
  return runs;
}
