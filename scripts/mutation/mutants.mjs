// Finds what can be changed in a source file, and writes the file so that each change can be switched on by its number.
// Nothing here runs a test. A mutant is { file, line, kind, from, to, start, end, text }: `text` stands in place of the
// source between `start` and `end`.
import ts from "typescript";

const { SyntaxKind: K } = ts;

const SWAPS = new Map([
  [K.LessThanToken, [["boundary", "<="], ["condition", ">="]]],
  [K.LessThanEqualsToken, [["boundary", "<"], ["condition", ">"]]],
  [K.GreaterThanToken, [["boundary", ">="], ["condition", "<="]]],
  [K.GreaterThanEqualsToken, [["boundary", ">"], ["condition", "<"]]],
  [K.EqualsEqualsEqualsToken, [["condition", "!=="]]],
  [K.ExclamationEqualsEqualsToken, [["condition", "==="]]],
  [K.AmpersandAmpersandToken, [["operator", "||"]]],
  [K.BarBarToken, [["operator", "&&"]]],
  [K.QuestionQuestionToken, [["operator", "&&"]]],
  [K.PlusToken, [["operator", "-"]]],
  [K.MinusToken, [["operator", "+"]]],
  [K.AsteriskToken, [["operator", "/"]]],
  [K.SlashToken, [["operator", "*"]]],
  [K.PercentToken, [["operator", "*"]]],
]);

const METHODS = new Map([
  ["some", "every"],
  ["every", "some"],
  ["min", "max"],
  ["max", "min"],
  ["startsWith", "endsWith"],
  ["endsWith", "startsWith"],
]);

const isText = (node) => ts.isStringLiteralLike(node) || ts.isTemplateExpression(node);

/** What has no meaning while the program runs, or is prose for a developer. */
function isOutside(node) {
  return (
    ts.isTypeNode(node) ||
    ts.isInterfaceDeclaration(node) ||
    ts.isTypeAliasDeclaration(node) ||
    ts.isImportDeclaration(node) ||
    ts.isExportDeclaration(node) ||
    ts.isThrowStatement(node)
  );
}

/** Names of properties are no values: the compiler checks them. */
function isValue(node) {
  const { parent } = node;
  return !(ts.isPropertyAssignment(parent) && parent.name === node) && !(ts.isElementAccessExpression(parent) && ts.isStringLiteralLike(node));
}

/** One anchor, or one quantifier, of a pattern. */
function* patterns(text) {
  let inClass = false;
  for (let i = 1; i < text.lastIndexOf("/"); i++) {
    const char = text[i];
    const before = text[i - 1];
    if (char === "\\") i++;
    else if (char === "[") inClass = true;
    else if (char === "]") inClass = false;
    else if (!inClass && ((char === "^" && i === 1) || (char === "$" && text[i + 1] !== "{"))) yield [i, ""];
    else if (!inClass && (char === "+" || char === "*")) yield [i, ""];
    else if (!inClass && char === "?" && !"(+*?}|".includes(before)) yield [i, ""];
  }
}

