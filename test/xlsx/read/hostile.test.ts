import { readFileSync } from "node:fs";
import { strToU8 } from "fflate";
import { readFailureText } from "../../../src/core/messages/failures.ja";
import type { ReadFailure } from "../../../src/core/sheet/read-failure";
import { readSheetPart } from "../../../src/xlsx/read/sheet-part";
import { readWorkbook } from "../../../src/xlsx/read/read-workbook";
import { ZipArchive } from "../../../src/xlsx/read/zip";
import { sharedStringItems, workbookPackage, workbookParts, worksheetXml, zipParts, type PackageSpec } from "../../helpers/package";
import { bomb, honestEntry, rawZip, type RawEntry } from "../../helpers/raw-zip";
import { failureCode, firstSheet, opened, openedPackage, valuesIn, valuesOf } from "./read";

const ONE = '<row r="1"><c r="A1"><v>1</v></c></row>';
const SHEET = "xl/worksheets/sheet1.xml";
const TEN_SECONDS = 10_000;

/** A package in which one part is put in place as it stands. */
function packageWith(entry: RawEntry, spec: PackageSpec = {}): Uint8Array {
  const others = [...workbookParts(spec)].filter(([name]) => name !== entry.name);
  return rawZip([...others.map(([name, content]) => honestEntry(name, content)), entry]);
}

/** Processor time, so that a busy machine does not fail the test. */
function timed<T>(run: () => T): { readonly value: T; readonly ms: number } {
  const start = process.cpuUsage();
  const value = run();
  const { user, system } = process.cpuUsage(start);
  return { value, ms: (user + system) / 1000 };
}

/** The container of old Office files, with one directory entry. */
function compoundFile(stream: string): Uint8Array {
  const bytes = new Uint8Array(2048);
  bytes.set([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
  bytes.set(Buffer.from("Root Entry", "utf16le"), 1024);
  bytes.set(Buffer.from(stream, "utf16le"), 1152);
  return bytes;
}

describe("ブックでないファイル", () => {
  const cases: readonly (readonly [string, Uint8Array, ReadFailure["code"]])[] = [
    ["空のファイル", new Uint8Array(0), "empty-file"],
    ["古い .xls", compoundFile("Workbook"), "legacy-xls"],
    ["もっと古い .xls", compoundFile("Book"), "legacy-xls"],
    ["パスワードつきのブック", compoundFile("EncryptedPackage"), "encrypted"],
    ["古い Word 文書", compoundFile("WordDocument"), "not-a-workbook"],
    ["Web ページ", strToU8("\uFEFF\r\n<!DOCTYPE html><html><table><tr><td>1</td></tr></table></html>"), "html"],
    ["表だけの Web ページ", strToU8('<table border="1"><tr><td>指標</td></tr></table>'), "html"],
    ["XML の宣言で始まる Web ページ", strToU8('<?xml version="1.0"?><html xmlns="http://www.w3.org/1999/xhtml"/>'), "html"],
    ["一つにまとめた Web ページ", strToU8("MIME-Version: 1.0\r\nContent-Type: multipart/related"), "html"],
    ["XML スプレッドシート 2003", strToU8('<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"/>'), "xml-spreadsheet"],
    ["ほかの XML", strToU8('<?xml version="1.0"?><plan/>'), "not-a-workbook"],
    ["CSV", strToU8("指標名,目標値\r\n人口,100\r\n"), "csv-or-text"],
    ["シフト JIS の CSV", Uint8Array.from([0x8e, 0x77, 0x95, 0x57, 0x2c, 0x31, 0x0d, 0x0a]), "csv-or-text"],
    ["UTF-16 の文字", Uint8Array.from([0xff, 0xfe, 0x31, 0, 0x0a, 0]), "csv-or-text"],
    ["PDF", strToU8("%PDF-1.7\n"), "not-a-workbook"],
    ["画像", Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13]), "not-a-workbook"],
    ["空の zip", zipParts([]), "not-a-workbook"],
    ["ただの zip", zipParts([["写真.txt", "x"]]), "not-a-workbook"],
    ["OpenDocument", zipParts([["mimetype", "application/vnd.oasis.opendocument.spreadsheet"], ["content.xml", "<x/>"]]), "open-document"],
    [
      ".xlsb",
      workbookPackage({ parts: { "xl/workbook.xml": null, "xl/workbook.bin": "x", "_rels/.rels": '<R><Relationship Id="1" Type="x/officeDocument" Target="xl/workbook.bin"/></R>' } }),
      "binary-workbook",
    ],
    [
      ".docx",
      zipParts([["_rels/.rels", '<R><Relationship Id="1" Type="x/officeDocument" Target="word/document.xml"/></R>'], ["word/document.xml", "<w:document/>"]]),
      "not-a-workbook",
    ],
    ["PK で始まる別物", strToU8("PK です"), "corrupt"],
  ];

  test.each(cases)("%s", (_, bytes, code) => {
    expect(failureCode(bytes)).toBe(code);
  });
});

