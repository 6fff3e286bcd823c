import { checkHost } from "./host-checks";
import { loadOffice } from "./load-office";
import { checkMachine } from "./machine-checks";
import { summarize, toJapanese, toPlainText, VERDICT_WORDS, type Section } from "./report";
import { checkHeaders, checkOfficeFiles, checkVersion, describeRequests } from "./site-checks";
import { describeViolations, watchViolations } from "./violations";

watchViolations();

/** In milliseconds. What office.js does behind its answer, and what is refused of it, shows some seconds later. */
const AFTERMATH = 4000;

function find<T extends Element>(id: string, kind: abstract new () => T): T {
  const element = document.getElementById(id);
  if (!(element instanceof kind)) throw new Error(`doctor.html has no #${id}`);
  return element;
}

async function examine(): Promise<readonly Section[]> {
  const host = await checkHost(await loadOffice());
  const { lines: version, site } = await checkVersion();
  const office = site === undefined ? [] : await checkOfficeFiles(site);
  const headers = await checkHeaders();
  await new Promise((go) => { setTimeout(go, AFTERMATH); });
  return [
    { title: "Excel", lines: host.lines },
    { title: "配られているファイル", lines: version },
    { title: "office.js のファイル", lines: office },
    { title: "サーバーの応答", lines: headers },
    { title: "止められたもの", lines: describeViolations(host.inExcel) },
    { title: "通信", lines: describeRequests() },
    { title: "この端末", lines: checkMachine() },
  ];
}

function element(tag: string, text: string, attributes: Readonly<Record<string, string>> = {}): HTMLElement {
  const made = document.createElement(tag);
  made.textContent = text;
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
  return made;
}

function show(sections: readonly Section[]): void {
  const result = find("result", HTMLElement);
  for (const { title, lines } of sections) {
    const table = document.createElement("table");
    const head = document.createElement("tr");
    head.append(...["結果", "調べたもの", "内容"].map((text) => element("th", text, { scope: "col" })));
    table.append(head);
    for (const { what, verdict, detail } of lines) {
      const row = document.createElement("tr");
      row.dataset["verdict"] = verdict;
      row.append(element("td", VERDICT_WORDS[verdict]), element("td", what), element("td", detail));
      table.append(row);
    }
    result.append(element("h2", title), table);
  }
  const text = find("text", HTMLTextAreaElement);
  text.value = toPlainText(sections, toJapanese(new Date()));
  find("state", HTMLElement).textContent = summarize(sections);
  const button = find("copy", HTMLButtonElement);
  button.disabled = false;
  button.addEventListener("click", () => { void copy(text).then((done) => { find("copied", HTMLElement).textContent = done ? "コピーしました。" : "コピーできませんでした。下の枠から選んでください。"; }); });
}

/** The web view of Excel may refuse the clipboard; the older way works there after a click. */
async function copy(text: HTMLTextAreaElement): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text.value);
    return true;
  } catch {
    text.select();
    // eslint-disable-next-line @typescript-eslint/no-deprecated -- the only way left where the clipboard is refused
    return document.execCommand("copy");
  }
}

find("state", HTMLElement).textContent = "調べています。30秒ほどかかることがあります。";
void examine().then(show);
