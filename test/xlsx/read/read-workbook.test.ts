import { strFromU8, strToU8, unzipSync } from "fflate";
import { builtinFormat } from "../../../src/core/text/number-format";
import { sharedStringItems, workbookPackage, worksheetXml, zipParts } from "../../helpers/package";
import { cellsOf, firstSheet, opened, openedPackage, valuesIn, valuesOf } from "./read";

describe("値", () => {
  test("数値は、整数も小数も指数もそのままの数になる", () => {
    expect(
      valuesIn(
        '<row r="1"><c r="A1"><v>0</v></c><c r="B1"><v>-12.5</v></c><c r="C1" t="n"><v>1.5E-3</v></c><c r="D1"><v>0.1</v></c>' +
          '<c r="E1"><v>0.30000000000000004</v></c><c r="F1"><v>-0</v></c><c r="G1"><v>123456789012345678</v></c><c r="H1"><v> 7 </v></c></row>',
      ),
    ).toEqual({ A1: 0, B1: -12.5, C1: 0.0015, D1: 0.1, E1: 0.30000000000000004, F1: 0, G1: 123456789012345680, H1: 7 });
  });

  test("短い小数の速い読み方は、Number と一ビットも違わない", () => {
    const texts = ["0.1", "0.7", "123.456", "99.99", "-0.001", "1234567890.12345", ".5", "5.", "000.10", "8.41", "1.005"];
    const data = texts.map((text, index) => `<row r="${String(index + 1)}"><c r="A${String(index + 1)}"><v>${text}</v></c></row>`);
    expect(Object.values(valuesIn(data.join("")))).toEqual(texts.map(Number));
  });

  test("数式は計算結果を持ち、0 と空の文字列も落とさない", () => {
    expect(
      cellsOf(
        firstSheet({
          sheets: [
            {
              data:
                '<row r="1"><c r="A1"><f>B1+C1</f><v>0</v></c><c r="B1" t="str"><f>IF(C1=0,"","x")</f><v></v></c>' +
                '<c r="C1" t="b"><f>TRUE()</f><v>1</v></c><c r="D1" t="e"><f>1/0</f><v>#DIV/0!</v></c>' +
                '<c r="E1"><f t="shared" si="0"/><v>3</v></c><c r="F1"><f>A1</f></c><c r="G1"><v>5</v><f>A1&amp;"b"</f></c></row>',
            },
          ],
        }),
      ),
    ).toEqual({
      A1: { column: 0, value: 0, format: "General", formula: "B1+C1" },
      B1: { column: 1, value: "", format: "General", formula: 'IF(C1=0,"","x")' },
      C1: { column: 2, value: true, format: "General", formula: "TRUE()" },
      D1: { column: 3, value: { error: "#DIV/0!" }, format: "General", formula: "1/0" },
      E1: { column: 4, value: 3, format: "General", formula: "" },
      F1: { column: 5, value: "", format: "General", formula: "A1" },
      G1: { column: 6, value: 5, format: "General", formula: 'A1&"b"' },
    });
  });

  test("エラー値は、同じ文字の文字列と区別する", () => {
    expect(
      valuesIn('<row r="1"><c r="A1" t="e"><v>#REF!</v></c><c r="B1" t="s"><v>0</v></c></row>', {
        sharedStrings: sharedStringItems("#REF!"),
      }),
    ).toEqual({ A1: { error: "#REF!" }, B1: "#REF!" });
  });

  test("日付は、年月日の文字で入っていても通し番号になる", () => {
    const data = '<row r="1"><c r="A1" t="d"><v>2023-10-01</v></c><c r="B1" t="d"><v>2023-10-01T12:00:00Z</v></c><c r="C1" t="d"><v>1900-02-28</v></c></row>';
    expect(valuesIn(data)).toEqual({ A1: 45200, B1: 45200.5, C1: 59 });
    expect(valuesOf(firstSheet({ workbookPr: '<workbookPr date1904="1"/>', sheets: [{ data }] }))["A1"]).toBe(43738);
    expect(cellsOf(firstSheet({ sheets: [{ data }] }))["A1"]?.format).toBe("yyyy/m/d");
  });

  test("値のないセルと、数式でない空の文字列は持たない", () => {
    expect(
      valuesIn('<row r="1"><c r="A1" s="1"/><c r="B1"><v/></c><c r="C1" t="s"><v>0</v></c><c r="D1" t="inlineStr"><is><t/></is></c></row>', {
        sharedStrings: sharedStringItems(""),
      }),
    ).toEqual({});
  });

  test("一つの値の途中に注釈や CDATA があってもつながる", () => {
    expect(
      valuesIn('<row r="1"><c r="A1"><v>1<!-- 注 -->2</v></c><c r="B1" t="str"><v>0<?x?>0<![CDATA[<7>]]></v></c></row>'),
    ).toEqual({ A1: 12, B1: "00<7>" });
  });
});

