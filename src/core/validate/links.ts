import { squash } from "../text";
import { foldSpelling } from "./spelling";

/** KPI-3, A01, 12, 1-2, ③: a sign that stands for something described elsewhere, unlike a name that speaks for itself. */
const ID = /^[A-Z]{0,6}[-_.]?\d+(?:[-_.]\d+)*$/u;

/** An ID in one spelling; 「No.」 in front of it is no part of it. */
export function foldId(text: string): string {
  return squash(text)
    .toUpperCase()
    .replace(/^NO\.?/u, "");
}

export function isIdLike(text: string): boolean {
  return ID.test(foldId(text));
}

/** For matching the ends of links with names and IDs: spellings must not make or break a connection. */
export function foldEnd(text: string): string {
  return isIdLike(text) ? foldId(text) : foldSpelling(text);
}
