// One version, said in three places: package.json, manifest.xml, and the newest entry of CHANGELOG.md.
//   node scripts/check-versions.mjs [FOLDER]    the repository, unless told
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { versionPrefix } from "./manifest/rules.mjs";

/** Excel takes no version below 1.0.0.0, hence the first part raised by one; the order of releases stays what it is. The
 * last part counts changes of the manifest itself, of which the repository has none. */
function toManifestVersion(version) {
  return `${versionPrefix(version)}0`;
}

export function checkVersions(root) {
  const read = (path) => readFileSync(join(root, path), "utf8");
  const { version } = JSON.parse(read("package.json"));
  const complaints = [];
  if (!/^\d+\.\d+\.\d+$/u.test(version)) complaints.push(`package.json: "${version}" is not major.minor.patch`);

  const inManifest = /<Version>([^<]*)<\/Version>/u.exec(read("manifest.xml"))?.[1];
  const expected = toManifestVersion(version);
  if (inManifest !== expected) complaints.push(`manifest.xml: <Version> is ${inManifest}, expected ${expected}`);

  // An entry of what is not released yet may stand above.
  const newest = /^## \[(\d+\.\d+\.\d+)\]/mu.exec(read("CHANGELOG.md"))?.[1];
  if (newest !== version) complaints.push(`CHANGELOG.md: the newest entry is ${newest}, expected ${version}`);
  return complaints;
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) {
  const complaints = checkVersions(process.argv[2] ?? fileURLToPath(new URL("..", import.meta.url)));
  for (const complaint of complaints) console.error(complaint);
  if (complaints.length > 0) process.exitCode = 1;
}
