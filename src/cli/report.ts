import { randomBytes } from "node:crypto";
import { link, realpath, rename, rm, stat, writeFile } from "node:fs/promises";
import { basename, dirname, join, resolve } from "node:path";
import { planReport } from "../core";
import { writeReport } from "../xlsx";
import type { Command } from "./arguments";
import { loadAnalysis } from "./load";
import { texts } from "./texts.ja";
import { CommandFailure, withTroubles } from "./trouble";

async function exists(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  );
}

async function isSameFile(a: string, b: string): Promise<boolean> {
  const [first, second] = await Promise.all([a, b].map((path) => realpath(path).catch(() => resolve(path))));
  return first === second;
}

/** All or nothing: written beside the target under a name of its own, then put in its place. */
async function writeWhole(path: string, bytes: Uint8Array, force: boolean): Promise<void> {
  const temporary = join(dirname(path), `.${basename(path)}.${randomBytes(6).toString("hex")}.tmp`);
  try {
    await writeFile(temporary, bytes, { flag: "wx" });
    if (force) await rename(temporary, path);
    else await linkNew(temporary, path);
  } catch (error) {
    if (error instanceof CommandFailure) throw error;
    throw new CommandFailure(texts.out.failed(basename(path)));
  } finally {
    await rm(temporary, { force: true });
  }
}

/** Unlike a rename, a link refuses a name that somebody took meanwhile; file systems without links fall back to it. */
async function linkNew(temporary: string, path: string): Promise<void> {
  try {
    await link(temporary, path);
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "EEXIST") throw new CommandFailure(texts.out.exists(basename(path)));
    if (await exists(path)) throw new CommandFailure(texts.out.exists(basename(path)));
    await rename(temporary, path);
  }
}

/** 総括ブックを作る. @returns 0 written; 2 not. */
export async function runReport({ book, out, force, shared }: Extract<Command, { do: "report" }>): Promise<number> {
  return withTroubles(async () => {
    if (await isSameFile(book, out)) throw new CommandFailure(texts.out.same);
    if (!force && (await exists(out))) throw new CommandFailure(texts.out.exists(basename(out)));
    const analysis = await loadAnalysis(book, shared);
    if (analysis.model.tables.length === 0) throw new CommandFailure(texts.book.noTable);
    await writeWhole(out, await writeReport(planReport(analysis)), force);
    process.stdout.write(`${texts.out.written(out)}\n`);
    return 0;
  });
}
