import { formatDateSection } from "./format-date";
import { parseFormat, type FormatCondition, type FormatSection, type FormatToken } from "./format-code";
import { formatGeneral, formatNumberSection } from "./format-digits";

/** The number formats that a workbook names by number only, as Japanese Excel shows them. */
const BUILTIN: Readonly<Record<number, string>> = {
  0: "General", 1: "0", 2: "0.00", 3: "#,##0", 4: "#,##0.00",
  5: '"\u00A5"#,##0;"\u00A5"\\-#,##0', 6: '"\u00A5"#,##0;[Red]"\u00A5"\\-#,##0',
  7: '"\u00A5"#,##0.00;"\u00A5"\\-#,##0.00', 8: '"\u00A5"#,##0.00;[Red]"\u00A5"\\-#,##0.00',
  9: "0%", 10: "0.00%", 11: "0.00E+00", 12: "# ?/?", 13: "# ??/??",
  14: "yyyy/m/d", 15: "d-mmm-yy", 16: "d-mmm", 17: "mmm-yy", 18: "h:mm AM/PM", 19: "h:mm:ss AM/PM",
  20: "h:mm", 21: "h:mm:ss", 22: "yyyy/m/d h:mm",
  27: "[$-411]ge.m.d", 28: '[$-411]ggge"年"m"月"d"日"', 29: '[$-411]ggge"年"m"月"d"日"', 30: "m/d/yy",
  31: 'yyyy"年"m"月"d"日"', 32: 'h"時"mm"分"', 33: 'h"時"mm"分"ss"秒"', 34: 'yyyy"年"m"月"', 35: 'm"月"d"日"',
  36: "[$-411]ge.m.d",
  37: "#,##0;\\-#,##0", 38: "#,##0;[Red]\\-#,##0", 39: "#,##0.00;\\-#,##0.00", 40: "#,##0.00;[Red]\\-#,##0.00",
  41: '_ * #,##0_ ;_ * \\-#,##0_ ;_ * "-"_ ;_ @_ ', 42: '_ "\u00A5"* #,##0_ ;_ "\u00A5"* \\-#,##0_ ;_ "\u00A5"* "-"_ ;_ @_ ',
  43: '_ * #,##0.00_ ;_ * \\-#,##0.00_ ;_ * "-"??_ ;_ @_ ',
  44: '_ "\u00A5"* #,##0.00_ ;_ "\u00A5"* \\-#,##0.00_ ;_ "\u00A5"* "-"??_ ;_ @_ ',
  45: "mm:ss", 46: "[h]:mm:ss", 47: "mm:ss.0", 48: "##0.0E+0", 49: "@",
  50: "[$-411]ge.m.d", 51: '[$-411]ggge"年"m"月"d"日"', 52: 'yyyy"年"m"月"', 53: 'm"月"d"日"',
  54: '[$-411]ggge"年"m"月"d"日"', 55: 'yyyy"年"m"月"', 56: 'm"月"d"日"', 57: "[$-411]ge.m.d",
  58: '[$-411]ggge"年"m"月"d"日"',
};

/** The format code of a built-in id (`numFmtId`). */
export function builtinFormat(id: number): string | undefined {
  return BUILTIN[id];
}

/** 表示形式: whether a number in this format is shown as a date or a time. */
export function isDateFormat(format: string): boolean {
  return parseFormat(format)[0]?.isDate ?? false;
}

/** What a number format says of the figure, read by its section for positive numbers. */
export interface NumberFormatMeaning {
  readonly isPercent: boolean;
  readonly isDate: boolean;
  /** What the shown digits are divided by: 1000 for each comma after the last digit. */
  readonly displayScale: number;
  /** Literal text before and after the digits: 約, 千人. */
  readonly prefix: string;
  readonly suffix: string;
}

export function describeNumberFormat(format: string, value = 1): NumberFormatMeaning {
  if (format === GENERAL) return GENERAL_MEANING;
  const { section } = chooseSection(parseFormat(format), value);
  if (section === undefined) return describeSection(section);
  const known = meanings.get(section);
  if (known !== undefined) return known;
  const meaning = describeSection(section);
  meanings.set(section, meaning);
  return meaning;
}

/** The format of most cells, which need not be taken apart. */
const GENERAL = "General";
const GENERAL_MEANING: NumberFormatMeaning = { isPercent: false, isDate: false, displayScale: 1, prefix: "", suffix: "" };

