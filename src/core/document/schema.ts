import { z } from "zod";
import { figureStateSchema, qualifierSchema } from "../model/figure";
import { directionSchema, tierSchema, viewpointSchema } from "../model/indicator";
import { periodSchema } from "../model/place";
import { logicLevelSchema } from "../model/records";
import { fieldNameSchema, tableKindSchema } from "../model/table";
import { statusSchema } from "../model/work-item";
import { assessmentStatuses, becauses } from "../evaluate";

const text = z.string().nullable();

/** A cell as other tools name it: A1 without "$"; for a merged area its top-left cell. */
export const documentCellSchema = z.object({ sheet: z.string(), cell: z.string().regex(/^[A-Z]{1,3}[1-9]\d*$/u) });

export const documentFigureSchema = z.object({
  state: figureStateSchema,
  amount: z.number().nullable(),
  unit: text,
  raw: z.string(),
  qualifier: qualifierSchema.nullable(),
  qualifiers: z.array(qualifierSchema),
  period: periodSchema.nullable(),
  at: documentCellSchema,
});

const documentFieldSchema = z.object({
  at: documentCellSchema,
  header: z.string(),
  field: fieldNameSchema,
  period: periodSchema.nullable(),
});

export const documentTableSchema = z.object({
  id: z.string(),
  kind: tableKindSchema,
  orientation: z.enum(["rows", "columns", "row-groups", "form"]),
  sheet: z.string(),
  range: z.string(),
  headerRows: z.array(z.int()),
  dataRows: z.tuple([z.int(), z.int()]),
  headings: z.array(z.string()),
  columns: z.array(z.object({ column: z.string(), header: z.string(), field: fieldNameSchema, period: periodSchema.nullable() })),
  fields: z.array(documentFieldSchema),
  evidence: z.array(z.string()),
});

export const documentIndicatorSchema = z.object({
  id: z.string(),
  key: z.string(),
  tableId: z.string(),
  name: z.string(),
  code: text,
  definition: text,
  tier: tierSchema.nullable(),
  viewpoint: viewpointSchema.nullable(),
  unit: text,
  direction: directionSchema,
  accumulation: z.enum(["single", "cumulative", "unknown"]),
  headings: z.array(z.string()),
  workItem: text,
  division: text,
  policy: text,
  program: text,
  baseline: documentFigureSchema.nullable(),
  target: documentFigureSchema.nullable(),
  targets: z.array(documentFigureSchema),
  actuals: z.array(documentFigureSchema),
  statedRate: z.object({ amount: z.number(), raw: z.string(), at: documentCellSchema }).nullable(),
  statedRating: text,
  source: text,
  remarks: text,
  at: documentCellSchema,
});

export const documentWorkItemSchema = z.object({
  id: z.string(),
  key: z.string(),
  tableId: z.string(),
  no: text,
  reformArea: text,
  policy: text,
  program: text,
  theme: text,
  title: z.string(),
  summary: text,
  divisions: z.array(z.string()),
  status: statusSchema.nullable(),
  schedule: z.array(z.object({ period: periodSchema, raw: z.string() })),
  remarks: text,
  at: documentCellSchema,
});

export const documentFindingSchema = z.object({
  rule: z.string(),
  severity: z.enum(["error", "warning", "info"]),
  at: documentCellSchema,
  params: z.record(z.string(), z.union([z.string(), z.number()])),
  message: z.string(),
  key: z.string(),
  suggestion: z.object({ at: documentCellSchema, value: z.union([z.string(), z.number()]) }).optional(),
});

export const documentAssessmentSchema = z.object({
  indicator: z.string(),
  period: periodSchema.nullable(),
  againstTarget: z.number().nullable(),
  fromBaseline: z.number().nullable(),
  againstPace: z.number().nullable(),
  status: z.enum(assessmentStatuses),
  because: z.enum(becauses).nullable(),
  formulas: z.array(z.string()),
  inputs: z.array(documentCellSchema),
});

/** What `check --json` prints: a public interface that other tools read. */
export const documentSchema = z.object({
  schemaVersion: z.literal(1),
  workbook: z.object({ file: z.string(), sheets: z.array(z.string()) }),
  asOf: z.string(),
  tables: z.array(documentTableSchema),
  indicators: z.array(documentIndicatorSchema),
  workItems: z.array(documentWorkItemSchema),
  measures: z.array(
    z.object({ id: z.string(), key: z.string(), tableId: z.string(), reformArea: text, no: text, theme: text, title: z.string(), remarks: text, at: documentCellSchema }),
  ),
  revisions: z.array(z.object({ tableId: z.string(), edition: z.string(), issuedOn: text, change: text, at: documentCellSchema })),
  links: z.array(
    z.object({ tableId: z.string(), from: z.string(), to: z.string(), fromLevel: logicLevelSchema.nullable(), toLevel: logicLevelSchema.nullable(), at: documentCellSchema }),
  ),
  bodies: z.array(
    z.object({ id: z.string(), tableId: z.string(), name: z.string(), role: text, divisions: z.array(z.string()), members: text, status: statusSchema.nullable(), at: documentCellSchema }),
  ),
  findings: z.array(documentFindingSchema),
  acceptedFindings: z.array(documentFindingSchema.extend({ reason: z.string() })),
  assessments: z.array(documentAssessmentSchema),
  crashes: z.array(z.object({ rule: z.string(), cause: z.string() })),
  notRead: z.array(z.object({ sheet: z.string(), because: z.enum(["no-table", "hidden", "too-large", "chart-sheet", "unreadable"]) })),
});
export type AnalysisDocument = z.infer<typeof documentSchema>;