describe("壊れたブック", () => {
  const sample = new Uint8Array(readFileSync("samples/d10-everything.xlsx"));

  test("どこで切れていても、壊れていると言う", () => {
    for (let kept = 4; kept < sample.length; kept += 997) expect(failureCode(sample.subarray(0, kept))).toBe("corrupt");
  });

  test("圧縮された中身が一ビット違えば、黙って読まない", () => {
    const bytes = workbookPackage({ sheets: [{ data: ONE }], sharedStrings: sharedStringItems("目標値", "実績値") });
    const directory = bytes.findIndex((_, at) => bytes[at] === 0x50 && bytes[at + 1] === 0x4b && bytes[at + 2] === 1);
    const intact = JSON.stringify(opened(bytes));
    for (let at = 0; at < directory; at++) {
      const broken = Uint8Array.from(bytes);
      broken[at] = (broken[at] ?? 0) ^ 16;
      const result = readWorkbook(broken, "計画.xlsx");
      const isHonest = !result.ok || JSON.stringify(result.value) === intact || result.value.sheets[0]?.problem !== undefined;
      expect(isHonest).toBe(true);
    }
  });

  test("中身に暗号の印がある zip", () => {
    const entry = honestEntry("xl/workbook.xml", "<workbook/>");
    expect(failureCode(packageWith({ ...entry, flags: 1 }))).toBe("encrypted");
  });

  test("同じ名前の部品が二つあれば、どちらとも決めない", () => {
    const entries = [...workbookParts()].map(([name, content]) => honestEntry(name, content));
    expect(failureCode(rawZip([...entries, honestEntry("XL/workbook.xml", "<workbook/>")]))).toBe("corrupt");
  });

  test.each([
    ["閉じていない", "<worksheet><sheetData>"],
    ["閉じる順が違う", "<worksheet><sheetData></worksheet></sheetData>"],
    ["根が二つ", "<worksheet/><worksheet/>"],
    ["根の外に文字", "<worksheet/>x"],
    ["属性に引用符がない", "<worksheet><sheetData><row r=1/></sheetData></worksheet>"],
    ["知らない実体", worksheetXml({ data: '<row r="1"><c r="A1" t="str"><v>&nbsp;</v></c></row>' })],
    ["裸の &", worksheetXml({ data: '<row r="1"><c r="A1" t="str"><v>A & B</v></c></row>' })],
    ["文字コードが違う", Uint8Array.from([...strToU8('<worksheet><sheetData><row r="1"><c r="A1" t="str"><v>'), 0x83, 0x65, ...strToU8("</v></c></row></sheetData></worksheet>")])],
    ["空", ""],
    ["範囲の外の番地", worksheetXml({ data: '<row r="1"><c r="ZZZZZZ99999999"><v>1</v></c></row>' })],
    ["範囲の外の行", worksheetXml({ data: '<row r="1048577"><c r="A1048577"><v>1</v></c></row>' })],
    ["範囲の外の列", worksheetXml({ data: '<row r="1"><c r="XFE1"><v>1</v></c></row>' })],
    ["行と食い違う番地", worksheetXml({ data: '<row r="1"><c r="A2"><v>1</v></c></row>' })],
    ["知らない種類のセル", worksheetXml({ data: '<row r="1"><c r="A1" t="x"><v>1</v></c></row>' })],
  ])("シートの XML が%sなら、そのシートだけ読めないとし、ほかは読む", (_, xml) => {
    const { sheets } = openedPackage({ sheets: [{ xml }, { data: ONE }] });
    expect(sheets.map(({ problem, rows }) => [problem, rows.length])).toEqual([
      ["unreadable", 0],
      [undefined, 1],
    ]);
  });

  test("シートの部品がない", () => {
    const { sheets } = openedPackage({ sheets: [{}, { data: ONE }], parts: { "xl/worksheets/sheet1.xml": null } });
    expect(sheets.map((sheet) => sheet.problem)).toEqual(["unreadable", undefined]);
  });

  test("文字列の部品がない、または番号が範囲の外なら、空欄と見せかけない", () => {
    const sheets = [{ data: '<row r="1"><c r="A1" t="s"><v>3</v></c></row>' }, { data: ONE }];
    const without = openedPackage({ sheets, sharedStrings: "", parts: { "xl/sharedStrings.xml": null } });
    expect(without.sheets.map((sheet) => sheet.problem)).toEqual(["unreadable", undefined]);
    expect(openedPackage({ sheets, sharedStrings: sharedStringItems("a") }).sheets[0]?.problem).toBe("unreadable");
  });

  test("シートが一枚もない", () => {
    expect(failureCode(workbookPackage({ sheets: [] }))).toBe("corrupt");
  });
});

