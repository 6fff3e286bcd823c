import type { ReadFailure, ReadFailureCode } from "../sheet/read-failure";

/** What a person is told when a file cannot be read: what happened, what was left untouched, what to do next. */
export interface FailureText {
  readonly what: string;
  readonly untouched: string;
  readonly next: string;
}

const UNTOUCHED = "元のファイルには手を加えていません。結果のファイルも作成していません。";

const texts: Readonly<Record<ReadFailureCode, Omit<FailureText, "untouched">>> = {
  "empty-file": {
    what: "ファイルの中身が空です（0バイト）。",
    next: "コピーやダウンロードが途中で止まった可能性があります。元の場所からもう一度コピーして、やり直してください。",
  },
  "not-a-workbook": {
    what: "Excelのブックではないファイルです。",
    next: "ファイルの選び間違いがないか確かめ、Excelブック（.xlsx または .xlsm）を指定してください。",
  },
  "legacy-xls": {
    what: "古い形式（Excel 97-2003、.xls）のブックです。ファイル名の末尾が .xlsx でも、中身が古い形式のことがあります。",
    next: "Excelで開き、「名前を付けて保存」で「Excel ブック（*.xlsx）」を選んで保存してから、そのファイルを指定してください。",
  },
  "binary-workbook": {
    what: "バイナリ形式（.xlsb）のブックです。この形式は読み取れません。",
    next: "Excelで開き、「名前を付けて保存」で「Excel ブック（*.xlsx）」を選んで保存してから、そのファイルを指定してください。",
  },
  "open-document": {
    what: "OpenDocument形式（.ods など）のファイルです。この形式は読み取れません。",
    next: "表計算ソフトで開き、「Excel ブック（*.xlsx）」の形式で保存してから、そのファイルを指定してください。",
  },
  "xml-spreadsheet": {
    what: "「XML スプレッドシート 2003」形式のファイルです。この形式は読み取れません。",
    next: "Excelで開き、「名前を付けて保存」で「Excel ブック（*.xlsx）」を選んで保存してから、そのファイルを指定してください。",
  },
  encrypted: {
    what: "パスワードなどで暗号化されているため、中身を読み取れません。",
    next: "Excelで開いて「ファイル」→「情報」→「ブックの保護」→「パスワードを使用して暗号化」でパスワードを消し、別の名前で保存してから指定してください。閲覧を制限する設定や秘密度ラベルが付いている場合は、作成者に解除した写しを依頼してください。",
  },
  html: {
    what: "中身がWebページ（HTML）のファイルです。ファイル名の末尾が .xlsx でも、システムから出力した表がこの形式のことがあります。",
    next: "Excelで開き、「名前を付けて保存」で「Excel ブック（*.xlsx）」を選んで保存してから、そのファイルを指定してください。",
  },
  "csv-or-text": {
    what: "中身が文字だけのファイル（CSVやテキスト）です。",
    next: "Excelで開き、「名前を付けて保存」で「Excel ブック（*.xlsx）」を選んで保存してから、そのファイルを指定してください。",
  },
  corrupt: {
    what: "ファイルが壊れているか途中で切れているため、読み取れません。",
    next: "Excelで開けるか確かめてください。開けたら別の名前で保存し直して指定してください。開けないときは、元の場所からもう一度コピーするか、バックアップをお使いください。",
  },
  "unsafe-content": {
    what: "通常のExcelブックには含まれない危険な記述（外部の情報を読み込ませる指定など）があるため、読み取りを中止しました。",
    next: "ファイルの入手元を確かめてください。心当たりのないファイルは開かずに、情報システムの担当に連絡してください。",
  },
  "too-large": {
    what: "ブックが大きすぎるため、読み取れません。",
    next: "点検に使うシートだけを新しいブックにコピーして保存し、そのファイルを指定してください。",
  },
  "expands-too-much": {
    what: "展開すると異常に大きくなるファイルのため、読み取りを中止しました。",
    next: "ファイルの入手元を確かめてください。心当たりのあるブックであれば、点検に使うシートだけを新しいブックにコピーして保存し、そのファイルを指定してください。",
  },
};

export function readFailureText(failure: ReadFailure): FailureText {
  return { ...texts[failure.code], untouched: UNTOUCHED };
}
