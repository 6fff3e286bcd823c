import { says } from "../texts/actions.ja";
import type { Desk } from "./desk";
import type { Engines } from "./engines";
import type { LiveCheck } from "./live-check";
import { valueOf } from "./refusal";

/** 元に戻す. */
export function createUndoing(desk: Desk, engines: Engines, live: LiveCheck) {
  const { host, clock, dispatch } = desk;
  return {
    undo: async (): Promise<void> => {
      await desk.write(async () => {
        const done = valueOf(await host.undoLast());
        if (done === null) return;
        const { kind, label, id } = done.undone;
        if (kind === "highlights-on" || kind === "highlights-off") dispatch({ type: "highlights", highlights: { isOn: valueOf(await host.hasHighlights()) } });
        if (kind === "suggestion") dispatch({ type: "unmended", entry: id });
        if (kind === "summary") dispatch({ type: "summary", summary: { phase: "none" } });
        if (kind === "settings") {
          const text = valueOf(await host.loadSettings());
          const checked = engines.checked();
          if (checked === null) dispatch({ type: "settings", settings: await (await engines.any()).settings(text) });
          else dispatch({ type: "outcome", outcome: await checked.check(text, clock.today()), isFresh: false });
        }
        desk.say(says.undone(label));
      });
      if (desk.state().isStale) live.checkLater();
    },

    /** Where 元に戻す was refused because of an edit by hand: drops the record, so that what came before it can be undone. */
    forgetLast: (): Promise<void> =>
      desk.write(async () => {
        const dropped = valueOf(await host.forgetLast());
        if (dropped !== null) desk.say(says.forgotten(dropped.forgotten.label));
      }),
  };
}
