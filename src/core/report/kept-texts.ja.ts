/** Texts about what people had typed into an earlier summary. */
export const keptTexts = {
  lostRows: "前回の回答のうち、行がなくなったもの",
  lostRowsLead: "今回の点検では該当する行がないため、ここに残しました。不要になったら行を削除してください。行がまた現れたときは、次の作成で元の欄に戻ります。",
  notes: "前回のシートに書き込まれていたもの",
  notesLead: "回答欄の外に書かれていた内容と、書き換えられていた行です。先頭の英数字は、書かれていたセルの番地です。不要になったら行を削除してください。",
  keyColumn: "この列は、並べ替えや行の追加のあとも回答を元の行に戻すために、進捗点検が使います（ふだんは非表示）。",
  formula: (formula: string) => `回答欄の数式 ${formula} は、行が移ったため値にしました。`,
  noSheet: "今回の点検では、このシートに載せるものがありません。前回書き込まれていた内容だけを残しました。",
} as const;
