import { existsSync, readFileSync, readdirSync } from "node:fs";
import { z } from "zod";
import { fromRoot, readJson, readText } from "./repository";

const manifest = readText("manifest.xml");

/** Every value of an attribute, or every text of an element, in the order of the manifest. */
const all = (pattern: RegExp, text = manifest): readonly string[] =>
  [...text.matchAll(pattern)].map((match) => match[1] ?? "");

const uniqueSorted = (values: readonly string[]) => [...new Set(values)].sort();

/** Width and height as the PNG header states them: big-endian, after the signature and the IHDR tag. */
function pngSize(path: string): { readonly width: number; readonly height: number } {
  const bytes = readFileSync(fromRoot(path));
  expect(bytes.subarray(0, 8).toString("latin1")).toBe("\u0089PNG\r\n\u001A\n");
  return { width: bytes.readUInt32BE(16), height: bytes.readUInt32BE(20) };
}

/** The add-in is known by this id wherever it is installed: it never changes. */
const ID = "5d0c3f5e-7c0b-4b43-9a54-3f7a1f2c86d1";
const ICON_SIZES = [16, 32, 64, 80, 128];

test("IDは変わらない", () => {
  expect(all(/<Id>([^<]*)<\/Id>/gu)).toEqual([ID]);
});

test("日本語を既定とし、英語の文言が表示名と説明とリボンのすべてにある", () => {
  expect(all(/<DefaultLocale>([^<]*)</gu)).toEqual(["ja-JP"]);
  expect(uniqueSorted(all(/Locale="([^"]*)"/gu))).toEqual(["en-US"]);
  for (const element of ["DisplayName", "Description", "bt:String"]) {
    const blocks = all(new RegExp(`<${element} (?:id="[^"]*" )?DefaultValue=([\\s\\S]*?)</${element}>`, "gu"));
    expect(blocks.length).toBeGreaterThan(0);
    expect(blocks.filter((block) => !block.includes(`Locale="en-US"`))).toEqual([]);
  }
});

test("Excel 2019より新しいExcelに表示される", () => {
  expect(manifest).toContain(`<Set Name="ExcelApi" MinVersion="1.9"/>`);
  expect(all(/<Host Name="([^"]*)"/gu)).toEqual(["Workbook"]);
});

test("参照はすべて32文字以内で、定義と一対一に対応する", () => {
  const used = uniqueSorted(all(/resid="([^"]*)"/gu));
  const defined = all(/<bt:(?:Image|Url|String) id="([^"]*)"/gu);
  expect(uniqueSorted(defined)).toHaveLength(defined.length);
  expect(used).toEqual(uniqueSorted(defined));
  expect(used.filter((id) => id.length > 32)).toEqual([]);
});

test("短い文言は125文字、長い文言は250文字に収まる", () => {
  const strings = (element: string) =>
    all(/Value="([^"]*)"/gu, manifest.slice(manifest.indexOf(`<bt:${element}>`), manifest.indexOf(`</bt:${element}>`)));
  for (const [element, limit] of [["ShortStrings", 125], ["LongStrings", 250]] as const) {
    expect(strings(element).length).toBeGreaterThan(0);
    expect(strings(element).filter((text) => text.length > limit)).toEqual([]);
  }
});

test("ボタンの名前は日本語で7文字までとし、2行に折り返させない", () => {
  const labels = all(/<bt:String id="(?!Group)[^"]*\.Label" DefaultValue="([^"]*)"/gu);
  expect(labels).toEqual(["点検を開く", "集計を作る", "色付けを消す"]);
  expect(labels.filter((label) => label.length > 7)).toEqual([]);
});

test("アドレスはすべて同じ場所のhttpsで、指す先が作られる", () => {
  const urls = all(/(?:DefaultValue|Value)="(https?:[^"]*)"/gu).map((url) => new URL(url));
  expect(uniqueSorted(urls.map((url) => url.origin))).toEqual(["https://localhost:3000"]);
  const pages = { "/taskpane.html": "src/taskpane/taskpane.html", "/commands.html": "src/commands/commands.html" };
  for (const { pathname } of urls) {
    const source = pathname.startsWith("/assets/") ? pathname.slice(1) : pages[pathname as keyof typeof pages];
    expect([pathname, existsSync(fromRoot(source))]).toEqual([pathname, true]);
  }
});

test("リボンの命令は、登録されている関数と一致する", () => {
  const associated = all(/associateCommand\("([^"]*)"/gu, readText("src/commands/commands.ts"));
  expect(uniqueSorted(all(/<FunctionName>([^<]*)</gu))).toEqual(uniqueSorted(associated));
});

test.each(ICON_SIZES)("icon-%d.png は名前のとおりの大きさである", (size) => {
  expect(pngSize(`assets/icon-${size}.png`)).toEqual({ width: size, height: size });
});

test("assetsにはアイコンとその元の図だけがある", () => {
  expect(readdirSync(fromRoot("assets")).sort()).toEqual(
    [...ICON_SIZES.map((size) => `icon-${size}.png`), "icon.svg"].sort(),
  );
});

test("アイコンの大きさは、使われる場所と一致する", () => {
  for (const size of all(/<bt:Image size="(\d+)"/gu)) expect(manifest).toContain(`size="${size}" resid="Icon.${size}"`);
  expect(all(/<IconUrl DefaultValue="[^"]*\/([^"/]*)"/gu)).toEqual(["icon-32.png"]);
  expect(all(/<HighResolutionIconUrl DefaultValue="[^"]*\/([^"/]*)"/gu)).toEqual(["icon-64.png"]);
});

test("提供者はpackage.jsonの作者と一致する", () => {
  const { author } = z.object({ author: z.string() }).parse(readJson("package.json"));
  expect(all(/<ProviderName>([^<]*)</gu)).toEqual([author]);
});
