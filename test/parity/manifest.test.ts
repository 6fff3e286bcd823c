import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { z } from "zod";
import { fromRoot, readJson, readText, runScript } from "./repository";

const manifest = readText("manifest.xml");

/** Every value of an attribute, or every text of an element, in the order of the manifest. */
const all = (pattern: RegExp, text = manifest): readonly string[] =>
  [...text.matchAll(pattern)].map((match) => match[1] ?? "");

const uniqueSorted = (values: readonly string[]) => [...new Set(values)].sort();

const ID = "5d0c3f5e-7c0b-4b43-9a54-3f7a1f2c86d1";
const ICON_SIZES = [16, 20, 24, 32, 40, 48, 64, 80, 128];

/** A folder that is gone after the test, with some files in it. */
function withFolder<T>(files: Readonly<Record<string, string>>, use: (folder: string) => T): T {
  const folder = mkdtempSync(join(tmpdir(), "shinchoku-"));
  try {
    for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
    return use(folder);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** The check of one manifest against what was built. */
const checkAgainstSite = (path: string) => runScript("scripts/check-manifest.mjs", ["--site", fromRoot("dist/addin"), path]);

describe("リポジトリのマニフェスト", () => {
  test("自前の規則をすべて満たす", () => {
    expect(runScript("scripts/check-manifest.mjs")).toEqual({ status: 0, stderr: "" });
  });

  test("指すページもアイコンも、組み立てたアドインの中にある", () => {
    expect(checkAgainstSite(fromRoot("manifest.xml"))).toEqual({ status: 0, stderr: "" });
  });

  test("英語の文言が、表示名と説明とリボンのすべてにある", () => {
    for (const element of ["DisplayName", "Description", "bt:String"]) {
      const blocks = all(new RegExp(`<${element} (?:id="[^"]*" )?DefaultValue=([\\s\\S]*?)</${element}>`, "gu"));
      expect(blocks.length).toBeGreaterThan(0);
      expect(blocks.filter((block) => !block.includes(`Locale="en-US"`))).toEqual([]);
    }
  });

  test("ボタンは三つで、集計は点検と同じ画面の別のページを開く", () => {
    expect(all(/<bt:String id="(?!Group)[^"]*\.Label" DefaultValue="([^"]*)"/gu)).toEqual(["点検を開く", "集計を作る", "色付けを消す"]);
    expect(all(/<TaskpaneId>([^<]*)</gu)).toEqual(["Shinchoku.Taskpane", "Shinchoku.Taskpane"]);
    expect(manifest).toContain(`<bt:Url id="Report.Url" DefaultValue="https://localhost:3000/taskpane.html?step=report"/>`);
  });

  test("リボンの命令は、登録されている関数と一致する", () => {
    const associated = all(/associateCommand\("([^"]*)"/gu, readText("src/commands/commands.ts"));
    expect(uniqueSorted(all(/<FunctionName>([^<]*)</gu))).toEqual(uniqueSorted(associated));
  });

  test("三つのボタンは、別々の絵を使う", () => {
    const used = all(/<Icon>\s*<bt:Image size="16" resid="([^"]*)"/gu);
    expect(used).toEqual(["Icon.16", "Icon.16", "Report.16", "Clear.16"]);
  });

  test("提供者はpackage.jsonの作者と一致する", () => {
    const { author } = z.object({ author: z.string() }).parse(readJson("package.json"));
    expect(all(/<ProviderName>([^<]*)</gu)).toEqual([author]);
  });
});

describe("アイコン", () => {
  test("assetsには、すべての大きさのアイコンと、格子ごとの元の図だけがある", () => {
    const pictures = ["icon", "report", "clear"].flatMap((name) => ICON_SIZES.map((size) => `${name}-${size}.png`));
    expect(readdirSync(fromRoot("assets")).sort()).toEqual([...pictures, "icons"].sort());
    const sources = ["check", "report", "clear"].flatMap((name) => [16, 20, 24].map((grid) => `${name}-${grid}.svg`));
    expect(readdirSync(fromRoot("assets/icons")).sort()).toEqual(sources.sort());
  });

  test.each(["icon", "report", "clear"].flatMap((name) => ICON_SIZES.map((size) => [name, size] as const)))(
    "%s-%d.png は名前のとおりの大きさで、透明な所がある",
    (name, size) => {
      const bytes = readFileSync(fromRoot(`assets/${name}-${size}.png`));
      expect([bytes.readUInt32BE(16), bytes.readUInt32BE(20)]).toEqual([size, size]);
      // Color type 6 is true color with alpha; a palette may have a transparent entry (tRNS).
      expect(bytes[25] === 6 || bytes.includes("tRNS")).toBe(true);
    },
  );
});

describe("規則は、壊れたマニフェストを見逃さない", () => {
  const replace = (from: string | RegExp, to: string) => manifest.replace(from, to);
  const broken: readonly (readonly [rule: string, xml: string])[] = [
    ["well-formed", replace("</Hosts>", "")],
    ["element-order", replace(/(<Id>[^<]*<\/Id>)([\s\S]*?)(<Version>[^<]*<\/Version>)/u, "$3$2$1")],
    ["element-order", replace(/<SupportUrl[^>]*>/u, "")],
    ["element-order", replace("<Hosts>", "<AppDomains/><Hosts>")],
    ["element-order", replace(/(<FunctionFile[^>]*>)(\s*)(<ExtensionPoint[\s\S]*<\/ExtensionPoint>)/u, "$3$2$1")],
    ["element-order", replace(/(<bt:Urls>[\s\S]*<\/bt:Urls>)(\s*)(<bt:ShortStrings>[\s\S]*<\/bt:ShortStrings>)/u, "$3$2$1")],
    ["no-ribbon-override", replace(`<Label resid="Open.Label"/>`, `<OverriddenByRibbonApi>true</OverriddenByRibbonApi><Label resid="Open.Label"/>`)],
    ["id", replace(ID, "5d0c3f5e-7c0b-4b43-9a54-3f7a1f2c86d2")],
    ["version", replace(/<Version>[^<]*/u, "<Version>0.1.0.0")],
    ["version", replace(/<Version>[^<]*/u, "<Version>1.1")],
    ["version", replace(/<Version>[^<]*/u, "<Version>1.9.0.0")],
    ["version", replace(/<Version>(\d+\.\d+\.\d+)[^<]*/u, "<Version>$1.70000")],
    ["locales", replace("ja-JP", "ja")],
    ["locales", replace(`Locale="en-US"`, `Locale="ja"`)],
    ["locales", replace(`Locale="en-US"`, `Locale="ja-JP"`)],
    ["text-lengths", replace(`DefaultValue="点検を開く"`, `DefaultValue="点検の画面を開く"`)],
    ["text-lengths", replace(`id="Group.Label" DefaultValue="進捗点検"`, `id="Group.Label" DefaultValue="計画の進捗点検"`)],
    ["text-lengths", replace(`Value="Open check"`, `Value="${"a".repeat(126)}"`)],
    ["text-lengths", replace(/id="Open.Tip" DefaultValue="[^"]*"/u, `id="Open.Tip" DefaultValue="${"あ".repeat(251)}"`)],
    ["text-lengths", replace(/<Description DefaultValue="[^"]*"/u, `<Description DefaultValue="${"あ".repeat(251)}"`)],
    ["resources", manifest.replaceAll("Open.Label", "Open.Label.With.A.Name.That.Is.Too.Long")],
    ["resources", replace(`<Label resid="Open.Label"/>`, `<Label resid="Opens.Label"/>`)],
    ["resources", replace(`<FunctionFile resid="Commands.Url"/>`, `<FunctionFile resid="Open.Label"/>`)],
    ["resources", replace(`<bt:Image id="Icon.20"`, `<bt:Image id="Icon.16"`)],
    ["resources", replace(`<bt:Image size="16" resid="Report.16"/>`, "")],
    ["control-ids", replace(`id="Shinchoku.Report"`, `id="Shinchoku.Open"`)],
    ["actions", replace("<FunctionName>clearMarks</FunctionName>", "")],
    ["actions", replace(`xsi:type="ExecuteFunction"`, `xsi:type="ShowTaskpane"`)],
    ["one-pane", replace("<TaskpaneId>Shinchoku.Taskpane</TaskpaneId>", "<TaskpaneId>Shinchoku.Other</TaskpaneId>")],
    ["host", replace(`MinVersion="1.9"`, `MinVersion="1.13"`)],
    ["host", replace("ReadWriteDocument", "ReadDocument")],
    ["host", replace(`<Host Name="Workbook"/>`, `<Host Name="Document"/>`)],
    ["one-https-origin", replace("https://localhost:3000/commands.html", "http://localhost:3000/commands.html")],
    ["one-https-origin", replace("https://localhost:3000/commands.html", "https://other.example/commands.html")],
    ["one-https-origin", replace("commands.html", `commands.html?${"a".repeat(2048)}`)],
    ["icons", replace("icon-32.png", "icon-48.png")],
    ["icons", replace("assets/report-24.png", "assets/report-23.png")],
    ["icons", manifest.replaceAll(/<bt:Image size="80" resid="Clear.80"\/>/gu, "")],
  ];
  const files = Object.fromEntries(broken.map(([, xml], index) => [`${index}.xml`, xml]));
  // One run for all of them: it takes longer to start than to check.
  const said = withFolder(files, (folder) => runScript("scripts/check-manifest.mjs", Object.keys(files).map((name) => join(folder, name))).stderr);

  test.each(broken.map(([rule, xml], index) => ({ rule, xml, index })))("$rule（$index）", ({ rule, xml, index }) => {
    expect(xml).not.toBe(manifest);
    const complaints = said.split("\n").filter((line) => line.startsWith(`${index}.xml: `));
    expect(complaints.filter((line) => line.endsWith(`（${rule}）`))).not.toEqual([]);
  });

  test("配るファイルにないページを見逃さない（pages）", () => {
    const xml = manifest.replace("help/index.html", "help/none.html");
    const { status, stderr } = withFolder({ "m.xml": xml }, (folder) => checkAgainstSite(join(folder, "m.xml")));
    expect(status).toBe(1);
    expect(stderr).toContain("「help/none.html」が、配るファイルの中にありません。（pages）");
  });
});

describe("npm run manifest", () => {
  const make = (folder: string, ...args: readonly string[]) => runScript("scripts/manifest.mjs", ["--out", join(folder, "m.xml"), ...args]);
  const read = (folder: string) => readFileSync(join(folder, "m.xml"), "utf8");
  const BASE = "https://apps.example.lg.jp/shinchoku";

  test("アドレスだけを書き換え、IDはそのままで、規則をすべて満たす", () => {
    withFolder({}, (folder) => {
      expect(make(folder, "--base-url", BASE)).toEqual({ status: 0, stderr: "" });
      const made = read(folder);
      expect(made.replaceAll(`${BASE}/`, "https://localhost:3000/")).toBe(manifest);
      expect(checkAgainstSite(join(folder, "m.xml"))).toEqual({ status: 0, stderr: "" });
    });
  });

  test("作り直すたびに版の末尾を一つ上げ、指定した版にもできる", () => {
    withFolder({}, (folder) => {
      const versions = () => {
        const [, version] = /<Version>(?:\d+\.){3}(\d+)</u.exec(read(folder)) ?? [];
        return version;
      };
      make(folder, "--base-url", BASE);
      expect(versions()).toBe("0");
      make(folder, "--base-url", `${BASE}/`);
      expect(versions()).toBe("1");
      const own = /<Version>([\d.]*)\.0</u.exec(manifest)?.[1] ?? "";
      expect(make(folder, "--base-url", BASE, "--version", `${own}.7`)).toEqual({ status: 0, stderr: "" });
      expect(versions()).toBe("7");
      expect(make(folder, "--base-url", BASE, "--version", `${own}.7`)).toMatchObject({ status: 1 });
    });
  });

  test.each<readonly [what: string, args: readonly string[], said: string]>([
    ["アドレスがない", [], "--base-url で"],
    ["http", ["--base-url", "http://apps.example.lg.jp/"], "https:// で始まっていません"],
    ["アドレスでない", ["--base-url", "apps.example.lg.jp"], "アドレスとして読めません"],
    ["共有フォルダー", ["--base-url", String.raw`\\fs01\addins`], "アドレスとして読めません"],
    ["ファイルを指す", ["--base-url", "https://apps.example.lg.jp/taskpane.html"], "ファイルを指しています"],
    ["後ろに?", ["--base-url", "https://apps.example.lg.jp/?a=1"], "取り除いてください"],
    ["パスワード", ["--base-url", "https://a:b@apps.example.lg.jp/"], "利用者名やパスワード"],
    ["版の形", ["--base-url", "https://apps.example.lg.jp/", "--version", "2"], "四つの数"],
    ["製品と違う版", ["--base-url", "https://apps.example.lg.jp/", "--version", "9.0.0.1"], "製品の版に合わせて"],
    ["知らない指定", ["--base", "https://apps.example.lg.jp/"], "使い方"],
  ])("%s ときは、何も書かずに日本語で知らせる", (_what, args, said) => {
    withFolder({}, (folder) => {
      const { status, stderr } = make(folder, ...args);
      expect(status).toBe(1);
      expect(stderr).toContain(said);
      expect(stderr).not.toContain("    at ");
      expect(existsSync(join(folder, "m.xml"))).toBe(false);
    });
  });

  test("別のファイルは書き換えない", () => {
    withFolder({ "m.xml": "<OfficeApp/>" }, (folder) => {
      expect(make(folder, "--base-url", BASE)).toMatchObject({ status: 1 });
      expect(read(folder)).toBe("<OfficeApp/>");
    });
  });
});