describe("文字列", () => {
  const cell = '<row r="1"><c r="A1" t="s"><v>0</v></c></row>';

  test.each([
    ["ふりがなは値に混ぜない", '<si><t>業務名</t><rPh sb="0" eb="2"><t>ギョウム</t></rPh><phoneticPr fontId="1"/></si>', "業務名"],
    ["書式の違う部分をつなぐ", "<si><r><t>目標値</t></r><r><rPr><b/></rPr><t>（R7）</t></r></si>", "目標値（R7）"],
    ["つなぐ途中のふりがなも混ぜない", '<si><r><t>江</t></r><rPh sb="0" eb="1"><t>ゴウ</t></rPh><r><t>津</t></r></si>', "江津"],
    ["半角・全角の空白を前後に残す", '<si><t xml:space="preserve"> \u3000計 \u3000</t></si>', " \u3000計 \u3000"],
    ["改行を残す", "<si><t>作成\n年</t></si>", "作成\n年"],
    ["ファイル上の CR LF は一つの改行になる", "<si><t>作成\r\n年</t></si>", "作成\n年"],
    ["_x000D_ を元の文字に戻す", "<si><t>a_x000D_b_x0041_</t></si>", "a\rbA"],
    ["逃がした下線は戻し過ぎない", "<si><t>_x005F_x000D_</t></si>", "_x000D_"],
    ["実体参照を戻す", "<si><t>A&amp;B &lt;C&gt; &#x845B;&#917760; &quot;&apos;</t></si>", "A&B <C> 葛\u{E0100} \"'"],
    ["二重には戻さない", "<si><t>&amp;lt;</t></si>", "&lt;"],
    ["基本多言語面の外の漢字を保つ", "<si><t>𠮷野家</t></si>", "𠮷野家"],
  ])("%s", (_, sharedStrings, expected) => {
    expect(valuesIn(cell, { sharedStrings })).toEqual({ A1: expected });
  });

  test("セルに直接書かれた文字列も、ふりがなを除いてつなぐ", () => {
    expect(
      valuesIn(
        '<row r="1"><c r="A1" t="inlineStr"><is><t>担当課</t><rPh sb="0" eb="3"><t>タントウカ</t></rPh></is></c>' +
          '<c r="B1" t="inlineStr"><is><r><t>税務</t></r><r><t>課</t></r></is></c><c r="C1"><v>1</v></c></row>',
      ),
    ).toEqual({ A1: "担当課", B1: "税務課", C1: 1 });
  });

  test("32,767 文字のセルを欠けずに読む", () => {
    const long = "漢".repeat(32_767);
    expect(valuesIn(cell, { sharedStrings: sharedStringItems(long) })).toEqual({ A1: long });
  });
});

