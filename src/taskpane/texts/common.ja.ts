import type { Tab } from "../state/pane-state";

export const product = "進捗点検";

/** ≤ 6 characters each: four stand beside each other in 320 px. */
export const tabs: Readonly<Record<Tab, string>> = {
  check: "点検",
  target: "対象",
  summary: "集計",
  settings: "設定",
};

export const common = {
  tabs: "画面の切り替え",
  opening: "開いています",
  notice: "お知らせ",
  checkThis: "この表を点検",
  checkAgain: "もう一度点検",
  cancel: "中止",
  close: "閉じる",
  stop: "やめる",
  remove: "取り消す",
  save: "保存",
  add: "加える",
  undo: "元に戻す",
  undoOf: (label: string) => `元に戻す：${label}`,
  nothingToUndo: "元に戻すものはありません",
  writing: "書き込んでいます",
  version: (version: string) => `版 ${version}`,
  copyReport: "情報政策課に伝える内容をコピー",
  copied: "コピーしました。メールなどに貼り付けてください。",
  copyByHand: "自動でコピーできませんでした。下の枠の内容を選んで、コピーしてください。",
  copyBox: "情報政策課に伝える内容",
  forget: "この記録を消す",
  forgetNote: "この記録を消すと、その前にしたことを元に戻せます。シートの内容は変わりません。",
  newerVersionLabel: "新しい版",
  newerVersion: (version: string) => `新しい版（${version}）があります。この画面を閉じて開き直すと使えます。変わらないときは、情報政策課にお尋ねください。`,
  newerVersionClose: "新しい版の知らせを閉じる",
  notChecked: "まだ点検していません。点検すると、ここに表示します。",
} as const;

export const boot = {
  waiting: "Excel の応答を待っています。",
  slow: "応答に時間がかかっています。セルを入力中のときは、Enter キーで確定してください。このまま変わらないときは、この画面をいったん閉じて開き直してください。",
  noOffice: {
    what: "Excel とつなぐための部品を読み込めませんでした。",
    next: "この画面をいったん閉じて開き直してください。変わらないときは、下のボタンで内容をコピーし、情報政策課に伝えてください。",
  },
  elsewhere: {
    what: "この画面は Excel の中で開かれていません。",
    next: "Excel でブックを開き、「ホーム」タブの「進捗点検」から開いてください。",
  },
  tooOld: {
    title: "この Excel では使えません",
    found: (found: string) => `お使いの Excel の機能の版は ${found} です。`,
    needed: (needed: string) => `進捗点検には ${needed} 以上が必要です。Office LTSC 2021、LTSC 2024、Microsoft 365 の Excel でお使いいただけます。`,
    untouched: "ブックには何も書き込んでいません。",
    next: "Excel の版は「ファイル」→「アカウント」で確かめられます。新しい Excel に替えられるかどうかは、情報政策課にお尋ねください。下のボタンで、伝える内容をコピーできます。",
  },
  broken: {
    title: "進捗点検に不具合が起きました",
    what: "画面を表示できなくなりました。",
    untouched: "ブックには何も書き込んでいません。",
    next: "「開き直す」を押してください。続くときは、下のボタンで内容をコピーし、情報政策課に伝えてください。",
    reopen: "開き直す",
  },
  brokenAction: {
    what: "進捗点検の不具合で、処理を終えられませんでした。",
    untouched: "点検の途中であれば、ブックには何も書き込んでいません。",
    next: "もう一度操作してください。続くときは、下のボタンで内容をコピーし、情報政策課に伝えてください。",
  },
} as const;

/** What is copied for the IT section. No word of the workbook stands in it. */
export const report = {
  title: "進捗点検について（情報政策課あて）",
  version: "進捗点検の版",
  excel: "Excel の版",
  platform: "動作環境",
  locale: "表示言語",
  sets: "使える機能の版",
  engine: "画面の部品",
  tab: "開いていた画面",
  happened: "起きたこと",
  trace: "開発元への情報",
  none: "不明",
  note: "ブックの内容は含まれていません。",
} as const;
