import { z } from "zod";

const sheetCell = z.strictObject({ sheet: z.string(), cell: z.string().regex(/^[A-Z]{1,3}[1-9]\d*$/u) });

const period = z.strictObject({
  kind: z.enum(["fiscal-year", "calendar-year", "date"]).optional(),
  year: z.int(),
  date: z.string().nullish(),
});

const figure = z.strictObject({
  at: sheetCell.optional(),
  state: z.enum(["set", "blank", "not-applicable", "pending", "qualitative", "unreadable"]),
  amount: z.number().nullish(),
  unit: z.string().nullish(),
  raw: z.string().optional(),
  qualifier: z.string().nullish(),
  period: period.nullish(),
});

/** 一つか、どれでもよいいくつか. */
const tableKind = z.union([z.string(), z.array(z.string())]);

const table = z.strictObject({
  /** A name inside the expectation, never the id of the document. */
  key: z.string(),
  kind: tableKind,
  sheet: z.string(),
  range: z.string().nullable(),
  rangeAlso: z.array(z.string()).optional(),
  orientation: z.string().optional(),
  headerRows: z.array(z.int()).optional(),
  dataRows: z.tuple([z.int(), z.int()]).optional(),
  headings: z.array(z.string()).optional(),
  headingsInclude: z.array(z.string()).optional(),
  columns: z.array(z.strictObject({ column: z.string(), header: z.string().optional(), field: z.string(), period: period.nullish() })).optional(),
  fields: z.array(z.strictObject({ at: sheetCell, header: z.string().optional(), field: z.string(), period: period.nullish() })).optional(),
});

const indicator = z.strictObject({
  table: z.string().nullish(),
  sheet: z.string().optional(),
  name: z.string(),
  at: sheetCell.optional(),
  tier: z.string().nullish(),
  viewpoint: z.string().nullish(),
  unit: z.string().nullish(),
  definition: z.string().nullish(),
  division: z.string().nullish(),
  policy: z.string().nullish(),
  program: z.string().nullish(),
  source: z.string().nullish(),
  remarks: z.string().nullish(),
  headingsInclude: z.array(z.string()).optional(),
  direction: z.strictObject({ value: z.string(), basis: z.string() }).optional(),
  accumulation: z.string().optional(),
  /** The title of the work item that the indicator belongs to. */
  workItemTitle: z.string().nullish(),
  baseline: figure.nullish(),
  /** null: the table has no target column. */
  target: figure.nullish(),
  targets: z.array(figure).optional(),
  actuals: z.array(figure).optional(),
  statedRate: z.number().nullish(),
  statedRating: z.string().nullish(),
});

const workItem = z.strictObject({
  table: z.string().nullish(),
  sheet: z.string().optional(),
  title: z.string(),
  at: sheetCell.optional(),
  no: z.string().nullish(),
  reformArea: z.string().nullish(),
  policy: z.string().nullish(),
  program: z.string().nullish(),
  theme: z.string().nullish(),
  summary: z.string().nullish(),
  remarks: z.string().nullish(),
  divisions: z.array(z.string()).optional(),
  status: z.strictObject({ raw: z.string(), value: z.string() }).nullish(),
  schedule: z.array(z.strictObject({ year: z.int(), raw: z.string() })).optional(),
});

const records = {
  measures: z.array(
    z.strictObject({
      table: z.string().nullish(),
      title: z.string(),
      at: sheetCell.optional(),
      no: z.string().nullish(),
      theme: z.string().nullish(),
      reformArea: z.string().nullish(),
      remarks: z.string().nullish(),
    }),
  ),
  revisions: z.array(z.strictObject({ table: z.string().optional(), edition: z.string(), issuedOn: z.string().nullish(), change: z.string().nullish(), at: sheetCell })),
  links: z.array(
    z.strictObject({
      table: z.string().optional(),
      row: z.int().optional(),
      from: z.string(),
      to: z.string().optional(),
      fromLevel: z.string().nullish(),
      toLevel: z.string().nullish(),
    }),
  ),
  bodies: z.array(
    z.strictObject({
      name: z.string(),
      at: sheetCell.optional(),
      role: z.string().nullish(),
      members: z.string().nullish(),
      divisions: z.array(z.string()).optional(),
      status: z.string().nullish(),
    }),
  ),
};

/** What must be read of a workbook. Partial: what is absent is not judged. */
export const expectationSchema = z.strictObject({
  complete: z
    .strictObject({
      tables: z.boolean().optional(),
      indicators: z.boolean().optional(),
      workItems: z.boolean().optional(),
      /** Every indicator of the list has these actuals and yearly targets and no more. */
      figures: z.boolean().optional(),
    })
    .optional(),
  tables: z.array(table),
  tablesOptional: z.array(z.strictObject({ kind: z.string(), sheet: z.string(), range: z.string().optional() })).optional(),
  indicators: z.array(indicator).optional(),
  indicatorsOptional: z.array(z.strictObject({ sheet: z.string(), name: z.string() })).optional(),
  indicatorCount: z.int().optional(),
  workItems: z.array(workItem).optional(),
  measures: records.measures.optional(),
  revisions: records.revisions.optional(),
  links: records.links.optional(),
  bodies: records.bodies.optional(),
  notReadSheets: z.array(z.string()).optional(),
  notRead: z.array(z.strictObject({ sheet: z.string(), because: z.string() })).optional(),
  /** The rules for which `findings` is complete. */
  rulesAsserted: z.array(z.string()).optional(),
  findings: z.array(z.strictObject({ rule: z.string(), sheet: z.string(), cell: z.string(), anyOf: z.array(z.string()).optional() })).optional(),
  findingsOptional: z
    .array(z.strictObject({ rule: z.string(), sheet: z.string(), cells: z.union([z.literal("*"), z.array(z.string())]) }))
    .optional(),
});
export type Expectation = z.infer<typeof expectationSchema>;
export type ExpectedTable = Expectation["tables"][number];
export type ExpectedFigure = z.infer<typeof figure>;
export type ExpectedIndicator = z.infer<typeof indicator>;

export const caseSchema = z.strictObject({
  /** "own", or the public layout that the sheet follows. */
  source: z.string(),
  license: z.literal("CC0-1.0"),
  /** 何が読みにくいか; the name of the test. */
  why: z.string(),
  asOf: z.iso.date(),
  expectedExit: z.union([z.literal(0), z.literal(1), z.literal(2)]),
});

/** The same form beside the sample workbooks, with a little more about the file. */
export const sampleExpectationSchema = expectationSchema.extend({
  file: z.string(),
  about: z.string(),
  tags: z.array(z.string()),
  asOf: z.string(),
  exitStatus: z.union([z.literal(0), z.literal(1), z.literal(2)]).nullable(),
  assessments: z.array(z.looseObject({ name: z.string() })).optional(),
});
