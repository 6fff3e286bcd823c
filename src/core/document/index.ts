export { documentSchema, type AnalysisDocument } from "./schema";
export { toDocument } from "./to-document";
