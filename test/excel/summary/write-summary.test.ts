import { writeSummary } from "../../../src/excel/summary";
import { startHost } from "../../workbench/helpers";
import { note, openSample, planOf, samples } from "./sample-plans";

test.each(samples)("%s: 要求は8回まで", async (sample) => {
  const { host } = startHost(openSample(sample));
  const plan = planOf(sample);
  const written = await writeSummary(plan, { journal: note() });
  if (!written.ok) throw new Error(JSON.stringify(written));
  expect(host.nextRequest).toBeLessThanOrEqual(8);
});
