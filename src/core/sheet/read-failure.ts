/**
 * Why a file could not be read as a workbook at all. What concerns a single sheet is its `problem` instead.
 * `detail` is for the log, never for the screen.
 */
export type ReadFailure =
  | { readonly code: "empty-file" }
  /** Some other kind of file altogether. */
  | { readonly code: "not-a-workbook" }
  /** Excel 97-2003 (.xls), whatever its name says. */
  | { readonly code: "legacy-xls" }
  /** Excel's binary workbook (.xlsb). */
  | { readonly code: "binary-workbook" }
  /** OpenDocument (.ods). */
  | { readonly code: "open-document" }
  /** Excel 2003's single XML file. */
  | { readonly code: "xml-spreadsheet" }
  /** A password, or rights management. */
  | { readonly code: "encrypted" }
  | { readonly code: "html" }
  | { readonly code: "csv-or-text" }
  | { readonly code: "corrupt"; readonly detail: string }
  /** A DOCTYPE, which no workbook has and which is how entity attacks begin. */
  | { readonly code: "unsafe-content"; readonly detail: string }
  | { readonly code: "too-large"; readonly detail: string }
  /** Inflates to many times what a workbook does. */
  | { readonly code: "expands-too-much"; readonly detail: string };

export type ReadFailureCode = ReadFailure["code"];
