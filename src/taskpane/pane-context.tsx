import { createContext, useContext, useSyncExternalStore } from "react";
import type { Controller } from "./actions/controller";
import type { PaneAction, PaneState } from "./state/pane-state";
import type { Store } from "./state/store";
import type { RulePage } from "./rule-pages";

/** What components are given: the state, what can be done, and what is fetched on demand. */
export interface Pane {
  readonly version: string;
  readonly store: Store<PaneState, PaneAction>;
  readonly controller: Controller;
  readonly loadRulePage: (rule: string) => Promise<RulePage | undefined>;
}

export const PaneContext = createContext<Pane | null>(null);

export function usePane(): Pane {
  const pane = useContext(PaneContext);
  if (pane === null) throw new Error("outside of the pane");
  return pane;
}

/** A part of the state. The selector gives what is in the state, never something new. */
export function usePaneState<T>(select: (state: PaneState) => T): T {
  const { store } = usePane();
  return useSyncExternalStore((listener) => store.subscribe(listener), () => select(store.get()));
}

export function useController(): Controller {
  return usePane().controller;
}
