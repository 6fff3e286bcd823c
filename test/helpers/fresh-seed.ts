import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

const CORE = join(__dirname, "../../src/core");

/**
 * The seed of drawn cases: another one with every change of the core, and the same wherever the same sources are tested.
 * What passed before a commit passes behind it. GENERATOR_SEED=… draws others, or repeats a failure.
 */
export function freshSeed(): number {
  const given = process.env["GENERATOR_SEED"];
  if (given !== undefined) return Number(given);
  const hash = createHash("sha256");
  const sources = readdirSync(CORE, { recursive: true, encoding: "utf8" }).filter((path) => path.endsWith(".ts"));
  for (const path of sources.sort()) hash.update(readFileSync(join(CORE, path), "utf8").replaceAll("\r\n", "\n"));
  return hash.digest().readUInt32BE() % 1_000_000_007;
}
