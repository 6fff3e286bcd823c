import { readFileSync } from "node:fs";
import { analyze, defaultSettings, planHighlights, type HighlightPlan } from "../../src/core";
import { JOURNAL_NAMESPACE } from "../../src/core/journal";
import { applyHighlights, clearHighlights, hasHighlights } from "../../src/excel/highlights";
import { forgetLast, undoLast } from "../../src/excel/journal";
import { openWorkbook } from "../../workbench/host/package/open";
import { saveParts } from "../../workbench/host/package/save";
import { User } from "../../workbench/host/user";
import { snapshotOf, startHost } from "../workbench/helpers";

const ROUNDS = 50;

type Parts = ReadonlyMap<string, Uint8Array>;

const text = (parts: Parts, name: string): string => new TextDecoder().decode(parts.get(name) ?? new Uint8Array());

function different(one: Parts, other: Parts): readonly string[] {
  return [...new Set([...one.keys(), ...other.keys()])].filter((name) => text(one, name) !== text(other, name)).sort();
}

/** Typing, inserting, deleting and sorting: the same in every run. Excel may refuse some of it (merged cells); then in both. */
function edit(user: User, sheet: string, round: number): void {
  const row = 8 + (round % 7);
  switch (round % 5) {
    case 0:
      user.type(sheet, `F${String(row)}`, round % 2 === 0 ? "" : String(round));
      break;
    case 1:
      user.insertRows(sheet, row, 1 + (round % 2));
      break;
    case 2:
      user.deleteRows(sheet, row);
      break;
    case 3:
      user.sort(sheet, `A${String(row)}:H${String(row + 12)}`, [{ key: round % 4, ascending: round % 2 === 0 }]);
      break;
    default:
      user.type(sheet, `C${String(row)}`, `追記${String(round)}`);
      user.clear(sheet, `E${String(row)}`);
  }
}

async function run(file: string, plan: HighlightPlan | undefined): Promise<{ readonly parts: Parts; readonly save: () => Parts; readonly shown: number }> {
  const { workbook, source } = openWorkbook(readFileSync(file), file);
  const { host } = startHost(workbook);
  const user = new User(host, () => new Date(2026, 10, 26));
  const sheets = workbook.sheets.map(({ name }) => name);
  let shown = 0;
  for (let round = 0; round < ROUNDS; round++) {
    const note = { id: String(round), at: "2026-11-26T12:00:00Z", label: "色付け" };
    if (plan !== undefined) {
      expect(await applyHighlights(plan, { journal: note })).toMatchObject({ ok: true });
      const has = await hasHighlights();
      if (has.ok && has.value) shown++;
    }
    edit(user, sheets[round % sheets.length] ?? "", round);
    // By turns: taken off by the button, and taken back.
    if (plan === undefined) continue;
    const off = round % 2 === 0 ? await clearHighlights({ journal: { ...note, id: `${note.id} off` } }) : await undoLast();
    expect(off).toMatchObject({ ok: true });
  }
  return { parts: saveParts(workbook, source), save: () => saveParts(workbook, source), shown };
}

test.each(["samples/d01-ebetsu-3rd-kpi.xlsx", "samples/d10-everything.xlsx"])("%s: 色付けを50回付けて消し、その間に入力、並べ替え、行の挿入と削除をしても、色付けをしないときと、自分の記録のほかはすべて同じになる", async (file) => {
  const snapshot = snapshotOf(file);
  const { findings } = analyze(snapshot, defaultSettings, "2026-11-26");
  const plan = planHighlights(findings, snapshot, { severities: ["error", "warning", "info"], rules: "all" });
  expect(plan.blocks.length).toBeGreaterThan(3);
  const plain = await run(file, undefined);
  const original = openWorkbook(readFileSync(file), file).source.parts;
  expect(different(original, plain.parts).filter((name) => name.startsWith("xl/worksheets/")).length).toBeGreaterThan(0);

  const colored = await run(file, plan);
  expect(colored.shown).toBe(ROUNDS);
  const more = different(plain.parts, colored.parts);
  const own = [...colored.parts.keys()].filter((name) => text(colored.parts, name).includes(JOURNAL_NAMESPACE));
  expect(own.length).toBeGreaterThan(0);
  // The package's lists name the part.
  expect(more.filter((name) => !own.includes(name) && !name.startsWith("customXml/") && name !== "[Content_Types].xml" && name !== "xl/_rels/workbook.xml.rels")).toEqual([]);

  for (;;) {
    const forgotten = await forgetLast();
    if (!forgotten.ok) throw new Error(forgotten.failure.code);
    if (forgotten.value === null) break;
  }
  expect(different(plain.parts, colored.save())).toEqual([]);
}, 120_000);
