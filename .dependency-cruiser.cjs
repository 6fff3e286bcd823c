/*
 * The layers of docs/architecture.md, executable. Each rule says what a folder may reach; everything else is refused.
 * Types count as much as values: the core must not even know the shape of a host.
 */

/** Files of `src/<folder>` may import their own folder and what `allowed` lists. */
const only = (name, folder, allowed, comment) => ({
  name,
  comment,
  severity: "error",
  from: { path: `^src/${folder}/` },
  to: { pathNot: [`^src/${folder}/`, ...allowed] },
});

/** The same inside the core, where zod is at hand everywhere; packages are the business of `core-is-pure`. */
const coreLayer = (folder, below) => ({
  name: `core-${folder}`,
  comment: `core/${folder} stands on ${below.length === 0 ? "nothing" : below.join(", ")}`,
  severity: "error",
  from: { path: `^src/core/${folder}/` },
  to: {
    path: "^src/core/",
    pathNot: [folder, ...below].map((name) => {
      if (name === "settings") return SETTINGS;
      return name.endsWith(".ts") ? `^src/core/${name.replace(".", "\\.")}$` : `^src/core/${name}/`;
    }),
  },
});

const ZOD = "^node_modules/zod/";
const CORE_ENTRY = "^src/core/index\\.ts$";
/** What a municipality configures, and how it is stored. */
const SETTINGS = "^src/core/settings[\\w-]*\\.ts$";
/** What an adapter may take from the core beside its entry: how a sheet, a text, a result, a plan and the settings look. */
const CORE_FOR_ADAPTERS = [CORE_ENTRY, "^src/core/(common|sheet|text|report|highlight|journal)/", SETTINGS];
const PACKAGE_JSON = "^package\\.json$";

/** @type {import("dependency-cruiser").IConfiguration} */
module.exports = {
  forbidden: [
    { name: "no-cycle", severity: "error", from: {}, to: { circular: true } },
    { name: "not-to-unresolvable", severity: "error", from: {}, to: { couldNotResolve: true } },

    only("core-is-pure", "core", [ZOD], "the core imports itself and zod"),
    only("excel-sees-core", "excel", CORE_FOR_ADAPTERS, "Excel's adapter knows the core, no other adapter, no package"),
    only(
      "xlsx-sees-core",
      "xlsx",
      [...CORE_FOR_ADAPTERS, "^node_modules/(hucre|fflate)/"],
      "the xlsx adapter runs in Node and in the browser: no Node modules, no DOM package",
    ),
    only(
      "taskpane-composes",
      "taskpane",
      [CORE_ENTRY, "^src/(excel|xlsx)/", PACKAGE_JSON, ZOD, "^node_modules/(react|react-dom|@types/react|@types/react-dom|@fluentui|@tanstack)/"],
      "the pane enters the core by its index",
    ),
    only("doctor-composes", "doctor", ["^src/excel/(host|capabilities)\\.ts$", PACKAGE_JSON], "診断 must run where the rest does not: it knows the host's description and nothing else"),
    only("commands-compose", "commands", [CORE_ENTRY, "^src/(excel|xlsx)/", "^src/taskpane/jitless\\.ts$"]),
    {
      name: "cli-composes",
      comment: "the command line enters the core by its index, and reads files through the xlsx adapter",
      severity: "error",
      from: { path: "^src/cli/" },
      to: { pathNot: ["^src/cli/", CORE_ENTRY, "^src/xlsx/", PACKAGE_JSON], dependencyTypesNot: ["core"] },
    },

    {
      name: "xlsx-library-only-in-xlsx",
      severity: "error",
      from: { path: "^src/", pathNot: "^src/xlsx/" },
      to: { path: "^node_modules/(hucre|fflate)/" },
    },
    {
      name: "no-test-code-in-src",
      severity: "error",
      from: { path: "^src/" },
      to: { path: "^(test|workbench|scripts|samples)/" },
    },
    {
      name: "workbench-is-a-host",
      comment: "what stands in for Excel shares the reader and the core's vocabulary with the product, never the adapter that it is there to try",
      severity: "error",
      from: { path: "^workbench/" },
      to: { path: ["^src/(excel|taskpane|commands|cli)/", "^(test|scripts|bench)/"] },
    },

    // The core from the bottom up.
    coreLayer("common", []),
    coreLayer("text", ["common", "sheet"]),
    coreLayer("sheet", ["common", "text"]),
    coreLayer("model", ["common", "text", "sheet"]),
    coreLayer("recognize", ["common", "text", "sheet", "model", "settings"]),
    coreLayer("evaluate", ["common", "text", "sheet", "model", "settings"]),
    coreLayer("validate", ["common", "text", "sheet", "model", "evaluate", "settings"]),
    // A figure that does not parse becomes a finding while it is interpreted: its shape is all that interpret may know.
    coreLayer("interpret", ["common", "text", "sheet", "model", "recognize", "validate/finding.ts", "settings"]),
    // Texts are checked against the rules' ids and parameters.
    coreLayer("messages", ["common", "text", "sheet", "model", "evaluate", "validate", "compare/change.ts", "settings"]),
    coreLayer("compare", ["common", "text", "sheet", "model", "messages"]),
    // A plan of colors knows findings, not the rules that made them.
    coreLayer("highlight", ["common", "text", "sheet", "validate/finding.ts"]),
    coreLayer("journal", ["common", "sheet"]),
    coreLayer("report", ["common", "text", "sheet", "model", "evaluate", "validate", "messages", "settings"]),
    {
      name: "core-settings",
      comment: "settings are what a municipality configures: they know the model's names and nothing that uses them",
      severity: "error",
      from: { path: SETTINGS },
      to: { path: "^src/core/", pathNot: ["^src/core/(common|text|sheet|model)/", SETTINGS] },
    },
    {
      name: "core-index-is-the-top",
      severity: "error",
      from: { path: "^src/core/" },
      to: { path: CORE_ENTRY },
    },
  ],
  options: {
    tsConfig: { fileName: "tsconfig.test.json" },
    tsPreCompilationDeps: true,
    doNotFollow: { path: "node_modules" },
    enhancedResolveOptions: {
      exportsFields: ["exports"],
      conditionNames: ["import", "require", "node", "default", "types"],
    },
  },
};
