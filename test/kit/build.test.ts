import { createHash } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { fromRoot, readJson } from "../parity/repository";
import { filesBelow } from "./kit";

const SITE = fromRoot("dist/addin");
const files = filesBelow(SITE);
const read = (path: string) => readFileSync(join(SITE, path), "utf8");
const sha256 = (bytes: Uint8Array) => createHash("sha256").update(bytes).digest("hex");

/** Our own scripts: what webpack bundled, with the packages inside. */
const scripts = files.filter((path) => path.startsWith("app/") && path.endsWith(".js"));
const pages = files.filter((path) => path.endsWith(".html"));

const built = z
  .object({
    version: z.string(),
    entries: z.record(z.string(), z.array(z.string())),
    files: z.array(z.string()),
    office: z.object({ package: z.string(), build: z.string(), files: z.record(z.string(), z.string()) }),
  })
  .parse(JSON.parse(read("version.json")));

const { version, dependencies } = z
  .object({ version: z.string(), dependencies: z.record(z.string(), z.string()) })
  .parse(readJson("package.json"));

/** Hosts that stand in our scripts without being asked for anything: names of XML vocabularies, addresses in messages. */
const REVIEWED_HOSTS = [
  "json-schema.org", // names of JSON Schema dialects, in zod
  "purl.org", // Dublin Core, in a workbook's properties
  "react.dev", // the text of React's errors
  "schemas.microsoft.com", // vocabularies of workbooks
  "schemas.openxmlformats.org",
  "www.w3.org", // SVG, MathML, XLink, XML
  "[${e}]", // how zod tells an IPv6 address
];

describe("office.js", () => {
  test("配るファイルは決めたものだけで、Microsoftのパッケージのものと一バイトも違わない", () => {
    const shipped = files.filter((path) => path.startsWith("office/") && path !== "office/BUILD.txt");
    expect(shipped).toEqual(
      ["en-us/office_strings.js", "excel-mac-16.00.js", "excel-web-16.00.js", "excel-win32-16.01.js", "ja-jp/office_strings.js", "o15apptofilemappingtable.js", "office.js"].map((file) => `office/${file}`),
    );
    for (const path of shipped) {
      const original = readFileSync(fromRoot(`node_modules/@microsoft/office-js/dist/${path.slice("office/".length)}`));
      expect([path, readFileSync(join(SITE, path)).equals(original)]).toEqual([path, true]);
    }
  });

  test("照合用の値は、ファイルの実際の値である", () => {
    expect(built.office.package).toBe(dependencies["@microsoft/office-js"]);
    const actual = Object.keys(built.office.files).map((file) => [file, sha256(readFileSync(join(SITE, "office", file)))]);
    expect(Object.fromEntries(actual)).toEqual(built.office.files);
    for (const [file, hash] of Object.entries(built.office.files)) expect(read("office/BUILD.txt")).toContain(`${hash}  ${file}\n`);
  });

  test("利用状況を送る部品は配らない", () => {
    expect(files.filter((path) => /^(?:office|app)\/.*(?:telemetry|oteljs|aria|msal|MicrosoftAjax)/iu.test(path))).toEqual([]);
  });
});

