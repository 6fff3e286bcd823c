export { documentSchema, type AnalysisDocument } from "./schema";
export { toDocument } from "./to-document";
export { comparisonSchema, toComparison, type ComparisonDocument } from "./comparison";
