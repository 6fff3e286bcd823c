import { spawn } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fromRoot } from "../parity/repository";
import { sharedStringItems, workbookPackage, type Parts, type SheetSpec } from "../helpers/package";

/** A test starts the command a few times; the machine may be busy. */
jest.setTimeout(60_000);

export interface Outcome {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs the built command as a person would, in the folder given. */
export function shinchoku(args: readonly string[], cwd = fromRoot(".")): Promise<Outcome> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [fromRoot("dist/cli/main.mjs"), ...args], { cwd, stdio: ["ignore", "pipe", "pipe"] });
    const out: Buffer[] = [];
    const err: Buffer[] = [];
    child.stdout.on("data", (data: Buffer) => out.push(data));
    child.stderr.on("data", (data: Buffer) => err.push(data));
    child.on("error", reject);
    child.on("close", (status) => {
      resolve({ status, stdout: Buffer.concat(out).toString("utf8"), stderr: Buffer.concat(err).toString("utf8") });
    });
  });
}

/** A folder of its own for a test; gone afterwards, whatever happens. */
export async function inFolder(work: (folder: Folder) => Promise<void>): Promise<void> {
  const path = mkdtempSync(join(tmpdir(), "shinchoku-"));
  try {
    await work(new Folder(path));
  } finally {
    rmSync(path, { recursive: true, force: true });
  }
}

export class Folder {
  constructor(readonly path: string) {}

  write(name: string, content: string | Uint8Array): string {
    writeFileSync(join(this.path, name), content);
    return name;
  }

  read(name: string): Buffer {
    return readFileSync(join(this.path, name));
  }

  names(): readonly string[] {
    return readdirSync(this.path).sort();
  }

  run(...args: readonly string[]): Promise<Outcome> {
    return shinchoku(args, this.path);
  }
}

/** Cells of a table as a test writes them; an empty string is an empty cell. */
export type Row = readonly (string | number)[];

/** A workbook whose sheets hold these rows, from A1 on. */
export function bookOf(sheets: Readonly<Record<string, readonly Row[]>>, parts: Parts = {}): Uint8Array {
  const texts: string[] = [];
  const cell = (value: string | number, column: number, row: number): string => {
    const at = `${String.fromCharCode(65 + column)}${String(row + 1)}`;
    if (value === "") return "";
    if (typeof value === "number") return `<c r="${at}"><v>${String(value)}</v></c>`;
    return `<c r="${at}" t="s"><v>${String(texts.push(value) - 1)}</v></c>`;
  };
  const specs: SheetSpec[] = Object.entries(sheets).map(([name, rows]) => ({
    name,
    data: rows.map((row, index) => `<row r="${String(index + 1)}">${row.map((value, column) => cell(value, column, index)).join("")}</row>`).join(""),
  }));
  return workbookPackage({ sheets: specs, sharedStrings: sharedStringItems(...texts), parts });
}

export const HEADER: Row = ["指標名", "単位", "基準値（令和5年度）", "令和6年度実績値", "目標値（令和8年度）", "担当課", "改善の方向"];

/** Two indicators without an error. */
export const ROWS: readonly Row[] = [HEADER, ["観光入込客数", "人", 1000, 1200, 2000, "商工課", "上がると良い指標"], ["宿泊者数", "人", 300, 310, 400, "商工課", "上がると良い指標"]];

/** The second one's target is blank. */
export const ROWS_WITH_BLANK: readonly Row[] = ROWS.map((row) => (row[0] === "宿泊者数" ? row.map((value, column) => (column === 4 ? "" : value)) : row));

/** What a person is told: three lines in Japanese, no trace of where in the program it happened. */
export function expectTrouble({ status, stdout, stderr }: Outcome, what: string): void {
  expect(status).toBe(2);
  expect(stdout).toBe("");
  const lines = stderr.trimEnd().split("\n");
  expect(lines).toHaveLength(3);
  expect(lines[0]).toContain(what);
  for (const line of lines) expect(line).toMatch(/^[^\n]*[\u3041-\u9fff][^\n]*。$/u);
  expect(stderr).not.toMatch(/\bat .*:\d+|node:|Error|ENOENT|EISDIR|undefined|\[object/u);
}
