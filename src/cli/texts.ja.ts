const NOT_CHECKED = "点検は行っていません。元のブックは書き換えていません。";

/** 画面に出す文. What happened, what was left untouched, what to do next. */
export const texts = {
  help: [
    "進捗点検: 個別業務一覧やKPIのシートをそのまま読み、目標値の空欄などを点検します。",
    "",
    "使い方:",
    "  shinchoku check ブック.xlsx                     指摘と件数を表示します",
    "  shinchoku check ブック.xlsx --json              結果をJSONで出力します",
    "  shinchoku report ブック.xlsx --out 総括.xlsx    総括ブックを新しく作ります",
    "  shinchoku compare 前回.xlsx 今回.xlsx           前回からの変更点と改訂履歴の文案を表示します",
    "",
    "共通の指定:",
    "  --as-of 年-月-日      評価日（例: 2026-03-31）。指定がなければ今日です",
    "  --settings 設定.json  設定ファイル。指定がなければブックに保存された設定を使います",
    "  --force               report で、同じ名前のファイルを上書きします",
    "",
    "元のブックは読むだけで、書き換えません。",
    "終了コード: 0 重大な指摘なし／1 重大な指摘あり／2 読み取れない、または対象の表がない",
  ].join("\n"),
  usage: {
    unknownOption: "指定のしかたに誤りがあります。使い方は shinchoku --help で確かめてください。",
    unknownCommand: (word: string) => `「${word}」という命令はありません。check、report、compare のどれかを指定してください。`,
    noBook: "点検するブックが指定されていません。「shinchoku check ブック.xlsx」のように指定してください。",
    oneBook: "ブックは一度に一つだけ指定してください。空白を含むファイル名は引用符で囲んでください。",
    twoBooks: "前回と今回のブックを一つずつ、「shinchoku compare 前回.xlsx 今回.xlsx」のように指定してください。",
    noOut: "書き出し先が指定されていません。「--out 総括.xlsx」のように指定してください。",
    badDay: (word: string) => `評価日「${word}」は日付として読めません。「2026-03-31」のように指定してください。`,
  },
  book: {
    missing: (file: string) => ({ what: `「${file}」が見つかりません。`, untouched: "何も書き換えていません。", next: "ファイル名と場所を確かめてください。" }),
    notFile: (file: string) => ({ what: `「${file}」はフォルダーなので読めません。`, untouched: "何も書き換えていません。", next: "ブックのファイルを指定してください。" }),
    denied: (file: string) => ({ what: `「${file}」を開けません。`, untouched: "何も書き換えていません。", next: "ほかの人が開いていないか、読み取りの権限があるかを確かめてください。" }),
    tooLarge: (file: string) => ({ what: `「${file}」が大きすぎるため、読み取れません。`, untouched: "元のブックは書き換えていません。", next: "点検に使うシートだけを新しいブックにコピーして保存し、そのファイルを指定してください。" }),
    noTable: { what: "このブックには、個別業務一覧やKPIの表が見つかりませんでした。", untouched: "元のブックは書き換えていません。", next: "表のあるブックを指定するか、見出しの語を設定に加えてください。" },
  },
  settings: {
    file: (file: string) => `設定ファイル「${file}」`,
    inBook: (file: string) => `「${file}」に保存された設定`,
    unreadable: (source: string) => ({ what: `${source}を読めません。`, untouched: NOT_CHECKED, next: "場所と内容（JSON形式）を確かめてください。" }),
    newer: (source: string, version: number) => ({ what: `${source}は、この版の進捗点検より新しい書き方（version ${String(version)}）です。`, untouched: NOT_CHECKED, next: "新しい版の進捗点検を使うか、この版で書いた設定を指定してください。" }),
    unknownKey: (source: string, place: string) => ({ what: `${source}の「${place}」という項目はありません。`, untouched: NOT_CHECKED, next: "項目の名前のつづりを確かめ、直すか消してから、もう一度実行してください。" }),
    unknownRule: (source: string, place: string, rule: string) => ({ what: `${source}の「${place}」にある「${rule}」という規則はありません。`, untouched: NOT_CHECKED, next: "規則の一覧で名前を確かめ、直すか消してから、もう一度実行してください。" }),
    invalid: (source: string, place: string) => ({ what: `${source}の「${place}」の書き方に誤りがあります。`, untouched: NOT_CHECKED, next: "その項目を直すか消してから、もう一度実行してください。" }),
  },
  out: {
    exists: (file: string) => ({ what: `「${file}」はすでにあります。`, untouched: "そのファイルも元のブックも書き換えていません。", next: "別の名前を指定するか、上書きしてよければ --force を付けてください。" }),
    same: { what: "書き出し先が元のブックと同じです。", untouched: "元のブックは書き換えていません。", next: "別の名前を指定してください。" },
    failed: (file: string) => ({ what: `「${file}」に書き出せませんでした。`, untouched: "書きかけのファイルは残していません。元のブックは書き換えていません。", next: "フォルダーがあるか、書き込みの権限があるか、そのファイルを開いていないかを確かめてください。" }),
    written: (file: string) => `総括ブックを「${file}」に書き出しました。元のブックは書き換えていません。`,
  },
  unexpected: { what: "思いがけない不具合で処理を中止しました。", untouched: "元のブックは書き換えていません。", next: "評価日と実行した内容を添えて、情報政策の担当に伝えてください。" },
  compare: {
    title: (old: string, young: string) => `${old} から ${young} への変更点`,
    none: "変更点はありません。",
    blank: "（空欄）",
    draft: "改訂履歴の文案",
    total: (count: number) => `変更点は ${String(count)} 件です。どちらのブックも書き換えていません。`,
  },
  check: {
    title: (file: string, asOf: string) => `${file} の点検結果（評価日 ${asOf}）`,
    read: "読み取ったもの",
    counts: (tables: number, indicators: number, items: number) => `表 ${String(tables)}　指標 ${String(indicators)}　個別業務 ${String(items)}`,
    targets: (set: number, all: number, blank: number) => `目標値: ${String(all)}件中 設定済 ${String(set)}、空欄 ${String(blank)}`,
    none: "指摘はありません。",
    findings: "指摘",
    byRule: "件数",
    total: "計",
    next: "直したあとにもう一度実行すると、直した分の指摘が消えます。元のブックは書き換えていません。",
    accepted: (count: number) => `ほかに、確認済みの指摘が ${String(count)} 件あります。`,
    notRead: "読まなかったシート",
    because: { "no-table": "対象の表がありません", hidden: "非表示です", "too-large": "大きすぎます", "chart-sheet": "グラフだけのシートです", unreadable: "壊れていて読めません" },
    crashed: (rule: string) => `規則「${rule}」を実行できませんでした。ほかの規則の結果は正しく表示しています。この行を情報政策の担当に伝えてください。`,
  },
};

export interface Trouble {
  readonly what: string;
  readonly untouched: string;
  readonly next: string;
}
