export { isForTexts, isOurFormula, readMarker, type Marker } from "./formula";
export type { HighlightBlock, HighlightChoice, HighlightPlan } from "./highlight";
export { highlightLooks, type HighlightLook } from "./looks";
export { planHighlights } from "./plan-highlights";
