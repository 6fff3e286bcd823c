import type { Place } from "../engine/outcome";
import type { Desk } from "./desk";
import { valueOf } from "./refusal";

/** セルへ移る. */
export function createGoing(desk: Desk) {
  let wanted: Place | null = null;
  let isGoing = false;
  const takeWanted = (): Place | null => {
    const place = wanted;
    wanted = null;
    return place;
  };
  return {
    /** The last place asked for wins: pressing 次へ quickly must not queue up behind a slow Excel. */
    goTo: async (at: Place): Promise<void> => {
      wanted = at;
      if (isGoing) return;
      isGoing = true;
      try {
        for (let place = takeWanted(); place !== null; place = takeWanted()) {
          const gone = await desk.host.goToCell(place);
          desk.dispatch({ type: "notice", notice: gone.ok ? null : { intent: "error", trouble: { kind: "refused", failure: gone.failure } } });
        }
      } catch (error) {
        desk.fail(error);
      } finally {
        isGoing = false;
      }
    },

    goToSheet: (name: string): Promise<void> => desk.attempt(async () => { valueOf(await desk.host.goToSheet(name)); }),
  };
}
