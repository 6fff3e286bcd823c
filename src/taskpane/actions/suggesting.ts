import { notes, says } from "../texts/actions.ja";
import type { Desk } from "./desk";
import type { LiveCheck } from "./live-check";
import { valueOf } from "./refusal";

/** 候補を入れる. */
export function createSuggesting(desk: Desk, live: LiveCheck) {
  return {
    applySuggestion: async (id: string): Promise<void> => {
      const suggestion = desk.finding(id)?.suggestion;
      if (suggestion === null || suggestion === undefined) return;
      await desk.write(async () => {
        const { at, value, expected, cell } = suggestion;
        const note = desk.note(notes.suggestion(cell, value));
        valueOf(await desk.host.applySuggestion({ at, value }, expected, note));
        desk.dispatch({ type: "mended", id, entry: note.id });
        desk.say(says.suggestionApplied(cell, value));
      });
      live.checkLater();
    },
  };
}
