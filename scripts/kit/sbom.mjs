// The parts list of what is shipped (CycloneDX): npm knows the packages and how they depend on each other, the build
// knows which of them are really in the bundles.
//   npm run sbom     prints it; the add-in must have been built (npm run build)
import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { fileURLToPath, pathToFileURL } from "node:url";

const root = fileURLToPath(new URL("../../", import.meta.url));

function askNpm() {
  // With the development packages: npm leaves out what serves both.
  const args = ["sbom", "--sbom-format=cyclonedx"];
  const cli = process.env.npm_execpath;
  const isScript = cli !== undefined && /npm-cli\.[cm]?js$/u.test(cli);
  const { status, stdout, stderr } = isScript
    ? spawnSync(process.execPath, [cli, ...args], { cwd: root, encoding: "utf8", maxBuffer: 2 ** 26 })
    : spawnSync("npm", args, { cwd: root, encoding: "utf8", maxBuffer: 2 ** 26, shell: process.platform === "win32" });
  if (status !== 0) throw new Error(`npm sbom failed: ${stderr}`);
  return JSON.parse(stdout);
}

/** Which packages the build named in LICENSES.txt, as `name@version`. */
export function shippedPackages(licenses) {
  return [...licenses.matchAll(/^-{80}\n(\S+) (\d+\.\d+\.\d+\S*) \([^\n]*\)\n-{80}$/gmu)].map(([, name, version]) => `${name}@${version}`);
}

/**
 * The same for the same release, wherever and whenever it is made: no serial number, no time, no version of npm. Of
 * the links only the packages' own home pages and repositories stay, never where they were downloaded.
 */
export function makeSbom(licenses, { name, version, description }) {
  const shipped = new Set(shippedPackages(licenses));
  const bom = askNpm();
  const components = bom.components
    .filter((component) => shipped.has(component["bom-ref"]))
    .map((component) => ({
      "bom-ref": component["bom-ref"],
      type: component.type,
      name: component.name,
      version: component.version,
      scope: "required",
      description: component.description,
      purl: component.purl,
      hashes: component.hashes,
      licenses: component.licenses,
      externalReferences: (component.externalReferences ?? []).filter(({ type }) => type === "vcs" || type === "website"),
    }))
    .sort((one, other) => (one["bom-ref"] < other["bom-ref"] ? -1 : 1));
  const missing = [...shipped].filter((ref) => !components.some((component) => component["bom-ref"] === ref));
  if (missing.length > 0) throw new Error(`shipped, but unknown to npm: ${missing.join(", ")}`);
  const own = `${name}@${version}`;
  const kept = new Set([own, ...shipped]);
  const dependencies = bom.dependencies
    .filter(({ ref }) => kept.has(ref))
    .map(({ ref, dependsOn = [] }) => ({ ref, dependsOn: dependsOn.filter((on) => kept.has(on)).sort() }))
    .sort((one, other) => (one.ref < other.ref ? -1 : 1));
  return {
    $schema: bom.$schema,
    bomFormat: bom.bomFormat,
    specVersion: bom.specVersion,
    version: 1,
    metadata: {
      lifecycles: [{ phase: "build" }],
      tools: [{ vendor: "npm", name: "cli" }],
      component: { "bom-ref": own, type: "application", name, version, description, licenses: [{ license: { id: "MIT" } }], purl: `pkg:npm/${name}@${version}` },
    },
    components,
    dependencies,
  };
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) {
  const product = JSON.parse(readFileSync(`${root}package.json`, "utf8"));
  console.log(JSON.stringify(makeSbom(readFileSync(`${root}dist/addin/LICENSES.txt`, "utf8"), product), null, 2));
}
