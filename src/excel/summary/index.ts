export { previewSummary, type SummaryPreview } from "./preview-summary";
export { undoSummary } from "./undo-summary";
export { writeSummary, type RenamedSheet, type SummaryOptions, type SummaryProgress, type SummaryWritten } from "./write-summary";
