import CopyWebpackPlugin from "copy-webpack-plugin";
import HtmlWebpackPlugin from "html-webpack-plugin";
import { fileURLToPath } from "node:url";

const here = (path) => fileURLToPath(new URL(path, import.meta.url));

/*
 * What office.js asks for, and no more: one host file per platform, the Japanese strings, the English ones for any other
 * display language, and the table a plain browser needs before it can say that there is no host. It finds them beside
 * itself, so names and folders stay as they are. Served from here, never from a CDN: the networks this runs in have none.
 */
const OFFICE_FILES = [
  "office.js",
  "excel-win32-16.01.js",
  "excel-mac-16.00.js",
  "excel-web-16.00.js",
  "o15apptofilemappingtable.js",
  "ja-jp/office_strings.js",
  "en-us/office_strings.js",
];

/** @returns {import("webpack").Configuration} */
export default function configure(_env, { mode = "production" }) {
  return {
    mode,
    // Not `eval`: the content security policy of the pane forbids it, in development too.
    devtool: "source-map",
    target: ["web", "es2022"],
    entry: {
      taskpane: "./src/taskpane/main.tsx",
      commands: "./src/commands/commands.ts",
    },
    output: {
      path: here("dist/addin"),
      filename: "[name].[contenthash:10].js",
      clean: true,
    },
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
      ],
    },
    plugins: [
      page("taskpane.html", "taskpane"),
      page("commands.html", "commands"),
      new CopyWebpackPlugin({
        patterns: [
          ...OFFICE_FILES.map((file) => ({
            from: `node_modules/@microsoft/office-js/dist/${file}`,
            to: `office/${file}`,
            // Already minified, and shipped as Microsoft signed it off.
            info: { minimized: true },
          })),
          { from: "assets/*.png" },
        ],
      }),
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
