import { existsSync, readFileSync } from "node:fs";
import { z } from "zod";
import { fromRoot, readJson, readText, trackedFiles } from "./repository";

const packageJson = z
  .object({
    name: z.string(),
    version: z.string(),
    license: z.string(),
    scripts: z.record(z.string(), z.string()),
    dependencies: z.record(z.string(), z.string()),
    devDependencies: z.record(z.string(), z.string()),
  })
  .parse(readJson("package.json"));

const lockSchema = z.object({
  name: z.string(),
  version: z.string(),
  packages: z.record(z.string(), z.object({ optionalDependencies: z.record(z.string(), z.string()).optional() })),
});

test("依存するパッケージの版はすべて固定されている", () => {
  const versions = Object.entries({ ...packageJson.dependencies, ...packageJson.devDependencies });
  expect(versions.filter(([, version]) => !/^\d+\.\d+\.\d+$/u.test(version))).toEqual([]);
});

test("ロックファイルは入手先を記録せず、package.jsonと一致する", () => {
  const text = readText("package-lock.json");
  expect(text).not.toContain(`"resolved"`);
  expect(text).not.toMatch(/https?:\/\/[^"]*\.tgz/u);
  const lock = lockSchema.parse(JSON.parse(text));
  expect([lock.name, lock.version]).toEqual([packageJson.name, packageJson.version]);
});

test("ロックファイルは、どのOSで必要になるパッケージも記録している", () => {
  const { packages } = lockSchema.parse(readJson("package-lock.json"));
  const locked = new Set(Object.keys(packages).map((path) => path.slice(path.lastIndexOf("node_modules/") + "node_modules/".length)));
  const optional = Object.values(packages).flatMap((entry) => Object.keys(entry.optionalDependencies ?? {}));
  expect(optional.length).toBeGreaterThan(0);
  expect(optional.filter((name) => !locked.has(name))).toEqual([]);
});

test("READMEとCONTRIBUTINGに書かれたnpmの命令はすべて実在する", () => {
  const builtIn = new Set(["ci", "test", "version"]);
  for (const document of ["README.md", "CONTRIBUTING.md"]) {
    const named = [...readText(document).matchAll(/\bnpm (?:run (?:-s )?)?([\w:-]+)/gu)].map((match) => match[1] ?? "");
    expect(named.length).toBeGreaterThan(0);
    expect(named.filter((name) => !builtIn.has(name) && !(name in packageJson.scripts))).toEqual([]);
  }
});

test("文書の中の相対リンクは切れていない", () => {
  for (const document of ["README.md", "CONTRIBUTING.md", "CHANGELOG.md", "test/README.md"]) {
    const folder = document.includes("/") ? document.slice(0, document.lastIndexOf("/") + 1) : "";
    const links = [...readText(document).matchAll(/\]\((?!https?:|#)([^)#]+)/gu)].map((match) => folder + (match[1] ?? ""));
    expect(links.filter((link) => !existsSync(fromRoot(link)))).toEqual([]);
  }
});

test("追跡しているファイルに、特定の機械の絶対パスがない", () => {
  // Spelled apart, so that this file does not name what it refuses.
  const machinePath = new RegExp(String.raw`(?:^|[\s"'\x60(=])/(?:${["work", "home", "Users", "root", "tmp"].join("|")})/\w`, "mu");
  const drive = /\b[A-Z]:\\\\?Users\\/u;
  const binary = /\.(?:xlsx|png)$/u;
  const offending = (trackedFiles() ?? [])
    .filter((file) => !binary.test(file) && existsSync(fromRoot(file)))
    .filter((file) => {
      const text = readFileSync(fromRoot(file), "utf8");
      return machinePath.test(text) || drive.test(text);
    });
  expect(offending).toEqual([]);
});
