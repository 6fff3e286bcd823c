// Which elements may stand where, in which order. Excel ignores a manifest that breaks this, and says nothing.
// Source: MS-OWEMXML, and "Manifest element ordering" of the Office add-ins documentation. Only what this add-in may
// use is listed: an element that is missing here is refused, so that adding one is a decision.

/** Children in their order. "?" may be missing, "+" stands at least once, "*" any number of times. */
export const CHILDREN = {
  OfficeApp: [
    "Id",
    "Version",
    "ProviderName",
    "DefaultLocale",
    "DisplayName",
    "Description",
    "IconUrl",
    "HighResolutionIconUrl",
    "SupportUrl",
    "Hosts",
    "Requirements",
    "DefaultSettings",
    "Permissions",
    "VersionOverrides",
  ],
  "OfficeApp/DisplayName": ["Override+"],
  "OfficeApp/Description": ["Override+"],
  "OfficeApp/Hosts": ["Host"],
  "OfficeApp/Requirements": ["Sets"],
  Sets: ["Set+"],
  DefaultSettings: ["SourceLocation"],
  VersionOverrides: ["Hosts", "Resources"],
  "VersionOverrides/Hosts": ["Host"],
  "VersionOverrides/Hosts/Host": ["DesktopFormFactor"],
  DesktopFormFactor: ["GetStarted", "FunctionFile", "ExtensionPoint"],
  GetStarted: ["Title", "Description", "LearnMoreUrl"],
  ExtensionPoint: ["OfficeTab"],
  OfficeTab: ["Group"],
  Group: ["Label", "Icon", "Control+"],
  Control: ["Label", "Supertip", "Icon", "Action"],
  Supertip: ["Title", "Description"],
  Icon: ["bt:Image+"],
  Action: ["TaskpaneId?", "SourceLocation?", "FunctionName?"],
  Resources: ["bt:Images", "bt:Urls", "bt:ShortStrings", "bt:LongStrings"],
  "bt:Images": ["bt:Image+"],
  "bt:Urls": ["bt:Url+"],
  "bt:ShortStrings": ["bt:String+"],
  "bt:LongStrings": ["bt:String+"],
  "bt:String": ["bt:Override+"],
};

/** The list for an element: by its longest known path, so that the two kinds of Hosts are told apart. */
function childrenOf(element) {
  const path = [];
  for (let at = element; at !== null && at.nodeType === 1; at = at.parentNode) path.unshift(at.nodeName);
  for (let from = 0; from < path.length; from += 1) {
    const known = CHILDREN[path.slice(from).join("/")];
    if (known !== undefined) return known;
  }
  return [];
}

/** Complaints about the children of one element. */
export function checkChildren(element) {
  const expected = childrenOf(element);
  const names = [...element.children].map((child) => child.nodeName);
  const complaints = [];
  let next = 0;
  for (const entry of expected) {
    const [, name, count] = /^([\w:]+)([?+*]?)$/u.exec(entry);
    const first = next;
    while (names[next] === name && (count === "+" || count === "*" || next === first)) next += 1;
    if (next > first || count === "?" || count === "*") continue;
    complaints.push(
      names.includes(name)
        ? `<${element.nodeName}> の中の <${name}> の位置か数が違います。`
        : `<${element.nodeName}> の中に <${name}> がありません。`,
    );
  }
  const known = new Set(expected.map((entry) => entry.replace(/[?+*]$/u, "")));
  for (const name of new Set(names)) {
    if (!known.has(name)) complaints.push(`<${element.nodeName}> の中に、使わないはずの <${name}> があります。`);
  }
  if (complaints.length === 0 && next < names.length) {
    complaints.push(`<${element.nodeName}> の中の <${names[next]}> の位置か数が違います。`);
  }
  return complaints;
}
