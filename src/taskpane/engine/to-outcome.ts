import {
  describeFinding,
  formatPeriod,
  SheetView as CellsOfSheet,
  toA1,
  toRangeA1,
  type Analysis,
  type Finding,
  type WorkbookSnapshot,
} from "../../core";
import { foldForSearch } from "../state/fold";
import type { DirectionView, FindingView, Outcome, SettingsProblem, SheetView, TableView } from "./outcome";

type Table = Analysis["model"]["tables"][number];

/** What the pane shows of an analysis; the findings come in a list of their own, so that they can be handed over in parts. */
export function toOutcome(analysis: Analysis, snapshot: WorkbookSnapshot, settingsProblem: SettingsProblem | null): Outcome {
  const { model } = analysis;
  const cells = new Map(snapshot.sheets.map((sheet) => [sheet.name, new CellsOfSheet(sheet, snapshot.date1904)]));
  return {
    file: analysis.file,
    asOf: analysis.asOf,
    counts: {
      tables: model.tables.length,
      indicators: model.indicators.length,
      workItems: model.workItems.length,
      targetsBlank: model.indicators.filter(({ target }) => target?.state === "blank").length,
    },
    findings: analysis.findings.map((finding) => toFindingView(finding, cells)),
    accepted: analysis.accepted.map(({ finding, reason, on }) => ({ finding: toFindingView(finding, cells), reason, on })),
    crashes: analysis.crashes.map(({ rule }) => rule),
    sheets: toSheetViews(analysis, snapshot),
    directions: toDirectionViews(analysis),
    unknownStatusWords: unknownStatusWords(analysis),
    settings: analysis.settings,
    settingsProblem,
  };
}

function toFindingView(finding: Finding, cells: ReadonlyMap<string, CellsOfSheet>): FindingView {
  const { rule, key, severity, at, suggestion } = finding;
  const message = describeFinding(finding);
  const cell = toA1(at);
  const read = suggestion === undefined ? undefined : cells.get(suggestion.at.sheet);
  return {
    id: `${rule}\u0000${key}`,
    rule,
    key,
    severity,
    at,
    cell,
    message,
    search: foldForSearch(`${at.sheet} ${cell} ${message}`),
    suggestion:
      suggestion === undefined
        ? null
        : {
            at: suggestion.at,
            cell: toA1(suggestion.at),
            expected: read?.cell(suggestion.at.row, suggestion.at.column)?.value ?? null,
            before: read?.ownText(suggestion.at.row, suggestion.at.column) ?? "",
            value: suggestion.value,
          },
  };
}

function toTableView(table: Table): TableView {
  const { id, kind, orientation, sheet, region, headerRows: [first, last], headings, evidence, fields } = table;
  return {
    id,
    kind,
    sheet,
    region,
    range: toRangeA1(region),
    header: orientation === "form" || last < first ? "" : first === last ? `${String(first + 1)}行目` : `${String(first + 1)}～${String(last + 1)}行目`,
    lines: table.lines.filter(({ role }) => role === "item").length,
    headings,
    evidence,
    columns: fields.map(({ at, header, field, period, evidence: why }) => ({
      at,
      cell: toA1(at),
      header: header.replace(/\s+/gu, " "),
      field,
      period: period === null ? "" : formatPeriod(period),
      evidence: why,
    })),
    isCorrectable: orientation !== "form",
  };
}

function toSheetViews({ model, sheets }: Analysis, snapshot: WorkbookSnapshot): readonly SheetView[] {
  const because = new Map(model.notRead.map((notRead) => [notRead.sheet, notRead.because]));
  const hidden = new Set(snapshot.sheets.filter(({ visibility }) => visibility !== "visible").map(({ name }) => name));
  return sheets.map((name) => ({
    name,
    isHidden: hidden.has(name),
    notRead: because.get(name) ?? null,
    tables: model.tables.filter(({ sheet }) => sheet === name).map(toTableView),
  }));
}

function toDirectionViews({ model, settings }: Analysis): readonly DirectionView[] {
  const seen = new Set<string>();
  return model.indicators.flatMap(({ key, name, at, direction }) => {
    const isConfirmed = key in settings.directions;
    if (seen.has(key) || (!isConfirmed && direction.basis !== "suggested" && direction.basis !== "none")) return [];
    seen.add(key);
    return [{ key, name, at, cell: toA1(at), value: direction.value, isConfirmed }];
  });
}

function unknownStatusWords({ model, settings }: Analysis): readonly string[] {
  const words = model.workItems.flatMap(({ status }) => (status?.value === "unknown" ? [status.raw.trim()] : []));
  return [...new Set(words)].filter((word) => word !== "" && !(word in settings.statusWords));
}