describe("実体参照を使う攻撃", () => {
  const laughs = '<!DOCTYPE x [<!ENTITY a "lol"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">]>';
  const outside = '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>';

  test.each([
    ["実体の増殖", laughs],
    ["外部の実体", outside],
  ])("%sは展開せず、読み取りを断る", (_, doctype) => {
    const workbook = [...workbookParts({ sheets: [{ data: ONE }] })];
    for (const name of ["xl/workbook.xml", "_rels/.rels", "xl/_rels/workbook.xml.rels"]) {
      const parts = workbook.map(([part, content]) => [part, part === name && typeof content === "string" ? doctype + content : content] as const);
      expect(failureCode(zipParts(parts))).toBe("unsafe-content");
    }
    const { sheets } = openedPackage({ sheets: [{ xml: doctype + worksheetXml({ data: ONE }) }, { data: ONE }] });
    expect(sheets.map((sheet) => sheet.problem)).toEqual(["unreadable", undefined]);
  });
});

describe("大きすぎるブック", () => {
  const [head = "", tail = ""] = worksheetXml({ data: "|" }).split("|");

  test.each([
    ["シート", SHEET, {}, "<c/>", 1_200_000_000],
    ["シート（大きさを小さく偽る）", SHEET, {}, "<c/>", 10],
    ["空白だけのシート", SHEET, {}, " ", 10],
    ["文字列", "xl/sharedStrings.xml", { sharedStrings: "" }, "<si   />", 10],
    ["書式", "xl/styles.xml", { styles: "" }, "<c/>", 1_200_000_000],
  ] as const)("1.2 GB に展開される%sは、2 秒以内に断る", (_, name, spec, filler, claimedSize) => {
    const bytes = packageWith({ name, packed: bomb(head, filler, tail, 1200), method: 8, crc: 0, claimedSize }, spec);
    const { value, ms } = timed(() => failureCode(bytes));
    expect(value).toBe("expands-too-much");
    expect(ms).toBeLessThan(2_000);
  });

  test("同じ部品を何度も指すシートも、合計の上限で止まる", () => {
    const sheets = Array.from({ length: 1_000 }, () => ({}));
    const entries = [...workbookParts({ sheets })].filter(([name]) => !name.startsWith("xl/worksheets/"));
    const relationships = sheets.map((_, index) => `<Relationship Id="rId${String(index + 1)}" Type="x/worksheet" Target="worksheets/sheet1.xml"/>`);
    const bytes = zipParts([
      ...entries.map(([name, content]) => [name, name === "xl/_rels/workbook.xml.rels" ? `<R>${relationships.join("")}</R>` : content] as const),
      [SHEET, `${head}<!--${Array.from({ length: 20_000 }, (_, index) => `${String(index * 7919)}${" ".repeat(900)}`).join("")}-->${tail}`],
    ]);
    const { value, ms } = timed(() => opened(bytes));
    expect(value.sheets.at(-1)?.problem).toBe("too-large");
    expect(ms).toBeLessThan(TEN_SECONDS);
  });

  test("セルの数の上限を超えたシートは、途中まででなく、まるごと読まない", () => {
    const zip = new ZipArchive(workbookPackage({ sheets: [{ data: '<row r="1"><c><v>1</v></c><c><v>2</v></c><c/><c><v>3</v></c></row>' }] }));
    const context = { sharedStrings: [], formats: [], date1904: false };
    expect(readSheetPart(zip, SHEET, { ...context, maxCells: 3 }).cellCount).toBe(3);
    expect(() => readSheetPart(zip, SHEET, { ...context, maxCells: 2 })).toThrow("cells");
  });

  test.each([
    ["入れ子", "<a>".repeat(300) + "</a>".repeat(300)],
    ["一つのセルの文字", `<row r="1"><c r="A1" t="str"><v>${"x".repeat(140_000)}</v></c></row>`],
  ])("%sが深すぎる・長すぎるシートは、大きすぎるとする", (_, data) => {
    expect(firstSheet({ sheets: [{ data }] }).problem).toBe("too-large");
  });

  test("結合セルが多すぎる、または覆う行が多すぎる", () => {
    const many = Array.from({ length: 200_001 }, (_, index) => `<mergeCell ref="A${String(index + 1)}:B${String(index + 1)}"/>`);
    const tall = Array.from({ length: 5 }, () => '<mergeCell ref="A1:A1048576"/>');
    for (const merges of [many, tall]) {
      expect(firstSheet({ sheets: [{ data: ONE, after: `<mergeCells>${merges.join("")}</mergeCells>` }] }).problem).toBe("too-large");
    }
  });
});

