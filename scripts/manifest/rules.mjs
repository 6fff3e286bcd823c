// The rules of a manifest, each by a name of its own. A rule returns its complaints, in Japanese.
import { checkChildren } from "./structure.mjs";

/** The add-in is known by this id wherever it is installed: it never changes. */
export const ADDIN_ID = "5d0c3f5e-7c0b-4b43-9a54-3f7a1f2c86d1";

/** Limits of the schema (OfficeAppBasicTypes), in characters. */
const LIMITS = { resid: 32, short: 125, long: 250, url: 2048 };
/** Japanese characters before Excel wraps the label of a group or a button into two lines. */
const WRAP = { group: 6, button: 7 };
/** Without these three Excel shows no icon; the others save it from scaling. */
const REQUIRED_ICON_SIZES = [16, 32, 80];

const all = (root, name) => [...root.getElementsByTagName(name)];
const text = (root, name) => all(root, name)[0]?.textContent.trim() ?? "";
const value = (element) => element.getAttribute("DefaultValue") ?? "";
const length = (string) => [...string].length;

/** Every address in the manifest. */
const urls = (root) =>
  [...root.getElementsByTagName("*")]
    .flatMap((element) => ["DefaultValue", "Value"].map((name) => element.getAttribute(name) ?? ""))
    .filter((string) => /^[a-z][a-z\d+.-]*:\/\//iu.test(string));

const resources = (root) => [...all(root, "bt:Image"), ...all(root, "bt:Url"), ...all(root, "bt:String")].filter((element) => element.hasAttribute("id"));

/** Which kind of resource an element refers to. */
const KIND = {
  "bt:Image": "bt:Images",
  SourceLocation: "bt:Urls",
  FunctionFile: "bt:Urls",
  LearnMoreUrl: "bt:Urls",
  Label: "bt:ShortStrings",
  Title: "bt:ShortStrings",
  Description: "bt:LongStrings",
};

const parts = (version) => (/^\d+(?:\.\d+){3}$/u.test(version) ? version.split(".").map(Number) : undefined);

/** What the manifest's version must begin with: the product's, its first part raised by one. */
export function versionPrefix(productVersion) {
  const [major, minor, patch] = productVersion.split(".").map(Number);
  return `${major + 1}.${minor}.${patch}.`;
}

export const rules = {
  "element-order": ({ root }) => [root, ...root.getElementsByTagName("*")].flatMap(checkChildren),

  "no-ribbon-override": ({ root }) =>
    all(root, "OverriddenByRibbonApi").length > 0 || all(root, "Runtimes").length > 0
      ? ["<OverriddenByRibbonApi> と <Runtimes> は、共有フォルダーから配ると動かないため使えません。"]
      : [],

  id: ({ root }) => (text(root, "Id") === ADDIN_ID ? [] : [`<Id> は ${ADDIN_ID} のまま変えないでください。`]),

  version: ({ root, productVersion }) => {
    const version = text(root, "Version");
    const numbers = parts(version);
    if (numbers === undefined) return [`<Version> の「${version}」は、四つの数を点で区切った形ではありません。`];
    if (numbers[0] < 1) return [`<Version> の「${version}」は 1.0.0.0 より小さいため、Excelに無視されます。`];
    if (numbers.some((number) => number > 65535)) return [`<Version> の「${version}」に、65535より大きい数があります。`];
    if (productVersion === undefined || version.startsWith(versionPrefix(productVersion))) return [];
    return [`<Version> の「${version}」が、製品の版 ${productVersion} と合いません（${versionPrefix(productVersion)}で始まるはずです）。`];
  },

  locales: ({ root }) => {
    const complaints = [];
    const locale = text(root, "DefaultLocale");
    if (locale !== "ja-JP") complaints.push(`<DefaultLocale> が「${locale}」です。ja-JP にしてください。`);
    for (const element of [...all(root, "Override"), ...all(root, "bt:Override")]) {
      const named = element.getAttribute("Locale") ?? "";
      if (named !== "en-US") complaints.push(`Locale="${named}" は使えません。英語の文言は Locale="en-US" です。`);
    }
    return complaints;
  },

  "text-lengths": ({ root }) => {
    const ownTexts = (name) =>
      [...root.children].filter(({ nodeName }) => nodeName === name).flatMap((element) => [element, ...all(element, "Override")]);
    const strings = (name) => all(root, name).flatMap((group) => [...group.getElementsByTagName("*")]);
    const over = (elements, limit) =>
      elements
        .map((element) => element.getAttribute("DefaultValue") ?? element.getAttribute("Value") ?? "")
        .filter((string) => string.trim() === "" || length(string) > limit)
        .map((string) => `文言「${string}」が空か、${limit}文字を超えています。`);
    const named = (id) => all(root, "bt:String").find((element) => element.getAttribute("id") === id);
    const wrapping = [
      ...all(root, "Group").map((element) => [element, WRAP.group]),
      ...all(root, "Control").map((element) => [element, WRAP.button]),
    ].flatMap(([element, limit]) => {
      const label = named(all(element, "Label")[0]?.getAttribute("resid"));
      if (label === undefined || length(value(label)) <= limit) return [];
      return [`「${value(label)}」は${limit}文字を超えるため、リボンで二行に折り返されます。`];
    });
    return [
      ...over([...ownTexts("DisplayName"), ...strings("bt:ShortStrings")], LIMITS.short),
      ...over([...ownTexts("Description"), ...strings("bt:LongStrings")], LIMITS.long),
      ...wrapping,
    ];
  },

  resources: ({ root }) => {
    const defined = new Map();
    const complaints = [];
    for (const element of resources(root)) {
      const id = element.getAttribute("id");
      if (defined.has(id)) complaints.push(`id="${id}" が二つあります。`);
      if (length(id) > LIMITS.resid) complaints.push(`id="${id}" が${LIMITS.resid}文字を超えています。`);
      defined.set(id, element.parentNode.nodeName);
    }
    const used = new Set();
    for (const element of [...root.getElementsByTagName("*")].filter((at) => at.hasAttribute("resid"))) {
      const resid = element.getAttribute("resid");
      used.add(resid);
      if (!defined.has(resid)) complaints.push(`resid="${resid}" の定義がありません。`);
      else if (defined.get(resid) !== KIND[element.nodeName]) complaints.push(`resid="${resid}" は、<${element.nodeName}> で使える種類の定義ではありません。`);
    }
    for (const id of defined.keys()) if (!used.has(id)) complaints.push(`id="${id}" は、どこからも使われていません。`);
    return complaints;
  },

  "control-ids": ({ root }) => {
    const ids = [...all(root, "Group"), ...all(root, "Control")].map((element) => element.getAttribute("id") ?? "");
    return ids.filter((id, index) => id === "" || ids.indexOf(id) !== index).map((id) => `ボタンかグループの id="${id}" が、空か重複しています。`);
  },

  actions: ({ root }) =>
    all(root, "Action").flatMap((action) => {
      const has = (name) => all(action, name).length === 1;
      const type = action.getAttribute("xsi:type");
      if (type === "ShowTaskpane" && has("TaskpaneId") && has("SourceLocation") && !has("FunctionName")) return [];
      if (type === "ExecuteFunction" && has("FunctionName") && !has("TaskpaneId") && !has("SourceLocation")) return [];
      return [`<Action xsi:type="${type}"> の中身が、その種類の動作に合いません。`];
    }),

  "one-pane": ({ root }) =>
    new Set(all(root, "TaskpaneId").map(({ textContent }) => textContent)).size > 1 ? ["<TaskpaneId> が二種類あるため、画面が二つ開きます。"] : [],

  host: ({ root }) => {
    const complaints = [];
    const hosts = all(root, "Host").map((element) => element.getAttribute("Name") ?? element.getAttribute("xsi:type"));
    if (hosts.some((host) => host !== "Workbook")) complaints.push("Excel（Workbook）以外の <Host> があります。");
    const sets = all(root, "Set").map((element) => `${element.getAttribute("Name")} ${element.getAttribute("MinVersion")}`);
    if (sets.join() !== "ExcelApi 1.9") complaints.push("<Set> は ExcelApi 1.9 だけにしてください。高くすると、古いExcelで何も言わずに消えます。");
    if (text(root, "Permissions") !== "ReadWriteDocument") complaints.push("<Permissions> は ReadWriteDocument にしてください。");
    return complaints;
  },

  "one-https-origin": ({ root }) => {
    const complaints = [];
    const origins = new Set();
    for (const url of urls(root)) {
      const parsed = URL.canParse(url) ? new URL(url) : undefined;
      if (parsed?.protocol !== "https:") complaints.push(`「${url}」が https:// で始まっていません。`);
      else origins.add(parsed.origin);
      if (length(url) > LIMITS.url) complaints.push(`「${url.slice(0, 40)}…」が${LIMITS.url}文字を超えています。`);
    }
    if (origins.size > 1) complaints.push(`アドレスのサーバーが一つではありません: ${[...origins].join("、")}`);
    return complaints;
  },

  pages: ({ root, exists }) =>
    exists === undefined
      ? []
      : urls(root)
          .map((url) => pathInSite(root, url))
          .filter((path) => !exists(path))
          .map((path) => `「${path}」が、配るファイルの中にありません。`),

  icons: ({ root, pngSize }) => {
    const complaints = [];
    const address = new Map(all(root, "bt:Image").filter((image) => image.hasAttribute("id")).map((image) => [image.getAttribute("id"), value(image)]));
    const check = (url, size) => {
      if (url === undefined) return;
      const path = pathInSite(root, url);
      const actual = pngSize(path);
      if (actual === undefined) complaints.push(`アイコン「${path}」が、PNGのファイルとして読めません。`);
      else if (actual.width !== size || actual.height !== size) {
        complaints.push(`アイコン「${path}」は ${actual.width}×${actual.height} です。${size}×${size} で使われます。`);
      }
    };
    for (const icon of all(root, "Icon")) {
      const images = [...icon.children];
      const sizes = images.map((image) => Number(image.getAttribute("size")));
      for (const size of REQUIRED_ICON_SIZES) if (!sizes.includes(size)) complaints.push(`<Icon> に ${size} のアイコンがありません。`);
      for (const [index, image] of images.entries()) check(address.get(image.getAttribute("resid")), sizes[index]);
    }
    for (const [name, size] of [["IconUrl", 32], ["HighResolutionIconUrl", 64]]) {
      for (const element of all(root, name)) check(value(element), size);
    }
    return [...new Set(complaints)];
  },
};

/** A path of the site: what stands after the folder that holds the pane. */
function pathInSite(root, url) {
  const home = all(root, "SourceLocation").map(value).find((address) => URL.canParse(address));
  if (home === undefined || !URL.canParse(url)) return url;
  const folder = new URL(".", home).pathname;
  const { pathname } = new URL(url);
  return pathname.startsWith(folder) ? pathname.slice(folder.length) : pathname;
}
