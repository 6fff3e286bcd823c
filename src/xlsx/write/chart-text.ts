import { chartInk, FONT } from "../../core/report";
import { element, textElement, val } from "./xml";

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

/**
 * `c:txPr`: how text looks that the host itself writes (axes, labels, legend). `isLevel` says outright that it is not
 * turned: some hosts break long labels into lines only then.
 */
export function textProperties(font: ChartFont, isLevel = false): string {
  const paragraph = element(
    "a:p",
    {},
    element("a:pPr", {}, runProperties("a:defRPr", font, false)),
    element("a:endParaRPr", { lang: "ja-JP" }),
  );
  return element("c:txPr", {}, element("a:bodyPr", isLevel ? { rot: 0, vert: "horz" } : {}), element("a:lstStyle", {}), paragraph);
}

export interface TitlePlace {
  /** Runs up along an axis at the left. */
  readonly isUpright?: boolean;
  /** The left upper corner as shares of the chart; left out, the host puts it where it belongs. */
  readonly at?: readonly [x: number, y: number];
}

/** `c:title` with a text of its own. */
export function titleElement(text: string, font: ChartFont, { isUpright = false, at }: TitlePlace = {}): string {
  // Said outright where the host would choose otherwise: it turns the title of an axis at the left.
  const turn = isUpright ? -5400000 : at === undefined ? undefined : 0;
  const body = element("a:bodyPr", turn === undefined ? {} : { rot: turn, vert: "horz" });
  const run = element("a:r", {}, runProperties("a:rPr", font, true), textElement("a:t", text));
  const paragraph = element("a:p", {}, element("a:pPr", {}, runProperties("a:defRPr", font, false)), run);
  const rich = element("c:rich", {}, body, element("a:lstStyle", {}), paragraph);
  const modes = val("c:xMode", "edge") + val("c:yMode", "edge");
  const layout =
    at === undefined ? "" : element("c:layout", {}, element("c:manualLayout", {}, modes, val("c:x", at[0]), val("c:y", at[1])));
  return element("c:title", {}, element("c:tx", {}, rich), layout, val("c:overlay", 0));
}
