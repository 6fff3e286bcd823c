import { FluentProvider, makeStyles, tokens } from "@fluentui/react-components";
import { useEffect, useState } from "react";
import { BootPage, type BootTrouble } from "./components/boot-page";
import { ErrorBoundary } from "./components/error-boundary";
import { Shell } from "./components/shell";
import { PaneContext, type Pane } from "./pane-context";
import { useHostTheme } from "./use-host-theme";

/** What came of asking for Excel. */
export type Boot = { readonly kind: "ready"; readonly pane: Pane; readonly theme: "light" | "dark" | null } | BootTrouble;

interface AppProps {
  readonly version: string;
  readonly boot: () => Promise<Boot>;
}

const useStyles = makeStyles({
  // A page of its own in the height that Excel gives; the content scrolls inside.
  root: { height: "100%", overflowWrap: "anywhere", lineBreak: "strict", fontSize: tokens.fontSizeBase300, lineHeight: tokens.lineHeightBase300 },
});

/** The pane, from the first sight of it. */
export function App({ version, boot }: AppProps) {
  const styles = useStyles();
  const [state, setState] = useState<Boot | null>(null);
  const theme = useHostTheme(state?.kind === "ready" ? state.theme : null);
  useEffect(() => {
    let isShown = true;
    void boot().then((found) => { if (isShown) setState(found); });
    return () => { isShown = false; };
  }, [boot]);
  return (
    <FluentProvider theme={theme} className={styles.root}>
      <ErrorBoundary version={version} host={state !== null && "host" in state ? state.host : state?.kind === "ready" ? state.pane.store.get().host : null}>
        {state?.kind === "ready" ? (
          <PaneContext value={state.pane}>
            <Shell />
          </PaneContext>
        ) : (
          <BootPage version={version} trouble={state} />
        )}
      </ErrorBoundary>
    </FluentProvider>
  );
}
