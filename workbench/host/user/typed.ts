import { GENERAL } from "../model/style";
import { toCellInput, toSerial, type CellInput } from "../model/input";

/** Excel in Japanese takes full-width digits and signs for half-width ones where the whole is a number, a share or a day. */
function fold(text: string): string {
  return text.normalize("NFKC").replaceAll(/[\u2212\u2010\u2011\u2013\uFF0D]/gu, "-");
}

/** First day of the era less one year, so that year 1 counts. */
const ERAS: Readonly<Record<string, number>> = { 令和: 2018, R: 2018, 平成: 1988, H: 1988, 昭和: 1925, S: 1925, 大正: 1911, T: 1911, 明治: 1867, M: 1867 };

function era(text: string): CellInput | undefined {
  const short = /^([RHSTM])(\d{1,2})[./-](\d{1,2})[./-](\d{1,2})$/iu.exec(text);
  const long = /^(令和|平成|昭和|大正|明治)(\d{1,2}|元)年(\d{1,2})月(\d{1,2})日$/u.exec(text);
  const match = short ?? long;
  if (match === null) return undefined;
  const [, name = "", year = "", month = "", day = ""] = match;
  const serial = toSerial((ERAS[name.toUpperCase()] ?? 0) + (year === "元" ? 1 : Number(year)), Number(month), Number(day));
  if (serial === undefined) return undefined;
  return { kind: "content", content: serial, format: short === null ? '[$-411]ggge"年"m"月"d"日"' : "[$-411]ge.m.d" };
}

function day(text: string, thisYear: number): CellInput | undefined {
  const full = /^(\d{4})年(\d{1,2})月(\d{1,2})日$/u.exec(text);
  const month = /^(\d{1,2})[/-](\d{1,2})$/u.exec(text);
  const clock = /^(\d{1,2}):(\d{2})(?::(\d{2}))?$/u.exec(text);
  if (clock !== null) {
    const [hours, minutes, seconds] = [Number(clock[1]), Number(clock[2]), Number(clock[3] ?? 0)];
    if (minutes > 59 || seconds > 59) return undefined;
    return { kind: "content", content: (hours * 3_600 + minutes * 60 + seconds) / 86_400, format: clock[3] === undefined ? "h:mm" : "h:mm:ss" };
  }
  const serial = full !== null
    ? toSerial(Number(full[1]), Number(full[2]), Number(full[3]))
    : month === null ? undefined : toSerial(thisYear, Number(month[1]), Number(month[2]));
  if (serial === undefined) return undefined;
  return { kind: "content", content: serial, format: full === null ? 'm"月"d"日"' : 'yyyy"年"m"月"d"日"' };
}

function amount(text: string): CellInput | undefined {
  const yen = /^([-(]?)[\u00A5\\]([\d,]+(?:\.\d+)?)\)?$/u.exec(text);
  if (yen !== null) return { kind: "content", content: Number((yen[2] ?? "").replaceAll(",", "")) * (yen[1] === "" ? 1 : -1), format: '"\u00A5"#,##0;"\u00A5"\\-#,##0' };
  const negative = /^\(([\d,]+(?:\.\d+)?)\)$/u.exec(text);
  return negative === null ? undefined : { kind: "content", content: -Number((negative[1] ?? "").replaceAll(",", "")) };
}

/** What becomes of what a person types into a cell. More is understood than of what an add-in writes. */
export function typedInput(text: string, format: string, thisYear: number): CellInput {
  if (format === "@" || text === "" || /^['=]/u.test(text)) return toCellInput(text, format);
  const folded = fold(text).trim();
  const special = era(folded) ?? day(folded, thisYear) ?? amount(folded);
  if (special?.kind === "content") return special.format === undefined || format === GENERAL ? special : { kind: "content", content: special.content };
  const plain = toCellInput(folded, format);
  if (plain.kind !== "content" || typeof plain.content === "string") return toCellInput(text, format);
  // In a cell of shares Excel puts the % itself.
  const isShare = typeof plain.content === "number" && /%/u.test(format.replaceAll(/"[^"]*"/gu, "")) && !folded.endsWith("%");
  return isShare && typeof plain.content === "number" ? { ...plain, content: Number((plain.content / 100).toPrecision(15)) } : plain;
}
