import { formatRounded } from "../evaluate";
import type { CountTable } from "./count-table";
import { placeRange } from "./data-table";
import { formatAmount } from "./format";
import type { Formula, FormulaPart, PlanChart, SheetKey, SheetRange } from "./plan";
import { cell, oneLine, type SheetBuilder } from "./sheet-builder";
import { textWidth } from "./text-width";
import { texts } from "./texts.ja";
import { roleStyles, STANDARD_SIZE } from "./theme";

/*
 * What a chart shows, in words, in a cell right above it: for those who do not see the picture, and for a meeting in
 * which nobody looks twice. The numbers are live like those of the table; no line says what is in no cell.
 */

const TEXTS = texts.chartLine;
const ROLE = "plain";
/** Points of one line. */
export const CHART_LINE_HEIGHT = oneLine(ROLE);

/** A piece of a line: words, or a formula with the text that it gives now. */
type Piece = string | { readonly parts: readonly FormulaPart[]; readonly cached: string };

function quoted(text: string): string {
  return `"${text.replaceAll('"', '""')}"`;
}

function lineOf(pieces: readonly Piece[]): Formula {
  const formula = pieces.flatMap((piece, n): FormulaPart[] => [n === 0 ? "" : "&", ...(typeof piece === "string" ? [quoted(piece)] : piece.parts)]);
  return { formula, cached: pieces.map((piece) => (typeof piece === "string" ? piece : piece.cached)).join("") };
}

/** Pieces that are there only as long as a condition holds. */
function pieceIf(condition: readonly FormulaPart[], pieces: readonly Piece[]): Piece {
  const { formula, cached } = lineOf(pieces);
  return { parts: ["IF(", ...condition, ",", ...formula, ',"")'], cached: String(cached) };
}

function count(at: SheetRange, cached: number): Piece {
  return { parts: ["TEXT(", at, ',"#,##0")'], cached: formatAmount(cached) };
}

/** As Excel shows a share by 0.0%. */
function percent(share: number): string {
  return `${formatRounded(share * 100)}%`;
}

/** The total row: 「設定済／対象は0／33（0.0％）です。」 */
function wholePieces(counts: CountTable, fractionTitle: string): readonly Piece[] {
  const at = (column: number): SheetRange => placeRange({ sheet: counts.labels.at.sheet, row: counts.totalRow, column });
  const share = counts.share.at.region.left;
  const title = fractionTitle.replaceAll("\n", "");
  return [
    TEXTS.of(title),
    { parts: [at(share - 1)], cached: `${String(counts.part)}／${String(counts.whole)}` },
    "（",
    { parts: ["TEXT(", at(share), ',"0.0%")'], cached: counts.whole === 0 ? texts.none : percent(counts.part / counts.whole) },
    TEXTS.end,
  ];
}

/** The group with the lowest share: its name, the share, and numerator and denominator; nothing where all are alike. */
function lowestPieces(counts: CountTable, shown: number): readonly Piece[] {
  const shares = counts.share.cached.slice(0, shown);
  const known = shares.filter((share): share is number => share !== null);
  const least = Math.min(...known);
  if (known.length < 2 || least === Math.max(...known)) return [];
  const index = shares.indexOf(least);
  const isTied = known.filter((share) => share === least).length > 1;
  const range = (left: number): SheetRange => {
    const { sheet, region } = counts.share.at;
    return { sheet, region: { top: region.top, bottom: region.top + shown - 1, left, right: left } };
  };
  const share = counts.share.at.region.left;
  const match: readonly FormulaPart[] = ["MATCH(MIN(", range(share), "),", range(share), ",0)"];
  const pieces: readonly Piece[] = [
    shown < counts.groups ? TEXTS.lowestShown : TEXTS.lowest,
    { parts: ["INDEX(", range(0), ",", ...match, ")"], cached: counts.labels.cached[index] ?? "" },
    "」",
    { parts: ["IF(COUNTIF(", range(share), ",MIN(", range(share), '))>1,"', TEXTS.others, '","")'], cached: isTied ? TEXTS.others : "" },
    "（",
    { parts: ["INDEX(", range(share - 1), ",", ...match, ")"], cached: counts.fraction[index] ?? "" },
    "、",
    { parts: ["TEXT(MIN(", range(share), '),"0.0%")'], cached: percent(least) },
    TEXTS.end,
  ];
  // データ may be edited until all groups are alike, or none has a share.
  return [pieceIf(["MAX(", range(share), ")>MIN(", range(share), ")"], pieces)];
}

/** How the whole is made up: 「内訳は、達成1件、遅れ3件です。」 */
function breakdownPieces(counts: CountTable): readonly Piece[] {
  const { sheet } = counts.labels.at;
  const parts = counts.categories.flatMap(({ name, sum }, n) => (sum === 0 ? [] : [{ name: name.cached[0] ?? "", sum, column: n + 2 }]));
  return [
    TEXTS.breakdown,
    ...parts.flatMap(({ name, sum, column }, n): Piece[] => [
      `${n === 0 ? "" : "、"}${name} `,
      count(placeRange({ sheet, row: counts.totalRow, column }), sum),
      TEXTS.items,
    ]),
    TEXTS.full,
  ];
}

/** The lines of the bars over a count table: the whole, and the lowest of those shown, if they fit the page. */
export function barLines(builder: SheetBuilder, counts: CountTable, shown: number, fractionTitle: string): readonly Formula[] {
  const whole = wholePieces(counts, fractionTitle);
  const lowest = lowestPieces(counts, shown);
  const both = lineOf([...whole, ...lowest]);
  if (lowest.length === 0 || fits(builder, both)) return [both];
  const second = lineOf(lowest);
  return fits(builder, second) ? [lineOf(whole), second] : [lineOf(whole)];
}

/** The line of the doughnut of a count table's total. */
export function breakdownLine(counts: CountTable): Formula {
  return lineOf(breakdownPieces(counts));
}

function fits({ columnWidths }: SheetBuilder, { cached }: Formula): boolean {
  const width = columnWidths.reduce((sum, own) => sum + own, 0);
  return textWidth(String(cached)) <= (width * STANDARD_SIZE) / roleStyles[ROLE].size - 2;
}

/** Writes lines, each over the empty cells to its right, on one page with so many points of chart below. */
export function writeChartLines(builder: SheetBuilder, sheet: SheetKey, lines: readonly Formula[], leastBelow: number): SheetRange {
  builder.keep(lines.length * CHART_LINE_HEIGHT + leastBelow);
  const top = builder.next;
  for (const line of lines) builder.row([cell(line, ROLE)], CHART_LINE_HEIGHT);
  return { sheet, region: { top, left: 0, bottom: builder.next - 1, right: 0 } };
}

/** 代替テキスト: what kind of picture it is, and what its lines say. */
export function altTextOf({ kind, title }: Pick<PlanChart, "kind" | "title">, lines: readonly string[]): string {
  return `${TEXTS.picture(title, TEXTS.kinds[kind])}${lines.join("")}`;
}

export function textsOf(lines: readonly Formula[]): readonly string[] {
  return lines.map(({ cached }) => String(cached));
}
