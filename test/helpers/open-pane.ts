import { createController, type Controller } from "../../src/taskpane/actions/controller";
import type { Engine } from "../../src/taskpane/engine/engine";
import { startInProcess } from "../../src/taskpane/engine/in-process";
import type { Outcome } from "../../src/taskpane/engine/outcome";
import { excelHost } from "../../src/taskpane/excel-host";
import { initialState, reduce, type PaneAction, type PaneState } from "../../src/taskpane/state/pane-state";
import { createStore, type Store } from "../../src/taskpane/state/store";
import type { ExcelHost } from "../../workbench/host/host";
import { openWorkbook } from "../../workbench/host/package/open";
import { saveWorkbook } from "../../workbench/host/package/save";
import { User } from "../../workbench/host/user";
import { startHost } from "../workbench/helpers";

export const TODAY = "2026-11-26";

export interface OpenedPane {
  readonly host: ExcelHost;
  readonly user: User;
  readonly controller: Controller;
  readonly store: Store<PaneState, PaneAction>;
  readonly outcome: () => Outcome;
  readonly save: () => Uint8Array;
}

/** What the pane does, without the pane: the real actions, engine and office.js on a workbook. */
export function openPane(bytes: Uint8Array, startEngine: () => Promise<Engine> = startInProcess): OpenedPane {
  const opened = openWorkbook(bytes, "計画.xlsx");
  const { host } = startHost(opened.workbook);
  const store = createStore(reduce, initialState("check", excelHost.describe()));
  let count = 0;
  const controller = createController({
    host: excelHost,
    store,
    startEngine,
    findNewerVersion: () => Promise.resolve(null),
    clock: { now: () => `${TODAY}T09:00:00.000Z`, today: () => TODAY, id: () => String(++count) },
  });
  const outcome = (): Outcome => {
    const state = store.get();
    expect([state.check, state.notice?.intent]).not.toContain("error");
    if (state.outcome === null) throw new Error(JSON.stringify(state.check));
    return state.outcome;
  };
  return { host, user: new User(host), controller, store, outcome, save: () => saveWorkbook(host.workbook, opened.source) };
}
