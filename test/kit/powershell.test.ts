import { readdirSync } from "node:fs";
import { fromRoot, readText } from "../parity/repository";

/*
 * The scripts have never run: there is no PowerShell here. What can be said of their text is said here, for Windows
 * PowerShell 5.1, the one that every Windows has.
 */

const scripts = readdirSync(fromRoot("kit/admin")).filter((file) => file.endsWith(".ps1"));

interface Pieces {
  /** The text with strings and comments blanked out; what is calculated inside a string stays. */
  readonly code: string;
  readonly strings: readonly string[];
  readonly comments: readonly string[];
}

/** Strings, comments and code told apart. Throws where one of them, or a bracket, does not end. */
function takeApart(text: string): Pieces {
  const strings: string[] = [];
  const comments: string[] = [];
  const brackets: string[] = [];
  let code = "";
  let at = 0;
  const until = (end: string, from: number) => {
    const found = text.indexOf(end, from);
    if (found === -1) throw new Error(`no ${end} after ${text.slice(at, at + 30)}`);
    return found;
  };
  const string = (quote: string): void => {
    let end = at + 1;
    for (;;) {
      if (end >= text.length) throw new Error(`a string does not end: ${text.slice(at, at + 30)}`);
      if (quote === '"' && text[end] === "`") end += 2;
      else if (text[end] === quote && text[end + 1] === quote) end += 2;
      else if (text[end] === quote) break;
      else end += 1;
    }
    const content = text.slice(at + 1, end);
    strings.push(content);
    if (quote === '"') code += [...content.matchAll(/\$\(((?:[^()]|\([^()]*\))*)\)/gu)].map(([, inner = ""]) => ` ${inner} `).join("");
    code += " '' ";
    at = end + 1;
  };
  while (at < text.length) {
    const character = text[at] ?? "";
    if (text.startsWith("<#", at)) {
      const end = until("#>", at);
      comments.push(text.slice(at, end));
      at = end + 2;
    } else if (character === "#") {
      const end = text.indexOf("\n", at);
      comments.push(text.slice(at, end));
      at = end;
    } else if (character === "'" || character === '"') string(character);
    else {
      if ("([{".includes(character)) brackets.push(character);
      else if (")]}".includes(character) && brackets.pop() !== "([{"[")]}".indexOf(character)]) throw new Error(`a bracket does not match before ${text.slice(at, at + 30)}`);
      code += character;
      at += 1;
    }
  }
  if (brackets.length > 0) throw new Error(`${brackets.length} brackets do not end`);
  return { code, strings, comments };
}

/** Commands of Windows PowerShell 5.1 that the scripts may use, none of which reaches outside or ends a program. */
const COMMANDS = [
  "ForEach-Object",
  "Get-ChildItem",
  "Get-ItemProperty",
  "Get-Process",
  "Invoke-WebRequest",
  "Join-Path",
  "New-Item",
  "New-ItemProperty",
  "New-Line",
  "New-Object",
  "Remove-Item",
  "Select-Object",
  "Set-StrictMode",
  "Sort-Object",
  "Split-Path",
  "Test-Path",
  "Where-Object",
  "Write-Output",
  "Write-Warning",
];

describe("分け方そのもの", () => {
  test.each([`'a`, `"a`, `<# a`, `if (1) {`, `(]`])("終わらないものを見逃さない: %s", (text) => {
    expect(() => takeApart(`${text}\n`)).toThrow();
  });

  test("文字列とコメントの中は、プログラムとみなさない", () => {
    expect(takeApart(`Get-Item 'a''b' "c\`"d" # e\n<# f #> $x`)).toEqual({ code: "Get-Item  ''   ''  \n $x", strings: ["a''b", 'c`"d'], comments: ["# e", "<# f "] });
  });
});

