import type { Theme } from "@fluentui/react-components";
import { useSyncExternalStore } from "react";
import { darkTheme, lightTheme } from "./theme";

const DARK = "(prefers-color-scheme: dark)";

function subscribe(listener: () => void): () => void {
  const query = matchMedia(DARK);
  query.addEventListener("change", listener);
  return () => { query.removeEventListener("change", listener); };
}

/** Office's theme where it says it; otherwise the system's. Forced colors are the browser's own business, over either. */
export function useHostTheme(office: "light" | "dark" | null): Theme {
  const isSystemDark = useSyncExternalStore(subscribe, () => matchMedia(DARK).matches);
  return (office ?? (isSystemDark ? "dark" : "light")) === "dark" ? darkTheme : lightTheme;
}
