import { applyConditions, FAULTS, PROFILES, toQuery, type Conditions, type FaultId, type ProfileId } from "./conditions";
import { button, make } from "./dom";
import type { Workbench } from "./workbench";

const PROFILE_NAMES: Readonly<Record<ProfileId, string>> = {
  ltsc2021: "Excel LTSC 2021",
  ltsc2024: "Excel LTSC 2024",
  m365: "Microsoft 365",
  web: "Web 版 Excel（送受信の上限あり）",
  "2019": "Excel 2019（対応していない版）",
};

const THEME_NAMES: Readonly<Record<Conditions["theme"], string>> = { light: "明るい", dark: "暗い", none: "Excel が伝えない" };

const FAULT_NAMES: Readonly<Record<FaultId, string>> = {
  editingCell: "セルを編集したまま",
  closed: "ブックが閉じられた",
  noPrinter: "プリンターがない",
  refuseCharts: "グラフを作れない",
  refuseCreateWorkbook: "新しいブックを開けない",
  smallAnswers: "一度に受け渡せる量が少ない",
};

/** 試す条件: which Excel, how slow, what is wrong with it. All of it is in the page's address too. */
export class ConditionsPanel {
  readonly element = make("details", { class: "conditions" }, make("summary", {}, "試す条件"));

  constructor(private readonly workbench: Workbench) {
    const { conditions } = workbench;
    const body = make("div", { class: "panel", role: "group", "aria-label": "試す条件" });
    body.append(
      choice("Excel の版", PROFILES, PROFILE_NAMES, conditions.profile, (profile) => { this.restart({ profile }); }),
      choice("画面の色", THEME_NAMES, THEME_NAMES, conditions.theme, (theme) => {
        conditions.theme = theme;
        // The pane asks for the colors when it begins.
        for (const book of workbench.books) book.reloadPane();
        this.apply();
      }),
      choice("Excel の速さ", { 0: 0, 300: 0, 2000: 0 }, { 0: "ふつう", 300: "遅い（1回 0.3 秒）", 2000: "とても遅い（1回 2 秒）" }, String(conditions.latency), (latency) => {
        conditions.latency = Number(latency);
        this.apply();
      }),
      check("読み取り専用で開く", conditions.readOnly, (readOnly) => { this.restart({ readOnly }); }),
      check("シートを保護する", conditions.isProtected, (isProtected) => {
        conditions.isProtected = isProtected;
        for (const { host } of workbench.books) host.byUser(({ sheets }) => { for (const sheet of sheets) sheet.protection.isProtected = isProtected; });
        this.apply();
      }),
      make("p", { class: "heading" }, "うまくいかないとき"),
      ...FAULTS.map((fault) => check(FAULT_NAMES[fault], conditions.faults.includes(fault), (isOn) => {
        conditions.faults = FAULTS.filter((each) => (each === fault ? isOn : conditions.faults.includes(each)));
        this.apply();
      })),
      button("ふつうに戻す", () => { location.search = ""; }),
    );
    this.element.append(body);
    this.element.addEventListener("keydown", (event) => {
      if (event.key !== "Escape") return;
      this.element.open = false;
      this.element.querySelector("summary")?.focus();
    });
    document.addEventListener("pointerdown", ({ target }) => {
      if (target instanceof Node && !this.element.contains(target)) this.element.open = false;
    });
  }

  private apply(): void {
    const { conditions, books } = this.workbench;
    for (const { host } of books) applyConditions(host, conditions);
    history.replaceState(null, "", `?${toQuery(conditions, sampleInAddress())}`);
  }

  /** What an Excel has from its beginning: the page begins anew. */
  private restart(change: Partial<Conditions>): void {
    location.search = toQuery({ ...this.workbench.conditions, ...change }, sampleInAddress());
  }
}

function sampleInAddress(): string | undefined {
  return new URLSearchParams(location.search).get("sample") ?? undefined;
}

function choice<T extends string>(label: string, values: Readonly<Record<T, unknown>>, names: Readonly<Record<T, string>>, current: string, onChange: (value: T) => void): HTMLElement {
  const select = make("select", {}, ...(Object.keys(values) as T[]).map((value) => make("option", { value, selected: value === current }, names[value])));
  select.addEventListener("change", () => { onChange(select.value as T); });
  return make("label", { class: "choice" }, make("span", {}, label), select);
}

function check(label: string, isOn: boolean, onChange: (isOn: boolean) => void): HTMLElement {
  const box = make("input", { type: "checkbox", checked: isOn });
  box.addEventListener("change", () => { onChange(box.checked); });
  return make("label", { class: "check" }, box, label);
}
