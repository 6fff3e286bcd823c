import type { FieldName } from "../../src/core/model";

/*
 * Words of municipal sheets, the plainest first: a failure shrinks towards the front of each list. Labels are gathered
 * from documents and not from the product's own dictionary, so that a gap shows.
 */

/** Labels of a column by its field. Left out: words that stand for another field in other cities (項目, 内容, 区分). */
export const LABELS: Readonly<Partial<Record<FieldName, readonly string[]>>> = {
  no: ["No.", "№", "NO", "番号", "連番", "項番", "ＮＯ．", "No", "整理番号", "通し番号"],
  policy: ["基本目標", "基本方針", "政策", "基本政策", "重点目標", "政策分野", "戦略", "柱", "基本戦略", "章", "大項目"],
  program: ["施策", "施策名", "基本施策", "主要施策", "施策の方向", "分野", "施策分野", "具体的施策", "中項目", "施策の展開"],
  reformArea: ["改革区分", "改革項目", "改革の柱"],
  theme: ["テーマ", "改革テーマ"],
  name: [
    "指標", "指標名", "KPI", "ＫＰＩ", "重要業績評価指標（KPI）", "KPI（重要業績評価指標）", "成果指標", "評価指標",
    "目標指標", "指標の名称", "活動指標", "測定指標", "まちづくり指標", "重要業績評価指標", "成果指標名", "指標（KPI）",
    "代表指標", "施策指標", "ＫＰＩ名", "KPI指標", "成果指標（アウトカム）", "活動指標（アウトプット）", "進捗管理指標",
  ],
  definition: ["指標の説明", "算出方法", "指標の定義", "指標の説明（定義・出典等）", "算定式", "指標の考え方", "定義・算出方法", "算出根拠", "計算方法"],
  unit: ["単位", "単　位", "単\n位", "（単位）"],
  baseline: [
    "基準値", "現状値", "計画策定時", "策定時", "当初値", "現況値", "策定時の値", "計画当初値", "初期値", "策定時現状値",
    "基準年値", "現状", "計画策定時の現状値", "策定時点の値", "開始時の値", "現状値（基準値）", "策定前の値",
  ],
  target: [
    "目標値", "目標", "最終目標値", "計画目標値", "目標数値", "最終目標", "数値目標", "目指す値", "計画値", "目標値（計画値）",
    "到達目標値", "計画終了時の目標値", "目指す目標値", "達成目標",
  ],
  actual: ["実績値", "実績", "実測値", "実績数値", "最新値", "直近の実績", "直近値", "実績値（速報）", "実績（見込み含む）", "達成値", "年度実績値"],
  rate: ["達成率", "進捗率", "目標達成率", "達成率（％）", "対目標比", "目標値に対する達成率", "達成割合"],
  rating: ["評価", "達成状況", "判定", "自己評価", "達成度", "評価区分", "内部評価", "進捗評価", "達成度評価", "担当課評価"],
  division: [
    "担当課", "所管課", "担当部署", "担当部課", "主管課", "所管", "担当所属", "担当課（室）", "担当部課（取りまとめ部課）",
    "所管部署", "担当課名", "担当課等", "所属", "主担当課", "関係課", "担当部局・課",
  ],
  source: ["出典", "データ出典", "根拠資料", "出典・調査名"],
  remarks: ["備考", "備　考", "摘要", "特記事項", "備考（課題等）", "コメント"],
  title: [
    "業務名", "事業名", "取組名", "個別業務", "事務事業名", "取組項目", "業務名称", "取組事項", "個別業務名", "事業名称",
    "具体的な事業", "対象業務", "取り組み名", "取組の名称", "主な事業", "実施事業名", "関連事業名",
  ],
  summary: ["概要", "事業概要", "取組内容", "業務の概要", "事業内容", "取組の概要", "事業の概要", "取組概要", "業務内容"],
  status: ["進捗状況", "実施状況", "進捗", "取組状況", "進行状況", "現在の状況"],
  schedule: ["年度別工程", "実施スケジュール", "年次計画", "工程表", "スケジュール", "年度別計画"],
};

/** Names of indicators. Some hold words that are labels elsewhere, or begin as a total row does. */
export const NAMES: readonly string[] = [
  "新規創業数", "観光入込客数", "市民満足度", "待機児童数", "移住相談件数", "空き家バンク登録件数", "電子申請の利用率",
  "合計特殊出生率", "1人1日当たりのごみ排出量", "図書館の\n来館者数", "市税の収納率", "有害鳥獣被害額", "計画相談支援の利用者数",
  "会計年度任用職員の研修受講率", "実績報告のオンライン化率", "目標管理制度の導入率", "総人口", "施策評価の公表件数",
  "人口１０万人当たりの交通事故件数", "健康づくり事業（ウォーキング）の参加者数", "担当課研修の実施回数", "累計宿泊者数",
  "「まちづくりに参加したい」と答えた市民の割合", "基準水量の確保日数",
];

