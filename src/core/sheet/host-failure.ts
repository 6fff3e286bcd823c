/** What Excel may refuse, by cause. `detail` is the host's own wording: for the log, never for the screen. */
export type HostFailure =
  /** The page runs outside Excel. */
  | { readonly code: "not-in-excel" }
  /** This Excel lacks what the action needs. */
  | { readonly code: "unsupported"; readonly needs: string }
  | { readonly code: "sheet-not-found"; readonly sheet: string }
  /** Nothing can be shown on a hidden sheet, and we never unhide one unasked. */
  | { readonly code: "sheet-hidden"; readonly sheet: string }
  | { readonly code: "cell-being-edited" }
  | { readonly code: "sheet-protected"; readonly sheet: string }
  | { readonly code: "workbook-read-only" }
  /** Refused without a cause that we could make out. */
  | { readonly code: "access-denied"; readonly detail: string }
  | { readonly code: "workbook-closed" }
  /** One row alone is more than Excel hands over at a time, or what is to be written is. */
  | { readonly code: "payload-too-large" }
  /** Someone kept editing while we read. */
  | { readonly code: "changed-meanwhile" }
  | { readonly code: "unexpected"; readonly detail: string };

export type HostFailureCode = HostFailure["code"];
