import type { HighlightChoice } from "../../core";
import { notes, says } from "../texts/actions.ja";
import type { Desk } from "./desk";
import type { Engines } from "./engines";
import { valueOf } from "./refusal";

/** 色付け. */
export function createHighlighting(desk: Desk, engines: Engines) {
  const { dispatch } = desk;

  const showHighlights = async (choice: HighlightChoice): Promise<void> => {
    const engine = engines.checked();
    if (engine === null) return;
    await desk.write(async () => {
      dispatch({ type: "highlights", highlights: { isBusy: true, choice } });
      const plan = await engine.highlights(choice);
      const { colored, protectedSheets } = valueOf(await desk.host.applyHighlights(plan, desk.note(notes.highlightsOn)));
      dispatch({ type: "highlights", highlights: { isOn: colored > 0, protectedSheets, omitted: plan.omitted } });
      // That nothing was colored is no success where there was something to be colored.
      if (colored === 0 && protectedSheets.length > 0) dispatch({ type: "notice", notice: { intent: "warning", text: says.coloredNothing(protectedSheets.join("」「")) } });
      else desk.say(says.colored(colored));
    });
    dispatch({ type: "highlights", highlights: { isBusy: false } });
  };

  return {
    showHighlights,

    /** What the next 色付け shows; the colors follow at once where they are on. */
    chooseHighlights: async (choice: HighlightChoice): Promise<void> => {
      if (desk.state().highlights.isOn === true && engines.checked() !== null) await showHighlights(choice);
      else dispatch({ type: "highlights", highlights: { choice } });
    },

    clearHighlights: async (): Promise<void> => {
      await desk.write(async () => {
        dispatch({ type: "highlights", highlights: { isBusy: true } });
        const { cleared, protectedSheets } = valueOf(await desk.host.clearHighlights(desk.note(notes.highlightsOff)));
        dispatch({ type: "highlights", highlights: { isOn: protectedSheets.length > 0 ? desk.state().highlights.isOn : false, protectedSheets, omitted: 0 } });
        desk.say(says.cleared(cleared));
      });
      dispatch({ type: "highlights", highlights: { isBusy: false } });
    },
  };
}
