import { runScenario, scenario, SCENARIO_SHEETS } from "../../workbench/host/conformance/index";
import { startHost, workbookOf } from "./helpers";

test("検査は60項目以上ある", () => {
  expect(scenario.length).toBeGreaterThanOrEqual(60);
});

test("Node の経路で、すべての検査が通る", async () => {
  const { Excel, OfficeExtension } = startHost(workbookOf(SCENARIO_SHEETS));
  expect(await runScenario({ Excel, OfficeExtension })).toEqual([]);
});
