/*
 * How the report looks, in one place, for every host. Colors are six hexadecimal digits without "#".
 * Every state is told apart three times: by its word or mark, by lightness, and by color; so it survives a grey copier.
 */

export type CellRole =
  | "title"
  | "subtitle"
  | "heading"
  | "heading-above"
  | "note"
  | "key"
  | "number-text"
  | "text"
  | "text-strong"
  | "text-center"
  | "place"
  | "number"
  | "share"
  | "fraction"
  | "header"
  | "header-number"
  | "group"
  | "group-number"
  | "total"
  | "total-number"
  | "total-share"
  | "total-fraction"
  | "answer"
  | "link"
  | "blank-figure"
  | "status-achieved"
  | "status-on-track"
  | "status-behind"
  | "status-worse"
  | "status-none"
  | "work-open"
  | "work-moving"
  | "work-finished"
  | "work-stopped"
  | "severity-error"
  | "severity-warning"
  | "severity-info"
  | "schedule-bar"
  | "schedule-empty"
  | "data"
  | "data-number"
  | "data-header"
  | "plain";

/** What a bar, a line or a tab stands for. */
export type Paint =
  | "set"
  | "unset"
  | "pending"
  | "not-applicable"
  | "unreadable"
  | "achieved"
  | "on-track"
  | "behind"
  | "worse"
  | "none"
  | "work-not-started"
  | "work-considering"
  | "work-in-progress"
  | "work-done"
  | "work-continuing"
  | "work-suspended"
  | "work-cancelled"
  | "work-unknown"
  | "actual"
  | "target"
  | "baseline"
  | "neutral";

export interface EdgeStyle {
  readonly line: "thin" | "hair" | "medium";
  readonly color: string;
}

export interface RoleStyle {
  readonly size: number;
  readonly bold: boolean;
  readonly color: string;
  readonly underline: boolean;
  readonly fill: string | null;
  readonly edges: "none" | "all" | "bottom";
  readonly edge: EdgeStyle;
  readonly horizontal: "left" | "center" | "right";
  readonly vertical: "top" | "center";
  readonly wrap: boolean;
  readonly format: string | null;
}

export interface PaintStyle {
  readonly color: string;
  /** Drawn over white, so that it is told from a neighbor of like lightness without color. Null: solid. */
  readonly pattern: "diagonal" | "dots" | "grid" | "horizontal" | null;
  /** Text written on it. */
  readonly ink: string;
  readonly dash: "solid" | "dash" | "dot";
  readonly marker: "circle" | "diamond" | "square" | "none";
}

/**
 * BIZ UDゴシック comes with every Windows since 2018, is made for reading on paper by everybody, and many municipalities
 * prescribe its family. The fixed-pitch cut, because its digits are half a character wide: figures stand in columns, and
 * what a text needs can be counted. (The digits of the proportional BIZ UDPゴシック are three quarters of one, and Excel
 * measures every column in digits.)
 */
export const FONT = "BIZ UDゴシック";

/** In points. Nothing in the report is smaller than `SMALLEST_SIZE`, after scaling to the page as well as before. */
export const STANDARD_SIZE = 10;
export const SMALLEST_SIZE = 8;

const INK = "1F2933";
const SOFT_INK = "52606D";
const NAVY = "1F3F6E";
const RULE: EdgeStyle = { line: "thin", color: "B8C2CC" };

const PLAIN: RoleStyle = {
  size: STANDARD_SIZE,
  bold: false,
  color: INK,
  underline: false,
  fill: null,
  edges: "none",
  edge: RULE,
  horizontal: "left",
  vertical: "center",
  wrap: false,
  format: null,
};

const CELL: RoleStyle = { ...PLAIN, edges: "all", wrap: true };
const NUMBER: RoleStyle = { ...CELL, horizontal: "right", wrap: false, format: "#,##0" };
const SHARE: RoleStyle = { ...NUMBER, format: "0.0%" };
const FRACTION: RoleStyle = { ...NUMBER, format: "@" };
const HEADER: RoleStyle = {
  ...CELL,
  bold: true,
  color: "FFFFFF",
  fill: NAVY,
  horizontal: "center",
  vertical: "center",
};
/** Its text runs over the cells beside it: no rules between them. */
const GROUP: RoleStyle = { ...CELL, bold: true, fill: "DCE6F2", wrap: false, edges: "bottom" };
const TOTAL: RoleStyle = { ...CELL, bold: true, fill: "EEF1F4" };
const STATUS: RoleStyle = { ...CELL, horizontal: "center", bold: true };
const BAR: RoleStyle = { ...CELL, horizontal: "center", vertical: "center", size: 9 };

