const SVG = "http://www.w3.org/2000/svg";

/** An SVG element; numbers are cut to a tenth of a pixel. */
export function shape(name: string, attributes: Readonly<Record<string, string | number | undefined>>, ...children: readonly (Node | string)[]): SVGElement {
  const element = document.createElementNS(SVG, name);
  for (const [key, value] of Object.entries(attributes)) {
    if (value === undefined) continue;
    element.setAttribute(key, typeof value === "number" ? String(Math.round(value * 10) / 10) : value);
  }
  element.append(...children);
  return element;
}
