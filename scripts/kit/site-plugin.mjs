// What the build adds to the bundles: what was built (version.json), under which licenses (LICENSES.txt), the office.js
// files with their hashes, and the help pages. The packages are those whose modules are really in the bundles.
import { existsSync, readFileSync, readdirSync } from "node:fs";
import { join, sep } from "node:path";
import HtmlWebpackPlugin from "html-webpack-plugin";
import webpack from "webpack";
import { describeOffice, OFFICE_PACKAGE } from "./office-files.mjs";
import { helpPages } from "./pages.mjs";
import { META_POLICY } from "./security-headers.mjs";

const { sources } = webpack;
const LICENSE_FILE = /^(?:licen[cs]e|copying)(?:[.-](?:md|txt|mit))?$/iu;
const NOTICE_FILE = /^notice(?:\.(?:md|txt))?$/iu;

/** Files of the modules in the bundles, those inside concatenated modules too. */
function* filesOf(modules) {
  for (const module of modules) {
    if (module.modules !== undefined) yield* filesOf(module.modules);
    else if (typeof module.resource === "string") yield module.resource.replace(/\?.*$/u, "");
  }
}

/** The folder of the package that a file belongs to: the nearest package.json with a name, above the last node_modules. */
function packageFolder(file) {
  const mark = `${sep}node_modules${sep}`;
  const at = file.lastIndexOf(mark);
  if (at === -1) return undefined;
  const [scope, name] = file.slice(at + mark.length).split(sep);
  return join(file.slice(0, at + mark.length), scope.startsWith("@") ? join(scope, name) : scope);
}

function textOf(folder, pattern) {
  const [file] = readdirSync(folder).filter((name) => pattern.test(name)).sort();
  return file === undefined ? undefined : readFileSync(join(folder, file), "utf8").replaceAll("\r\n", "\n").trim();
}

/** Name, version, license and its text of each package, in order of name. */
export function describePackages(folders) {
  return [...folders]
    .map((folder) => {
      const { name, version, license } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
      const text = textOf(folder, LICENSE_FILE);
      if (typeof license !== "string" || (text === undefined && license !== "MIT")) {
        throw new Error(`${name} ${version}: no license that can be passed on`);
      }
      return { name, version, license, text, notice: textOf(folder, NOTICE_FILE) };
    })
    .sort((one, other) => (one.name < other.name ? -1 : one.name > other.name ? 1 : one.version < other.version ? -1 : 1));
}

const RULE = "-".repeat(80);

export function licensesText(packages) {
  const blocks = packages.map(({ name, version, license, text, notice }) =>
    [RULE, `${name} ${version} (${license})`, RULE, "", text ?? "The package states this license and carries no text of it.", ...(notice === undefined ? [] : ["", notice])].join("\n"),
  );
  return `${["進捗点検に含まれる、ほかの作者のソフトウェアとその使用許諾です。", ...blocks].join("\n\n")}\n`;
}

export class SitePlugin {
  constructor({ version, productLicense }) {
    this.version = version;
    this.productLicense = productLicense;
  }

  apply(compiler) {
    compiler.hooks.thisCompilation.tap("SitePlugin", (compilation) => {
      HtmlWebpackPlugin.getCompilationHooks(compilation).beforeEmit.tap("SitePlugin", (data) => ({ ...data, html: withPolicy(data.html) }));
      const stage = webpack.Compilation.PROCESS_ASSETS_STAGE_REPORT;
      compilation.hooks.processAssets.tap({ name: "SitePlugin", stage }, () => {
        const emit = (path, text) => compilation.emitAsset(path, new sources.RawSource(text));
        const office = describeOffice();
        const folders = new Set([OFFICE_PACKAGE]);
        for (const file of filesOf(compilation.modules)) {
          const folder = packageFolder(file);
          if (folder !== undefined && existsSync(join(folder, "package.json"))) folders.add(folder);
        }
        emit("LICENSES.txt", `${this.productLicense.trim()}\n\n${licensesText(describePackages(folders))}`);
        emit("office/BUILD.txt", buildText(office));
        for (const [path, text] of Object.entries(helpPages())) emit(`help/${path}`, text);
        const entries = Object.fromEntries(
          [...compilation.entrypoints].map(([name, entry]) => [name, entry.getFiles().filter((file) => file.endsWith(".js"))]),
        );
        const files = [...compilation.chunks].flatMap((chunk) => [...chunk.files]).filter((file) => /\.(?:js|css)$/u.test(file)).sort();
        emit("version.json", `${JSON.stringify({ version: this.version, entries, files, office }, null, 2)}\n`);
      });
    });
  }
}

/** The policy stands before anything that it has to govern: right behind the character set. */
function withPolicy(html) {
  const meta = `<meta http-equiv="Content-Security-Policy" content="${META_POLICY}">`;
  const made = html.replace(/<meta charset=[^>]*>/u, (charset) => charset + meta);
  if (made === html) throw new Error("a page without <meta charset>");
  return made;
}

function buildText({ package: version, build, files }) {
  const lines = Object.entries(files).map(([file, hash]) => `${hash}  ${file}`);
  return `@microsoft/office-js ${version} (${build})\n${lines.join("\n")}\n`;
}
