import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import { posix } from "node:path";
import { readWorkbook } from "../../src/xlsx";
import { fromRoot, trackedFiles } from "../parity/repository";
import { DOMParser } from "./dom";
import { filesBelow, makeKit, unpack } from "./kit";

const made = makeKit();
const files = unpack(made.zip);
const text = (path: string) => files[path]?.toString("utf8") ?? "";
const paths = Object.keys(files);
const sha256 = (bytes: Uint8Array) => createHash("sha256").update(bytes).digest("hex");

const BOM = "\uFEFF";

describe("まとめ方", () => {
  test("二度作っても、同じバイトになる", () => {
    expect(sha256(makeKit().zip)).toBe(sha256(made.zip));
    expect(made.sum).toBe(`${sha256(made.zip)}  ${made.name}\n`);
  });

  test("決めたものがすべて入っている", () => {
    for (const path of [
      "はじめにお読みください.txt",
      "manifest.xml",
      "SHA256SUMS",
      "sbom.cdx.json",
      "LICENSES.txt",
      "docs/導入手順書.html",
      "docs/セキュリティ説明書.html",
      "docs/利用手引.html",
      "docs/動作確認表.xlsx",
      "admin/New-Manifest.ps1",
      "admin/Install-Catalog.ps1",
      "admin/Remove-Catalog.ps1",
      "admin/Test-Site.ps1",
      "admin/catalog.reg",
      "admin/remove-catalog.reg",
      "admin/manifest-template.xml",
      "admin/nginx.conf.example",
      "site/web.config",
      "site/taskpane.html",
      "site/commands.html",
      "site/doctor.html",
      "site/help/index.html",
      "site/version.json",
      "site/office/office.js",
      "site/office/BUILD.txt",
    ]) {
      expect(paths).toContain(path);
    }
  });

  test("siteは、組み立てたアドインから地図（ソースマップ）を除いたものである", () => {
    const built = filesBelow(fromRoot("dist/addin")).filter((path) => !path.endsWith(".map"));
    expect(paths.filter((path) => path.startsWith("site/")).sort()).toEqual([...built, "web.config"].map((path) => `site/${path}`).sort());
  });

  test("SHA256SUMSは、自分のほかのすべてのファイルの値である", () => {
    const lines = text("SHA256SUMS").trimEnd().split("\n");
    expect(lines).toEqual(paths.filter((path) => path !== "SHA256SUMS").sort().map((path) => `${sha256(files[path] ?? new Uint8Array())}  ${path}`));
  });

  test("日本語の名前は、UTF-8のしるしとともに入っている", () => {
    const name = Buffer.from("docs/導入手順書.html", "utf8");
    const at = made.zip.indexOf(name);
    // The local header: 30 bytes before the name, the flags 6 bytes into it; bit 11 says UTF-8.
    expect((made.zip.readUInt16LE(at - 30 + 6) & 0x800) !== 0).toBe(true);
  });

  test("組み立てた機械の場所も、部品の入手先も書かれていない", () => {
    for (const path of paths.filter((name) => !/\.(?:png|xlsx)$/u.test(name))) {
      const content = text(path);
      expect([path, content.includes(process.cwd()), /\/(?:home|Users|root)\/\w/u.test(content), /\/\/registry\.|\/-\/[\w.-]+\.tgz/u.test(content)]).toEqual([path, false, false, false]);
    }
  });
});

