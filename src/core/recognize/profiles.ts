import type { TableLine } from "../model";
import { isDash, isNotApplicable, isPending, parsePeriod, parseStatus, squash } from "../text";
import type { HeaderColumn } from "./columns";
import type { Grid } from "./grid";
import { halvesOf } from "./pair-columns";
import { statedTargets } from "./stated-target";
import { tierOf, viewpointOf } from "./label";

/** What stands below a label, as shares of the column's filled cells. */
export interface ColumnProfile {
  readonly filled: number;
  /** Numbers, figures with a unit and dashes. */
  readonly figures: number;
  /** 集計中, 公表前, 未定: a value is to come. */
  readonly pending: number;
  /** The same with 検討中 and 調整中, which may be said of work as well. */
  readonly waiting: number;
  readonly periods: number;
  readonly divisions: number;
  readonly statuses: number;
  readonly tiers: number;
  /** Levels of a logic model: 活動, アウトプット, 初期アウトカム, インパクト. */
  readonly levels: number;
  readonly viewpoints: number;
  /** Arrows and words for the direction in which an indicator is to go. */
  readonly directions: number;
  /** 目標値, 実績値 … as the names of a group's lines. */
  readonly rowLabels: number;
  readonly rowLabelKinds: number;
  /** Texts that name what is measured and state its target: 待ち時間10分以内. */
  readonly stated: number;
  readonly averageLength: number;
}

/** Of a column with nothing in it. */
export const EMPTY_PROFILE: ColumnProfile = {
  filled: 0,
  figures: 0,
  pending: 0,
  waiting: 0,
  periods: 0,
  divisions: 0,
  statuses: 0,
  tiers: 0,
  levels: 0,
  viewpoints: 0,
  directions: 0,
  rowLabels: 0,
  rowLabelKinds: 0,
  stated: 0,
  averageLength: 0,
};

/** Enough lines to judge a column by; a sheet of ten thousand says nothing more than its first hundred. */
const SAMPLE = 60;

/** A line's name within a group of lines: 目標値, 2.目標値, 上段：目標, 成果実績, 達成率（％）… */
const ROW_LABEL =
  /^(?:\d[.)、]|[①-⑨]|[(（]\d[)）]|[(（]?[上中下]段?[)）:・])?(目標年度|実績見込み?|当初見込み?|量の見込み?|見込み?量|確保方策|確保(?:の内容|内容|量)|提供(?:量|体制)|過不足|差引?き?|[①-⑨]-[①-⑨]|(?:成果|活動|利用)?(?:目標|実績)(?:数?値)?|(?:計画|予定|基準|現状|見込)(?:数?値)?|達成率|進捗率|達成度|評価)(?:[(（].{1,6}[)）])?$/u;

export function rowLabelOf(text: string): string | undefined {
  return ROW_LABEL.exec(squash(text))?.[1];
}

const DIVISION = /(?:課|室|局|係|部|署|支所|事務局|センター|委員会|各課|全庁|全課)(?:[(（].*[)）])?$/u;

/** A level of a logic model and nothing else. */
const LEVEL = /^(?:[\d①-⑨]*[.)、]?)(?:インプット|投入|活動|アクティビティ|(?:直接|最終)?アウトプット|(?:初期|短期|中間|中期|長期|最終|直接|上位)?アウトカム|(?:最終)?インパクト|input|activity|output|outcome|impact)$/iu;

/** ↗, 上向き, 下がると良い: nothing but a direction. */
const DIRECTION = /^(?:[\u2190-\u2193\u2196-\u2199\u2b06-\u2b07\u27a1]\ufe0f?|上昇|下降|(?:上|下)(?:向き?|がる.{0,6}|げる.{0,6}))$/u;

const VALUE_TO_COME = /集計|公表|発表|確定|算定|算出|精査|把握|測定|設定|判明|報告|記入|回答|未定|調査中|待ち/u;

/** 該当なし, 調査なし, 対象外: there is no value, where 中止 and 廃止 may be said of work as well. */
const NO_VALUE = /該当|対象|調査|不明|不詳|把握|算[出定]|測定|計測|集計|データ|数値|実績|目標値/u;

/** 50件を予定。, 3台更新する: what is or was done, whatever numbers it holds. */
const SENTENCE = /(?:\u3002|する|した|ます|ている|を予定)$/u;

function looksLikeFigure(text: string): boolean {
  const squashed = squash(text);
  if (isDash(text) || (NO_VALUE.test(squashed) && isNotApplicable(text))) return true;
  if (SENTENCE.test(squashed)) return false;
  // A figure is mostly digits: 466千人, 30.7％, 2,000人以上; 「26手続及びそれ以外の手続」 is a sentence.
  const digits = squashed.replace(/[^\d]/gu, "").length;
  return digits > 0 && squashed.length <= 24 && digits >= squashed.replace(/[(（].*[)）]/gu, "").length * 0.25;
}

export function profileColumn(grid: Grid, column: HeaderColumn, lines: readonly TableLine[]): ColumnProfile {
  const kinds = new Set<string>();
  let filled = 0;
  let figures = 0;
  let pending = 0;
  let waiting = 0;
  let periods = 0;
  let divisions = 0;
  let statuses = 0;
  let tiers = 0;
  let levels = 0;
  let viewpoints = 0;
  let directions = 0;
  let rowLabels = 0;
  let stated = 0;
  const isAim = column.candidates.some(({ meaning }) => meaning === "name");
  let length = 0;
  for (const { index, role } of lines) {
    if (filled >= SAMPLE) break;
    const cell = role === "item" ? grid.own(index, column.column) : undefined;
    if (cell === undefined) continue;
    const text = column.half === null ? cell.text : halvesOf(cell.text)[column.half];
    if (text === "") continue;
    filled++;
    length += text.length;
    if (grid.isNumber(cell) || looksLikeFigure(text)) figures++;
    else if (isPending(text)) {
      waiting++;
      if (VALUE_TO_COME.test(squash(text))) pending++;
    }
    if (isAim && statedTargets(text).length > 0) stated++;
    if (parsePeriod(text, { bareYear: true }) !== undefined) periods++;
    if (DIVISION.test(squash(text))) divisions++;
    if (parseStatus(text) !== "unknown") statuses++;
    if (tierOf(text) !== null) tiers++;
    if (LEVEL.test(squash(text))) levels++;
    if (viewpointOf(text) !== null) viewpoints++;
    if (DIRECTION.test(squash(text))) directions++;
    const label = rowLabelOf(text);
    if (label !== undefined) {
      rowLabels++;
      kinds.add(label);
    }
  }
  const share = (count: number): number => (filled === 0 ? 0 : count / filled);
  return {
    filled,
    figures: share(figures),
    pending: share(pending),
    waiting: share(waiting),
    periods: share(periods),
    divisions: share(divisions),
    statuses: share(statuses),
    tiers: share(tiers),
    levels: share(levels),
    viewpoints: share(viewpoints),
    directions: share(directions),
    rowLabels: share(rowLabels),
    rowLabelKinds: kinds.size,
    stated: share(stated),
    averageLength: filled === 0 ? 0 : length / filled,
  };
}
