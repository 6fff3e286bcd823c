/*
 * Every word that stands in the report, in one place. Words follow the offices' own usage: 目標値未設定, 未確定, 対象外,
 * 所管, 回答欄. Sheet names are short enough for the tabs to be read.
 */

export const sheetNames = {
  cover: "表紙",
  summary: "総括",
  missing: "目標値未設定一覧",
  indicators: "指標一覧",
  trends: "指標の推移",
  workItems: "個別業務一覧",
  findings: "指摘一覧",
  reading: "読み取り結果",
  indicatorData: "データ_指標",
  yearData: "データ_年次値",
  workItemData: "データ_個別業務",
  divisionData: "データ_担当課",
} as const;

/** 目標値の状態. */
export const targetStates = {
  set: "設定済",
  unset: "未設定",
  pending: "未確定",
  "not-applicable": "対象外",
  "no-column": "目標欄なし",
  unreadable: "読取不可",
} as const;
export type TargetState = keyof typeof targetStates;

/** 評価の区分. The mark says the same as the color. */
export const ratings = {
  achieved: { mark: "◎", word: "達成" },
  "on-track": { mark: "○", word: "順調" },
  behind: { mark: "△", word: "遅れ" },
  "worse-than-baseline": { mark: "▼", word: "基準より後退" },
  "not-evaluable": { mark: "－", word: "評価できない" },
} as const;

export const texts = {
  product: "進捗点検",
  total: "計",
  noGroup: "（区分なし）",
  noDivision: "（担当課の記載なし）",
  none: "－",
  asOfLine: (day: string) => `評価日 ${day}`,
  madeFrom: (file: string) => `元の資料: ${file}`,
  roundingNote: "割合は四捨五入のため合計が100％にならないことがあります。",

  summary: {
    title: "総括",
    indicatorsByPolicy: "指標の目標値の設定状況（基本目標別）",
    label: "区分",
    count: "指標数",
    fraction: "設定済／対象",
    share: "設定率",
    countNote: "設定率＝設定済÷（指標数－対象外）。対象外は目標値の欄が「－」の指標です。件数は「データ_指標」を数える数式です。",
    chartTitle: "基本目標別 目標値の設定状況",
    chartAlt: (set: number, total: number) =>
      `基本目標ごとの目標値の設定状況を示す積み上げ横棒グラフ。全${String(total)}指標のうち設定済は${String(set)}指標。`,
    categoryAxis: "基本目標",
    countAxis: "指標数（件）",
    nothing: "指標も個別業務も読み取れませんでした。「読み取り結果」をご覧ください。",
  },

  missing: {
    title: "目標値未設定一覧",
    none: "目標値が未設定・未確定の指標はありません。",
    lead: (count: number) =>
      `目標値が空欄または未確定の指標 ${String(count)}件。担当課は右端の回答欄に記入してください（色の付いた欄）。`,
    groupLine: (label: string, count: number) => `${label}　${String(count)}件`,
    columns: ["No.", "指標名", "基準値", "目標年度", "目標値の状態", "担当課", "場所（シート!セル）", "回答欄：目標値", "回答欄：設定予定・設定しない理由"],
    blank: "空欄",
    interim: (year: string) => `空欄（${year}）`,
    reasons: ["設定予定（時期を記入）", "定量化が困難", "基準値が未把握", "調査年ではない", "上位計画の策定待ち", "事業終了", "記入もれ（目標値を記入）"],
    promptTitle: "設定しない理由",
    promptText: "一覧から選ぶか、直接入力してください。",
  },

  figure: { blank: "空欄", noColumn: "欄なし" },

  indicatorData: {
    note: "読み取った指標を1行に1件で並べた表です。各シートの件数はこの表を数えています。",
    columns: {
      id: "番号",
      area: "改革区分",
      policy: "基本目標",
      program: "施策",
      workItem: "個別業務",
      division: "担当課",
      name: "指標名",
      tier: "種別",
      viewpoint: "視点",
      unit: "単位",
      direction: "望ましい方向",
      baseline: "基準値",
      baselinePeriod: "基準年度",
      target: "目標値",
      targetPeriod: "目標年度",
      targetState: "目標値の状態",
      actual: "最新の実績値",
      actualPeriod: "実績年度",
      rating: "評価",
      place: "場所",
    },
  },
} as const;
