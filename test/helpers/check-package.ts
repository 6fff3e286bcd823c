import { strFromU8, unzipSync } from "fflate";

/*
 * Structural rules of an .xlsx package, written from ISO/IEC 29500: what makes Excel offer to "repair" a file although
 * other programs open it. Knows nothing of how the package was made.
 */

interface Node {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: Node[];
}

const TOKEN = /<\?[^>]*\?>|<!--[\s\S]*?-->|<(\/?)([\w:.-]+)((?:\s+[\w:.-]+\s*=\s*"[^"]*")*)\s*(\/?)>|<|[^<]+/gu;

/** A strict little parser: anything that is not well-formed throws. */
function parseXml(path: string, xml: string): Node {
  const root: Node = { name: "", attributes: {}, children: [] };
  const stack: Node[] = [root];
  for (const [token, closing, name, attributes, empty] of xml.matchAll(TOKEN)) {
    if (token === "<") throw new Error(`${path}: a stray "<"`);
    if (name === undefined) {
      if (!token.startsWith("<") && /&(?!(?:amp|lt|gt|quot|apos|#\d+|#x[0-9A-Fa-f]+);)/u.test(token)) {
        throw new Error(`${path}: a bare "&" in ${token}`);
      }
      continue;
    }
    if (closing === "/") {
      if (stack.pop()?.name !== name) throw new Error(`${path}: </${name}> closes nothing`);
      continue;
    }
    const pairs = [...(attributes ?? "").matchAll(/([\w:.-]+)\s*=\s*"([^"]*)"/gu)].map(([, key = "", value = ""]) => [key, value]);
    if (new Set(pairs.map(([key]) => key)).size !== pairs.length) throw new Error(`${path}: an attribute twice in <${name}>`);
    const node: Node = { name, attributes: Object.fromEntries(pairs) as Record<string, string>, children: [] };
    stack.at(-1)?.children.push(node);
    if (empty !== "/") stack.push(node);
  }
  const [first, ...more] = root.children;
  if (first === undefined || more.length > 0 || stack.length !== 1) throw new Error(`${path}: not one well-formed element`);
  return first;
}

/** Children of an element in the order that the schema demands; what is not in the list must not occur. */
const ORDER: Readonly<Record<string, readonly string[]>> = {
  worksheet:
    "sheetPr dimension sheetViews sheetFormatPr cols sheetData sheetProtection autoFilter mergeCells conditionalFormatting dataValidations hyperlinks printOptions pageMargins pageSetup headerFooter rowBreaks colBreaks customProperties drawing legacyDrawing tableParts extLst".split(
      " ",
    ),
  workbook: "fileVersion workbookPr workbookProtection bookViews sheets definedNames calcPr".split(" "),
  table: "autoFilter tableColumns tableStyleInfo".split(" "),
  "c:chartSpace": "c:date1904 c:lang c:roundedCorners c:chart c:spPr c:txPr".split(" "),
  "c:chart": "c:title c:autoTitleDeleted c:plotArea c:legend c:plotVisOnly c:dispBlanksAs".split(" "),
  "c:plotArea": "c:layout c:areaChart c:barChart c:lineChart c:pieChart c:doughnutChart c:catAx c:valAx".split(" "),
  "c:title": "c:tx c:layout c:overlay c:spPr c:txPr".split(" "),
  "c:barChart": "c:barDir c:grouping c:varyColors c:ser c:dLbls c:gapWidth c:overlap c:axId".split(" "),
  "c:lineChart": "c:grouping c:varyColors c:ser c:dLbls c:marker c:axId".split(" "),
  "c:doughnutChart": "c:varyColors c:ser c:dLbls c:firstSliceAng c:holeSize".split(" "),
  "c:ser":
    "c:idx c:order c:tx c:spPr c:invertIfNegative c:marker c:dPt c:dLbls c:cat c:val c:smooth".split(" "),
  "c:dLbls":
    "c:dLbl c:numFmt c:spPr c:txPr c:dLblPos c:showLegendKey c:showVal c:showCatName c:showSerName c:showPercent c:showBubbleSize c:showLeaderLines".split(
      " ",
    ),
  "c:catAx":
    "c:axId c:scaling c:delete c:axPos c:title c:numFmt c:majorTickMark c:minorTickMark c:tickLblPos c:spPr c:txPr c:crossAx c:crosses c:auto c:lblAlgn c:lblOffset c:noMultiLvlLbl".split(
      " ",
    ),
  "c:valAx":
    "c:axId c:scaling c:delete c:axPos c:majorGridlines c:title c:numFmt c:majorTickMark c:minorTickMark c:tickLblPos c:spPr c:txPr c:crossAx c:crosses c:crossBetween c:majorUnit".split(
      " ",
    ),
  "c:scaling": "c:orientation c:max c:min".split(" "),
  "c:legend": "c:legendPos c:overlay c:txPr".split(" "),
};

const CONTENT_TYPES: readonly (readonly [RegExp, string])[] = [
  [/^xl\/workbook\.xml$/u, "spreadsheetml.sheet.main+xml"],
  [/^xl\/worksheets\/sheet\d+\.xml$/u, "spreadsheetml.worksheet+xml"],
  [/^xl\/styles\.xml$/u, "spreadsheetml.styles+xml"],
  [/^xl\/sharedStrings\.xml$/u, "spreadsheetml.sharedStrings+xml"],
  [/^xl\/tables\/table\d+\.xml$/u, "spreadsheetml.table+xml"],
  [/^xl\/charts\/chart\d+\.xml$/u, "drawingml.chart+xml"],
  [/^xl\/drawings\/drawing\d+\.xml$/u, "drawing+xml"],
  [/^xl\/theme\/theme\d+\.xml$/u, "theme+xml"],
];

type Parts = ReadonlyMap<string, Node>;

function* walk(node: Node): Iterable<Node> {
  yield node;
  for (const child of node.children) yield* walk(child);
}

function checkOrder(path: string, root: Node, problems: string[]): void {
  for (const node of walk(root)) {
    const order = ORDER[node.name];
    if (order === undefined) continue;
    let last = 0;
    for (const child of node.children) {
      const place = order.indexOf(child.name);
      if (place < 0) problems.push(`${path}: <${child.name}> does not belong in <${node.name}>`);
      else if (place < last) problems.push(`${path}: <${child.name}> stands too late in <${node.name}>`);
      last = Math.max(last, place);
    }
  }
}

function checkContentTypes(parts: Parts, names: readonly string[], problems: string[]): void {
  const types = parts.get("[Content_Types].xml");
  const overrides = new Map<string, string>();
  for (const { name, attributes } of types?.children ?? []) {
    if (name !== "Override") continue;
    const part = (attributes["PartName"] ?? "").slice(1);
    if (overrides.has(part)) problems.push(`Content type of ${part} is said twice`);
    overrides.set(part, attributes["ContentType"] ?? "");
    if (!names.includes(part)) problems.push(`Content type for a part that is not there: ${part}`);
  }
  for (const name of names) {
    const wanted = CONTENT_TYPES.find(([pattern]) => pattern.test(name))?.[1];
    if (wanted !== undefined && overrides.get(name)?.endsWith(wanted) !== true) problems.push(`${name} has no content type ${wanted}`);
  }
}

function resolve(base: string, target: string): string {
  const path = target.startsWith("/") ? [] : base.split("/").slice(0, -1);
  for (const step of target.split("/")) {
    if (step === "..") path.pop();
    else if (step !== "" && step !== ".") path.push(step);
  }
  return path.join("/");
}

function checkRelationships(parts: Parts, names: ReadonlySet<string>, problems: string[]): void {
  const reached = new Set<string>();
  for (const [path, root] of parts) {
    if (!path.endsWith(".rels")) continue;
    const source = path.replace(/_rels\/([^/]*)\.rels$/u, "$1");
    if (source !== "" && !parts.has(source)) problems.push(`${path} belongs to no part`);
    const ids = root.children.map(({ attributes }) => attributes["Id"] ?? "");
    if (new Set(ids).size !== ids.length) problems.push(`${path}: an Id twice`);
    for (const { attributes } of root.children) {
      if (attributes["TargetMode"] === "External") continue;
      const target = resolve(source, attributes["Target"] ?? "");
      reached.add(target);
      if (!names.has(target)) problems.push(`${path} leads to nothing: ${target}`);
    }
    const body = parts.get(source);
    if (body === undefined) continue;
    for (const node of walk(body)) {
      const id = node.attributes["r:id"];
      if (id !== undefined && !ids.includes(id)) problems.push(`${source}: r:id ${id} is no relationship`);
    }
  }
  for (const path of names) {
    if (!path.endsWith(".rels") && path !== "[Content_Types].xml" && !reached.has(path)) problems.push(`Nothing leads to ${path}`);
  }
}

function duplicates(values: readonly (string | undefined)[]): readonly (string | undefined)[] {
  return values.filter((value, index) => values.indexOf(value) !== index);
}

function checkIds(parts: Parts, problems: string[]): void {
  const tables = [...parts].filter(([path]) => path.startsWith("xl/tables/")).map(([, root]) => root);
  for (const key of ["id", "name", "displayName"]) {
    for (const value of duplicates(tables.map(({ attributes }) => attributes[key]))) problems.push(`Two tables with ${key} ${String(value)}`);
  }
  for (const table of tables) {
    const columns = table.children.find(({ name }) => name === "tableColumns")?.children ?? [];
    for (const value of duplicates(columns.map(({ attributes }) => attributes["name"]))) problems.push(`A table's column twice: ${String(value)}`);
  }
  for (const [path, root] of parts) {
    if (path.startsWith("xl/drawings/")) {
      const ids = [...walk(root)].filter(({ name }) => name === "xdr:cNvPr").map(({ attributes }) => attributes["id"]);
      for (const value of duplicates(ids)) problems.push(`${path}: shape id ${String(value)} twice`);
    }
    if (path.startsWith("xl/charts/")) {
      const series = [...walk(root)].filter(({ name }) => name === "c:ser");
      const ids = series.map(({ children }) => children.find(({ name }) => name === "c:idx")?.attributes["val"]);
      for (const value of duplicates(ids)) problems.push(`${path}: series ${String(value)} twice`);
    }
  }
  const sheets = parts.get("xl/workbook.xml")?.children.find(({ name }) => name === "sheets")?.children ?? [];
  for (const key of ["name", "sheetId"]) {
    const values = sheets.map(({ attributes }) => attributes[key]?.toLowerCase());
    for (const value of duplicates(values)) problems.push(`Two sheets with ${key} ${String(value)}`);
  }
}

/** Rows and cells ascend, no cell stands twice, and every style that a cell names exists. */
function checkCells(path: string, root: Node, styleCount: number, problems: string[]): void {
  let lastRow = 0;
  for (const row of root.children.find(({ name }) => name === "sheetData")?.children ?? []) {
    const number = Number(row.attributes["r"]);
    if (number <= lastRow) problems.push(`${path}: row ${String(number)} is out of order`);
    if (Number(row.attributes["ht"] ?? 15) > 409) problems.push(`${path}: row ${String(number)} is taller than Excel allows`);
    lastRow = number;
    let last = "";
    for (const cell of row.children) {
      const column = (cell.attributes["r"] ?? "").replace(/\d+$/u, "");
      if (column.length < last.length || (column.length === last.length && column <= last)) problems.push(`${path}: ${column}${String(number)} is out of order`);
      last = column;
      if (Number(cell.attributes["s"] ?? 0) >= styleCount) problems.push(`${path}: ${column}${String(number)} has a style that is not there`);
    }
  }
}

/** Everything that is wrong with a package; an empty list for a sound one. */
export function packageProblems(bytes: Uint8Array): readonly string[] {
  const files = Object.entries(unzipSync(bytes));
  const problems: string[] = [];
  const parts = new Map(files.filter(([path]) => !path.endsWith(".bin")).map(([path, content]) => [path, parseXml(path, strFromU8(content))]));
  checkContentTypes(parts, files.map(([path]) => path), problems);
  checkRelationships(parts, new Set(files.map(([path]) => path)), problems);
  checkIds(parts, problems);
  const formats = parts.get("xl/styles.xml")?.children.find(({ name }) => name === "cellXfs")?.children.length ?? 0;
  for (const [path, root] of parts) {
    checkOrder(path, root, problems);
    if (path.startsWith("xl/worksheets/sheet")) checkCells(path, root, formats, problems);
  }
  return problems;
}