export const TITLES: readonly string[] = [
  "窓口のオンライン予約", "住民税申告の電子化", "電子契約の導入", "ＡＩ－ＯＣＲの活用", "議事録作成支援", "公共施設予約システムの更新",
  "防災情報の一元配信", "保育所入所選考のＡＩ化", "ＲＰＡによる定型業務の自動化", "デジタル活用支援講座", "文書管理・電子決裁",
  "書かない窓口", "指標管理システムの整備", "計画の進捗管理", "道路損傷通報アプリ", "キャッシュレス決済の拡大",
];

export const POLICIES: readonly string[] = ["産業・雇用", "子育て・教育", "健康・福祉", "安全・安心", "都市基盤"];
export const PROGRAMS: readonly string[] = ["企業誘致の推進", "創業支援", "子育て環境の充実", "学びの支援", "地域医療の確保", "防災体制の強化"];
export const POLICY_HEADINGS: readonly string[] = ["持続可能で元気な経済をつくる", "子育てしやすいまちをつくる", "安心して暮らせるまちをつくる", "ひとの流れをつくる"];
export const SECTION_HEADINGS: readonly string[] = ["雇用や市内経済の活性化", "結婚・出産・子育ての支援", "防災・減災の推進", "移住・定住の促進"];
export const AREAS: readonly string[] = ["①市民サービスの改革", "②庁内業務の改革", "③地域社会の改革"];
export const THEMES: readonly string[] = ["行かない窓口", "待たない窓口", "ペーパーレス", "データ活用"];
export const DIVISIONS: readonly string[] = ["税務課", "市民生活課", "政策企画課", "子育て支援課", "農林水産課", "商工観光課", "危機管理室", "教育総務課"];
export const DIVISION_SEPARATORS: readonly string[] = ["、", "・", "\n", "／", "，"];
export const DEFINITIONS: readonly string[] = ["年度内の件数", "市民アンケートで「満足」と答えた人の割合", "住民基本台帳による", "対象者に占める受講者の割合"];
export const SOURCES: readonly string[] = ["市民意識調査", "住民基本台帳", "県統計年鑑", "庁内調べ"];
export const REMARKS: readonly string[] = ["前年度から集計方法を変更", "隔年調査", "県と共同で実施", "コロナ禍の影響あり"];
export const RATINGS: readonly string[] = ["A", "B", "◎", "○", "順調", "概ね順調", "やや遅れている", "Ｃ"];
export const SUMMARIES: readonly string[] = ["来庁せずに手続ができるようにする。", "紙の申請書を廃止し、入力の手間を減らす", "定型作業を自動化し、職員の負担を減らす", "導入に向けた調査・検討を行う"];

/** 進捗状況 with what each stands for. */
export const STATUSES: readonly (readonly [raw: string, value: string])[] = [
  ["実施中", "in-progress"], ["未着手", "not-started"], ["検討中", "considering"], ["完了", "done"], ["休止", "suspended"], ["中止", "cancelled"],
  ["継続", "continuing"], ["未実施", "not-started"], ["研究", "considering"], ["調査中", "considering"], ["進行中", "in-progress"], ["着手", "in-progress"],
  ["試行", "in-progress"], ["済", "done"], ["達成", "done"], ["導入済", "done"], ["保留", "suspended"], ["中断", "suspended"], ["廃止", "cancelled"],
  ["終了", "cancelled"], ["運用中", "continuing"], ["未開催", "not-started"],
];

/** Without a year: whether the title's year is that of a 実績値 without one is left open. */
export const SHEET_TITLES: readonly string[] = ["第３期総合戦略　ＫＰＩ一覧", "行政改革アクションプラン 進捗管理表", "総合計画 後期基本計画", "施策評価シート"];
export const LEGENDS: readonly string[] = ["凡例：◎目標達成　○順調　△要改善", "【凡例】A…達成　B…概ね達成　C…未達成", "※網掛けは見直した指標"];
export const DAY_CAPTIONS: readonly string[] = ["（令和6年3月31日現在）", "令和6年3月末時点", "（２０２４年３月末現在）"];
export const NOTES: readonly string[] = ["※現状値は策定時の最新値である。", "※1 期間中の累計", "（注）端数処理により合計が合わない場合がある", "注）国勢調査による", "＊速報値を含む"];
export const COMMENTS: readonly string[] = ["≪成果と見直し≫　周知を強化し、件数が伸びた。", "【成果と課題】目標には届かなかったが、取組は順調である。", "（所見）引き続き関係機関と連携して取り組む。"];
