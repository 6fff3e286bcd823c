import packageJson from "../../package.json";
import { bad, fact, good, notice, toJapanese, type Line } from "./report";
import { wasRefused } from "./violations";

/** What version.json says was built. */
interface BuiltSite {
  readonly version: string;
  readonly files: readonly string[];
  readonly office: { readonly package: string; readonly build: string; readonly files: Readonly<Record<string, string>> };
}

const isBuiltSite = (value: unknown): value is BuiltSite =>
  typeof value === "object" && value !== null && "version" in value && "files" in value && "office" in value;

const ask = (path: string) => fetch(path, { cache: "no-store" }).catch(() => undefined);

async function sha256(bytes: ArrayBuffer): Promise<string> {
  const digest = await crypto.subtle.digest("SHA-256", bytes);
  return [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}

/** The version that the server holds against the one that runs here, and every file of the bundles. */
export async function checkVersion(): Promise<{ readonly lines: readonly Line[]; readonly site: BuiltSite | undefined }> {
  const answer = await ask("version.json");
  const site: unknown = answer?.ok === true ? await answer.json().catch(() => undefined) : undefined;
  if (!isBuiltSite(site)) {
    return { site: undefined, lines: [bad("version.json", `読めません（${statusOf(answer)}）。サーバーで .json の配信が許されているかを確かめてください。`)] };
  }
  const lines: Line[] = [
    site.version === packageJson.version
      ? good("版", site.version)
      : notice("版", `サーバーには ${site.version} がありますが、この画面は ${packageJson.version} です。Excelのキャッシュが古い可能性があります。`),
  ];
  lines.push(...(await checkBundles(site.files)), await checkRulePages());
  return { site, lines };
}

const statusOf = (answer: Response | undefined) => (answer === undefined ? "応答なし" : String(answer.status));

/** Only what cannot be read is told one by one: the good ones would fill several screens. */
async function checkBundles(files: readonly string[]): Promise<readonly Line[]> {
  const types = new Set<string>();
  const wrong: Line[] = [];
  for (const file of files) {
    const found = await ask(file);
    if (found?.ok === true) types.add(typeOf(found));
    else wrong.push(bad(file, `読めません（${statusOf(found)}）`));
  }
  if (wrong.length > 0) return wrong;
  return [good("画面のプログラム", `${String(files.length)}個のファイルをすべて読めました（${[...types].join("、")}）`)];
}

/** Explanations of the rules, which the pane fetches when one is opened. */
async function checkRulePages(): Promise<Line> {
  const found = await ask("rules.json");
  return found?.ok === true ? good("規則の説明", "rules.json を読めました") : notice("規則の説明", `rules.json を読めません（${statusOf(found)}）。点検はできますが、規則の説明が出ません。`);
}

/** Every file of office.js that is served, byte for byte by its SHA-256. */
export async function checkOfficeFiles(site: BuiltSite): Promise<readonly Line[]> {
  const { office } = site;
  const lines: Line[] = [fact("office.js の版", `${office.build}（@microsoft/office-js ${office.package}）`)];
  for (const [file, expected] of Object.entries(office.files)) {
    const answer = await ask(`office/${file}`);
    if (answer?.ok !== true) lines.push(bad(file, `読めません（${statusOf(answer)}）`));
    // Only pages served by https may calculate hashes; the types do not know that the member may be missing.
    else if (!isSecureContext) lines.push(notice(file, "読めました。https でないため、内容を照合できません。"));
    else {
      const actual = await sha256(await answer.arrayBuffer());
      lines.push(actual === expected ? good(file, "内容が一致しました") : notice(file, `配布したものと内容が違います（SHA-256 ${actual}）`));
    }
  }
  return lines;
}

const typeOf = (answer: Response) => answer.headers.get("Content-Type") ?? "種類の指定なし";

/** Headers that the kit's server configurations set, as this page's own answer carries them. */
export async function checkHeaders(): Promise<readonly Line[]> {
  const answer = await ask("doctor.html");
  if (answer === undefined) return [bad("応答のヘッダー", "この画面を取り直せません")];
  const { headers } = answer;
  const policy = headers.get("Content-Security-Policy");
  const script = (await ask("office/office.js"))?.headers;
  const type = script?.get("Content-Type") ?? "";
  return [
    location.protocol === "https:" ? good("https", location.origin) : notice("https", `${location.origin}。Excelは https のアドレスだけを開きます。`),
    policy === null
      ? notice("Content-Security-Policy", "サーバーの応答にありません。画面の中の指定だけが働いています。")
      : good("Content-Security-Policy", policy),
    headers.get("X-Content-Type-Options") === "nosniff" ? good("X-Content-Type-Options", "nosniff") : notice("X-Content-Type-Options", "ありません"),
    headers.has("X-Frame-Options") ? notice("X-Frame-Options", "Excelが画面を開けないことがあるため、外してください") : good("X-Frame-Options", "ありません"),
    /javascript/u.test(type) ? good(".js の種類", type) : bad(".js の種類", `「${type}」です。text/javascript にしてください。`),
    /no-cache|no-store/u.test(headers.get("Cache-Control") ?? "")
      ? good("画面のキャッシュ", headers.get("Cache-Control") ?? "")
      : notice("画面のキャッシュ", `「${headers.get("Cache-Control") ?? "指定なし"}」です。no-cache にすると、更新がすぐに届きます。`),
    checkClock(headers.get("Date")),
  ];
}

const TOLERATED_MINUTES = 5;

function checkClock(served: string | null): Line {
  if (served === null) return fact("時計", `この端末は ${toJapanese(new Date())}`);
  const minutes = Math.round((Date.now() - Date.parse(served)) / 60_000);
  const told = `この端末は ${toJapanese(new Date())}、サーバーとの差は${Math.abs(minutes)}分`;
  return Math.abs(minutes) <= TOLERATED_MINUTES ? good("時計", told) : notice("時計", `${told}。評価日が「今日」のとき、結果が変わることがあります。`);
}

/** Every request of this page, by the browser's own record. */
export function describeRequests(): readonly Line[] {
  const requests = performance.getEntriesByType("resource").map(({ name }) => name);
  const outside = requests.filter((name) => !name.startsWith(location.origin) && !name.startsWith("data:") && !wasRefused(name));
  return [
    outside.length === 0 ? good("外への読み込み", "ありません") : notice("外への読み込み", outside.join("、")),
    fact("このサーバーから読み込んだもの", `${String(requests.filter((name) => name.startsWith(location.origin)).length)}個`),
  ];
}
