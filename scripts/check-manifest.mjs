// Rules of our own for the manifest: Excel ignores a faulty one without a word, and Microsoft's validator is a service
// on the internet.
//   node scripts/check-manifest.mjs [--site FOLDER] [MANIFEST …]     the repository's manifest and icons, unless told
import { JSDOM } from "jsdom";
import { existsSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { parseArgs } from "node:util";
import { rules } from "./manifest/rules.mjs";

const root = fileURLToPath(new URL("..", import.meta.url));

/** Width and height as the PNG header states them: big-endian, after the signature and the IHDR tag. */
function readPngSize(path) {
  if (!existsSync(path)) return undefined;
  const bytes = readFileSync(path);
  if (bytes.length < 24 || bytes.subarray(0, 8).toString("latin1") !== "\u0089PNG\r\n\u001A\n") return undefined;
  return { width: bytes.readUInt32BE(16), height: bytes.readUInt32BE(20) };
}

const { DOMParser } = new JSDOM("").window;

function parse(xml) {
  const document = new DOMParser().parseFromString(xml, "application/xml");
  return document.getElementsByTagName("parsererror").length > 0 ? undefined : document.documentElement;
}

/**
 * Complaints about a manifest, each with the rule that it comes from. `site` is the folder that the addresses lead to;
 * without one only the icons are looked for, in the repository. `productVersion` is compared where it is known.
 */
export function checkManifest(xml, { site, productVersion, iconFolder = site ?? root } = {}) {
  const element = parse(xml);
  if (element === undefined || element.nodeName !== "OfficeApp") {
    return [{ rule: "well-formed", complaint: "マニフェストが、正しいXMLとして読めません。" }];
  }
  const context = {
    root: element,
    productVersion,
    pngSize: (path) => readPngSize(join(iconFolder, path)),
    exists: site === undefined ? undefined : (path) => existsSync(join(site, path)),
  };
  return Object.entries(rules).flatMap(([rule, check]) => check(context).map((complaint) => ({ rule, complaint })));
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) {
  const { values, positionals } = parseArgs({ options: { site: { type: "string" } }, allowPositionals: true });
  const { version } = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
  for (const path of positionals.length > 0 ? positionals : [join(root, "manifest.xml")]) {
    for (const { rule, complaint } of checkManifest(readFileSync(path, "utf8"), { ...values, productVersion: version })) {
      console.error(`${basename(path)}: ${complaint}（${rule}）`);
      process.exitCode = 1;
    }
  }
}
