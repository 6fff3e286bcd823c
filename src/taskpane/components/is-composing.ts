import type { KeyboardEvent } from "react";

/** The key that ends a conversion of the input method, and means nothing to us. "Process" is how Windows names it. */
export function isComposing(event: KeyboardEvent): boolean {
  return event.nativeEvent.isComposing || event.key === "Process";
}