describe("表示形式", () => {
  const styled = (xfs: readonly number[]): string =>
    '<numFmts count="2"><numFmt numFmtId="176" formatCode="[$-411]ggge&quot;年&quot;m&quot;月&quot;d&quot;日&quot;;@"/>' +
    '<numFmt numFmtId="177" formatCode="0.0%"/></numFmts><cellStyleXfs><xf numFmtId="9"/></cellStyleXfs>' +
    `<cellXfs>${xfs.map((id) => `<xf numFmtId="${String(id)}"/>`).join("")}</cellXfs>`;

  test("番号だけの形式（27〜36、50〜58 を含む）と、書かれた形式の両方を読む", () => {
    const ids = [0, 3, 9, 14, 27, 30, 36, 50, 57, 58, 176, 177];
    const data = ids.map((_, index) => `<row r="${String(index + 1)}"><c r="A${String(index + 1)}" s="${String(index)}"><v>45000</v></c></row>`);
    const cells = cellsOf(firstSheet({ styles: styled(ids), sheets: [{ data: data.join("") }] }));
    const expected = ids.map((id) => (id === 176 ? '[$-411]ggge"年"m"月"d"日";@' : id === 177 ? "0.0%" : builtinFormat(id)));
    expect(Object.values(cells).map((cell) => cell.format)).toEqual(expected);
    expect(expected).not.toContain(undefined);
  });

  test("新旧の形式が並べて書かれていれば、新しい方を取る", () => {
    const styles =
      '<numFmts><mc:AlternateContent xmlns:mc="m"><mc:Choice Requires="x16r2"><numFmt numFmtId="180" formatCode="[$-ja-JP-x-gannen]ge.m.d"/></mc:Choice>' +
      '<mc:Fallback><numFmt numFmtId="180" formatCode="General"/></mc:Fallback></mc:AlternateContent></numFmts><cellXfs><xf numFmtId="180"/></cellXfs>';
    expect(cellsOf(firstSheet({ styles, sheets: [{ data: '<row r="1"><c r="A1"><v>1</v></c></row>' }] }))["A1"]?.format).toBe(
      "[$-ja-JP-x-gannen]ge.m.d",
    );
  });

  test("書式の部品がない、または番号が範囲の外なら標準とする", () => {
    const sheets = [{ data: '<row r="1"><c r="A1" s="99"><v>1</v></c></row>' }];
    expect(cellsOf(firstSheet({ sheets }))["A1"]?.format).toBe("General");
    expect(cellsOf(firstSheet({ sheets, styles: styled([0]) }))["A1"]?.format).toBe("General");
  });
});

