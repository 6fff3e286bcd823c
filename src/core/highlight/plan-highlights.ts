import { addressKey } from "../sheet/address";
import type { Region } from "../sheet/region";
import type { CellContent, SheetSnapshot, SnapshotRow, WorkbookSnapshot } from "../sheet/snapshot";
import type { Finding, Severity } from "../validate/finding";
import { conditionFor, formulaFor, type Anchor, type Condition } from "./formula";
import type { HighlightBlock, HighlightChoice, HighlightPlan } from "./highlight";
import { highlightLooks } from "./looks";

/** Conditional formats of one plan, all sheets together. Excel draws a screen anew by asking each of them. */
export const MOST_BLOCKS = 2_000;

const WEIGHT: Readonly<Record<Severity, number>> = { error: 0, warning: 1, info: 2 };

/** A cell to be shown, with all that its block has to share. */
interface Spot {
  readonly sheet: string;
  readonly region: Region;
  readonly anchor: Anchor;
  readonly rule: string;
  readonly severity: Severity;
  readonly condition: Condition;
}

/** Cells in a rectangle that one formula serves. */
interface Run extends Omit<Spot, "condition"> {
  readonly kind: Condition["kind"];
  readonly tests: readonly string[];
  readonly cells: number;
}

/**
 * Findings as conditional formats. A block shows only while its cells hold what was found, so that it goes by itself once
 * they are mended. Of several findings in a cell the gravest shows. Neighbors with the same content share a block; where
 * there would be too many, so do neighbors of any content, each of which may then hold what was found in any of them; and
 * where there still are too many, the least grave are left out and counted.
 */
export function planHighlights(findings: readonly Finding[], snapshot: WorkbookSnapshot, choice: HighlightChoice, most = MOST_BLOCKS): HighlightPlan {
  const spots = toSpots(findings, snapshot, choice);
  let runs = toRectangles(toRuns(spots, isSameTest));
  if (runs.length > most) runs = toRectangles(toRuns(spots, fitsTogether));
  const kept = runs.slice(0, most);
  const omitted = runs.slice(most).reduce((sum, { cells }) => sum + cells, 0);
  return { blocks: kept.map(toBlock), omitted };
}

/** One spot a cell, the gravest first; within a severity by sheet, column and row, so that neighbors follow one another. */
function toSpots(findings: readonly Finding[], snapshot: WorkbookSnapshot, choice: HighlightChoice): readonly Spot[] {
  const sheets = new Map(snapshot.sheets.map((sheet, order) => [sheet.name, { order, cells: new SheetCells(sheet) }]));
  const rules = choice.rules === "all" ? undefined : new Set(choice.rules);
  const chosen = findings.filter(({ rule, severity }) => choice.severities.includes(severity) && (rules?.has(rule) ?? true));
  const seen = new Set<string>();
  const spots: Spot[] = [];
  for (const { rule, severity, at } of [...chosen].sort((a, b) => WEIGHT[a.severity] - WEIGHT[b.severity])) {
    const cells = sheets.get(at.sheet)?.cells;
    const key = addressKey(at);
    if (cells === undefined || seen.has(key)) continue;
    seen.add(key);
    const region = cells.regionAt(at.row, at.column);
    const isWide = region.right > region.left;
    const anchor = region.bottom > region.top ? "area" : isWide ? "row" : "cell";
    spots.push({ sheet: at.sheet, region, anchor, rule, severity, condition: conditionFor(cells.contentAt(at.row, at.column)) });
  }
  const order = (spot: Spot): readonly number[] => [WEIGHT[spot.severity], sheets.get(spot.sheet)?.order ?? 0];
  return spots.sort((a, b) => {
    const [weightA = 0, sheetA = 0] = order(a);
    const [weightB = 0, sheetB = 0] = order(b);
    return weightA - weightB || sheetA - sheetB || compareTexts(a.rule, b.rule) || a.region.left - b.region.left || a.region.top - b.region.top;
  });
}

