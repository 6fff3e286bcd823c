import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { strFromU8, strToU8, unzipSync } from "fflate";
import { readWorkbook } from "../../../src/xlsx/read/read-workbook";
import { zipParts } from "../../helpers/package";

/** More than the default takes long and is done by hand: `FUZZ_RUNS=100000 npx jest test/xlsx/read/fuzz`. */
const RUNS = Number(process.env["FUZZ_RUNS"] ?? "2000");
const SEED = Number(process.env["FUZZ_SEED"] ?? "20260331");

/** No mutation of a small workbook may keep the reader busy for longer; a busy machine is no defect. */
const MAX_MILLISECONDS = 5_000;

type Random = (below: number) => number;

/** mulberry32: small, seeded, the same everywhere. */
function seeded(seed: number): Random {
  let state = seed >>> 0;
  return (below) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
}

const samples = readdirSync("samples")
  .filter((file) => file.endsWith(".xlsx"))
  .map((file) => new Uint8Array(readFileSync(join("samples", file))));
const packages = samples.map((bytes) =>
  Object.entries(unzipSync(bytes)).filter(([name]) => !/theme|docProps|printerSettings/u.test(name)),
);

/** Pieces that mean something to a reader of workbooks. */
const PIECES = [
  "<", ">", "/>", "</", '"', "'", "&", "&#0;", "&#x110000;", "&amp;", "<!--", "-->", "<![CDATA[", "]]>", "<!DOCTYPE x>", "<?", "?>",
  "<c>", "</c>", "<v>", "</row>", "<row>", "<is>", "<t>", "<rPh>", "</sheetData>", "<sheetData>", 't="s"', 't="e"', 't="inlineStr"',
  'r="A1"', 'r="XFD1048576"', 'r="ZZZZ0"', 'r="-1"', 's="999999999"', "-1", "1e999", "4294967296", "NaN", "__proto__", "_x0000_", "_x005F_",
  "\u0000", "\uFEFF", "\uFFFD", "𠮷", 'xmlns="x"', "x:", ":", "mergeCell", 'ref="A1:XFD1048576"', "../../../../", "%00", "%E3", "\\",
];

function mutatedBytes(bytes: Uint8Array, random: Random): Uint8Array {
  const result = Uint8Array.from(bytes);
  // The directory and the headers are small beside the contents: half of the changes are aimed at the end.
  const at = (): number => (random(2) === 0 ? random(result.length) : Math.max(0, result.length - 1 - random(800)));
  switch (random(5)) {
    case 0:
      return result.subarray(0, random(result.length));
    case 1: {
      const from = random(result.length);
      result.copyWithin(at(), from, from + random(512));
      return result;
    }
    case 2: {
      const cut = at();
      return Uint8Array.from([...result.subarray(0, cut), ...result.subarray(Math.min(result.length, cut + 1 + random(64)))]);
    }
    default:
      for (let count = 1 + random(8); count > 0; count--) result[at()] = random(3) === 0 ? 255 : random(256);
      return result;
  }
}

function mutatedXml(xml: string, random: Random): string {
  let result = xml;
  for (let count = 1 + random(4); count > 0; count--) {
    const at = random(result.length + 1);
    const length = random(3) === 0 ? random(400) : random(12);
    switch (random(5)) {
      case 0:
        result = result.slice(0, at) + result.slice(at + length);
        break;
      case 1:
        result = result.slice(0, at) + result.slice(at, at + length).repeat(1 + random(20)) + result.slice(at);
        break;
      case 2:
        result = result.slice(0, at);
        break;
      default:
        result = result.slice(0, at) + (PIECES[random(PIECES.length)] ?? "") + result.slice(at + (random(2) === 0 ? 0 : length));
    }
  }
  return result;
}

/** Half of the mutations break the archive; the other half are sound archives with broken XML, which get further. */
function mutant(run: number, random: Random): Uint8Array {
  const parts = packages[random(packages.length)] ?? [];
  const bytes = samples[random(samples.length)] ?? new Uint8Array(0);
  if (run % 2 === 0) return mutatedBytes(bytes, random);
  const target = random(parts.length);
  return zipParts(
    parts.map(([name, content], index) => [name, index === target ? strToU8(mutatedXml(strFromU8(content), random)) : content] as const),
  );
}

test(`壊したブック ${String(RUNS)} 件が、読めるか断られるかのどちらかに終わる`, () => {
  const outcomes = new Map<string, number>();
  for (let run = 0; run < RUNS; run++) {
    const bytes = mutant(run, seeded(SEED + run));
    const start = performance.now();
    let outcome: string;
    try {
      const result = readWorkbook(bytes, "計画.xlsx");
      outcome = result.ok ? "ok" : result.failure.code;
      if (result.ok) for (const sheet of result.value.sheets) if (sheet.problem !== undefined) expect(sheet.rows).toEqual([]);
    } catch (error) {
      throw new Error(`run ${String(run)} of seed ${String(SEED)}`, { cause: error });
    }
    const ms = performance.now() - start;
    if (ms > MAX_MILLISECONDS) throw new Error(`run ${String(run)} of seed ${String(SEED)} took ${String(ms)} ms`);
    outcomes.set(outcome, (outcomes.get(outcome) ?? 0) + 1);
  }
  // A fuzzer that never gets past the archive, or never breaks it, tests nothing.
  expect(outcomes.get("ok")).toBeGreaterThan(RUNS / 20);
  expect(outcomes.get("corrupt")).toBeGreaterThan(RUNS / 20);
}, Math.max(60_000, RUNS * 60));
