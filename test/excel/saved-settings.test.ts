import { addCorrection, documentSchema, setDirection, switchRule } from "../../src/core";
import type { Outcome } from "../../src/taskpane/engine/outcome";
import { strangeBook } from "../browser/pane/books";
import { inFolder } from "../cli/shinchoku";
import { openPane, TODAY } from "../helpers/open-pane";

/** All that a person sees of a result. */
function seen({ findings, accepted, settings, directions, sheets }: Outcome): unknown {
  return {
    findings: findings.map(({ id, severity, at, message }) => [id, severity, at, message]),
    accepted: accepted.map(({ finding, reason, on }) => [finding.id, finding.at, reason, on]),
    settings,
    directions,
    tables: sheets.map(({ name, notRead, tables }) => [name, notRead, tables.map(({ region, header, columns }) => [region, header, columns.map(({ cell, field, period }) => [cell, field, period])])]),
  };
}

test("確認済み、使わない規則、指標の向き、見出しの訂正は、ブックを保存して開き直しても、コマンドで点検しても同じに効く", async () => {
  const first = openPane(strangeBook());
  const { controller, user, store } = first;
  await controller.check();
  user.select("計画", "A1:E1");
  await controller.useSelectionAsHeader();
  const [header] = first.outcome().sheets.filter(({ name }) => name === "計画").flatMap(({ tables }) => tables);
  expect(header?.header).toBe("1行目");
  expect(first.outcome().findings.map(({ at, cell }) => `${at.sheet} ${cell}`)).not.toContain("計画 E3");
  await controller.editSettings("列の意味", (settings) => addCorrection(settings, { kind: "field", sheet: "計画", cell: "E1", field: "target" }));
  await controller.editSettings("表ではない", (settings) => addCorrection(settings, { kind: "ignore", sheet: "記入例", range: null }));
  const blank = first.outcome().findings.find(({ rule, cell }) => rule === "indicator-target-missing" && cell === "E3");
  if (blank === undefined) throw new Error(JSON.stringify(first.outcome().findings));
  await controller.accept(blank.id, "条例の改正を待つため");
  const direction = first.outcome().directions.find(({ isConfirmed }) => !isConfirmed);
  if (direction === undefined) throw new Error("every direction is known");
  await controller.editSettings("向き", (settings) => setDirection(settings, direction.key, "lower-is-better"));
  const { rule } = first.outcome().findings[0] ?? { rule: "" };
  await controller.editSettings("規則", (settings) => switchRule(settings, rule, false));
  const before = seen(first.outcome());
  expect(before).toMatchObject({ accepted: [[blank.id, { sheet: "計画", row: 2, column: 4 }, "条例の改正を待つため", TODAY]], settings: { corrections: [{ kind: "header" }, { kind: "field" }, { kind: "ignore" }] } });
  expect(store.get().journal.map(({ kind }) => kind)).toEqual(["settings", "settings", "settings", "settings", "settings", "settings"]);

  const bytes = first.save();
  // Another day, another PC: only the bytes are left.
  const again = openPane(bytes);
  await again.controller.check();
  expect(seen(again.outcome())).toEqual(before);
  await inFolder(async (folder) => {
    folder.write("計画.xlsx", bytes);
    const { stdout, stderr } = await folder.run("check", "計画.xlsx", "--json", "--as-of", TODAY);
    expect(stderr).toBe("");
    const document = documentSchema.parse(JSON.parse(stdout));
    const { findings, accepted } = again.outcome();
    expect(document.findings.map((finding) => [finding.rule, finding.at.sheet, finding.at.cell])).toEqual(findings.map((finding) => [finding.rule, finding.at.sheet, finding.cell]));
    expect(document.acceptedFindings.map((finding) => [finding.at.cell, finding.reason])).toEqual(accepted.map(({ finding, reason }) => [finding.cell, reason]));
    expect(document.findings.some((finding) => finding.rule === rule)).toBe(false);
  });

  // And all of it can still be taken back, one by one, by whoever has the workbook now.
  for (let n = 0; n < 6; n++) await again.controller.undo();
  expect(again.store.get().journal).toEqual([]);
  const plain = openPane(strangeBook());
  await plain.controller.check();
  expect(again.outcome().accepted).toEqual([]);
  expect(again.outcome().findings.map(({ id }) => id)).toEqual(plain.outcome().findings.map(({ id }) => id));
});