function compareTexts(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

type MayJoin = (run: Run, spot: Spot, region: Region) => boolean;

/** Neighbors from top to bottom in one run, as far as they may join. */
function toRuns(spots: readonly Spot[], mayJoin: MayJoin): readonly Run[] {
  const runs: Run[] = [];
  for (const spot of spots) {
    const { condition: { kind, test }, ...rest } = spot;
    const last = runs.at(-1);
    const region = last === undefined ? undefined : { ...last.region, bottom: spot.region.bottom };
    if (last !== undefined && region !== undefined && isBelow(last, spot) && mayJoin(last, spot, region)) {
      const tests = last.tests.includes(test) ? last.tests : [...last.tests, test];
      runs[runs.length - 1] = { ...last, region, tests, cells: last.cells + 1 };
    } else runs.push({ ...rest, kind, tests: [test], cells: 1 });
  }
  return runs;
}

function isBelow(run: Run, spot: Spot): boolean {
  return (
    run.sheet === spot.sheet && run.rule === spot.rule && run.severity === spot.severity && run.kind === spot.condition.kind &&
    run.anchor !== "area" && run.anchor === spot.anchor &&
    run.region.left === spot.region.left && run.region.right === spot.region.right && run.region.bottom + 1 === spot.region.top
  );
}

const isSameTest: MayJoin = ({ tests }, { condition }) => tests[0] === condition.test;

const fitsTogether: MayJoin = (run, { condition }, region) =>
  run.tests.includes(condition.test) || formulaFor(run.kind, [...run.tests, condition.test], run, region, run.anchor) !== undefined;

/** Runs of single cells side by side, of the same height and formula, as one rectangle. */
function toRectangles(runs: readonly Run[]): readonly Run[] {
  const made: Run[] = [];
  /** By where the next column would begin. */
  const open = new Map<string, number>();
  const key = (run: Run, left: number): string => JSON.stringify([run.sheet, run.rule, run.severity, run.kind, run.tests, run.region.top, run.region.bottom, left]);
  for (const run of runs) {
    if (run.anchor !== "cell") {
      made.push(run);
      continue;
    }
    const at = open.get(key(run, run.region.left));
    const left = at === undefined ? undefined : made[at];
    if (at === undefined || left === undefined) {
      open.set(key(run, run.region.right + 1), made.length);
      made.push(run);
      continue;
    }
    made[at] = { ...left, region: { ...left.region, right: run.region.right }, cells: left.cells + run.cells };
    open.set(key(run, run.region.right + 1), at);
  }
  return made;
}

function toBlock({ sheet, region, rule, severity, kind, tests, anchor }: Run): HighlightBlock {
  const formula = formulaFor(kind, tests, { rule, severity }, region, anchor);
  if (formula === undefined) throw new Error(`no formula for a cell of kind ${kind}, rule ${rule}`);
  return { sheet, region, rule, severity, formula, textMark: kind === "text" ? highlightLooks[severity].mark : null };
}

/** Contents and merged areas of a sheet, by place. */
class SheetCells {
  private readonly rows: ReadonlyMap<number, SnapshotRow>;
  private readonly merges: ReadonlyMap<string, Region>;

  constructor(sheet: SheetSnapshot) {
    this.rows = new Map(sheet.rows.map((row) => [row.row, row]));
    this.merges = new Map(sheet.merges.map((merge) => [`${String(merge.top)},${String(merge.left)}`, merge]));
  }

  contentAt(row: number, column: number): CellContent | null {
    return this.rows.get(row)?.cells.find((cell) => cell.column === column)?.value ?? null;
  }

  /** The whole merged area where one begins here. */
  regionAt(row: number, column: number): Region {
    return this.merges.get(`${String(row)},${String(column)}`) ?? { top: row, left: column, bottom: row, right: column };
  }
}
