// npm start: the task pane beside a workbook, in the browser, without Excel. Serves to this machine alone.
import { build } from "esbuild";
import { spawn } from "node:child_process";
import { existsSync, mkdirSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

const root = fileURLToPath(new URL("..", import.meta.url));
const FIRST_PORT = 3000;
const HELP = `使い方: npm start [-- オプション]

  --no-open        ブラウザを自動で開きません
  --port 番号      この番号のポートを使います（ふつうは 3000 から順に空きを探します）
  --sample ファイル  はじめに開く .xlsx ファイル
  --profile 版     ltsc2021・ltsc2024・m365・web・2019 のどれか`;

/** A mistake of whoever called: its message is all there is to say. */
class StartError extends Error {}

function readArguments(args) {
  const options = { opens: true, port: undefined, sample: undefined, profile: undefined, isHelp: false };
  for (let at = 0; at < args.length; at++) {
    const [name, joined] = args[at].split(/=(.*)/su);
    const value = () => {
      const given = joined ?? args[++at];
      if (given === undefined || given === "") throw new StartError(`${name} の後に値がありません。`);
      return given;
    };
    if (name === "--no-open") options.opens = false;
    else if (name === "--help" || name === "-h") options.isHelp = true;
    else if (name === "--port") {
      options.port = Number(value());
      if (!Number.isInteger(options.port) || options.port < 1 || options.port > 65_535) throw new StartError("--port には 1 から 65535 までの整数を指定してください。");
    } else if (name === "--sample") {
      options.sample = value();
      if (!existsSync(options.sample)) throw new StartError(`「${options.sample}」が見つかりません。ファイル名を確かめてください。`);
    } else if (name === "--profile") {
      options.profile = value();
      if (!["ltsc2021", "ltsc2024", "m365", "web", "2019"].includes(options.profile)) throw new StartError("--profile には ltsc2021・ltsc2024・m365・web・2019 のどれかを指定してください。");
    } else throw new StartError(`「${name}」というオプションはありません。\n\n${HELP}`);
  }
  return options;
}

/** The workbench is TypeScript; Node takes it bundled. */
async function loadWorkbench() {
  const folder = join(root, "node_modules", ".cache", "shinchoku");
  const outfile = join(folder, "serve-workbench.mjs");
  mkdirSync(folder, { recursive: true });
  await build({
    absWorkingDir: root,
    entryPoints: ["workbench/browser/serve-workbench.ts"],
    outfile,
    bundle: true,
    platform: "node",
    format: "esm",
    target: "node20",
    charset: "utf8",
    packages: "external",
    tsconfig: "tsconfig.workbench.json",
    logLevel: "warning",
  });
  return import(pathToFileURL(outfile).href);
}

/** Opens the page in the browser that the system would take; where there is none, the address on the screen has to do. */
function openBrowser(url) {
  const [command, args] =
    process.platform === "win32" ? ["cmd", ["/c", "start", '""', url]] : process.platform === "darwin" ? ["open", [url]] : ["xdg-open", [url]];
  const child = spawn(command, args, { stdio: "ignore", detached: true, windowsVerbatimArguments: true });
  child.on("error", () => undefined);
  child.unref();
}

/** A port that was asked for, or the first that is free. */
function* portsOf(asked, portsFrom) {
  if (asked === undefined) yield* portsFrom(FIRST_PORT);
  else yield asked;
}

async function start() {
  const options = readArguments(process.argv.slice(2));
  if (options.isHelp) {
    console.log(HELP);
    return;
  }
  const { startWorkbench, portsFrom, isBuildFresh } = await loadWorkbench();
  if (!isBuildFresh(root)) console.log("画面を組み立てています（初回は1分ほどかかることがあります）。");
  const { sample, profile } = options;
  const building = new AbortController();
  const breakOff = () => building.abort();
  for (const signal of ["SIGINT", "SIGTERM"]) process.once(signal, breakOff);
  const workbench = await startWorkbench({ root, signal: building.signal, ...(sample === undefined ? {} : { sample }), ...(profile === undefined ? {} : { profile }) }, portsOf(options.port, portsFrom));
  console.log(`
進捗点検を試せます: ${workbench.url}

  右の「この表を点検」を押し、一覧から目標値の空いたセルを選んで、数値を入れてみてください。
  この画面は、この機械からだけ見られます。終えるには Ctrl+C を押します。
`);
  if (options.opens && process.env.CI === undefined && process.stdout.isTTY) openBrowser(workbench.url);
  const stop = () => {
    void workbench.close().then(() => {
      console.log("終えました。");
      process.exit(0);
    });
  };
  for (const signal of ["SIGINT", "SIGTERM"]) process.off(signal, breakOff).once(signal, stop);
}

try {
  await start();
} catch (error) {
  if (error instanceof StartError) console.error(error.message);
  else if (error instanceof Error && error.name === "AbortError") console.log("途中で終えました。次の npm start で、はじめから組み立て直します。");
  else if (error instanceof Error && error.message === "no free port") console.error("空いているポートがありません。--port で別の番号を指定してください。");
  else {
    console.error("試用画面を始められませんでした。npm ci をやり直してから、もう一度 npm start をお試しください。変わらないときは、次の内容を開発者にお知らせください。\n");
    console.error(error instanceof Error ? error.message : error);
  }
  process.exitCode = 1;
}