describe("大きくても読むブック", () => {
  test("3,000 枚のシート", () => {
    const sheets = Array.from({ length: 3_000 }, (_, index) => ({ name: `業務${String(index)}`, data: ONE }));
    const bytes = workbookPackage({ sheets });
    const { value, ms } = timed(() => opened(bytes).sheets);
    expect(value).toHaveLength(3_000);
    expect(value.every((sheet) => sheet.rows.length === 1)).toBe(true);
    expect(ms).toBeLessThan(TEN_SECONDS);
  });

  test("書式だけの百万行と、その最後の行の値", () => {
    const rows = Array.from({ length: 1_048_575 }, (_, index) => {
      const row = String(index + 1);
      return `<row r="${row}" s="1" customFormat="1"><c r="A${row}" s="1"/></row>`;
    });
    const last = '<row r="1048576"><c r="XFD1048576"><v>7</v></c></row>';
    const bytes = packageWith(honestEntry(SHEET, worksheetXml({ data: rows.join("") + last })));
    const { value, ms } = timed(() => opened(bytes).sheets[0]);
    expect(value?.rows).toEqual([{ row: 1_048_575, cells: [{ column: 16_383, value: 7, format: "General" }] }]);
    expect(ms).toBeLessThan(TEN_SECONDS);
  });

  test("列全体の書式と入力規則、偽りの範囲、巨大な結合", () => {
    const sheet = firstSheet({
      sheets: [
        {
          before: '<dimension ref="A1:XFD1048576"/><cols><col min="1" max="16384" style="1" hidden="0"/></cols>',
          data: ONE,
          after:
            '<mergeCells><mergeCell ref="J1:XFD1048576"/></mergeCells>' +
            '<dataValidations count="1"><dataValidation type="list" sqref="C1:C1048576"><formula1>"実施中,完了"</formula1></dataValidation></dataValidations>',
        },
      ],
    });
    expect(valuesOf(sheet)).toEqual({ A1: 1 });
    expect(sheet.merges).toEqual([{ top: 0, left: 9, bottom: 1_048_575, right: 16_383 }]);
    expect(firstSheet({ sheets: [{ before: '<dimension ref="A1"/>', data: '<row r="9"><c r="Z9"><v>1</v></c></row>' }] }).rows).toHaveLength(1);
  });

  test("__proto__ という名のシートと見出しが、何も汚さない", () => {
    const sheet = openedPackage({
      sheets: [{ name: "__proto__", data: '<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c></row>' }],
      sharedStrings: sharedStringItems("__proto__", "constructor"),
    }).sheets[0];
    expect(sheet?.name).toBe("__proto__");
    expect(sheet === undefined ? undefined : valuesOf(sheet)).toEqual({ A1: "__proto__", B1: "constructor" });
    expect(Object.keys(Object.prototype)).toEqual([]);
    expect(valuesIn('<row r="1"><c r="A1" t="s"><v>__proto__</v></c></row>', { sharedStrings: sharedStringItems("a") })).toEqual({});
  });

  test("マクロつきのブック（.xlsm）は、マクロに触れずに読む", () => {
    expect(opened(workbookPackage({ sheets: [{ data: ONE }], parts: { "xl/vbaProject.bin": "x" } }), "計画.xlsm").sheets[0]?.rows).toHaveLength(1);
  });
});

describe("伝える言葉", () => {
  const failures: readonly ReadFailure[] = [
    { code: "empty-file" },
    { code: "not-a-workbook" },
    { code: "legacy-xls" },
    { code: "binary-workbook" },
    { code: "open-document" },
    { code: "xml-spreadsheet" },
    { code: "encrypted" },
    { code: "html" },
    { code: "csv-or-text" },
    { code: "corrupt", detail: "checksum" },
    { code: "unsafe-content", detail: "declaration" },
    { code: "too-large", detail: "cells" },
    { code: "expands-too-much", detail: "part" },
  ];

  test.each(failures)("$code: 起きたこと・触れていないもの・次にすることを言う", (failure) => {
    const { what, untouched, next } = readFailureText(failure);
    for (const sentence of [what, untouched, next]) expect(sentence).toMatch(/(?:です|ます|ません|ました|ください)(?:（[^）]*）)?。(?:.*。)?$/u);
    expect(what + untouched + next).not.toMatch(/undefined|checksum|declaration|part\b|cells/u);
  });
});
