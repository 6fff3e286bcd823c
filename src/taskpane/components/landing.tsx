import { makeStyles } from "@fluentui/react-components";
import type { ReactNode } from "react";
import { useFocusIfLost } from "./use-focus";

const useStyles = makeStyles({ root: { ":focus": { outlineStyle: "none" } } });

/** What is to be read first when it appears: takes the focus where that was lost, so that a keyboard goes on from here. */
export function Landing({ children }: { readonly children: ReactNode }) {
  return <div ref={useFocusIfLost()} tabIndex={-1} className={useStyles().root}>{children}</div>;
}
