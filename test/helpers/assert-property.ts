import fc from "fast-check";
import { freshSeed } from "./fresh-seed";

const seed = freshSeed();

/** Throws with the smallest case for which a property does not hold. */
export function assertProperty<Case>(property: fc.IProperty<Case>, parameters: fc.Parameters<Case> = {}): void {
  // eslint-disable-next-line no-restricted-properties -- the one place in which it is called
  fc.assert(property, { seed, ...parameters });
}