/** The look of each role. Total over `CellRole`: a role without a look does not compile. */
export const roleStyles: Readonly<Record<CellRole, RoleStyle>> = {
  plain: PLAIN,
  title: { ...PLAIN, size: 18, bold: true, color: NAVY },
  subtitle: { ...PLAIN, size: 12, color: SOFT_INK },
  heading: { ...PLAIN, size: 12, bold: true, color: NAVY, edges: "bottom", edge: { line: "medium", color: NAVY } },
  "heading-above": { ...PLAIN, size: 12, bold: true, color: NAVY },
  note: { ...PLAIN, size: 9, color: SOFT_INK },
  key: { ...CELL, bold: true, fill: "EEF1F4" },
  text: CELL,
  "text-strong": { ...CELL, bold: true },
  "text-center": { ...CELL, horizontal: "center" },
  place: { ...CELL, color: SOFT_INK, size: 9 },
  number: NUMBER,
  "number-text": { ...CELL, horizontal: "right" },
  share: SHARE,
  fraction: FRACTION,
  header: HEADER,
  "header-number": HEADER,
  group: GROUP,
  "group-number": { ...GROUP, horizontal: "right", format: "#,##0" },
  total: TOTAL,
  "total-number": { ...NUMBER, bold: true, fill: "EEF1F4" },
  "total-share": { ...SHARE, bold: true, fill: "EEF1F4" },
  "total-fraction": { ...FRACTION, bold: true, fill: "EEF1F4" },
  answer: { ...CELL, fill: "FFF9E5" },
  link: { ...CELL, color: "1B4F9C", underline: true },
  "blank-figure": { ...CELL, horizontal: "center", color: "9B1C1C", bold: true, fill: "FBE3E1" },
  "status-achieved": { ...STATUS, color: "FFFFFF", fill: "1F5F8B" },
  "status-on-track": { ...STATUS, color: "12343B", fill: "9CCFE0" },
  "status-behind": { ...STATUS, color: "5C3A00", fill: "FFE3A6" },
  "status-worse": { ...STATUS, color: "FFFFFF", fill: "8C2F2B" },
  "status-none": { ...STATUS, bold: false, color: SOFT_INK, fill: "F3F4F6" },
  "work-open": { ...STATUS, bold: false, fill: "F3F4F6" },
  "work-moving": { ...STATUS, color: "12343B", fill: "C9E4EE" },
  "work-finished": { ...STATUS, color: "FFFFFF", fill: "1F5F8B" },
  "work-stopped": { ...STATUS, color: "5C3A00", fill: "FFE3A6" },
  "severity-error": { ...STATUS, color: "FFFFFF", fill: "8C2F2B" },
  "severity-warning": { ...STATUS, color: "5C3A00", fill: "FFE3A6" },
  "severity-info": { ...STATUS, bold: false, color: SOFT_INK, fill: "F3F4F6" },
  "schedule-bar": { ...BAR, color: "FFFFFF", bold: true, fill: "2E6FA3" },
  "schedule-empty": BAR,
  data: { ...CELL, edges: "bottom", vertical: "center" },
  "data-number": { ...CELL, wrap: false, edges: "bottom", vertical: "center", horizontal: "right", format: "General" },
  "data-header": { ...HEADER, wrap: true },
};

function paint(
  color: string,
  pattern: PaintStyle["pattern"] = null,
  ink = "FFFFFF",
  line: Pick<PaintStyle, "dash" | "marker"> = { dash: "solid", marker: "none" },
): PaintStyle {
  return { color, pattern, ink, ...line };
}

export const paintStyles: Readonly<Record<Paint, PaintStyle>> = {
  set: paint("1F5F8B"),
  unset: paint("C4572B", "diagonal", INK),
  pending: paint("E8B23A", null, INK),
  "not-applicable": paint("C9CED6", null, INK),
  unreadable: paint("6B7280", "grid", INK),
  achieved: paint("1F5F8B"),
  "on-track": paint("9CCFE0", null, INK),
  behind: paint("E0A100", "diagonal", INK),
  worse: paint("8C2F2B", "grid", INK),
  none: paint("DDE1E6", null, INK),
  "work-not-started": paint("F7F8FA", null, INK),
  "work-considering": paint("7B8794", "dots", INK),
  "work-in-progress": paint("9CCFE0", null, INK),
  "work-done": paint("1F5F8B"),
  "work-continuing": paint("2F7F79", "horizontal", INK),
  "work-suspended": paint("E0A100", "diagonal", INK),
  "work-cancelled": paint("8C2F2B", "grid", INK),
  "work-unknown": paint("7B8794"),
  actual: paint("1F5F8B", null, INK, { dash: "solid", marker: "circle" }),
  target: paint("C4572B", null, INK, { dash: "dash", marker: "none" }),
  baseline: paint("52606D", null, INK, { dash: "dot", marker: "none" }),
  neutral: paint("7B8794", null, "FFFFFF"),
};

/** Lines, axis text and grid of every chart. */
export const chartInk = { text: INK, soft: SOFT_INK, grid: "D5DAE0", frame: "B8C2CC" } as const;
