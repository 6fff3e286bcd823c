// The part of Microsoft's package that is served beside our own files, unmodified.
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

export const OFFICE_PACKAGE = fileURLToPath(new URL("../../node_modules/@microsoft/office-js/", import.meta.url));

/** Where the files lie in the package. */
export const OFFICE_FOLDER = `${OFFICE_PACKAGE}dist/`;

/*
 * What office.js asks for, and no more: one host file per platform, the Japanese strings, the English ones for any other
 * display language, and the table a plain browser needs before it can say that there is no host. It finds them beside
 * itself, so names and folders stay as they are. Served from here, never from a CDN: the networks this runs in have none.
 * The telemetry folder stays away: without it the library does not even try to send.
 */
export const OFFICE_FILES = [
  "office.js",
  "excel-win32-16.01.js",
  "excel-mac-16.00.js",
  "excel-web-16.00.js",
  "o15apptofilemappingtable.js",
  "ja-jp/office_strings.js",
  "en-us/office_strings.js",
];

/** The library's version in two countings, and the SHA-256 of each file that is served. */
export function describeOffice() {
  const { version } = JSON.parse(readFileSync(`${OFFICE_PACKAGE}package.json`, "utf8"));
  const files = Object.fromEntries(
    OFFICE_FILES.map((file) => [file, createHash("sha256").update(readFileSync(OFFICE_FOLDER + file)).digest("hex")]),
  );
  // Every host file says in its head which build of Office it came from.
  const [, build] = /"?(16\.0\.\d{4,5}\.\d{4,5})"?/u.exec(readFileSync(`${OFFICE_FOLDER}excel-win32-16.01.js`, "latin1")) ?? [];
  if (build === undefined) throw new Error("excel-win32-16.01.js does not say which build it is");
  return { package: version, build, files };
}
