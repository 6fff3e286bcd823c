import type { HostFailure } from "./host-failure";

/** What the ribbon's command has to tell the pane. */
export interface RibbonNotice {
  /** ISO date-time. */
  readonly at: string;
  readonly what:
    | { readonly kind: "failed"; readonly failure: HostFailure }
    /** Sheets on which the colors could not be cleared. */
    | { readonly kind: "still-colored"; readonly sheets: readonly string[] }
    /** All went well: nothing to say, but an open pane must know. */
    | { readonly kind: "cleared" };
}

/**
 * Shared by the pages of one origin in one Excel: the ribbon's page writes it, the pane of the same workbook shows it.
 * Several workbooks may be open, each with a pane: the key tells them apart, and does not give away where a file lies.
 */
function keyOfBook(): string {
  const context = typeof Office === "undefined" ? undefined : (Office.context as { readonly document?: { readonly url?: string } } | undefined);
  const url = context?.document?.url ?? "";
  let hash = 0;
  for (const character of url) hash = (Math.imul(hash, 31) + (character.codePointAt(0) ?? 0)) | 0;
  return `shinchoku.notice.${(hash >>> 0).toString(36)}`;
}

/** Leaves word for the pane. A browser that keeps nothing loses it. */
export function leaveNotice(notice: RibbonNotice): void {
  try {
    const key = keyOfBook();
    localStorage.setItem(key, JSON.stringify(notice));
    // Of no use to a pane that is opened later.
    if (notice.what.kind === "cleared") localStorage.removeItem(key);
  } catch {
    return;
  }
}

/** The word that was left, once. */
export function takeNotice(): RibbonNotice | null {
  try {
    const key = keyOfBook();
    const text = localStorage.getItem(key);
    if (text === null) return null;
    localStorage.removeItem(key);
    return JSON.parse(text) as RibbonNotice;
  } catch {
    return null;
  }
}

/** Tells a pane that is open already. Returns what stops it. */
export function watchNotice(listener: (notice: RibbonNotice) => void): () => void {
  const look = ({ key, newValue }: StorageEvent): void => {
    if (key !== keyOfBook() || newValue === null) return;
    takeNotice();
    listener(JSON.parse(newValue) as RibbonNotice);
  };
  addEventListener("storage", look);
  return () => { removeEventListener("storage", look); };
}
