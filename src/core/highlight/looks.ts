import type { Severity } from "../validate/finding";

/** How a highlighted cell looks. Black on every fill is at least 4.5 : 1; in gray the fills differ in lightness, the frames in their line. */
export interface HighlightLook {
  /** `#RRGGBB`. */
  readonly fill: string;
  readonly font: string;
  readonly border: { readonly style: "Continuous" | "Dash" | "Dot"; readonly color: string };
  /** Stands before a text, so that color is never alone. No 「▲」 or 「△」: before a figure they would read as minus. */
  readonly mark: string;
}

/** The one table of looks; what colors the sheet and what explains the colors read it. */
export const highlightLooks = {
  error: { fill: "#F2A7A0", font: "#000000", border: { style: "Continuous", color: "#7A1A12" }, mark: "\uFF01" },
  warning: { fill: "#FFD76A", font: "#000000", border: { style: "Dash", color: "#6B4E00" }, mark: "\uFF1F" },
  info: { fill: "#DDEEFF", font: "#000000", border: { style: "Dot", color: "#1F4E79" }, mark: "\uFF0A" },
} as const satisfies Readonly<Record<Severity, HighlightLook>>;
