import type { PanePage } from "./globals";
import { runScenario } from "../host/conformance/index";

const ready = Office.onReady();
Office.actions.associate("clearHighlights", (event: { completed(): void }) => { event.completed(); });

const driven: PanePage = {
  ready: async () => {
    const { host, platform } = await ready;
    const { requirements } = Office.context;
    return {
      host,
      platform,
      reads: requirements.isSetSupported("ExcelApi", "1.12"),
      beyond: requirements.isSetSupported("ExcelApi", "1.99"),
    };
  },
  run: () => runScenario({ Excel, OfficeExtension }),
  keep: async (value) => {
    const { settings } = Office.context.document;
    settings.set("検証", value);
    await new Promise<void>((done, refused) => {
      settings.saveAsync(({ status, error }) => {
        if (status === Office.AsyncResultStatus.Succeeded) done();
        else refused(new Error(error.message));
      });
    });
    settings.remove("検証");
    await new Promise<void>((done) => { settings.refreshAsync(() => { done(); }); });
    return settings.get("検証") as unknown;
  },
};
globalThis.panePage = driven;