describe("シートとブック", () => {
  test("ファイル名からフォルダーを除く", () => {
    expect(opened(workbookPackage(), "C:\\計画\\第1.5版.xlsx").file).toBe("第1.5版.xlsx");
    expect(opened(workbookPackage(), "/home/計画/a.xlsm").file).toBe("a.xlsm");
  });

  test("シートの順番と、表示・非表示・完全非表示を読む", () => {
    const { sheets, date1904 } = openedPackage({
      sheets: [{ name: "表紙" }, { name: "作業", state: "hidden" }, { name: "定数", state: "veryHidden" }, { name: "一覧" }],
    });
    expect(sheets.map(({ name, visibility }) => [name, visibility])).toEqual([
      ["表紙", "visible"],
      ["作業", "hidden"],
      ["定数", "very-hidden"],
      ["一覧", "visible"],
    ]);
    expect(date1904).toBe(false);
  });

  test("1904 年から数えるブックを見分ける", () => {
    expect(openedPackage({ workbookPr: '<workbookPr date1904="true"/>' }).date1904).toBe(true);
    expect(openedPackage({ workbookPr: '<workbookPr date1904="0"/>' }).date1904).toBe(false);
  });

  test("結合セルと、隠れた行と列を読む", () => {
    const sheet = firstSheet({
      sheets: [
        {
          before: '<cols><col min="2" max="3" hidden="1"/><col min="5" max="5" width="9"/></cols>',
          data: '<row r="2" hidden="1"><c r="A2"><v>1</v></c></row><row r="4" hidden="true"/>',
          after: '<mergeCells><mergeCell ref="A1:C2"/><mergeCell ref="D5"/></mergeCells>',
        },
      ],
    });
    expect(sheet.merges).toEqual([{ top: 0, left: 0, bottom: 1, right: 2 }]);
    expect(sheet.hiddenRows).toEqual([1, 3]);
    expect(sheet.hiddenColumns).toEqual([1, 2]);
  });

  test("グラフシートとダイアログシートは、表のないシートとして残す", () => {
    const { sheets } = openedPackage({
      sheets: [
        { kind: "chartsheet", xml: "<chartsheet/>" },
        { kind: "dialogsheet", xml: "<dialogsheet/>" },
        { kind: "worksheet", xml: "<chartsheet/>" },
        { data: '<row r="1"><c r="A1"><v>1</v></c></row>' },
      ],
    });
    expect(sheets.map((sheet) => sheet.problem)).toEqual(["chart-sheet", "chart-sheet", "chart-sheet", undefined]);
  });

  test("同じ名前のシートと名前のないシートは、番号で分ける", () => {
    expect(openedPackage({ sheets: [{ name: "KPI" }, { name: "kpi" }, { name: "" }, { name: "KPI" }] }).sheets.map((s) => s.name)).toEqual([
      "KPI",
      "kpi (2)",
      "Sheet3",
      "KPI (3)",
    ]);
  });

  test("ブックに保存された設定を読み、ほかの製品の部品は読まない", () => {
    const settings = '{"version":1,"labels":{"target":["めざす値 & <値>"]}}';
    const escaped = settings.replaceAll("&", "&amp;").replaceAll("<", "&lt;");
    const parts = {
      "customXml/item1.xml": '<b:Sources xmlns:b="http://schemas.openxmlformats.org/officeDocument/2006/bibliography"/>',
      "customXml/item2.xml": "<broken",
      "customXml/item10.xml": `<s:settings xmlns:s="urn:shinchoku:settings:1">${escaped}</s:settings>`,
    };
    expect(openedPackage({ parts }).settings).toBe(settings);
    expect(openedPackage({ parts: { ...parts, "customXml/item10.xml": null } }).settings).toBeNull();
    expect(openedPackage({}).settings).toBeNull();
  });
});

