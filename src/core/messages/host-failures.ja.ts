import type { HostFailure } from "../sheet/host-failure";
import type { FailureText } from "./failures.ja";

const NOTHING_CHANGED = "ブックには何も書き込んでいません。";

/** What a person is told when Excel refuses: what happened, what was left untouched, what to do next. */
export function hostFailureText(failure: HostFailure): FailureText {
  return { untouched: NOTHING_CHANGED, ...causeAndRemedy(failure) };
}

type HalfDone = Extract<HostFailure, { readonly code: "half-done" }>["what"];

const LEFT_BEHIND: Readonly<Record<HalfDone, Pick<FailureText, "untouched" | "next">>> = {
  highlights: {
    untouched: "セルの内容や元の書式は変えていません。色付けだけが、途中まで付いているか消えているかもしれません。",
    next: "Excel が使えるようになったら、「色付けを消す」を押してから、もう一度色付けしてください。",
  },
  cell: {
    untouched: "ほかのセルは変えていません。直そうとしたセルだけが、書き換わっているかもしれません。",
    next: "そのセルの内容を目で確かめ、違うときは手で直してください。",
  },
  settings: {
    untouched: "シートには何も書き込んでいません。設定だけが、書き換わっているかもしれません。",
    next: "Excel が使えるようになったら、「設定」の内容を確かめてください。",
  },
  summary: {
    untouched: "元のシートには何も書き込んでいません。作りかけの集計のシートが残っているかもしれません。",
    next: "Excel が使えるようになったら、もう一度集計を作ってください。残ったシートは作り直されます。",
  },
};

function halfDone(what: HalfDone): Pick<FailureText, "what" | "untouched" | "next"> {
  return { what: "操作の途中で Excel が応答しなくなり、元の状態に戻すこともできませんでした。", ...LEFT_BEHIND[what] };
}

function causeAndRemedy(failure: HostFailure): Pick<FailureText, "what" | "next"> & Partial<FailureText> {
  switch (failure.code) {
    case "not-in-excel":
      return {
        what: "この画面は Excel の中で開かれていません。",
        next: "Excel でブックを開き、「ホーム」タブの「進捗点検」から開いてください。",
      };
    case "unsupported":
      return {
        what: `お使いの Excel には、この機能に必要なもの（${failure.needs}）がありません。`,
        next: "Office LTSC 2021 以降の Excel でお使いください。版は「ファイル」→「アカウント」で確かめられます。",
      };
    case "sheet-not-found":
      return {
        what: `シート「${failure.sheet}」が見つかりません。名前が変わったか、削除されています。`,
        next: "もう一度点検してください。今あるシートで結果を作り直します。",
      };
    case "sheet-hidden":
      return {
        what: `シート「${failure.sheet}」は非表示のため、移動できません。`,
        next: "シート見出しを右クリックして「再表示」を選んでから、もう一度操作してください。",
      };
    case "cell-being-edited":
      return {
        what: "セルの入力中のため、Excel が操作を受け付けません。",
        next: "Enter キーで入力を確定するか、Esc キーで取り消してから、もう一度操作してください。",
      };
    case "sheet-protected":
      return {
        what: `シート「${failure.sheet}」は保護されているため、書き込めません。`,
        next: "結果は作業ウィンドウの一覧でご覧ください。書き込みが必要なときは、シートの管理者に「校閲」→「シート保護の解除」を依頼してください。",
      };
    case "workbook-read-only":
      return {
        what: "ブックが読み取り専用で開かれているため、書き込めません。",
        next: "「編集を有効にする」を押すか、別の名前で保存したブックでやり直してください。ほかの人が開いているときは、閉じてもらってください。",
      };
    case "workbook-protected":
      return {
        what: "ブックの構成が保護されているため、シートを作れません。",
        next: "「校閲」→「ブックの保護」の解除を管理者に依頼するか、集計を新しいブックに作ってください。",
      };
    case "access-denied":
      return {
        what: "Excel が操作を許可しませんでした。",
        next: "シートやブックの保護、秘密度ラベル、ほかの人の編集中でないかを確かめて、もう一度操作してください。",
      };
    case "workbook-closed":
      return {
        what: "ブックが閉じられたか、Excel との接続が切れました。",
        untouched: "進捗点検は、ブックを上書き保存していません。",
        next: "ブックを開き直し、「進捗点検」をもう一度開いてください。",
      };
    case "payload-too-large":
      return {
        what: "一度にやり取りできる大きさを超えるため、Excel が受け付けませんでした。",
        next: "とても長い文章の入ったセルを分けるか、点検に使うシートだけを新しいブックにコピーして、やり直してください。",
      };
    case "changed-meanwhile":
      return {
        what: "操作の途中でブックが編集されたため、続けられませんでした。",
        next: "ほかの人の編集が落ち着いてから、もう一度操作してください。",
      };
    case "cancelled":
      return {
        what: "途中で止めました。",
        next: "必要なときに、もう一度はじめからやり直してください。",
      };
    case "cell-changed":
      return {
        what: `シート「${failure.sheet}」の ${failure.cell} は、点検したあとに内容が変わっています。`,
        next: "今の内容でもう一度点検してから、直し方を確かめてください。",
      };
    case "value-refused":
      return {
        what: `シート「${failure.sheet}」の ${failure.cell} に、直し方の候補の値をそのまま入れられませんでした。`,
        untouched: "セルは元の内容に戻しました。",
        next: "セルの入力規則や結合を確かめて、手で入力してください。",
      };
    case "no-cell-selected":
      return {
        what: "セルが選ばれていません。図形やグラフを選んでいるときは、場所を読み取れません。",
        next: "シートのセルを選んでから、もう一度操作してください。",
      };
    case "undo-changed":
      return {
        what: `「${failure.label}」のあとに、同じ場所が手で変えられています。`,
        next: "今の内容を残すときは、何もする必要はありません。元の内容にするときは、セルに手で入力してください。",
      };
    case "undo-unreadable":
      return {
        what: "ブックの中にある、元に戻すための記録を読み取れません。記録が壊れているか、新しい版の進捗点検で作られたものです。",
        next: "必要な箇所は手で直してください。これから行う操作は、また元に戻せます。",
      };
    case "half-done":
      return halfDone(failure.what);
    case "unexpected":
      return {
        what: "Excel が理由の分からないエラーを返しました。",
        next: "ブックを保存して Excel を開き直し、もう一度操作してください。続くときは「情報政策課に伝える内容をコピー」で内容を伝えてください。",
      };
  }
}
