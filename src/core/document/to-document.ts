import type { z } from "zod";
import type { Analysis } from "../analyze";
import { describeFinding } from "../messages/ja";
import type { Figure, Indicator, Table } from "../model";
import { toA1, toColumnName, type CellAddress } from "../sheet/address";
import { toRangeA1 } from "../sheet/region";
import type { Finding } from "../validate/finding";
import type { AnalysisDocument, documentCellSchema, documentFigureSchema } from "./schema";

type DocumentCell = z.infer<typeof documentCellSchema>;
type DocumentFigure = z.infer<typeof documentFigureSchema>;

function cell(at: CellAddress): DocumentCell {
  return { sheet: at.sheet, cell: toA1(at) };
}

function figure(figure: Figure): DocumentFigure {
  const { state, amount, unit, raw, qualifier, qualifiers, period, at } = figure;
  return { state, amount, unit, raw, qualifier, qualifiers: [...qualifiers], period, at: cell(at) };
}

function figureOrNull(value: Figure | null): DocumentFigure | null {
  return value === null ? null : figure(value);
}

/** One row is `[5]`, several are `[5, 6]`: first and last; none, where the labels stand on the sheet before, is `[]`. */
function rows([first, last]: readonly [number, number]): number[] {
  if (last < first) return [];
  return first === last ? [first + 1] : [first + 1, last + 1];
}

function table(value: Table): AnalysisDocument["tables"][number] {
  return {
    id: value.id,
    kind: value.kind,
    orientation: value.orientation,
    sheet: value.sheet,
    range: toRangeA1(value.region),
    headerRows: rows(value.headerRows),
    dataRows: [value.dataRows[0] + 1, value.dataRows[1] + 1],
    headings: [...value.headings],
    columns: value.fields.flatMap(({ column, header, field, period }) => (column === null ? [] : [{ column: toColumnName(column), header, field, period }])),
    fields: value.fields.map(({ at, header, field, period }) => ({ at: cell(at), header, field, period })),
    evidence: [...value.evidence],
  };
}

function indicator(value: Indicator): AnalysisDocument["indicators"][number] {
  const rate = value.statedRates.at(-1);
  return {
    id: value.id,
    key: value.key,
    tableId: value.tableId,
    name: value.name,
    code: value.code,
    definition: value.definition,
    tier: value.tier,
    viewpoint: value.viewpoint,
    unit: value.unit,
    direction: value.direction,
    accumulation: value.accumulation,
    headings: [...value.headings],
    workItem: value.workItem,
    division: value.division,
    policy: value.policy,
    program: value.program,
    baseline: figureOrNull(value.baseline),
    target: figureOrNull(value.target),
    targets: value.targets.map(figure),
    actuals: value.actuals.map(figure),
    statedRate: rate === undefined ? null : { amount: rate.amount, raw: rate.raw, at: cell(rate.at) },
    statedRating: value.statedRating,
    source: value.source,
    remarks: value.remarks,
    at: cell(value.at),
  };
}

function finding(value: Finding): AnalysisDocument["findings"][number] {
  const { rule, severity, at, params, key, suggestion } = value;
  return {
    rule,
    severity,
    at: cell(at),
    params: { ...params },
    message: describeFinding(value),
    key,
    ...(suggestion === undefined ? {} : { suggestion: { at: cell(suggestion.at), value: suggestion.value } }),
  };
}

/** The analysis as other tools read it: A1 cells, percentages, messages. Ids hold within one document only. */
export function toDocument(analysis: Analysis): AnalysisDocument {
  const { model } = analysis;
  return {
    schemaVersion: 1,
    workbook: { file: analysis.file, sheets: [...analysis.sheets] },
    asOf: analysis.asOf,
    tables: model.tables.map(table),
    indicators: model.indicators.map(indicator),
    workItems: model.workItems.map((item) => ({
      id: item.id,
      key: item.key,
      tableId: item.tableId,
      no: item.no,
      reformArea: item.reformArea,
      policy: item.policy,
      program: item.program,
      theme: item.theme,
      title: item.title,
      summary: item.summary,
      divisions: [...item.divisions],
      status: item.status,
      schedule: item.schedule.map(({ period, raw }) => ({ period, raw })),
      remarks: item.remarks,
      at: cell(item.at),
    })),
    measures: model.measures.map(({ id, key, tableId, reformArea, no, theme, title, remarks, at }) => ({ id, key, tableId, reformArea, no, theme, title, remarks, at: cell(at) })),
    revisions: model.revisions.map(({ tableId, edition, issuedOn, change, at }) => ({ tableId, edition, issuedOn, change, at: cell(at) })),
    links: model.links.flatMap(({ tableId, from, to, fromLevel, toLevel, fromAt }) => (to === null ? [] : [{ tableId, from, to, fromLevel, toLevel, at: cell(fromAt) }])),
    bodies: model.bodies.map(({ id, tableId, name, role, divisions, members, status, at }) => ({ id, tableId, name, role, divisions: [...divisions], members, status, at: cell(at) })),
    findings: analysis.findings.map(finding),
    acceptedFindings: analysis.accepted.map(({ finding: accepted, reason }) => ({ ...finding(accepted), reason })),
    assessments: analysis.assessments.map(({ indicator: id, period, againstTarget, fromBaseline, againstPace, status, because, formulas, inputs }) => ({
      indicator: id,
      period,
      againstTarget,
      fromBaseline,
      againstPace,
      status,
      because,
      formulas: [...formulas],
      inputs: inputs.map(cell),
    })),
    crashes: analysis.crashes.map(({ rule, cause }) => ({ rule, cause })),
    notRead: model.notRead.map(({ sheet, because }) => ({ sheet, because })),
  };
}