describe("自分たちのスクリプト", () => {
  test("外のサーバーの名前は、確かめた一覧のほかにない", () => {
    const hosts = scripts.flatMap((path) => [...read(path).matchAll(/(?:https?|wss?|ftp):(?:\/\/|\\\/\\\/)([^/"'`\s\\)<>?#]+)/gu)].map(([, host = ""]) => host));
    expect(hosts.length).toBeGreaterThan(10);
    expect([...new Set(hosts)].filter((host) => !REVIEWED_HOSTS.includes(host))).toEqual([]);
  });

  test("文字列をプログラムとして実行しない", () => {
    for (const path of scripts) {
      // zod asks whether it might; jitless.ts forbids it to, and the policy would.
      const text = read(path).replaceAll(/try\{return new Function\(""\),!0\}catch/gu, "");
      expect([path, [...text.matchAll(/\bnew Function\b|[^.\w]eval\(|\bimportScripts\(\s*["'`]data:|set(?:Timeout|Interval)\(\s*["'`]/gu)].map(([found]) => found)]).toEqual([path, []]);
    }
  });

  test("名前に内容のしるしがあり、地図（ソースマップ）も元の場所も名乗らない", () => {
    const inApp = files.filter((path) => path.startsWith("app/") && !/\.(?:map|txt)$/u.test(path));
    expect(inApp.length).toBeGreaterThan(3);
    expect(inApp.filter((path) => !/^app\/[\w-]+\.[0-9a-f]{10}\.(?:js|css)$/u.test(path))).toEqual([]);
    for (const path of scripts) {
      expect([path, read(path).includes("sourceMappingURL"), read(path).includes("node_modules/"), read(path).includes(process.cwd())]).toEqual([path, false, false, false]);
    }
  });

  test("version.jsonは、置かれているスクリプトをすべて挙げる", () => {
    expect(built.version).toBe(version);
    expect(Object.keys(built.entries).sort()).toEqual(["commands", "doctor", "taskpane"]);
    expect(built.files.filter((path) => !existsSync(join(SITE, path)))).toEqual([]);
    for (const path of Object.values(built.entries).flat()) expect(built.files).toContain(path);
  });
});

describe("ページ", () => {
  test.each(pages)("%s は、外を一つも許さない指定を、何よりも先に読む", (path) => {
    const html = read(path);
    const [, policy = ""] = /<meta http-equiv="?Content-Security-Policy"? content="([^"]*)"/u.exec(html) ?? [];
    expect(policy.split("; ").sort()).toEqual(
      [
        "default-src 'none'",
        "script-src 'self'",
        "style-src 'self' 'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='",
        "img-src 'self' data:",
        "font-src 'self'",
        "connect-src 'self'",
        "worker-src 'self'",
        "base-uri 'none'",
        "form-action 'none'",
        "object-src 'none'",
      ].sort(),
    );
    const before = html.slice(0, html.indexOf("Content-Security-Policy"));
    expect(before).not.toMatch(/<(?:script|link|style|img|title)/u);
    expect(html).not.toMatch(/<script(?![^>]*\bsrc=)|\son\w+=|\sstyle=|javascript:/iu);
  });

  test.each(pages)("%s が指すファイルはすべてあり、外のアドレスはない", (path) => {
    const html = read(path);
    const targets = [...html.matchAll(/(?:src|href)=(?:"([^"]*)"|([^\s>]*))/gu)].map(([, quoted, bare]) => quoted ?? bare ?? "");
    const folder = path.includes("/") ? path.slice(0, path.lastIndexOf("/") + 1) : "";
    const missing = targets.filter((target) => {
      if (target === "data:," || target.startsWith("#")) return false;
      const [address = ""] = target.split("#");
      return /^[a-z]+:/u.test(address) || !existsSync(join(SITE, folder, address));
    });
    expect(missing).toEqual([]);
  });

  test("画面は、office.jsを自分のスクリプトより先に読む", () => {
    const sources = [...read("taskpane.html").matchAll(/<script src="?([^\s">]+)/gu)].map(([, source = ""]) => source);
    const own = built.entries["taskpane"] ?? [];
    expect(sources.indexOf("office/office.js")).toBeGreaterThanOrEqual(0);
    expect(sources.indexOf("office/office.js")).toBeLessThan(sources.indexOf(own.at(-1) ?? ""));
  });
});

describe("使用許諾", () => {
  const licenses = read("LICENSES.txt");

  test("直接使う部品が、実際に入っているものとして挙がり、全文が付いている", () => {
    for (const name of ["react", "react-dom", "zod", "@microsoft/office-js", "@fluentui/react-provider"]) {
      expect(licenses).toMatch(new RegExp(`^-{80}\\n${name} \\d+\\.\\d+\\.\\d+\\S* \\([^\\n]+\\)\\n-{80}\\n\\n\\S`, "mu"));
    }
    expect(licenses).toContain("MICROSOFT OFFICE JAVASCRIPT (OFFICE.JS) API LIBRARY");
  });

  test("入っていない部品は挙げない", () => {
    expect(licenses).not.toMatch(/^(?:webpack|jest|puppeteer-core|typescript|@babel\/runtime) \d/mu);
  });
});
