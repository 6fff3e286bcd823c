import { defaultSettings, migrateSettings, parseSettings, settingsSchema } from "../../src/core/settings";

/** Settings that use every key. */
const full = {
  version: 1,
  asOf: "2026-03-31",
  labels: { target: ["めざすすがた"] },
  statusWords: { "◎": "done" },
  directions: { 待機児童数: "lower-is-better" },
  corrections: [
    { kind: "header", sheet: "KPI", range: "B4:H5" },
    { kind: "field", sheet: "KPI", cell: "E5", field: "target" },
    { kind: "ignore", sheet: "作業用", range: null },
  ],
  hiddenSheets: ["元データ"],
  rulesOff: ["label-variant"],
  accepted: [{ rule: "label-variant", key: "a", reason: "正式な名称のため", on: "2026-04-10" }],
  tolerances: { maintainPercent: 2, ratePoints: 0.5, surveyPoints: 3 },
};

test("すべての項目を書いた設定は、書いたとおりに読まれる", () => {
  expect(Object.keys(full).sort()).toEqual(Object.keys(settingsSchema.shape).sort());
  expect(parseSettings(full)).toEqual({ ok: true, value: full });
});

test("何も書いていない設定は、既定の設定である", () => {
  expect(parseSettings({})).toEqual({ ok: true, value: defaultSettings });
  expect(defaultSettings).toEqual({
    version: 1,
    asOf: null,
    labels: {},
    statusWords: {},
    directions: {},
    corrections: [],
    hiddenSheets: [],
    rulesOff: [],
    accepted: [],
    tolerances: { maintainPercent: 0, ratePoints: 0, surveyPoints: null },
  });
});

describe("知らない項目は、その名前を示して断る", () => {
  test.each<[string, object]>([
    ["ruleOff", { ruleOff: [] }],
    ["tolerances.maintain", { tolerances: { maintain: 1 } }],
    ["labels.ものさし", { labels: { ものさし: ["指標"] } }],
    ["corrections.1.cell", { corrections: [full.corrections[0], { kind: "header", sheet: "KPI", range: "B4", cell: "B4" }] }],
    ["accepted.0.at", { accepted: [{ rule: "label-variant", key: "a", reason: "", at: "B2" }] }],
  ])("%s", (place, data) => {
    expect(parseSettings(data)).toEqual({ ok: false, failure: { code: "unknown-key", place } });
  });
});

describe("値の誤りは、その場所を示して断る", () => {
  test.each<[string, object]>([
    ["asOf", { asOf: "2026-02-30" }],
    ["asOf", { asOf: "令和8年3月31日" }],
    ["asOf", { asOf: "2026-3-31" }],
    ["labels.target", { labels: { target: "めざすすがた" } }],
    ["labels.target.0", { labels: { target: [""] } }],
    ["statusWords.◎", { statusWords: { "◎": "finished" } }],
    ["directions.待機児童数", { directions: { 待機児童数: "down" } }],
    ["corrections.0.kind", { corrections: [{ kind: "headers", sheet: "KPI", range: "B4" }] }],
    ["corrections.0.range", { corrections: [{ kind: "header", sheet: "KPI", range: "b4" }] }],
    ["corrections.0.range", { corrections: [{ kind: "header", sheet: "KPI", range: "B0" }] }],
    ["corrections.0.range", { corrections: [{ kind: "header", sheet: "KPI", range: null }] }],
    ["corrections.0.cell", { corrections: [{ kind: "field", sheet: "KPI", cell: "E5:", field: "target" }] }],
    ["corrections.0.field", { corrections: [{ kind: "field", sheet: "KPI", cell: "E5", field: "goal" }] }],
    ["hiddenSheets", { hiddenSheets: "元データ" }],
    ["rulesOff.1", { rulesOff: ["label-variant", 3] }],
    ["accepted.0.reason", { accepted: [{ rule: "label-variant", key: "a" }] }],
    ["accepted.0.on", { accepted: [{ rule: "label-variant", key: "a", reason: "", on: "2026-04-31" }] }],
    ["tolerances.maintainPercent", { tolerances: { maintainPercent: 101 } }],
    ["tolerances.ratePoints", { tolerances: { ratePoints: -0.1 } }],
    ["tolerances.surveyPoints", { tolerances: { surveyPoints: "3" } }],
  ])("%s: %j", (place, data) => {
    expect(parseSettings(data)).toEqual({ ok: false, failure: { code: "invalid", place } });
  });
});

describe("設定の版", () => {
  test.each([[{ rulesOff: ["label-variant"] }], [{ version: 0, rulesOff: ["label-variant"] }], [{ version: 1, rulesOff: ["label-variant"] }]])(
    "%j は、いまの版の設定になる",
    (data) => {
      expect(migrateSettings(data)).toEqual({ ok: true, value: { version: 1, rulesOff: ["label-variant"] } });
    },
  );

  test("移しても、元のものは変わらない", () => {
    const data = Object.freeze({ asOf: "2026-03-31" });
    expect(migrateSettings(data)).toEqual({ ok: true, value: { version: 1, asOf: "2026-03-31" } });
    expect(data).toEqual({ asOf: "2026-03-31" });
  });

  test("移したものを移しても変わらない", () => {
    const once = migrateSettings({ asOf: "2026-03-31" });
    expect(once.ok && migrateSettings(once.value)).toEqual(once);
  });

  test("移すだけでは、項目を調べない", () => {
    expect(migrateSettings({ ruleOff: [] })).toEqual({ ok: true, value: { version: 1, ruleOff: [] } });
  });

  test("新しい版の設定は、版を示して断る", () => {
    expect(migrateSettings({ version: 2 })).toEqual({ ok: false, failure: { code: "newer-version", version: 2 } });
    expect(parseSettings({ version: 7, unheard: true })).toEqual({ ok: false, failure: { code: "newer-version", version: 7 } });
  });

  test.each([["1"], [0.5], [-1], [true], [Number.NaN]])("%p は版ではない", (version) => {
    expect(parseSettings({ version })).toEqual({ ok: false, failure: { code: "invalid", place: "version" } });
  });

  test.each([[null], [undefined], [[]], ["{}"], [1]])("%p は設定ではない", (data) => {
    expect(parseSettings(data)).toEqual({ ok: false, failure: { code: "not-settings" } });
  });
});
