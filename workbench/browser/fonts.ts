import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";

/** The Japanese font that npm brings, by the name in its files. */
const FONT = "BIZ UDPGothic";

/** What pages and workbooks ask for on a Japanese Windows, and the families that stand for any. */
const ASKED_FOR = [
  "Yu Gothic UI", "Yu Gothic", "YuGothic", "\u6e38\u30b4\u30b7\u30c3\u30af", "Meiryo UI", "Meiryo", "\u30e1\u30a4\u30ea\u30aa", "MS PGothic", "\uff2d\uff33 \uff30\u30b4\u30b7\u30c3\u30af",
  "MS Gothic", "\uff2d\uff33 \u30b4\u30b7\u30c3\u30af", "BIZ UDGothic", "BIZ UDP\u30b4\u30b7\u30c3\u30af", "BIZ UD\u30b4\u30b7\u30c3\u30af", "Noto Sans JP", "Hiragino Sans", "sans-serif", "system-ui",
];

function configuration(folders: readonly string[], cache: string): string {
  const alias = (name: string): string => `  <alias binding="same"><family>${name}</family><prefer><family>${FONT}</family></prefer></alias>`;
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<!DOCTYPE fontconfig SYSTEM "fonts.dtd">',
    "<fontconfig>",
    ...folders.map((folder) => `  <dir>${folder}</dir>`),
    `  <cachedir>${cache}</cachedir>`,
    ...ASKED_FOR.map(alias),
    "</fontconfig>",
    "",
  ].join("\n");
}

/**
 * Names the fonts that a browser on a bare machine may use: one of npm for Japanese, and what the browser's own package
 * brings. Returns the path of the file, kept below node_modules/.cache.
 */
export function fontConfiguration(root: string, ownFonts: string): string {
  const japanese = dirname(createRequire(join(root, "package.json")).resolve("@expo-google-fonts/biz-udpgothic/package.json"));
  const folder = join(root, "node_modules", ".cache", "shinchoku", "fonts");
  const file = join(folder, "fonts.conf");
  const text = configuration([japanese, ownFonts], join(folder, "cache"));
  if (existsSync(file) && readFileSync(file, "utf8") === text) return file;
  mkdirSync(folder, { recursive: true });
  const draft = `${file}.${String(process.pid)}`;
  writeFileSync(draft, text);
  renameSync(draft, file);
  return file;
}
