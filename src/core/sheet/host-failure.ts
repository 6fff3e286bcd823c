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
  /** The structure of the workbook is protected: no sheet can be made, renamed or removed. */
  | { readonly code: "workbook-protected" }
  /** Refused without a cause that we could make out. */
  | { readonly code: "access-denied"; readonly detail: string }
  | { readonly code: "workbook-closed" }
  /** One row alone is more than Excel hands over at a time, or what is to be written is. */
  | { readonly code: "payload-too-large" }
  /** Someone kept editing while we read, or removed what we were about to write to. */
  | { readonly code: "changed-meanwhile" }
  /** A person pressed 中止. */
  | { readonly code: "cancelled" }
  /** The cell holds something else than what the suggestion was made for; `cell` is A1. */
  | { readonly code: "cell-changed"; readonly sheet: string; readonly cell: string }
  /** Excel took the value otherwise than it was given, or the cell's 入力規則 forbids it; the cell was put back. */
  | { readonly code: "value-refused"; readonly sheet: string; readonly cell: string }
  /** No cell is selected, but a chart or a shape. */
  | { readonly code: "no-cell-selected" }
  /** What 元に戻す would put back was changed by hand since; `label` is the entry's. */
  | { readonly code: "undo-changed"; readonly label: string }
  /** The record for 元に戻す is damaged, or of a newer version. */
  | { readonly code: "undo-unreadable" }
  /** The action failed half-way, and taking it back failed as well. */
  | { readonly code: "half-done"; readonly what: "highlights" | "cell" | "settings" | "summary"; readonly detail: string }
  | { readonly code: "unexpected"; readonly detail: string };

export type HostFailureCode = HostFailure["code"];
