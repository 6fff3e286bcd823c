import type { HostFailure } from "./host-failure";

/** What the ribbon's command has to tell, where nothing on the sheet tells it. */
export interface RibbonNotice {
  /** ISO date-time. */
  readonly at: string;
  readonly what: { readonly kind: "failed"; readonly failure: HostFailure } | { readonly kind: "still-colored"; readonly sheets: readonly string[] };
}

/** Shared by the pages of one origin in one Excel: the ribbon's page writes it, the pane shows it. */
const KEY = "shinchoku.notice";

/** Leaves word for the pane. A browser that keeps nothing loses it. */
export function leaveNotice(notice: RibbonNotice): void {
  try {
    localStorage.setItem(KEY, JSON.stringify(notice));
  } catch {
    return;
  }
}

/** The word that was left, once. */
export function takeNotice(): RibbonNotice | null {
  try {
    const text = localStorage.getItem(KEY);
    if (text === null) return null;
    localStorage.removeItem(KEY);
    return JSON.parse(text) as RibbonNotice;
  } catch {
    return null;
  }
}

/** Tells a pane that is open already. Returns what stops it. */
export function watchNotice(listener: (notice: RibbonNotice) => void): () => void {
  const look = (event: StorageEvent): void => {
    if (event.key !== KEY || event.newValue === null) return;
    const notice = takeNotice();
    if (notice !== null) listener(notice);
  };
  addEventListener("storage", look);
  return () => { removeEventListener("storage", look); };
}