describe("Windowsで読めるように", () => {
  test.each(paths.filter((path) => path.endsWith(".ps1") || (path.endsWith(".txt") && !path.startsWith("site/"))))("%s はBOMの付いたUTF-8で、改行はCRLFである", (path) => {
    expect(text(path).startsWith(BOM)).toBe(true);
    expect(text(path).replaceAll("\r\n", "")).not.toMatch(/[\r\n]/u);
  });

  test.each(["admin/catalog.reg", "admin/remove-catalog.reg"])("%s はBOMの付いたUTF-16LEである", (path) => {
    const bytes = files[path] ?? Buffer.alloc(0);
    expect([bytes[0], bytes[1]]).toEqual([0xff, 0xfe]);
    const content = bytes.toString("utf16le");
    expect(content).toMatch(/^\uFEFFWindows Registry Editor Version 5\.00\r\n/u);
    expect(content.replaceAll("\r\n", "")).not.toMatch(/[\r\n]/u);
  });

  test("カタログの登録は一つで、スクリプトと同じ識別番号を使う", () => {
    const register = files["admin/catalog.reg"]?.toString("utf16le") ?? "";
    const [, id = ""] = /TrustedCatalogs\\(\{[0-9a-f-]{36}\})\]/u.exec(register) ?? [];
    expect(register.match(/^\[/gmu)).toHaveLength(1);
    expect(register).toContain(`"Id"="${id}"\r\n"Url"="\\\\\\\\fs01\\\\OfficeAddins"\r\n"Flags"=dword:00000001`);
    for (const path of ["admin/Install-Catalog.ps1", "admin/Remove-Catalog.ps1"]) expect(text(path)).toContain(`'${id}'`);
    expect(files["admin/remove-catalog.reg"]?.toString("utf16le")).toContain(`[-HKEY_CURRENT_USER\\Software\\Microsoft\\Office\\16.0\\WEF\\TrustedCatalogs\\${id}]`);
  });
});

