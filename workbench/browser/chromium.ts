import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { launch, type Browser } from "puppeteer-core";
import { fontConfiguration } from "./fonts";

/** By this the package knows that its own copies of the system's libraries are wanted. */
const WITH_LIBRARIES = "AWS_Lambda_nodejs20.x";

/** Unpacks once for each version, below node_modules/.cache; later runs find it there. */
function unpacked(root: string): string {
  const entry = createRequire(join(root, "package.json")).resolve("@sparticuz/chromium");
  const { version } = JSON.parse(readFileSync(join(dirname(entry), "..", "..", "package.json"), "utf8")) as { readonly version: string };
  const folder = join(root, "node_modules", ".cache", "shinchoku", `chromium-${version}`);
  if (existsSync(folder)) return folder;
  // Half unpacked must never look whole, and two runs may unpack at once: only a finished folder gets the name.
  const draft = `${folder}.${String(process.pid)}`;
  mkdirSync(draft, { recursive: true });
  try {
    execFileSync(process.execPath, [join(root, "workbench", "browser", "unpack.mjs")], {
      env: { ...process.env, TMPDIR: draft, AWS_EXECUTION_ENV: WITH_LIBRARIES },
      stdio: ["ignore", "ignore", "inherit"],
    });
    if (!existsSync(folder)) renameSync(draft, folder);
  } finally {
    rmSync(draft, { recursive: true, force: true });
  }
  return folder;
}

/** A real browser that came by npm: needs no other on the machine, and reaches nothing but this machine. */
export function launchChromium(root = process.cwd()): Promise<Browser> {
  const folder = unpacked(root);
  const libraries = [join(folder, "al2023", "lib"), process.env["LD_LIBRARY_PATH"]].filter((path) => path !== undefined && path !== "");
  return launch({
    executablePath: join(folder, "chromium"),
    headless: "shell",
    pipe: true,
    // Certificates of our own making are not known to anyone.
    acceptInsecureCerts: true,
    timeout: 60_000,
    protocolTimeout: 120_000,
    env: { ...process.env, LD_LIBRARY_PATH: libraries.join(":"), FONTCONFIG_FILE: fontConfiguration(root, join(folder, "fonts", "fonts")) },
    args: [
      // As root, and in containers without user namespaces, there is no sandbox; only our own pages are opened.
      "--no-sandbox",
      "--no-zygote",
      "--disable-gpu",
      "--disable-dev-shm-usage",
      "--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE localhost",
    ],
  });
}
