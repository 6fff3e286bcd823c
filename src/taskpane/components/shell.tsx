import { makeStyles, Spinner, tokens } from "@fluentui/react-components";
import { useController, usePaneState } from "../pane-context";
import { common, product, tabs } from "../texts/common.ja";
import { CheckTab } from "./check/check-tab";
import { Footer } from "./footer";
import { ScrollerContext } from "./scroller";
import { Tabs } from "./tabs";
import { isFocusLost } from "./use-focus";
import { lazy, Suspense, useEffect, useRef, useState } from "react";

const useStyles = makeStyles({
  shell: { display: "flex", flexDirection: "column", height: "100%", minHeight: "20rem" },
  // Excel lays a button of its own over the corner at the top right.
  header: { flexShrink: 0, paddingRight: "40px", borderBottom: `1px solid ${tokens.colorNeutralStroke2}` },
  // For those who hear the page: what it is, and where in it they are.
  unseen: { position: "absolute", width: "1px", height: "1px", margin: 0, overflow: "hidden", clipPath: "inset(50%)", whiteSpace: "nowrap" },
  panel: { ":focus": { outlineStyle: "none" } },
  // The web view of Excel hides the bar of a scroller that does not ask for it.
  main: { flexGrow: 1, minHeight: "10rem", overflowY: "scroll", overflowX: "hidden", scrollPaddingTop: "3rem", scrollPaddingBottom: "8px" },
});

const NoticeBar = lazy(() => import("./notice-bar").then(({ NoticeBar: component }) => ({ default: component })));
const NewerVersionLine = lazy(() => import("./newer-version-line").then(({ NewerVersionLine: component }) => ({ default: component })));

// Each comes when it is first opened: the first sight of the pane needs 点検 alone.
const TargetTab = lazy(() => import("./target/target-tab").then(({ TargetTab: component }) => ({ default: component })));
const SummaryTab = lazy(() => import("./summary/summary-tab").then(({ SummaryTab: component }) => ({ default: component })));
const SettingsTab = lazy(() => import("./settings/settings-tab").then(({ SettingsTab: component }) => ({ default: component })));

export function Shell() {
  const styles = useStyles();
  const controller = useController();
  const tab = usePaneState((state) => state.tab);
  const notice = usePaneState((state) => state.notice);
  const hasNewer = usePaneState((state) => state.newerVersion !== null);
  const settings = usePaneState((state) => state.settings);
  const panel = useRef<HTMLDivElement>(null);
  useEffect(() => {
    // What had the focus may be gone with what was just decided: a keyboard goes on in the same part of the pane.
    if ((tab === "target" || tab === "settings") && settings !== null && isFocusLost()) panel.current?.focus({ preventScroll: true });
  }, [settings]);
  useEffect(() => {
    // So may a notice be, with the button that was pressed in it.
    if (isFocusLost()) panel.current?.focus({ preventScroll: true });
  }, [notice]);
  const [scroller, setScroller] = useState<HTMLElement | null>(null);
  return (
    <div className={styles.shell}>
      <header className={styles.header}>
        <Tabs selected={tab} onSelect={(name) => { controller.showTab(name); }} />
      </header>
      <main className={styles.main} ref={setScroller}>
        <h1 className={styles.unseen}>{`${product} ${tabs[tab]}`}</h1>
        <div ref={panel} className={styles.panel} tabIndex={-1} role="tabpanel" id="panel" aria-labelledby={`tab-${tab}`}>
          <ScrollerContext value={scroller}>
            {tab === "check" && <CheckTab />}
            <Suspense fallback={<Spinner size="tiny" label={common.opening} />}>
              {tab === "target" && <TargetTab />}
              {tab === "summary" && <SummaryTab />}
              {tab === "settings" && <SettingsTab />}
            </Suspense>
          </ScrollerContext>
        </div>
      </main>
      {notice !== null && (
        <Suspense fallback={null}>
          <NoticeBar />
        </Suspense>
      )}
      {hasNewer && (
        <Suspense fallback={null}>
          <NewerVersionLine />
        </Suspense>
      )}
      <Footer />
    </div>
  );
}
