// Characters that look like others, or like nothing, must be written as escapes in source files: a reader cannot tell
// U+2212 from U+30FC on screen. Texts for people are exempt where Japanese needs the full-width forms.
//   node scripts/check-unicode.mjs [FOLDER]     the repository, unless told
import { existsSync, readFileSync, readdirSync } from "node:fs";
import { join, relative, sep } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

const SOURCE = /\.(?:tsx?|[cm]?js)$/u;

/** Refused everywhere in source files. */
const INVISIBLE = [
  [0x00a0, 0x00a0, "no-break space"],
  [0x00ad, 0x00ad, "soft hyphen"],
  [0x200b, 0x200f, "zero-width or direction mark"],
  [0x2028, 0x202e, "line separator or direction override"],
  [0x202f, 0x202f, "narrow no-break space"],
  [0x2060, 0x2064, "word joiner or invisible operator"],
  [0x2066, 0x2069, "direction isolate"],
  [0xfe00, 0xfe0f, "variation selector"],
  [0xfeff, 0xfeff, "byte order mark"],
  [0xe0000, 0xe01ef, "tag or ideographic variation selector"],
];
/** Refused outside texts. */
const LOOK_ALIKE = [
  [0x3000, 0x3000, "ideographic space"],
  [0x2010, 0x2013, "hyphen or en dash"],
  [0x2212, 0x2212, "minus sign"],
  [0xff0d, 0xff0d, "full-width hyphen-minus"],
];
/** Texts for people: the messages, and the other files that say so in their name. */
const isTextFile = (file) => file.startsWith(join("src", "core", "messages") + sep) || file.endsWith(".ja.ts");

function* sourceFiles(folder) {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.name === "node_modules") continue;
    if (entry.isDirectory()) yield* sourceFiles(path);
    else if (SOURCE.test(entry.name)) yield path;
  }
}

/** The refused characters of a text, each with its place and the escape to write. */
function findHiddenUnicode(text, isText) {
  const refused = isText ? INVISIBLE : [...INVISIBLE, ...LOOK_ALIKE];
  const found = [];
  text.split("\n").forEach((line, index) => {
    let column = 0;
    for (const character of line) {
      column += 1;
      const code = character.codePointAt(0);
      const range = refused.find(([from, to]) => code >= from && code <= to);
      if (range === undefined) continue;
      const hex = code.toString(16).toUpperCase().padStart(4, "0");
      found.push({ line: index + 1, column, what: `U+${hex} ${range[2]}; write ${hex.length > 4 ? `\\u{${hex}}` : `\\u${hex}`}` });
    }
  });
  return found;
}

export function checkUnicode(root) {
  const complaints = [];
  for (const folder of ["src", "scripts", "workbench"]) {
    if (!existsSync(join(root, folder))) continue;
    for (const path of sourceFiles(join(root, folder))) {
      const file = relative(root, path);
      for (const { line, column, what } of findHiddenUnicode(readFileSync(path, "utf8"), isTextFile(file))) {
        complaints.push(`${file}:${line}:${column} ${what}`);
      }
    }
  }
  return complaints;
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) {
  const complaints = checkUnicode(process.argv[2] ?? fileURLToPath(new URL("..", import.meta.url)));
  for (const complaint of complaints) console.error(complaint);
  if (complaints.length > 0) process.exitCode = 1;
}
