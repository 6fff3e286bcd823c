// Makes the manifest for the server that a municipality serves the site from.
//   npm run manifest -- --base-url https://apps.example.lg.jp/shinchoku --out out/manifest.xml [--version 1.1.0.3]
// The id stays. The last part of the version is raised above the manifest that is replaced, since Excel caches by it.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { parseArgs } from "node:util";
import { checkManifest } from "./check-manifest.mjs";
import { ADDIN_ID, versionPrefix } from "./manifest/rules.mjs";

const root = fileURLToPath(new URL("..", import.meta.url));

/** What the manifest of the repository points at. */
const DEVELOPMENT = "https://localhost:3000/";

const USAGE = "使い方: npm run manifest -- --base-url https://サーバー名/フォルダー --out 書き出すファイル [--version 1.1.0.3]";

/** A mistake of whoever called; its message is for a person. */
class InputError extends Error {}

const versionOf = (xml) => /<Version>([^<]*)<\/Version>/u.exec(xml)?.[1];

/** The address of the site, with a slash at its end. */
export function parseBaseUrl(text) {
  if (text === undefined) throw new InputError(`--base-url で、配るサーバーのアドレスを指定してください。\n${USAGE}`);
  if (!URL.canParse(text)) throw new InputError(`「${text}」は、アドレスとして読めません。https:// から始めて書いてください。`);
  const url = new URL(text);
  if (url.protocol !== "https:") throw new InputError(`「${text}」は https:// で始まっていません。Excelは https のアドレスだけを開きます。`);
  if (url.username !== "" || url.password !== "") throw new InputError("アドレスに利用者名やパスワードを含めないでください。");
  if (url.search !== "" || url.hash !== "") throw new InputError(`「${text}」の「?」や「#」から後ろを取り除いてください。`);
  if (/\.(?:html?|xml|aspx)$/iu.test(url.pathname)) {
    throw new InputError(`「${text}」はファイルを指しています。taskpane.html の入っているフォルダーのアドレスを書いてください。`);
  }
  return url.href.endsWith("/") ? url.href : `${url.href}/`;
}

/** The version to write: the one given, or the first that is above the manifest that is replaced. */
export function nextVersion({ given, previous, own }) {
  const numbers = (version) => version.split(".").map(Number);
  const prefix = own.slice(0, own.lastIndexOf(".") + 1);
  if (given !== undefined) {
    if (!/^\d+(?:\.\d+){3}$/u.test(given)) throw new InputError(`版「${given}」は、1.1.0.3 のような四つの数で書いてください。`);
    if (!given.startsWith(prefix)) throw new InputError(`版「${given}」の初めの三つの数は、製品の版に合わせて「${prefix}」としてください。`);
    if (previous !== undefined && numbers(given).at(-1) <= numbers(previous).at(-1) && previous.startsWith(prefix)) {
      throw new InputError(`版「${given}」は、いまのマニフェストの版「${previous}」より大きくしてください。同じか小さいと、Excelは前の内容を使い続けます。`);
    }
    return given;
  }
  return previous?.startsWith(prefix) ? `${prefix}${numbers(previous).at(-1) + 1}` : own;
}

/** The manifest for another address. */
export function makeManifest(xml, { baseUrl, version }) {
  return xml.replaceAll(DEVELOPMENT, baseUrl).replace(/<Version>[^<]*<\/Version>/u, `<Version>${version}</Version>`);
}

function run(args) {
  let values;
  try {
    ({ values } = parseArgs({ args, options: { "base-url": { type: "string" }, out: { type: "string" }, version: { type: "string" } } }));
  } catch {
    throw new InputError(`指定のしかたが違います。\n${USAGE}`);
  }
  const baseUrl = parseBaseUrl(values["base-url"]);
  const { out } = values;
  if (out === undefined) throw new InputError(`--out で、書き出すファイルを指定してください。\n${USAGE}`);
  const source = readFileSync(`${root}manifest.xml`, "utf8");
  const replaced = existsSync(out) ? readFileSync(out, "utf8") : undefined;
  if (replaced !== undefined && !replaced.includes(`<Id>${ADDIN_ID}</Id>`)) {
    throw new InputError(`「${out}」は進捗点検のマニフェストではないため、書き換えませんでした。`);
  }
  const { version: productVersion } = JSON.parse(readFileSync(`${root}package.json`, "utf8"));
  const version = nextVersion({
    given: values.version,
    previous: replaced === undefined ? undefined : versionOf(replaced),
    own: `${versionPrefix(productVersion)}0`,
  });
  const xml = makeManifest(source, { baseUrl, version });
  const [first] = checkManifest(xml, { productVersion });
  if (first !== undefined) throw new InputError(`できたマニフェストに誤りがあるため、書き出しませんでした。${first.complaint}`);
  mkdirSync(dirname(out), { recursive: true });
  writeFileSync(out, xml);
  return `マニフェストを ${out} に書き出しました（版 ${version}、${baseUrl}）。`;
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) {
  try {
    console.log(run(process.argv.slice(2)));
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    console.error(error.message);
    process.exitCode = 1;
  }
}
