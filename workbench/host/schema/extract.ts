import type { ClassSchema, LibrarySchema, MethodSchema, NavigationSchema, ScalarSchema } from "./schema";

/** Raised with every change of what is extracted, so that no cached schema of an older one is used. */
export const EXTRACTOR_VERSION = 3;

const CLASS = /\n {4}var (\w+) = \(function \(_super\) \{\n {8}__extends\(\1, _super\);([\s\S]*?)\n {4}\}\(OfficeExtension\.ClientObject\)\);/gu;
const STRING = /"([^"]*)"/gu;

/**
 * Reads the object model out of the text of one of the library's debug files: names on the wire, what can be written,
 * what leads where. The library stays the one source; nothing of it is copied into the repository.
 */
export function extractSchema(source: string): LibrarySchema {
  const text = source.replaceAll("\r\n", "\n");
  const helpers = readHelpers(text);
  const classes: Record<string, ClassSchema> = {};
  for (const match of text.matchAll(CLASS)) {
    const name = match[1] ?? "";
    const body = match[2] ?? "";
    // Helpers stand after the class and are named after it: function ChartCollection_Add(thisObj, …).
    const found = readClass(name, body, helpers.filter(([owner]) => owner.startsWith(`${name}_`)).map(([, code]) => code).join("\n"));
    // Several namespaces have a class of the same name, such as Comment; Excel's wins.
    const isExcels = text.startsWith(`\n    Excel.${name} = `, match.index + match[0].length);
    if (isExcels || classes[name] === undefined) classes[name] = found;
  }
  return { classes, sets: readSets(text) };
}

function readSets(text: string): Record<string, readonly [string, string]> {
  const sets: Record<string, readonly [string, string]> = {};
  for (const [, member, name, version] of text.matchAll(/_throwIfApiNotSupported\("([\w.]+)", (_defaultApiSetName|"\w+"), "([\d.]+)"/gu)) {
    if (member !== undefined && version !== undefined) sets[member] = [name === "_defaultApiSetName" ? "ExcelApi" : (name ?? "").replaceAll('"', ""), version];
  }
  return sets;
}

/** Functions of the library that stand beside the classes: the name begins with the class. */
function readHelpers(text: string): (readonly [name: string, code: string])[] {
  const found: (readonly [string, string])[] = [];
  for (const match of text.matchAll(/\n {8}function (\w+)\([^)]*\) \{\n([\s\S]*?)\n {8}\}/gu)) {
    found.push([match[1] ?? "", match[2] ?? ""]);
  }
  return found;
}

function readClass(name: string, body: string, helpers: string): ClassSchema {
  const clients = list(body, "_scalarPropertyNames");
  const wires = list(body, "_scalarPropertyOriginalNames");
  const writable = /"_scalarPropertyUpdateable"[\s\S]*?return \[([^\]]*)\]/u.exec(body)?.[1]?.split(",") ?? [];
  const scalars: ScalarSchema[] = clients.map((client, index) => ({
    client,
    wire: wires[index] ?? client,
    writable: writable[index]?.trim() === "true",
  }));
  const indexer = /_createIndexerObject\((?:\w+\.)?(\w+), this/u.exec(body)?.[1];
  const itemType = /_createChildItemObject\((?:\w+\.)?(\w+),/u.exec(body)?.[1];
  return {
    name,
    scalars,
    navigation: readNavigation(name, body),
    methods: readMethods(`${body}\n${helpers}`),
    identity: readIdentity(body, helpers),
    ...(itemType === undefined ? {} : { itemType }),
    ...(indexer === undefined ? {} : { indexer }),
  };
}

function list(body: string, property: string): string[] {
  const found = new RegExp(`"${property}"[\\s\\S]*?return \\[([^\\]]*)\\]`, "u").exec(body)?.[1] ?? "";
  return [...found.matchAll(STRING)].map((match) => match[1] ?? "");
}

function readNavigation(name: string, body: string): NavigationSchema[] {
  const found: NavigationSchema[] = [];
  const property = new RegExp(`Object\\.defineProperty\\(${name}\\.prototype, "(\\w+)", \\{([\\s\\S]*?)\\n {8}\\}\\);`, "gu");
  for (const [, client, block] of body.matchAll(property)) {
    const made = /_createPropertyObject\((?:\w+\.)?(\w+), this, "(\w+)"/u.exec(block ?? "");
    if (client === undefined || made?.[1] === undefined || made[2] === undefined) continue;
    found.push({ client, wire: made[2], type: made[1] });
  }
  return found;
}

function readMethods(text: string): MethodSchema[] {
  const methods = new Map<string, MethodSchema>();
  for (const [, returns, wire, operation] of text.matchAll(/_createMethodObject\((?:\w+\.)?(\w+), (?:this|thisObj|_this), "(\w+)", (\d)/gu)) {
    if (wire !== undefined && returns !== undefined) methods.set(wire, { wire, returns, reads: operation === "1" });
  }
  for (const [, wire, operation] of text.matchAll(/_invokeMethod\((?:this|thisObj|_this), "(\w+)", (\d)/gu)) {
    if (wire !== undefined && !methods.has(wire)) methods.set(wire, { wire, reads: operation === "1" });
  }
  return [...methods.values()];
}

function readIdentity(body: string, helpers: string): string[] {
  const handler = /prototype\._handleIdResult = function \(value\) \{([\s\S]*?)\n {8}\};/u.exec(body)?.[1] ?? "";
  const names = new Set<string>();
  for (const [, wire] of handler.matchAll(/value\["(\w+)"\]/gu)) if (wire !== undefined) names.add(wire);
  // Tables hand this to a helper, which knows "Id" by another spelling.
  if (names.size === 0 && /_HandleIdResult/u.test(handler) && /\bId\b/u.test(helpers)) names.add("Id");
  return [...names];
}
