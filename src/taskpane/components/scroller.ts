import { createContext, useContext } from "react";

/** The element that scrolls the content; long lists measure against it. */
export const ScrollerContext = createContext<HTMLElement | null>(null);

export function useScroller(): HTMLElement | null {
  return useContext(ScrollerContext);
}