describe.each(scripts)("%s", (file) => {
  const text = readText(`kit/admin/${file}`);
  const { code, strings } = takeApart(text);

  test("使う命令は、5.1にある決めたものだけで、略した名前を使わない", () => {
    const used = [...code.matchAll(/(?<![\w$.:-])([A-Z][A-Za-z]+-[A-Z][A-Za-z]+)\b/gu)].map(([, name = ""]) => name);
    expect(used.length).toBeGreaterThan(2);
    expect([...new Set(used)].filter((name) => !COMMANDS.includes(name))).toEqual([]);
    expect(code).not.toMatch(/(?:^|[|;{(]\s*)(?:%|\?|gci|ls|dir|cat|type|cp|mv|rm|del|iex|iwr|irm|curl|wget|echo|sls|select|where|gp|sp|ni|ri|kill|spps|start|saps)\s/imu);
  });

  test("5.1にない書き方を使わない", () => {
    expect(code).not.toMatch(/\?\?|\?\.|&&|\|\||\s\?\s.*\s:\s|ForEach-Object\s+-Parallel|-SkipCertificateCheck|utf8NoBOM|\bclean\s*\{/u);
  });

  test("文字列の中の変数の名前に、かなや漢字が続かない（名前の一部とみなされる）", () => {
    expect(strings.filter((string) => /\$[A-Za-z_][A-Za-z0-9_]*[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー々〆０-９Ａ-Ｚａ-ｚ:]/u.test(string) && !/\$env:/u.test(string))).toEqual([]);
  });

  test("引用符やハイフンとみなされる、似た文字がない", () => {
    expect(text).not.toMatch(/[\u2018-\u201F\u2010-\u2015\u2212\u00A0]/u);
  });

  test("はじめに説明があり、誤りがあれば止まる", () => {
    expect(text).toMatch(/^<#\n\.SYNOPSIS\n/u);
    expect(text).toContain(".EXAMPLE");
    expect(code).toMatch(/\[CmdletBinding\((?:SupportsShouldProcess)?\)\]\s*param\(/u);
    expect(code).toMatch(/Set-StrictMode -Version 2\.0\s+\$ErrorActionPreference = /u);
  });

  test("何かを変える命令は、-WhatIfで止められる所にだけある", () => {
    const lines = code.split("\n");
    const changes = /\b(?:New-Item|New-ItemProperty|Remove-Item)\b|WriteAllText/u;
    let depth = 0;
    const guards: number[] = [];
    for (const line of lines) {
      if (changes.test(line)) expect([line.trim(), guards.length > 0]).toEqual([line.trim(), true]);
      if (line.includes("ShouldProcess(")) guards.push(depth);
      depth += [...line].filter((character) => character === "{").length - [...line].filter((character) => character === "}").length;
      while (guards.length > 0 && depth <= (guards.at(-1) ?? 0)) guards.pop();
    }
    if (changes.test(code)) expect(code).toContain("SupportsShouldProcess");
  });

  test("Excelを終わらせず、利用者の設定のほかに書かず、外のアドレスを持たない", () => {
    expect(text).not.toMatch(/Stop-Process|taskkill|\.Kill\(|HKLM:|HKEY_LOCAL_MACHINE|Set-ExecutionPolicy|Invoke-Expression|Start-Process/u);
    const addresses = strings.flatMap((string) => [...string.matchAll(/https?:\/\/[\w.-]+/gu)].map(([address]) => address));
    expect([...new Set(addresses)].filter((address) => address !== "https://localhost")).toEqual([]);
  });
});

describe("Install-Catalog.ps1", () => {
  const text = readText("kit/admin/Install-Catalog.ps1");

  test("書く前に、いまある登録を見て、ほかのものがあれば書かずに終わる", () => {
    const looked = text.indexOf("Get-ChildItem -LiteralPath $catalogs");
    const refused = text.indexOf("if ($others.Count -gt 0)");
    const written = text.indexOf("New-ItemProperty");
    expect(looked).toBeGreaterThan(0);
    expect(refused).toBeGreaterThan(looked);
    expect(written).toBeGreaterThan(refused);
    expect(text.slice(refused, text.indexOf("\n}\n", refused))).toContain("\n    throw ");
  });
});
