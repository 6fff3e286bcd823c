// Packs what a closed network needs: the site, the administrator's scripts and the papers.
//   npm run kit [-- --addin dist/addin --out dist/kit]     the add-in must have been built (npm run build)
import { zipSync } from "fflate";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { parseArgs } from "node:util";
import { makeChecklist } from "./kit/checklist.mjs";
import { describeOffice } from "./kit/office-files.mjs";
import { helpDocuments, paper } from "./kit/pages.mjs";
import { makeSbom } from "./kit/sbom.mjs";
import { HEADER_POLICY } from "./kit/security-headers.mjs";
import { nginxConfig, webConfig } from "./kit/server-configs.mjs";

const root = fileURLToPath(new URL("..", import.meta.url));

/** The first moment that a zip entry can bear, in local time as the format has it. */
const ZIP_TIME = new Date(1980, 0, 1);

const utf8 = (text) => Buffer.from(text, "utf8");
const crlf = (text) => text.replaceAll("\r\n", "\n").replaceAll("\n", "\r\n");

/** Windows PowerShell 5.1 takes a file without a byte order mark for Shift_JIS. */
const forPowerShell = (text) => utf8(`\uFEFF${crlf(text)}`);
/** The registry editor takes Japanese only in UTF-16 with a byte order mark. */
const forRegistry = (text) => Buffer.from(`\uFEFF${crlf(text)}`, "utf16le");
/** Notepad of every Windows knows UTF-8 by the mark. */
const forNotepad = forPowerShell;

function* filesBelow(folder, prefix = "") {
  for (const entry of readdirSync(join(folder, prefix), { withFileTypes: true })) {
    const path = prefix === "" ? entry.name : `${prefix}/${entry.name}`;
    if (entry.isDirectory()) yield* filesBelow(folder, path);
    else yield path;
  }
}

/** Told as written on Unix: some unpackers take names of other origins for Shift_JIS, UTF-8 mark or not. */
const UNIX_FILE = { os: 3, attrs: (0o644 << 16) >>> 0 };

/** What is built without being for the server: source maps stay with whoever built them. */
const isForServer = (path) => !path.endsWith(".map");

function siteFiles(addin) {
  const files = [...filesBelow(addin)].filter(isForServer).map((path) => [`site/${path}`, readFileSync(join(addin, path))]);
  return { ...Object.fromEntries(files), "site/web.config": utf8(crlf(webConfig())) };
}

function adminFiles() {
  const folder = join(root, "kit/admin");
  const read = (file) => readFileSync(join(folder, file), "utf8");
  const files = readdirSync(folder).map((file) => [`admin/${file}`, file.endsWith(".reg") ? forRegistry(read(file)) : forPowerShell(read(file))]);
  return {
    ...Object.fromEntries(files),
    "admin/manifest-template.xml": readFileSync(join(root, "manifest.xml")),
    "admin/nginx.conf.example": utf8(nginxConfig()),
  };
}

async function paperFiles({ version, day }) {
  const office = describeOffice();
  const manifestVersion = /<Version>([^<]*)</u.exec(readFileSync(join(root, "manifest.xml"), "utf8"))[1];
  const words = { version, "manifest-version": manifestVersion, policy: HEADER_POLICY, "office-build": office.build, "office-package": office.package };
  const neighbors = {
    "kit/docs/install": "docs/導入手順書.html",
    "kit/docs/security": "docs/セキュリティ説明書.html",
    "kit/docs/checklist": "docs/動作確認表.xlsx",
    ...Object.fromEntries(Object.entries(helpDocuments()).map(([source, page]) => [source, `site/help/${page}`])),
  };
  const made = (source, path) => utf8(paper(source, path, neighbors, words));
  return {
    "docs/導入手順書.html": made("kit/docs/install.md", "docs/導入手順書.html"),
    "docs/セキュリティ説明書.html": made("kit/docs/security.md", "docs/セキュリティ説明書.html"),
    "docs/利用手引.html": made("docs/manual/user.md", "docs/利用手引.html"),
    "docs/動作確認表.xlsx": await makeChecklist({ version, day }),
  };
}

const README = `進捗点検 導入キット

はじめに docs フォルダーの「導入手順書.html」をお読みください。ブラウザーで開けます。インターネットへの接続は要りません。
`;

/** Every file of the kit by its path. The same build gives the same bytes. */
export async function kitFiles(addin) {
  const { name, version, description } = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
  const day = /^## \[[\d.]+\] - (\d{4}-\d{2}-\d{2})$/mu.exec(readFileSync(join(root, "CHANGELOG.md"), "utf8"))[1];
  const licenses = readFileSync(join(addin, "LICENSES.txt"), "utf8");
  const files = {
    ...siteFiles(addin),
    ...adminFiles(),
    ...(await paperFiles({ version, day })),
    "manifest.xml": readFileSync(join(root, "manifest.xml")),
    "sbom.cdx.json": utf8(`${JSON.stringify(makeSbom(licenses, { name, version, description }), null, 2)}\n`),
    "LICENSES.txt": forNotepad(licenses),
    "はじめにお読みください.txt": forNotepad(README),
  };
  const paths = Object.keys(files).sort();
  const sums = paths.map((path) => `${createHash("sha256").update(files[path]).digest("hex")}  ${path}\n`).join("");
  return Object.fromEntries([...paths, "SHA256SUMS"].map((path) => [path, path === "SHA256SUMS" ? utf8(sums) : files[path]]));
}

export function zipKit(files) {
  return zipSync(Object.fromEntries(Object.entries(files).map(([path, bytes]) => [path, [new Uint8Array(bytes), { mtime: ZIP_TIME, level: 9, ...UNIX_FILE }]])));
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) {
  const { values } = parseArgs({ options: { addin: { type: "string", default: join(root, "dist/addin") }, out: { type: "string", default: join(root, "dist/kit") } } });
  if (existsSync(join(values.addin, "version.json"))) {
    const { version } = JSON.parse(readFileSync(join(values.addin, "version.json"), "utf8"));
    const files = await kitFiles(values.addin);
    const zip = zipKit(files);
    const path = join(values.out, `shinchoku-${version}.zip`);
    rmSync(path, { force: true });
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, zip);
    writeFileSync(`${path}.sha256`, `${createHash("sha256").update(zip).digest("hex")}  shinchoku-${version}.zip\n`);
    console.log(`${path} に ${Object.keys(files).length} 個のファイルをまとめました（${(zip.length / 1e6).toFixed(1)} MB）。`);
  } else {
    console.error("組み立てたアドインが見つかりません。先に npm run build を実行してください。");
    process.exitCode = 1;
  }
}
