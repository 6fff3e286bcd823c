import { bad, good, notice, type Line } from "./report";

/** Something that the content security policy refused. */
export interface Violation {
  readonly directive: string;
  readonly blocked: string;
  readonly source: string;
}

const seen = new Map<string, Violation>();
const scriptErrors: string[] = [];

/** From here on everything that is refused or breaks is remembered. To be called before anything else is loaded. */
export function watchViolations(): void {
  addEventListener("securitypolicyviolation", ({ effectiveDirective, blockedURI, sourceFile }) => {
    // The page's own policy and the server's report the same refusal each.
    const violation = { directive: effectiveDirective, blocked: blockedURI, source: sourceFile };
    seen.set(JSON.stringify(violation), violation);
  });
  addEventListener("error", ({ message }) => { if (message !== "") scriptErrors.push(message); });
  addEventListener("unhandledrejection", ({ reason }) => { scriptErrors.push(String(reason)); });
}

/** Outside Excel one file of office.js puts up a frame of Microsoft's, with a style; that both are refused is what is wanted. */
const isExpected = ({ source }: Violation, inExcel: boolean) => !inExcel && /\/office\/o15apptofilemappingtable\.js$/u.test(source);

/** Whether an address is one that was refused. The browser records a refused load among the loaded ones. */
export function wasRefused(address: string): boolean {
  return [...seen.values()].some(({ blocked }) => URL.canParse(blocked) && new URL(blocked).origin === new URL(address).origin);
}

export function describeViolations(inExcel: boolean): readonly Line[] {
  const violations = [...seen.values()];
  const lines = violations.map((violation): Line => {
    const told = `${violation.directive}: ${violation.blocked}${violation.source === "" ? "" : `（${violation.source}）`}`;
    return isExpected(violation, inExcel)
      ? good("止められた読み込み", `${told}。Excelの外で開いたときに起きるもので、問題ありません。`)
      : notice("止められた読み込み", told);
  });
  if (lines.length === 0) lines.push(good("止められた読み込み", "ありません"));
  return [...lines, ...scriptErrors.map((message) => bad("スクリプトの誤り", message))];
}
