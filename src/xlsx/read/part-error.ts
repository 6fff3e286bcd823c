/** What can be wrong with a part of the package. Thrown inside this folder only; `readWorkbook` turns it into a value. */
export type PartErrorKind = "damaged" | "encrypted" | "unsafe" | "too-large" | "expands-too-much";

export class PartError extends Error {
  constructor(
    readonly kind: PartErrorKind,
    detail: string,
  ) {
    super(detail);
    this.name = "PartError";
  }
}

export function damaged(detail: string): PartError {
  return new PartError("damaged", detail);
}

export function tooLarge(detail: string): PartError {
  return new PartError("too-large", detail);
}
