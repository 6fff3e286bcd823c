import type { ErrorCode } from "./interpreter/protocol";

/** What can go wrong with an Excel. All off by default; a test or the workbench page switches them on. */
export interface Faults {
  /** Milliseconds before each reply. */
  latency: number;
  /** The user is typing into a cell: requests are refused, or wait where the add-in asked for it. */
  editingCell: boolean;
  /** The workbook was opened read-only or is marked final. */
  readOnly: boolean;
  /** The user has closed the workbook. */
  closed: boolean;
  /** Largest request and response in bytes; overrides the profile's. */
  payloadLimit: number | undefined;
  /** The action of the request (both from zero, releases not counted) that is refused with AccessDenied. */
  denyAt: { readonly request: number; readonly action: number } | undefined;
  /**
   * The request (from zero, releases not counted) that fails as a whole: before anything of it is done, or after all of it
   * was done, when the answer is lost. By default with GeneralException.
   */
  failAt: { readonly request: number; readonly when: "before" | "after"; readonly code?: ErrorCode } | undefined;
  /** No printer is installed: Excel refuses to set up pages. */
  noPrinter: boolean;
  /** Excel makes no chart. */
  refuseCharts: boolean;
  /** Excel opens no further workbook. */
  refuseCreateWorkbook: boolean;
  /** Conditional formats that Excel itself can't load: reading such a rule, or the whole collection, fails. */
  unreadableRule: ((rule: { readonly id: string; readonly type: string; readonly formula: string }) => boolean) | undefined;
  /** A chart or a shape is selected instead of cells. */
  shapeSelected: boolean;
  /** Called before each request that is not a mere release: a co-author's edit, a sheet renamed or deleted meanwhile. */
  beforeRequest: ((request: number) => void) | undefined;
  /** Deliberate defects of the host itself, by which the conformance scenario is tried. */
  readonly defects: Set<Defect>;
}

/** Rules of the protocol and of Excel that the host can be made to break. */
export type Defect =
  | "camel-case-results"
  | "no-identity"
  | "no-null-objects"
  | "no-trace-results"
  | "wrong-error-code"
  | "no-error-location"
  | "no-action-index"
  | "no-stop-at-error"
  | "lost-references"
  | "no-change-event"
  | "no-shift-direction"
  | "no-trigger-source"
  | "no-protection"
  | "no-broadcast"
  | "writes-null";

export function noFaults(): Faults {
  return {
    latency: 0,
    editingCell: false,
    readOnly: false,
    closed: false,
    payloadLimit: undefined,
    denyAt: undefined,
    failAt: undefined,
    noPrinter: false,
    unreadableRule: undefined,
    shapeSelected: false,
    refuseCharts: false,
    refuseCreateWorkbook: false,
    beforeRequest: undefined,
    defects: new Set(),
  };
}
