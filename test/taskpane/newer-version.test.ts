import { findNewerVersion, isNewer } from "../../src/taskpane/newer-version";

test.each([
  ["0.2.1", "0.2.0", true],
  ["0.10.0", "0.9.3", true],
  ["1.0", "0.9.9", true],
  ["1.0.0.1", "1.0.0", true],
  ["0.2.0", "0.2.0", false],
  ["0.2", "0.2.0", false],
  ["0.1.9", "0.2.0", false],
  ["2.0.0-beta", "0.2.0", false],
  ["", "0.2.0", false],
  ["<b>9</b>", "0.2.0", false],
  ["99999999999", "0.2.0", false],
])("%s は %s より新しいか：%s", (version, than, expected) => {
  expect(isNewer(version, than)).toBe(expected);
});

describe("サーバーにある版", () => {
  const asked: [unknown, unknown][] = [];
  const serve = (answer: () => Promise<Partial<Response>>): void => {
    asked.splice(0);
    Object.assign(globalThis, { fetch: (...request: [unknown, unknown]) => { asked.push(request); return answer(); } });
  };
  const json = (value: unknown, ok = true) => () => Promise.resolve({ ok, json: () => Promise.resolve(value) });

  test("新しければ、その版を返す。自分のサーバーだけに、キャッシュを通さずに聞く", async () => {
    serve(json({ version: "0.3.0" }));
    expect(await findNewerVersion("0.2.0")).toBe("0.3.0");
    expect(asked).toEqual([["version.json", { cache: "no-store", mode: "same-origin", credentials: "same-origin", redirect: "error" }]]);
  });

  test.each([
    ["同じ版", json({ version: "0.2.0" })],
    ["古い版", json({ version: "0.1.0" })],
    ["見つからない", json({ version: "0.3.0" }, false)],
    ["版のない答え", json({})],
    ["数の答え", json(3)],
    ["nullの答え", json(null)],
    ["版が文字列でない答え", json({ version: 3 })],
    ["JSONでない答え", () => Promise.resolve({ ok: true, json: () => Promise.reject(new SyntaxError("<")) })],
    ["届かない", () => Promise.reject(new TypeError("Failed to fetch"))],
  ])("%s のときは、何も言わない", async (_, answer) => {
    serve(answer);
    expect(await findNewerVersion("0.2.0")).toBeNull();
  });
});
