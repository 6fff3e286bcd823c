import { chartInk, FONT } from "../../core/report";
import { element, textElement, val } from "./xml";

/** Sizes of chart text in points. */
export const CHART_SIZES = { title: 12, axisTitle: 9, axis: 9, label: 9, legend: 9 } as const;

export interface ChartFont {
  readonly size: number;
  readonly bold?: boolean;
  readonly color?: string;
}

export function solidFill(color: string): string {
  return element("a:solidFill", {}, val("a:srgbClr", color));
}

/** Both faces must be named: without `a:ea` Excel sets Japanese in the theme's East-Asian face, whatever that is. */
function runProperties(name: string, { size, bold = false, color = chartInk.text }: ChartFont, lang: boolean): string {
  const attributes = { ...(lang ? { lang: "ja-JP" } : {}), sz: size * 100, b: bold ? 1 : 0 };
  const faces = ["a:latin", "a:ea", "a:cs"].map((face) => element(face, { typeface: FONT }));
  return element(name, attributes, solidFill(color), ...faces);
}

/** `c:txPr`: how text looks that the host itself writes (axes, labels, legend). */
export function textProperties(font: ChartFont): string {
  const paragraph = element(
    "a:p",
    {},
    element("a:pPr", {}, runProperties("a:defRPr", font, false)),
    element("a:endParaRPr", { lang: "ja-JP" }),
  );
  return element("c:txPr", {}, element("a:bodyPr", {}), element("a:lstStyle", {}), paragraph);
}

/** `c:title` with a text of its own; `upright` text runs up along an axis at the left. */
export function titleElement(text: string, font: ChartFont, upright = false): string {
  const body = upright ? element("a:bodyPr", { rot: -5400000, vert: "horz" }) : element("a:bodyPr", {});
  const run = element("a:r", {}, runProperties("a:rPr", font, true), textElement("a:t", text));
  const paragraph = element("a:p", {}, element("a:pPr", {}, runProperties("a:defRPr", font, false)), run);
  const rich = element("c:rich", {}, body, element("a:lstStyle", {}), paragraph);
  return element("c:title", {}, element("c:tx", {}, rich), val("c:overlay", 0));
}
