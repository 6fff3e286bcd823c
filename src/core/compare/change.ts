import type { CellAddress } from "../sheet/address";

export const changeKinds = [
  "added",
  "removed",
  "renamed",
  "target-changed",
  "baseline-changed",
  "actual-changed",
  "status-changed",
  "division-changed",
  "text-changed",
] as const;
export type ChangeKind = (typeof changeKinds)[number];

export const changeSubjects = ["indicator", "work-item", "measure", "logic-link", "revision"] as const;
export type ChangeSubject = (typeof changeSubjects)[number];

/** 前回からの変更点. One fact that differs between two editions of a workbook. */
export interface Change {
  readonly kind: ChangeKind;
  readonly subject: ChangeSubject;
  /** What the thing was called in the older edition; for an added one its only name. */
  readonly name: string;
  /** Only for "renamed". */
  readonly newName: string | null;
  /** The amount of a figure, null where it is blank or without a number; of anything else the text as it stands. */
  readonly before: number | string | null;
  readonly after: number | string | null;
  /** What stands in the cell, for a person: 「450人以上」 where `before` is 450. Null where there is nothing. */
  readonly beforeText: string | null;
  readonly afterText: string | null;
  readonly atOld: CellAddress | null;
  readonly atNew: CellAddress | null;
}