/** All mutants of one file, in reading order. */
export function mutantsOf(file, source) {
  const tree = ts.createSourceFile(file, source, ts.ScriptTarget.ES2022, true);
  const found = [];
  const add = (kind, node, text) => {
    const start = node.getStart(tree);
    const { line } = tree.getLineAndCharacterOfPosition(start);
    found.push({ file, line: line + 1, kind, from: node.getText(tree), to: text, start, end: node.getEnd(), text });
  };
  const replaced = (node, part, text) => {
    const start = node.getStart(tree);
    const whole = node.getText(tree);
    return whole.slice(0, part.getStart(tree) - start) + text + whole.slice(part.getEnd() - start);
  };
  // Brackets, because ?? may not stand beside && and ||.
  const operated = (node, text) => `(${node.left.getText(tree)}) ${text} (${node.right.getText(tree)})`;
  const condition = (node, values) => {
    for (const value of values) if (node.getText(tree) !== value) add("condition", node, value);
  };

  const visit = (node) => {
    if (isOutside(node)) return;
    if (ts.isBinaryExpression(node)) {
      const joinsText = node.operatorToken.kind === K.PlusToken && (isText(node.left) || isText(node.right));
      if (!joinsText) for (const [kind, text] of SWAPS.get(node.operatorToken.kind) ?? []) add(kind, node, operated(node, text));
    } else if (ts.isIfStatement(node)) condition(node.expression, ["true", "false"]);
    else if (ts.isConditionalExpression(node)) condition(node.condition, ["true", "false"]);
    else if (ts.isWhileStatement(node)) condition(node.expression, ["false"]);
    else if (ts.isPrefixUnaryExpression(node)) {
      if (node.operator === K.ExclamationToken) add("boolean", node, node.operand.getText(tree));
      if (node.operator === K.MinusToken) add("operator", node, node.operand.getText(tree));
      if (node.operator === K.PlusPlusToken) add("operator", node, `--${node.operand.getText(tree)}`);
    } else if (ts.isPostfixUnaryExpression(node)) add("operator", node, node.operand.getText(tree) + (node.operator === K.PlusPlusToken ? "--" : "++"));
    else if (node.kind === K.TrueKeyword) add("boolean", node, "false");
    else if (node.kind === K.FalseKeyword) add("boolean", node, "true");
    else if (ts.isNumericLiteral(node) && isValue(node)) add("number", node, String(Number(node.text) + 1));
    else if (ts.isStringLiteralLike(node) && isValue(node)) add("string", node, node.text === "" ? '"\u2020"' : '""');
    else if (ts.isRegularExpressionLiteral(node)) {
      const text = node.getText(tree);
      for (const [at, by] of patterns(text)) add("pattern", node, text.slice(0, at) + by + text.slice(at + 1));
    } else if (ts.isCallExpression(node) && ts.isPropertyAccessExpression(node.expression)) {
      const other = METHODS.get(node.expression.name.text);
      if (other !== undefined) add("method", node, replaced(node, node.expression.name, other));
    } else if (ts.isExpressionStatement(node) || ts.isContinueStatement(node)) add("statement", node, ";");
    else if (ts.isReturnStatement(node) && node.expression === undefined) add("statement", node, ";");
    ts.forEachChild(node, visit);
  };
  visit(tree);
  return found;
}

const SWITCH = "globalThis.__isMutant";

/** The file with the mutants in it, each behind its `number`. Mutants of inner places stay inside those of outer ones. */
export function instrumented(source, mutants) {
  const places = new Map();
  for (const mutant of mutants) {
    const key = `${mutant.start}:${mutant.end}:${mutant.kind === "statement"}`;
    const place = places.get(key) ?? { start: mutant.start, end: mutant.end, isStatement: mutant.kind === "statement", mutants: [] };
    place.mutants.push(mutant);
    places.set(key, place);
  }
  // Outer before inner; where a statement and its expression end alike the statement is the outer one.
  const sorted = [...places.values()].sort((a, b) => a.start - b.start || b.end - a.end || Number(b.isStatement) - Number(a.isStatement));
  let next = 0;
  const write = (start, end) => {
    let text = "";
    let at = start;
    while (next < sorted.length && sorted[next].start < end) {
      const place = sorted[next++];
      text += source.slice(at, place.start);
      const inner = write(place.start, place.end);
      // The outer braces keep an `else` that follows where it belongs.
      text += place.isStatement
        ? `{ if (!${SWITCH}(${place.mutants[0].number})) { ${inner} } }`
        : `(${place.mutants.map((one) => `${SWITCH}(${one.number}) ? (${one.text}) : `).join("")}(${inner}))`;
      at = place.end;
    }
    return text + source.slice(at, end);
  };
  return write(0, source.length);
}