/** What each section means, as long as its format is known. */
const meanings = new WeakMap<FormatSection, NumberFormatMeaning>();

function describeSection(section: FormatSection | undefined): NumberFormatMeaning {
  const tokens = section?.tokens ?? [];
  const first = tokens.findIndex(isNumeric);
  const last = tokens.findLastIndex(isNumeric);
  return {
    isPercent: tokens.some(({ kind }) => kind === "percent") && section?.isDate !== true,
    isDate: section?.isDate ?? false,
    displayScale: 1000 ** scalingCommas(tokens),
    prefix: literalText(tokens.slice(0, Math.max(0, first))),
    suffix: literalText(first < 0 ? tokens : tokens.slice(last + 1)),
  };
}

function isNumeric({ kind }: FormatToken): boolean {
  return kind === "digit" || kind === "general" || kind === "text" || kind === "date" || kind === "elapsed";
}

function literalText(tokens: readonly FormatToken[]): string {
  return tokens.map((token) => (token.kind === "literal" ? token.text : "")).join("").trim();
}

function scalingCommas(tokens: readonly FormatToken[]): number {
  const last = tokens.findLastIndex(({ kind }) => kind === "digit");
  const point = tokens.findIndex(({ kind }) => kind === "point");
  const run = (from: number): number => {
    let count = 0;
    while (tokens[from + count]?.kind === "comma") count += 1;
    return count;
  };
  if (last < 0) return 0;
  return run(last + 1) + (point > 0 && point < last ? commasBefore(tokens, point) : 0);
}

function commasBefore(tokens: readonly FormatToken[], point: number): number {
  let count = 0;
  while (tokens[point - 1 - count]?.kind === "comma") count += 1;
  return count;
}

interface Choice {
  readonly section: FormatSection | undefined;
  /** Whether the section shows the sign itself, so that only the magnitude is to be written. */
  readonly isMagnitude: boolean;
}

function chooseSection(sections: readonly FormatSection[], value: number): Choice {
  if (sections.length === 1 && sections[0]?.condition === null) return { section: sections[0], isMagnitude: false };
  const numeric = sections.slice(0, 3);
  if (numeric.some(({ condition }) => condition !== null)) return chooseByCondition(numeric, value);
  const [positive, negative, zero] = numeric;
  if (value < 0 && negative !== undefined) return { section: negative, isMagnitude: true };
  if (value === 0 && zero !== undefined) return { section: zero, isMagnitude: true };
  return { section: positive, isMagnitude: false };
}

function chooseByCondition(sections: readonly FormatSection[], value: number): Choice {
  const met = sections.findIndex(({ condition }, at) =>
    condition === null ? at === sections.length - 1 || (at === 1 && value < 0 && sections.length > 2) : meets(value, condition),
  );
  const section = sections[met] ?? sections.at(-1);
  const condition = section?.condition ?? null;
  const isOnlyNegative = condition !== null && condition.operator.startsWith("<") && condition.limit <= 0;
  return { section, isMagnitude: isOnlyNegative };
}

function meets(value: number, { operator, limit }: FormatCondition): boolean {
  switch (operator) {
    case "<":
      return value < limit;
    case "<=":
      return value <= limit;
    case ">":
      return value > limit;
    case ">=":
      return value >= limit;
    case "=":
      return value === limit;
    case "<>":
      return value !== limit;
  }
}

/** Shows a number as Excel would in a wide enough column; never `####`. */
export function formatValue(value: number, format: string, date1904: boolean): string {
  if (format === GENERAL) return formatGeneral(value);
  const { section, isMagnitude } = chooseSection(parseFormat(format), value);
  if (section === undefined || !Number.isFinite(value)) return formatGeneral(value);
  if (section.isDate) return formatDateSection(value, section, date1904);
  return formatNumberSection(isMagnitude ? Math.abs(value) : value, section);
}

/** Shows a text cell: only a section with `@` adds to it. */
export function formatText(text: string, format: string): string {
  if (format === GENERAL) return text;
  const sections = parseFormat(format);
  const section = sections[3] ?? (sections.length === 1 ? sections[0] : undefined);
  if (section === undefined || !section.tokens.some(({ kind }) => kind === "text")) {
    return sections.length === 4 ? literalText(section?.tokens ?? []) : text;
  }
  return section.tokens.map((token) => (token.kind === "text" ? text : token.kind === "literal" ? token.text : "")).join("");
}
