// Draws the workbooks of test/corpus from what a person reads and reviews: test/corpus/<case>/drawing.txt → input.xlsx.
//   node scripts/draw-corpus.mjs [CASE…]           every case, unless told
//   node scripts/draw-corpus.mjs --check [CASE…]   writes nothing; fails where a workbook is not what its drawing says
//
// A drawing:
//   # …                   a remark
//   !1904                 the workbook counts days from 1904
//   == 名前 (hidden)       a sheet; "(hidden)" and "(very-hidden)" may follow the name
//   !at AA40              the next row of boxes starts at this cell
//   !skip 2               rows left blank
//   !hide rows 3 5-7      !hide columns C E-G
//   | a | b |             one row; spaces around a box do not count
// A box:
//   <   ^                 merged with the box to the left, with the box above
//   12   -3.5             a number             '12      the text "12"
//   0.5{0.0%}             a number and its format
//   @2024-03-26{m/d}      a day as a serial number
//   #REF!                 an error value
//   =ROW()-3 => 4         a formula and its value
//   \n \t \s \u3000 \p    line break, tab, space, a character by its code, a vertical bar
import { strToU8, zipSync } from "fflate";
import { existsSync, readFileSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const corpus = fileURLToPath(new URL("../test/corpus", import.meta.url));
const DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const PACKAGE = "http://schemas.openxmlformats.org/package/2006";
const TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml";
const ERRORS = new Set(["#REF!", "#N/A", "#DIV/0!", "#VALUE!", "#NAME?", "#NUM!", "#NULL!"]);

const columnNumber = (letters) => [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
const columnName = (column) => (column < 26 ? "" : columnName(Math.floor(column / 26) - 1)) + String.fromCharCode(65 + (column % 26));
const escapeXml = (text) => text.replace(/&/gu, "&amp;").replace(/</gu, "&lt;").replace(/>/gu, "&gt;").replace(/"/gu, "&quot;");
const ESCAPES = { n: "\n", t: "\t", s: " ", p: "|", "\\": "\\" };
const unescape = (text) =>
  text.replace(/\\(?:u([\dA-Fa-f]{4})|(.))/gu, (whole, code, letter) => (code === undefined ? (ESCAPES[letter] ?? whole) : String.fromCharCode(parseInt(code, 16))));

function serial(day, date1904) {
  const days = Math.round(Date.parse(`${day}T00:00:00Z`) / 86_400_000);
  return days + (date1904 ? 24_107 : 25_569);
}

/** What stands in a box, or null for one that is left empty. */
function parseBox(text, date1904) {
  if (text === "") return null;
  const formula = /^=(.+?) => (.*)$/u.exec(text);
  if (formula !== null) return { ...parseBox(formula[2], date1904), formula: formula[1] };
  if (ERRORS.has(text)) return { error: text };
  if (text.startsWith("'")) return { text: unescape(text.slice(1)) };
  const number = /^(-?\d+(?:\.\d+)?|@\d{4}-\d\d-\d\d)(?:\{(.+)\})?$/u.exec(text);
  if (number === null) return { text: unescape(text) };
  const value = number[1].startsWith("@") ? serial(number[1].slice(1), date1904) : Number(number[1]);
  return { number: value, format: number[2] ?? "General" };
}

function* spans(words, toNumber) {
  for (const word of words) {
    const [from, to = from] = word.split("-").map(toNumber);
    for (let at = from; at <= to; at += 1) yield at;
  }
}

export function parseDrawing(drawing) {
  const sheets = [];
  let date1904 = false;
  let sheet;
  let row = 0;
  let column = 0;
  for (const line of drawing.split("\n")) {
    const words = line.trim().split(/ +/u);
    if (line.trim() === "" || line.startsWith("#")) continue;
    if (line.startsWith("== ")) {
      const [, name, state = "visible"] = /^== (.+?)(?: \(((?:very-)?hidden)\))?$/u.exec(line.trim());
      sheet = { name, state, boxes: [], hiddenRows: new Set(), hiddenColumns: new Set() };
      sheets.push(sheet);
      row = 0;
      column = 0;
    } else if (words[0] === "!1904") date1904 = true;
    else if (words[0] === "!at") {
      const [, letters, digits] = /^([A-Z]+)(\d+)$/u.exec(words[1]);
      column = columnNumber(letters);
      row = Number(digits) - 1;
    } else if (words[0] === "!skip") row += Number(words[1]);
    else if (words[0] === "!hide" && words[1] === "rows") for (const at of spans(words.slice(2), Number)) sheet.hiddenRows.add(at - 1);
    else if (words[0] === "!hide" && words[1] === "columns") for (const at of spans(words.slice(2), columnNumber)) sheet.hiddenColumns.add(at);
    else if (line.trim().startsWith("|")) {
      const boxes = line.trim().replace(/^\|/u, "").replace(/\|$/u, "").split("|").map((box) => box.trim());
      boxes.forEach((text, index) => sheet.boxes.push({ row, column: column + index, text }));
      row += 1;
    } else throw new Error(`neither a row nor a directive: ${line}`);
  }
  return { date1904, sheets: sheets.map((each) => ({ ...each, ...layOut(each.boxes, date1904) })) };
}

/** Cells and merged areas of a sheet's boxes. */
function layOut(boxes, date1904) {
  const at = new Map();
  const areas = new Map();
  const cells = [];
  for (const { row, column, text } of boxes) {
    const key = `${row},${column}`;
    if (at.has(key)) throw new Error(`drawn twice: ${columnName(column)}${row + 1}`);
    const owner = text === "<" ? at.get(`${row},${column - 1}`) : text === "^" ? at.get(`${row - 1},${column}`) : { row, column };
    if (owner === undefined) throw new Error(`nothing to merge with: ${columnName(column)}${row + 1}`);
    at.set(key, owner);
    if (text !== "<" && text !== "^") {
      const content = parseBox(text, date1904);
      if (content !== null) cells.push({ row, column, ...content });
      continue;
    }
    const area = areas.get(owner) ?? { bottom: owner.row, right: owner.column, count: 1 };
    areas.set(owner, { bottom: Math.max(area.bottom, row), right: Math.max(area.right, column), count: area.count + 1 });
  }
  const merges = [...areas].map(([{ row, column }, { bottom, right, count }]) => {
    if (count !== (bottom - row + 1) * (right - column + 1)) throw new Error(`not a rectangle: ${columnName(column)}${row + 1}`);
    return `${columnName(column)}${row + 1}:${columnName(right)}${bottom + 1}`;
  });
  return { cells, merges };
}

function cellXml(cell, strings, formats) {
  const place = `${columnName(cell.column)}${cell.row + 1}`;
  const formula = cell.formula === undefined ? "" : `<f>${escapeXml(cell.formula)}</f>`;
  if (cell.error !== undefined) return `<c r="${place}" t="e">${formula}<v>${escapeXml(cell.error)}</v></c>`;
  if (cell.text !== undefined && formula !== "") return `<c r="${place}" t="str">${formula}<v>${escapeXml(cell.text)}</v></c>`;
  if (cell.text !== undefined) {
    if (!strings.has(cell.text)) strings.set(cell.text, strings.size);
    return `<c r="${place}" t="s"><v>${strings.get(cell.text)}</v></c>`;
  }
  if (cell.number === undefined) return `<c r="${place}">${formula}</c>`;
  if (!formats.has(cell.format)) formats.set(cell.format, formats.size);
  return `<c r="${place}" s="${formats.get(cell.format)}">${formula}<v>${cell.number}</v></c>`;
}

function sheetXml({ cells, merges, hiddenRows, hiddenColumns }, strings, formats) {
  const columns = [...hiddenColumns].sort((a, b) => a - b).map((at) => `<col min="${at + 1}" max="${at + 1}" width="9" hidden="1"/>`);
  const rows = [...new Set([...cells.map(({ row }) => row), ...hiddenRows])].sort((a, b) => a - b).map((row) => {
    const inRow = cells.filter((cell) => cell.row === row).sort((a, b) => a.column - b.column);
    return `<row r="${row + 1}"${hiddenRows.has(row) ? ' hidden="1"' : ""}>${inRow.map((cell) => cellXml(cell, strings, formats)).join("")}</row>`;
  });
  return [
    `${DECLARATION}<worksheet xmlns="${MAIN}">`,
    columns.length === 0 ? "" : `<cols>${columns.join("")}</cols>`,
    `<sheetData>${rows.join("")}</sheetData>`,
    merges.length === 0 ? "" : `<mergeCells count="${merges.length}">${merges.map((ref) => `<mergeCell ref="${ref}"/>`).join("")}</mergeCells>`,
    "</worksheet>",
  ].join("");
}

function stylesXml(formats) {
  const codes = [...formats.keys()];
  const own = codes.map((code, index) => (index === 0 ? "" : `<numFmt numFmtId="${163 + index}" formatCode="${escapeXml(code)}"/>`)).join("");
  const cellStyles = codes.map((_, index) => `<xf numFmtId="${index === 0 ? 0 : 163 + index}" fontId="0" fillId="0" borderId="0" xfId="0"${index === 0 ? "" : ' applyNumberFormat="1"'}/>`).join("");
  return [
    `${DECLARATION}<styleSheet xmlns="${MAIN}">`,
    codes.length === 1 ? "" : `<numFmts count="${codes.length - 1}">${own}</numFmts>`,
    '<fonts count="1"><font><sz val="11"/><name val="Yu Gothic"/></font></fonts>',
    '<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>',
    '<borders count="1"><border/></borders>',
    '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>',
    `<cellXfs count="${codes.length}">${cellStyles}</cellXfs></styleSheet>`,
  ].join("");
}

/** The bytes of the workbook that a drawing shows; the same drawing gives the same bytes. */
export function drawWorkbook(drawing) {
  const { date1904, sheets } = parseDrawing(drawing);
  const strings = new Map();
  const formats = new Map([["General", 0]]);
  const parts = sheets.map((sheet, index) => [`xl/worksheets/sheet${index + 1}.xml`, sheetXml(sheet, strings, formats)]);
  const relationship = (id, kind, target) => `<Relationship Id="${id}" Type="${OFFICE}/${kind}" Target="${target}"/>`;
  const listed = sheets.map(({ name, state }, index) => {
    const visibility = state === "visible" ? "" : ` state="${state === "hidden" ? "hidden" : "veryHidden"}"`;
    return `<sheet name="${escapeXml(name)}" sheetId="${index + 1}"${visibility} r:id="rId${index + 1}"/>`;
  });
  const related = [
    ...sheets.map((_, index) => relationship(`rId${index + 1}`, "worksheet", `worksheets/sheet${index + 1}.xml`)),
    relationship("rIdStyles", "styles", "styles.xml"),
    relationship("rIdStrings", "sharedStrings", "sharedStrings.xml"),
  ];
  const overrides = [
    ["/xl/workbook.xml", "sheet.main"],
    ...sheets.map((_, index) => [`/xl/worksheets/sheet${index + 1}.xml`, "worksheet"]),
    ["/xl/styles.xml", "styles"],
    ["/xl/sharedStrings.xml", "sharedStrings"],
  ].map(([name, kind]) => `<Override PartName="${name}" ContentType="${TYPE}.${kind}+xml"/>`);
  const files = [
    ["[Content_Types].xml", `<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${overrides.join("")}</Types>`],
    ["_rels/.rels", `<Relationships xmlns="${PACKAGE}/relationships">${relationship("rId1", "officeDocument", "xl/workbook.xml")}</Relationships>`],
    ["xl/workbook.xml", `<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}">${date1904 ? '<workbookPr date1904="1"/>' : ""}<sheets>${listed.join("")}</sheets></workbook>`],
    ["xl/_rels/workbook.xml.rels", `<Relationships xmlns="${PACKAGE}/relationships">${related.join("")}</Relationships>`],
    ["xl/styles.xml", stylesXml(formats).slice(DECLARATION.length)],
    ["xl/sharedStrings.xml", `<sst xmlns="${MAIN}" uniqueCount="${strings.size}">${[...strings.keys()].map((text) => `<si><t xml:space="preserve">${escapeXml(text)}</t></si>`).join("")}</sst>`],
    ...parts.map(([name, xml]) => [name, xml.slice(DECLARATION.length)]),
  ];
  return zipSync(Object.fromEntries(files.map(([name, xml]) => [name, strToU8(DECLARATION + xml)])), { level: 9, mtime: "2000-01-01T00:00:00" });
}

function main(argv) {
  const check = argv.includes("--check");
  const wanted = argv.filter((word) => !word.startsWith("--"));
  const cases = readdirSync(corpus).filter((name) => existsSync(join(corpus, name, "drawing.txt")));
  const stale = [];
  for (const name of wanted.length === 0 ? cases : wanted) {
    const book = join(corpus, name, "input.xlsx");
    let bytes;
    try {
      bytes = drawWorkbook(readFileSync(join(corpus, name, "drawing.txt"), "utf8"));
    } catch (error) {
      throw new Error(`${name}: ${error.message}`, { cause: error });
    }
    if (!check) writeFileSync(book, bytes);
    else if (!existsSync(book) || Buffer.compare(readFileSync(book), bytes) !== 0) stale.push(name);
  }
  if (stale.length > 0) console.error(`Not what the drawing says; run node scripts/draw-corpus.mjs: ${stale.join(", ")}`);
  return stale.length > 0 ? 1 : 0;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) process.exitCode = main(process.argv.slice(2));
