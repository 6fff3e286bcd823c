/* 元に戻す の一覧に残る名前（notes）と、し終えたときの知らせ（says）. */

function inWords(value: string | number): string {
  const text = String(value);
  return text.length > 20 ? `${text.slice(0, 20)}…` : text;
}

/** One line each, in the past: it stands after 「元に戻す：」. */
export const notes = {
  suggestion: (cell: string, value: string | number) => `${cell} を「${inWords(value)}」に直した`,
  accepted: (cell: string) => `${cell} の指摘を確認済みにした`,
  takenBack: (cell: string) => `${cell} の確認済みを取り消した`,
  highlightsOn: "指摘のセルに色を付けた",
  highlightsOff: "色付けを消した",
  summary: "集計シートを作った",
  summaryRemade: "集計シートを作り直した",
  header: (sheet: string, range: string) => `「${sheet}」の ${range} を見出しにした`,
  meaning: (cell: string, meaning: string) => `${cell} の列を「${meaning}」にした`,
  noTable: (sheet: string, range: string) => `「${sheet}」の ${range} を表ではないとした`,
  correctionRemoved: "読み取りの訂正を取り消した",
  hiddenRead: (sheet: string) => `非表示の「${sheet}」も読むことにした`,
  hiddenLeft: (sheet: string) => `非表示の「${sheet}」を読まないことにした`,
  evaluationDay: "評価日を変えた",
  direction: (indicator: string) => `「${inWords(indicator)}」の向きを決めた`,
  directionTakenBack: (indicator: string) => `「${inWords(indicator)}」の向きを取り消した`,
  label: (word: string) => `見出しの語「${inWords(word)}」を加えた`,
  labelRemoved: (word: string) => `見出しの語「${inWords(word)}」を消した`,
  statusWord: (word: string) => `進捗状況の語「${inWords(word)}」を決めた`,
  statusWordRemoved: (word: string) => `進捗状況の語「${inWords(word)}」を消した`,
  tolerances: "許容する幅を変えた",
  ruleOn: (title: string) => `規則「${title}」を使うことにした`,
  ruleOff: (title: string) => `規則「${title}」を使わないことにした`,
} as const;

export const says = {
  stillColored: (sheets: string) => `シート「${sheets}」は保護されているため、リボンの「色付けを消す」では色を消せませんでした。ほかのシートの色は消しました。シートの保護を解除してから、もう一度消してください。`,
  suggestionApplied: (cell: string, value: string | number) => `${cell} を「${inWords(value)}」に直しました。`,
  accepted: "確認済みにしました。理由はこのブックに残ります。",
  headerSet: (sheet: string, range: string) => `「${sheet}」の ${range} を見出しとして読み直しました。`,
  meaningSet: (cell: string, meaning: string) => `${cell} の列を「${meaning}」として読み直しました。`,
  ignored: (sheet: string, range: string) => `「${sheet}」の ${range} は表ではないものとして読み直しました。`,
  saved: "設定をこのブックに入れました。ブックを保存すると、次に開いたときも使えます。",
  settingsLeftAlone: "このブックの設定は読めないため、変更していません。設定の画面をご覧ください。",
  colored: (blocks: number) => (blocks === 0 ? "色を付けるセルはありませんでした。" : "指摘のセルに色を付けました。直したセルの色は自動で消えます。"),
  coloredNothing: (sheets: string) => `シート「${sheets}」は保護されているため、色を付けられませんでした。シートはそのままです。指摘は一覧でご覧になれます。`,
  cleared: (blocks: number) => (blocks === 0 ? "消す色付けはありませんでした。" : "進捗点検の色付けをすべて消しました。もとの書式は変えていません。"),
  bookRefused: "この Excel では、新しいブックを開けませんでした。代わりに「集計シートを作る」で、このブックの中に作れます。",
  forgotten: (label: string) => `「${label}」の記録を消しました。シートはそのままです。`,
  undone: (label: string) => `元に戻しました：${label}`,
} as const;
