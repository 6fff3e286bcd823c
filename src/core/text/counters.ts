/** 助数詞・単位 that figures of municipal plans carry. Units outside of it are still read; only doubtful places ask for it. */
const COUNTERS: ReadonlySet<string> = new Set(
  (
    "人 名 者 世帯 戸 件 件数 個 社 団体 組 組織 校 園 館 棟 箇所 か所 カ所 ヶ所 ヵ所 ケ所 個所 施設 店 店舗 台 基 本 枚 冊 部 回 回数 人数 " +
    "日 日間 月 年 つ 営業日 か月 ヶ月 ヵ月 カ月 ケ月 箇月 か年 週 週間 時間 時 分 分間 秒 % ‰ ポイント %ポイント pt 点 位 番目 円 ドル " +
    "m km cm mm m2 km2 cm2 ha a アール ヘクタール m3 l L ml mL kl kL リットル t トン kg g mg キロ グラム メートル キロメートル 平方メートル 立方メートル " +
    "W kW MW kWh MWh GWh J MJ GJ TJ t-CO2 tCO2 t-CO2eq tCO2eq kg-CO2 kgCO2 °C 度 倍 割 割合 率 種 種類 項目 事業 業務 課 課題 講座 教室 コース 号 通 便 路線 系統 " +
    "両 隻 頭 羽 匹 株 株式 区 区画 地区 地域 地点 市町村 自治体 自治会 町内会 町会 機関 企業 事業者 事業所 事業体 経営体 法人 農家 集落 団地 クラス 学級 チーム グループ サービス 手続 手続き システム 様式 帳票 " +
    "泊 人泊 食 票 歳 才 ヶ国 か国 カ国 言語 dB ppm ppb mg/L bit MB GB TB Mbps 坪 宿 歩 品目 品 作品 曲 話 巻 章 段階 級 等級 期 ページ 頁 アカウント ID 登録 フォロワー PV アクセス ダウンロード DL " +
    "試合 大会 イベント 会場 会 部会 拠点 駅 港 橋 床 室 席 口 筆 区間 路 例 案 案件 計画 プラン 工程 工区 車両 車 艇 丁目 キロワット キロワット時 ギガワット時 パーセント 商品 製品 ブランド 資料 データ データセット " +
    "メニュー プログラム プロジェクト 取組 取り組み 施策 指標 提案 意見 議案 回答 応募 申請 利用 来館者 クリック 往復 校区 学校 園児 児童 生徒 病床 ベッド 人口 人日 人回 人時 延べ人 坪数 " +
    "シート セット 組合 班 隊 分団 消防団 人口比 人/日 件/日 WG 団 体 粒 缶 袋 箱 束 反 町 村 市 県 国 面 枠 連 杯 皿 丁 通り 画面 機能 機種 基準 拍 段 層 階 輪 着 足 膳 席数 床数 戸数 台数"
  ).split(" "),
);

const LONGEST = 8;

/** Whether a text (NFKC, no spaces) is a unit or counter that we know. */
export function isCounter(text: string): boolean {
  return COUNTERS.has(text);
}

/** The longest known counter that a text starts with. */
export function leadingCounter(text: string): string | undefined {
  for (let length = Math.min(LONGEST, text.length); length > 0; length -= 1) {
    const head = text.slice(0, length);
    if (COUNTERS.has(head)) return head;
  }
  return undefined;
}
