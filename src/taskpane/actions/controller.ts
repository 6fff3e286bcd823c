import type { Engine } from "../engine/engine";
import type { Tab } from "../state/pane-state";
import { createChecking } from "./checking";
import { createDesk, type DeskParts } from "./desk";
import { createEngines } from "./engines";
import { createGoing } from "./going";
import { createHighlighting } from "./highlighting";
import { createListing } from "./listing";
import { createLiveCheck } from "./live-check";
import { createOpening } from "./opening";
import { createSettingsEditing } from "./settings-editing";
import { createSuggesting } from "./suggesting";
import { createSummarizing } from "./summarizing";
import { createUndoing } from "./undoing";

export interface ControllerParts extends DeskParts {
  readonly startEngine: () => Promise<Engine>;
  /** The version that the server has, where it is above this one; null where it is not, or cannot be known. */
  readonly findNewerVersion: () => Promise<string | null>;
}

/**
 * What the pane does when something is pressed: asks Excel, asks the engine, and tells the store. Every way ends in a
 * state that is shown; none throws. One module for each thing that is done; here they are tied together.
 */
export function createController({ startEngine, findNewerVersion, ...parts }: ControllerParts) {
  const desk = createDesk(parts);
  const engines = createEngines(startEngine);
  const live = createLiveCheck(desk, { isChecking: () => checking.isChecking(), check: (isQuiet) => checking.check(isQuiet) });
  const checking = createChecking(desk, engines, live);
  const { check, cancel } = checking;
  const going = createGoing(desk);
  const settings = createSettingsEditing(desk, engines);
  return {
    ...createOpening(desk, findNewerVersion),
    check,
    cancel,
    setLive: live.setLive,
    ...going,
    ...createListing(desk, going.goTo),
    ...settings,
    ...createSuggesting(desk, live),
    ...createHighlighting(desk, engines),
    ...createSummarizing(desk, engines, check),
    ...createUndoing(desk, engines, live),
    showTab: (tab: Tab): void => {
      desk.dispatch({ type: "tab", tab });
      if ((tab === "settings" || tab === "target") && desk.state().settings === null) void settings.loadSettings();
    },
  };
}

export type Controller = ReturnType<typeof createController>;
