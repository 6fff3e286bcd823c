import CopyWebpackPlugin from "copy-webpack-plugin";
import HtmlWebpackPlugin from "html-webpack-plugin";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { OFFICE_FILES, OFFICE_FOLDER } from "./scripts/kit/office-files.mjs";
import { SitePlugin } from "./scripts/kit/site-plugin.mjs";
import { toRulePages } from "./scripts/rule-pages.mjs";

const here = (path) => fileURLToPath(new URL(path, import.meta.url));
const read = (path) => readFileSync(here(path), "utf8");

/** @returns {import("webpack").Configuration} */
export default function configure(_env, { mode = "production", outputPath = here("dist/addin") }) {
  return {
    mode,
    // Not `eval`: the content security policy of the pane forbids it, in development too. In production the bundles do
    // not name their maps, which stay with whoever built them.
    devtool: mode === "production" ? "hidden-source-map" : "source-map",
    target: ["web", "es2022"],
    entry: {
      taskpane: "./src/taskpane/main.tsx",
      commands: "./src/commands/commands.ts",
      doctor: "./src/doctor/main.ts",
    },
    output: {
      path: outputPath,
      // Everything in app/ has its hash in its name and may be kept for ever; nothing outside may.
      filename: "app/[name].[contenthash:10].js",
      chunkFilename: "app/[name].[contenthash:10].js",
      assetModuleFilename: "app/[name].[contenthash:10][ext]",
      clean: true,
    },
    // Hashes are of what goes into the minifier: a page names its assets before they go through it.
    optimization: { realContentHash: false },
    resolve: { extensions: [".tsx", ".ts", ".js"] },
    module: {
      rules: [
        {
          test: /\.tsx?$/,
          exclude: /node_modules/,
          loader: "swc-loader",
          options: {
            jsc: {
              target: "es2022",
              parser: { syntax: "typescript", tsx: true },
              transform: { react: { runtime: "automatic" } },
            },
          },
        },
        // What the page takes before any script of ours: as it stands, under a name with its hash.
        { test: [/base\.css$/, /old-engine\.js$/], type: "asset/resource" },
        // Modules without a deed of their own: the pane takes texts from the core's index, and not the core along with them.
        { test: /src[\\/](?:core|excel|xlsx)[\\/]/, sideEffects: false },
      ],
    },
    plugins: [
      page("taskpane.html", "taskpane"),
      page("commands.html", "commands"),
      page("doctor.html", "doctor"),
      new CopyWebpackPlugin({
        patterns: [
          ...OFFICE_FILES.map((file) => ({
            from: OFFICE_FOLDER + file,
            to: `office/${file}`,
            // Already minified, and shipped as Microsoft signed it off.
            info: { minimized: true },
          })),
          { from: "assets/*.png" },
          { from: "docs/rules/*.md", to: "rules.json", transformAll: toRulePages },
        ],
      }),
      new SitePlugin({ version: JSON.parse(read("package.json")).version, productLicense: read("LICENSE") }),
    ],
    performance: {
      hints: mode === "production" ? "error" : false,
      maxEntrypointSize: 900_000,
      maxAssetSize: 900_000,
      assetFilter: (file) => file.endsWith(".js") && !file.startsWith("office/"),
    },
  };
}

/** The scripts stand at the end of the body, in order: first the text of the page, then office.js, then ours. */
function page(filename, chunk) {
  return new HtmlWebpackPlugin({
    filename,
    template: `src/${chunk}/${filename}`,
    chunks: [chunk],
    inject: "body",
    scriptLoading: "blocking",
  });
}
