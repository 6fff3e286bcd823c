import type { Engine } from "./engine/engine";
import type { Pane } from "./pane-context";
import { createController, type ControllerParts } from "./actions/controller";
import type { PaneHost } from "./state/pane-host";
import { initialState, reduce, type Tab } from "./state/pane-state";
import { createStore } from "./state/store";
import type { RulePage } from "./rule-pages";

export interface PaneParts {
  readonly version: string;
  readonly host: PaneHost;
  readonly startEngine: () => Promise<Engine>;
  readonly findNewerVersion: ControllerParts["findNewerVersion"];
  readonly clock: ControllerParts["clock"];
  readonly loadRulePage: (rule: string) => Promise<RulePage | undefined>;
  readonly tab: Tab;
}

/** The pane's parts, tied together. */
export function composePane({ version, host, startEngine, findNewerVersion, clock, loadRulePage, tab }: PaneParts): Pane {
  const store = createStore(reduce, initialState(tab, host.describe()));
  const controller = createController({ host, store, startEngine, findNewerVersion, clock });
  void controller.start();
  return { version, store, controller, loadRulePage };
}

/** The ribbon's 集計を作る opens the pane with `?step=report`. */
export function tabOf(search: string): Tab {
  return new URLSearchParams(search).get("step") === "report" ? "summary" : "check";
}
