import { readFile, stat } from "node:fs/promises";
import { basename } from "node:path";
import { analyze, readFailureText, type Analysis } from "../core";
import { readWorkbook } from "../xlsx";
import type { SharedOptions } from "./arguments";
import { loadSettings } from "./settings";
import { texts } from "./texts.ja";
import { CommandFailure } from "./trouble";

/** Beyond this a file is not even read into memory; the reader has finer limits of its own. */
const LARGEST_FILE = 256 * 1024 * 1024;

function hasCode(error: unknown, code: string): boolean {
  return error instanceof Error && "code" in error && error.code === code;
}

async function readBytes(path: string): Promise<Uint8Array> {
  const file = basename(path);
  try {
    const found = await stat(path);
    if (found.isDirectory()) throw new CommandFailure(texts.book.notFile(file));
    if (found.size > LARGEST_FILE) throw new CommandFailure(texts.book.tooLarge(file));
    return await readFile(path);
  } catch (error) {
    if (error instanceof CommandFailure) throw error;
    throw new CommandFailure(hasCode(error, "ENOENT") ? texts.book.missing(file) : texts.book.denied(file));
  }
}

/** The day in Japan, where the plans are made, whatever zone the machine keeps. */
function today(): string {
  return new Date(Date.now() + 9 * 60 * 60 * 1000).toISOString().slice(0, 10);
}

/** Opens, reads, checks and judges a workbook. @throws CommandFailure */
export async function loadAnalysis(path: string, options: SharedOptions): Promise<Analysis> {
  const bytes = await readBytes(path);
  const read = readWorkbook(bytes, basename(path));
  if (!read.ok) throw new CommandFailure(readFailureText(read.failure));
  const settings = await loadSettings(options, read.value);
  return analyze(read.value, settings, options.asOf ?? settings.asOf ?? today());
}
