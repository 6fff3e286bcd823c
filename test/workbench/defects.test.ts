import { runScenario, SCENARIO_SHEETS } from "../../workbench/host/conformance/index";
import type { Defect } from "../../workbench/host/faults";
import { startHost, workbookOf } from "./helpers";

const defects: readonly Defect[] = [
  "camel-case-results", "no-identity", "no-null-objects", "no-trace-results", "wrong-error-code", "no-error-location", "no-action-index",
  "no-stop-at-error", "lost-references", "no-change-event", "no-shift-direction", "no-trigger-source", "no-protection", "no-broadcast", "writes-null",
];

test.each(defects)("ホストにわざと入れた誤り「%s」に、検査が気付く", async (defect) => {
  const { host, Excel, OfficeExtension } = startHost(workbookOf(SCENARIO_SHEETS));
  host.faults.defects.add(defect);
  expect(await runScenario({ Excel, OfficeExtension })).not.toEqual([]);
}, 30_000);