describe("サーバーの設定", () => {
  const [, policy = ""] = /Content-Security-Policy"? content="([^"]*)"/u.exec(text("site/taskpane.html")) ?? [];

  test("web.configは正しいXMLで、ページと同じ指定にframe-ancestorsを加えたものを応答に付ける", () => {
    const xml = new DOMParser().parseFromString(text("site/web.config"), "application/xml");
    expect(xml.getElementsByTagName("parsererror")).toHaveLength(0);
    const headers: Readonly<Record<string, string>> = Object.fromEntries(
      [...xml.querySelectorAll("customHeaders > add")].map((add) => [add.getAttribute("name") ?? "", add.getAttribute("value") ?? ""]),
    );
    expect(headers["Content-Security-Policy"]).toBe(`${policy}; frame-ancestors 'self'`);
    expect(headers["X-Content-Type-Options"]).toBe("nosniff");
    expect(Object.keys(headers)).not.toContain("X-Frame-Options");
    // A header that the site above sets as well would stop IIS with an error.
    const removed = [...xml.querySelectorAll("customHeaders > remove")].map((remove) => remove.getAttribute("name"));
    expect(Object.keys(headers).filter((name) => !removed.includes(name))).toEqual([]);
  });

  test("nginxの例は、同じ指定を付ける", () => {
    expect(text("admin/nginx.conf.example")).toContain(`add_header Content-Security-Policy "${policy}; frame-ancestors 'self'" always;`);
    expect(text("admin/nginx.conf.example").match(/# ★/gu)).toHaveLength(4);
  });

  test("手順書とセキュリティ説明書に書かれた指定は、実際のものである", () => {
    const escaped = `${policy}; frame-ancestors 'self'`;
    for (const path of ["docs/導入手順書.html", "docs/セキュリティ説明書.html"]) expect(text(path)).toContain(escaped);
  });
});

describe("文書", () => {
  const papers = paths.filter((path) => path.startsWith("docs/") && path.endsWith(".html"));

  test.each(papers)("%s は、ほかのファイルがなくても読め、指す先はキットの中にある", (path) => {
    const html = text(path);
    expect(html).not.toMatch(/<script|<link|<img|@import|url\(/u);
    const links = [...html.matchAll(/href="([^"#]+)/gu)].map(([, link = ""]) => posix.normalize(posix.join("docs", link)));
    expect(links.filter((link) => !paths.includes(link))).toEqual([]);
    expect(html).not.toMatch(/\{\{|\]\(|\*\*/u);
  });

  test("手順書が名指すキットのファイルは、すべてある", () => {
    const named = [...text("docs/導入手順書.html").matchAll(/\b(?:admin|site|docs)[\\/][\w.\\/-]+/gu)].map(([name]) => name.replaceAll("\\", "/").replace(/[./]+$/u, ""));
    expect(named.length).toBeGreaterThan(5);
    expect(named.filter((name) => !paths.some((path) => path === name || path.startsWith(`${name}/`)))).toEqual([]);
  });

  test("手順書は、三つの方法の立場を隠さない", () => {
    const html = text("docs/導入手順書.html");
    for (const words of ["本番の運用ではサポートしない", "サポートの対象外", "まだ実際のExcelで確認していません", "IISとPowerShellのスクリプトは、Windowsで実行していません"]) expect(html).toContain(words);
  });

  test("動作確認表は開けるブックで、番号が続いている", () => {
    const book = readWorkbook(files["docs/動作確認表.xlsx"] ?? Buffer.alloc(0), "動作確認表.xlsx");
    if (!book.ok) throw new Error(JSON.stringify(book.failure));
    const [sheet] = book.value.sheets;
    expect(sheet?.name).toBe("動作確認表");
    const numbers = (sheet?.rows ?? []).flatMap(({ cells }) => cells).flatMap(({ column, value }) => (column === 0 && typeof value === "number" ? [value] : []));
    expect(numbers.length).toBeGreaterThan(25);
    expect(numbers).toEqual(numbers.map((_, index) => index + 1));
  });
});

describe("部品の一覧（SBOM）", () => {
  interface Component { readonly "bom-ref": string; readonly name: string; readonly version: string; readonly purl: string; readonly hashes: readonly { readonly alg: string; readonly content: string }[] }
  const bom = JSON.parse(text("sbom.cdx.json")) as { readonly bomFormat: string; readonly specVersion: string; readonly components: readonly Component[]; readonly dependencies: readonly { readonly ref: string; readonly dependsOn: readonly string[] }[] } & Record<string, unknown>;

  test("CycloneDXの形で、作った日時や通し番号を含まない", () => {
    expect([bom.bomFormat, bom.specVersion]).toEqual(["CycloneDX", "1.5"]);
    expect(text("sbom.cdx.json")).not.toMatch(/serialNumber|timestamp|"distribution"/u);
  });

  test("使用許諾の一覧と同じ部品を、版と照合用の値とともに挙げる", () => {
    const licensed = [...text("LICENSES.txt").matchAll(/^-{80}\r\n(\S+) (\S+) \([^\r\n]*\)\r\n-{80}/gmu)].map(([, name = "", version = ""]) => `${name}@${version}`);
    expect(licensed.length).toBeGreaterThan(15);
    expect(bom.components.map((component) => component["bom-ref"]).sort()).toEqual([...licensed].sort());
    for (const component of bom.components) {
      expect(component.purl).toMatch(/^pkg:npm\//u);
      expect(component.hashes.map(({ alg, content }) => [alg, content.length])).toEqual([["SHA-512", 128]]);
    }
  });

  test("つながりは、一覧の中だけを指す", () => {
    const known = new Set(["shinchoku", ...bom.components.map((component) => component["bom-ref"])]);
    const named = bom.dependencies.flatMap(({ ref, dependsOn }) => [ref, ...dependsOn]).map((ref) => (ref.startsWith("shinchoku@") ? "shinchoku" : ref));
    expect(named.filter((ref) => !known.has(ref))).toEqual([]);
  });
});

test("キットの元になるファイルは、すべて版管理されている", () => {
  const tracked = trackedFiles();
  if (tracked === undefined) return;
  for (const folder of ["kit", "scripts/kit"]) {
    expect(filesBelow(fromRoot(folder)).map((path) => `${folder}/${path}`).filter((path) => existsSync(fromRoot(path)) && !tracked.includes(path))).toEqual([]);
  }
});
