import type { RibbonWord } from "../state/pane-host";
import { says } from "../texts/actions.ja";
import type { Desk } from "./desk";

/** What the pane does unasked: what earlier sessions left in the workbook, what the ribbon did, what the server has. */
export function createOpening(desk: Desk, findNewerVersion: () => Promise<string | null>) {
  const { dispatch } = desk;
  const dismiss = (): void => { dispatch({ type: "notice", notice: null }); };

  /** The ribbon has cleared colors, or could not: it has no place of its own to say so. */
  const hearRibbon = async (word: RibbonWord): Promise<void> => {
    if (word.kind === "failed") dispatch({ type: "notice", notice: { intent: "error", trouble: { kind: "refused", failure: word.failure } } });
    if (word.kind === "still-colored") dispatch({ type: "notice", notice: { intent: "warning", text: says.stillColored(word.sheets.join("」「")) } });
    // What was said of the colors before is no longer so.
    if (word.kind === "cleared") dismiss();
    await desk.refreshJournal();
    await desk.refreshHighlights();
  };

  return {
    /** After the host is ready. */
    start: async (): Promise<void> => {
      await desk.refreshJournal();
      await desk.refreshHighlights();
      desk.host.watchRibbon((word) => void hearRibbon(word));
      // Last: nobody waits for it.
      dispatch({ type: "newer-version", version: await findNewerVersion() });
    },

    dismiss,
    dismissNewerVersion: (): void => { dispatch({ type: "newer-version", version: null }); },
  };
}