describe("ほかのソフトが書いたブック", () => {
  const data = '<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1"><v>5</v></c></row>';
  const sharedStrings = sharedStringItems("指標名");
  const expected = { A1: "指標名", B1: 5 };

  test("接頭辞つきの XML", () => {
    const prefixed = (xml: string): string => xml.replaceAll(/<(\/?)(?=[a-z])/gu, "<$1x:").replaceAll("xmlns=", "xmlns:x=");
    expect(
      valuesOf(
        firstSheet({
          sharedStrings,
          sheets: [{ xml: prefixed(worksheetXml({ data })) }],
          parts: { "xl/sharedStrings.xml": prefixed(`<sst xmlns="main">${sharedStrings}</sst>`) },
        }),
      ),
    ).toEqual(expected);
  });

  test("Strict の名前空間と関係の種類", () => {
    const strict = (xml: string): string =>
      xml
        .replaceAll("http://schemas.openxmlformats.org/spreadsheetml/2006/main", "http://purl.oclc.org/ooxml/spreadsheetml/main")
        .replaceAll(
          "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
          "http://purl.oclc.org/ooxml/officeDocument/relationships",
        );
    const bytes = workbookPackage({ sharedStrings, sheets: [{ data }] });
    const sheet = opened(rewritten(bytes, strict)).sheets[0];
    expect(sheet === undefined ? undefined : valuesOf(sheet)).toEqual(expected);
  });

  test("関係の宛先が根元からの道、または区切りが逆", () => {
    const bytes = workbookPackage({ sharedStrings, sheets: [{ data }] });
    for (const target of ["/xl/worksheets/sheet1.xml", "worksheets\\sheet1.xml", "../xl/./worksheets/sheet%31.xml", "Worksheets/Sheet1.xml"]) {
      const sheet = opened(rewritten(bytes, (xml) => xml.replace("worksheets/sheet1.xml", target))).sheets[0];
      expect(sheet === undefined ? undefined : valuesOf(sheet)).toEqual(expected);
    }
  });

  test.each([
    ["BOM つき UTF-8", (xml: string) => strToU8(`\uFEFF${xml}`)],
    ["UTF-16（下位が先）", (xml: string) => utf16(`\uFEFF${xml}`, true)],
    ["UTF-16（上位が先）", (xml: string) => utf16(`\uFEFF${xml}`, false)],
    ["UTF-16（BOM なし）", (xml: string) => utf16(xml, true)],
  ])("%s の XML", (_, encode) => {
    expect(
      valuesOf(
        firstSheet({
          sharedStrings,
          sheets: [{ xml: encode(worksheetXml({ data })) }],
          parts: { "xl/sharedStrings.xml": encode(`<sst>${sharedStrings}</sst>`) },
        }),
      ),
    ).toEqual(expected);
  });

  test("行とセルの番地が書かれていない", () => {
    expect(valuesIn("<row><c><v>1</v></c><c><v>2</v></c></row><row/><row><c/><c><v>3</v></c></row>")).toEqual({ A1: 1, B1: 2, B3: 3 });
    expect(valuesIn('<row><c r="B4"><v>1</v></c><c><v>2</v></c></row><row><c><v>3</v></c></row>')).toEqual({ B4: 1, C4: 2, A5: 3 });
  });

  test("行とセルの順番が乱れ、同じ番地が二度ある", () => {
    const sheet = firstSheet({
      sheets: [{ data: '<row r="5"><c r="B5"><v>1</v></c><c r="A5"><v>2</v></c></row><row r="2"><c r="A2"><v>3</v></c></row><row r="5"><c r="B5"><v>4</v></c></row>' }],
    });
    expect(sheet.rows.map(({ row, cells }) => [row, cells.map(({ column, value }) => [column, value])])).toEqual([
      [1, [[0, 3]]],
      [4, [[0, 2], [1, 4]]],
    ]);
  });

  test("引用符が一重、印の中に空白や改行や >", () => {
    expect(
      valuesIn("<row\n r = '1' ><c r='A1' t='str' x='a>b'\t><v >a</v ></c\n></row>"),
    ).toEqual({ A1: "a" });
  });

  test("セルのほかの似た名前の要素に惑わされない", () => {
    expect(
      valuesIn(
        '<row r="1"><c r="A1"><v>1</v><extLst><ext><x:v>9</x:v><t>x</t></ext></extLst></c><extLst><c r="B1"><v>9</v></c></extLst></row>',
      ),
    ).toEqual({ A1: 1 });
  });

  test("部品の名前の宣言や関係の一覧が最小でも、決まった場所のブックを開く", () => {
    expect(openedPackage({ parts: { "_rels/.rels": null, "[Content_Types].xml": null } }).sheets).toHaveLength(1);
  });
});

/** The same package with the text of each part changed. */
function rewritten(bytes: Uint8Array, change: (xml: string) => string): Uint8Array {
  return zipParts(Object.entries(unzipSync(bytes)).map(([name, content]) => [name, change(strFromU8(content))] as const));
}

function utf16(text: string, isLittleEndian: boolean): Uint8Array {
  const view = new DataView(new ArrayBuffer(text.length * 2));
  for (let at = 0; at < text.length; at++) view.setUint16(at * 2, text.charCodeAt(at), isLittleEndian);
  return new Uint8Array(view.buffer);
}
