import { fact, good, notice, type Line } from "./report";

const STORAGE_KEY = "shinchoku.doctor";

function canStore(storage: () => Storage): boolean {
  try {
    storage().setItem(STORAGE_KEY, "1");
    storage().removeItem(STORAGE_KEY);
    return true;
  } catch {
    return false;
  }
}

const matches = (query: string) => matchMedia(query).matches;

/** What the browser inside Excel, or the one that shows this page, is and may do. */
export function checkMachine(): readonly Line[] {
  const hasWorker = "Worker" in globalThis;
  return [
    fact("ブラウザー", navigator.userAgent),
    fact("表示の言語", navigator.languages.join("、")),
    fact("画面の大きさ", `${innerWidth}×${innerHeight}（倍率 ${devicePixelRatio}）`),
    fact("配色", matches("(forced-colors: active)") ? "ハイコントラスト" : matches("(prefers-color-scheme: dark)") ? "暗い" : "明るい"),
    canStore(() => localStorage) ? good("端末での保存（localStorage）", "できます") : notice("端末での保存（localStorage）", "できません。リボンの「色付けを消す」がうまくいかなかったときの知らせが、画面に出ません。"),
    canStore(() => sessionStorage) ? good("一時的な保存（sessionStorage）", "できます") : notice("一時的な保存（sessionStorage）", "できません。office.js が、前に開いたときのことを覚えていられません。"),
    hasWorker ? good("裏での計算（Worker）", "使えます") : notice("裏での計算（Worker）", "使えません。点検のあいだ、画面が止まって見えることがあります。"),
  ];
}
