import { useEffect, useRef, type RefCallback } from "react";

/** Whether the focus fell out of the page, because what held it is gone. */
export function isFocusLost(): boolean {
  return document.hasFocus() && (document.activeElement === null || document.activeElement === document.body);
}

/** For the element that takes the focus when it appears in the place of what held it, so that a keyboard goes on where it was. */
export function useFocusIfLost(): RefCallback<HTMLElement> {
  const element = useRef<HTMLElement>(null);
  useEffect(() => {
    if (isFocusLost()) element.current?.focus({ preventScroll: true });
  }, []);
  return (found) => { element.current = found; };
}
