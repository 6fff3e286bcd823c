import { button, download, make } from "./dom";
import { openFile } from "./open-book";
import type { Workbench } from "./workbench";

/** What a sample shows, by the beginning of its file's name. */
const SAMPLES: Readonly<Record<string, string>> = {
  d01: "江別市 KPI等（目標値の記入漏れ）",
  d02: "江別市 第2期 実績と評価",
  d03: "江津市 手段一覧と改訂履歴",
  d04: "江津市 個別業務一覧",
  d05: "伊豆の国市 KPI",
  d06: "津島市 基本方針と個別施策",
  d07: "1指標4行のシート",
  d08: "個票（1業務1シート）",
  d09: "ロジックモデル",
  d10: "いろいろなシートのブック",
  d11: "達成率を書き込んだシート",
  d12: "指摘のないシート",
  d13: "いろいろな書き方の数値",
};

/** Above everything: the open workbooks, samples, opening and saving. */
export class TitleBar {
  readonly element = make("header", { class: "title-bar" });
  private readonly books = make("div", { class: "books", role: "tablist", "aria-label": "開いているブック" });
  private readonly file = make("input", { type: "file", accept: ".xlsx", hidden: true, "aria-label": "開くファイル" });
  private readonly sample = make("select", { "aria-label": "見本のブック" });

  constructor(
    private readonly workbench: Workbench,
    samples: readonly string[],
    private readonly say: (message: string) => void,
    conditions: HTMLElement,
  ) {
    this.sample.append(make("option", { value: "" }, "見本を開く…"), ...samples.map((name) => make("option", { value: name }, SAMPLES[name.slice(0, 3)] ?? name)));
    this.sample.addEventListener("change", () => { void this.openSample(this.sample.value); });
    this.file.addEventListener("change", () => { void this.openChosen(this.file.files); });
    this.element.append(
      make("h1", { class: "mark" }, "進捗点検を試す"),
      this.books,
      make("div", { class: "tools" },
        this.sample,
        button("開く…", () => { this.file.click(); }, { title: "手元の .xlsx ファイルを開きます。ファイルは、この機械の外へ送られません。" }),
        button("保存", () => { this.save(); }, { title: "いまの内容を .xlsx ファイルとして保存します。" }),
        conditions,
      ),
      this.file,
    );
    workbench.changed.add(() => { this.show(); });
    this.takeDropped();
  }

  private show(): void {
    const { workbench } = this;
    this.books.replaceChildren(...workbench.books.map((book) => {
      const isFront = book === workbench.book;
      const tab = make("button", { type: "button", role: "tab", "aria-selected": String(isFront) }, book.name);
      tab.addEventListener("click", () => { workbench.activate(book); });
      if (workbench.books.length === 1) return tab;
      const close = button("×", () => { workbench.close(book); }, { class: "close", "aria-label": `${book.name} を閉じる`, title: "閉じる" });
      return make("span", { class: "book", role: "presentation" }, tab, close);
    }));
  }

  private async openSample(name: string): Promise<void> {
    this.sample.value = "";
    if (name === "") return;
    const answer = await fetch(`/samples/${encodeURIComponent(name)}`);
    if (answer.ok) this.open(new Uint8Array(await answer.arrayBuffer()), name);
    else this.say("見本を読み込めませんでした。npm start が動いているか確かめてください。");
  }

  private async openChosen(files: FileList | null): Promise<void> {
    const file = files?.[0];
    if (file !== undefined) this.open(new Uint8Array(await file.arrayBuffer()), file.name);
    this.file.value = "";
  }

  private open(bytes: Uint8Array, name: string): void {
    const refused = openFile(this.workbench, bytes, name);
    if (refused !== undefined) this.say(refused);
  }

  private save(): void {
    const { book } = this.workbench;
    try {
      download(new Uint8Array(book.save()), book.name);
    } catch {
      this.say("このブックには、この試用画面ではまだ保存できない変更があります。画面の内容はそのままです。保存は Excel でお試しください。");
    }
  }

  private takeDropped(): void {
    document.addEventListener("dragover", (event) => { event.preventDefault(); });
    document.addEventListener("drop", (event) => {
      event.preventDefault();
      void this.openChosen(event.dataTransfer?.files ?? null);
    });
  }
}
