// Renders the icons of the manifest: each size from the source drawn on its own grid, so that small sizes are not
// scaled-down large ones. The browser is the one the tests use.
//   node scripts/icons.mjs [FOLDER]     assets, unless told
import { build } from "esbuild";
import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

const root = fileURLToPath(new URL("..", import.meta.url));

/** Sizes by the grid that they are whole multiples of. */
const SIZES_BY_GRID = { 16: [16, 32, 64, 80, 128], 20: [20, 40], 24: [24, 48] };
/** Sources, and the name that the pictures made from them have. */
const ICONS = { check: "icon", report: "report", clear: "clear" };

/** The launcher is written in TypeScript. */
async function loadLauncher() {
  const outfile = join(root, ".tmp", `chromium-${process.pid}.mjs`);
  await build({
    absWorkingDir: root,
    entryPoints: ["workbench/browser/chromium.ts"],
    outfile,
    bundle: true,
    packages: "external",
    platform: "node",
    format: "esm",
    target: "node20",
    tsconfig: "tsconfig.workbench.json",
    logLevel: "warning",
  });
  try {
    return await import(pathToFileURL(outfile).href);
  } finally {
    rmSync(outfile);
  }
}

async function render(page, svg, size) {
  await page.setViewport({ width: size, height: size, deviceScaleFactor: 1 });
  const source = `data:image/svg+xml;base64,${Buffer.from(svg).toString("base64")}`;
  await page.setContent(
    `<style>html,body{margin:0;background:transparent}img{display:block}</style><img src="${source}" width="${size}" height="${size}">`,
    { waitUntil: "load" },
  );
  return page.screenshot({ omitBackground: true, type: "png" });
}

export async function makeIcons(folder) {
  const { launchChromium } = await loadLauncher();
  const browser = await launchChromium(root);
  try {
    mkdirSync(folder, { recursive: true });
    const page = await browser.newPage();
    for (const [source, name] of Object.entries(ICONS)) {
      for (const [grid, sizes] of Object.entries(SIZES_BY_GRID)) {
        const svg = readFileSync(join(root, "assets", "icons", `${source}-${grid}.svg`), "utf8");
        for (const size of sizes) writeFileSync(join(folder, `${name}-${size}.png`), await render(page, svg, size));
      }
    }
  } finally {
    await browser.close();
  }
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) await makeIcons(process.argv[2] ?? join(root, "assets"));
