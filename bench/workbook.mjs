// The workbooks that the benchmark reads: indicators in 12 columns, as plans have them. The same size gives the same
// cells every time; nothing in them is random.
import { writeXlsx } from "hucre/xlsx";

const HEADER = [
  "No.",
  "施策",
  "指標名",
  "単位",
  "担当課",
  "基準値（令和4年度）",
  "実績値（令和5年度）",
  "実績値（令和6年度）",
  "実績値（令和7年度）",
  "目標値（令和10年度）",
  "達成率",
  "備考",
];
const TITLES = [["第2期まち・ひと・しごと創生総合戦略　数値目標一覧"], []];
const FIRST_ROW = TITLES.length + 1;

const POLICIES = ["子育て支援の充実", "地域産業の振興", "移住・定住の促進", "観光の振興", "安全・安心なまちづくり", "行政サービスのデジタル化"];
const THINGS = ["保育所の利用者数", "新規創業件数", "移住相談件数", "観光入込客数", "防犯講習の参加者数", "オンライン申請率", "公園の箇所数", "健診受診率"];
const UNITS = ["人", "件", "件", "千人", "人", "％", "か所", "%"];
const PLACES = ["東部", "西部", "南部", "北部", "中央"];
const DIVISIONS = ["企画政策課", "こども未来課", "商工観光課", "税務課・市民課", "健康づくり課", "デジタル推進室"];

/** Of every ten rows the first six share one 施策, in one merged cell. */
const BLOCK = 10;
const MERGED_IN_BLOCK = 6;

/** What a cell holds where the figure itself is not known or is written as text. */
function oddFigure(index, unit) {
  switch (index % 40) {
    case 7:
      return null;
    case 13:
      return "－";
    case 21:
      return "集計中";
    case 29:
      return `${(index % 900) + 100}${unit === "千人" ? "" : unit}以上`;
    case 33:
      return String((index % 900) + 100);
    default:
      return undefined;
  }
}

/** Figures that rise a little with the years; shares stay between 0 and 100. */
function figure(index, year) {
  const unit = UNITS[index % UNITS.length];
  const odd = oddFigure(index * 5 + year, unit);
  if (odd !== undefined) return odd;
  const isShare = unit === "%" || unit === "％";
  return isShare ? ((index * 7) % 700) / 10 + year * 1.5 : 100 + ((index * 37) % 900) + year * 12;
}

function row(index) {
  const inBlock = index % BLOCK;
  const block = Math.floor(index / BLOCK);
  const isInShadow = inBlock > 0 && inBlock < MERGED_IN_BLOCK;
  const [last, target] = [figure(index, 3), figure(index, 5)];
  return [
    index + 1,
    isInShadow ? null : `${POLICIES[block % POLICIES.length]}（${block + 1}）`,
    `${PLACES[index % PLACES.length]}地区の${THINGS[index % THINGS.length]}その${index + 1}`,
    UNITS[index % UNITS.length],
    DIVISIONS[index % DIVISIONS.length],
    figure(index, 0),
    figure(index, 1),
    figure(index, 2),
    last,
    target,
    typeof last === "number" && typeof target === "number" && index % 3 === 0 ? `${Math.round((last / target) * 1000) / 10}%` : null,
    index % 11 === 0 ? "※国の調査に合わせて集計する" : null,
  ];
}

/** 60 % of one column of twelve: one cell in twenty of the table lies in a merged area. */
function merges(count) {
  const areas = [];
  for (let first = 0; first < count; first += BLOCK) {
    const last = Math.min(first + MERGED_IN_BLOCK, count) - 1;
    if (last > first) areas.push({ startRow: FIRST_ROW + first, startCol: 1, endRow: FIRST_ROW + last, endCol: 1 });
  }
  return areas;
}

/** The bytes of a workbook of `count` indicators. */
export function makeWorkbook(count) {
  const rows = [...TITLES, HEADER];
  for (let index = 0; index < count; index += 1) rows.push(row(index));
  return writeXlsx({ sheets: [{ name: "数値目標", rows, merges: merges(count) }] });
}
