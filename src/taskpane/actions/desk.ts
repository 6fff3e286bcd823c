import { EngineClosed } from "../engine/engine";
import type { FindingView } from "../engine/outcome";
import type { JournalNote, PaneHost } from "../state/pane-host";
import type { PaneAction, PaneState } from "../state/pane-state";
import type { Store } from "../state/store";
import { troubleOf } from "./refusal";

export interface DeskParts {
  readonly host: PaneHost;
  readonly store: Store<PaneState, PaneAction>;
  /** Now, as the journal writes it; today in Japan, an ISO day; a name for an entry. */
  readonly clock: { readonly now: () => string; readonly today: () => string; readonly id: () => string };
}

/** What every action works with: Excel, the clock, the state, and the ways to end in a state that is shown. */
export interface Desk extends Pick<DeskParts, "host" | "clock"> {
  readonly state: () => PaneState;
  readonly dispatch: (action: PaneAction) => void;
  /** A line above the content: it is done. */
  readonly say: (text: string) => void;
  /** The same line: what went wrong. Nothing where the person has stopped it. */
  readonly fail: (error: unknown) => void;
  /** Never throws. */
  readonly attempt: (action: () => Promise<void>) => Promise<void>;
  /** One thing at a time is written; the journal is read again afterwards, whatever came of it. */
  readonly write: (action: () => Promise<void>) => Promise<void>;
  readonly note: (label: string) => JournalNote;
  readonly finding: (id: string) => FindingView | undefined;
  readonly refreshJournal: () => Promise<void>;
  readonly refreshHighlights: () => Promise<void>;
}

export function createDesk({ host, store, clock }: DeskParts): Desk {
  const dispatch = (action: PaneAction): void => { store.dispatch(action); };
  const state = (): PaneState => store.get();
  const fail = (error: unknown): void => {
    if (error instanceof EngineClosed) return;
    dispatch({ type: "notice", notice: { intent: "error", trouble: troubleOf(error) } });
  };
  const attempt = async (action: () => Promise<void>): Promise<void> => {
    try {
      await action();
    } catch (error) {
      fail(error);
    }
  };
  const refreshJournal = (): Promise<void> =>
    attempt(async () => {
      const journal = await host.listJournal();
      if (journal.ok) dispatch({ type: "journal", journal: journal.value });
    });
  return {
    host,
    clock,
    state,
    dispatch,
    say: (text) => { dispatch({ type: "notice", notice: { intent: "success", text } }); },
    fail,
    attempt,
    write: async (action) => {
      if (state().isWriting) return;
      dispatch({ type: "writing", isWriting: true });
      dispatch({ type: "notice", notice: null });
      await attempt(action);
      await refreshJournal();
      dispatch({ type: "writing", isWriting: false });
    },
    note: (label) => ({ id: clock.id(), at: clock.now(), label }),
    finding: (id) => state().outcome?.findings.find((finding) => finding.id === id),
    refreshJournal,
    refreshHighlights: async () => {
      const found = await host.hasHighlights();
      if (found.ok) dispatch({ type: "highlights", highlights: { isOn: found.value } });
    },
  };
}
