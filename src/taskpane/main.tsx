import { createRoot } from "react-dom/client";
import packageJson from "../../package.json";
import { MINIMUM_EXCEL_API } from "../excel/capabilities";
import { findHost } from "../excel/host";
import { App, type Boot } from "./App";
import { clock } from "./clock";
import { composePane, tabOf } from "./compose";
import { startEngine } from "./engine/start-engine";
import { excelHost } from "./excel-host";
import { findNewerVersion } from "./newer-version";
import { loadRulePage } from "./rule-pages";

const { version } = packageJson;

async function boot(): Promise<Boot> {
  const found = await findHost();
  if (found === "no-library") return { kind: "no-office" };
  if (found === "elsewhere") return { kind: "elsewhere" };
  const missing = excelHost.apiMissing();
  if (missing !== null) return { kind: "too-old", found: missing, needed: MINIMUM_EXCEL_API, host: excelHost.describe() };
  const pane = composePane({ version, host: excelHost, startEngine, findNewerVersion: () => findNewerVersion(version), clock, loadRulePage, tab: tabOf(location.search) });
  return { kind: "ready", pane, theme: excelHost.readTheme() };
}

const root = document.getElementById("root");
if (root === null) throw new Error("taskpane.html has no #root");

createRoot(root).render(<App version={version} boot={boot} />);
