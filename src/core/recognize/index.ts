export { extraLabels, recognizeSheet } from "./recognize";
export type { FormPair, RecognizedBodyList, RecognizedForm, RecognizedSheet, RecognizedTable } from "./recognized";
export { fieldOf, type ReadColumn } from "./column-drafts";
export { halvesOf } from "./pair-columns";
export { rowLabelOf } from "./profiles";
export { statedTargets, type StatedTarget } from "./stated-target";
export { isTotalText } from "./body-lines";
export { cellsWithin } from "./grid";
export { tierOf, viewpointOf, unitOf } from "./label";
