import { makeStyles, Spinner, Tab, TabList, tokens } from "@fluentui/react-components";
import { useController, usePaneState } from "../pane-context";
import type { Tab as TabName } from "../state/pane-state";
import { common, tabs } from "../texts/common.ja";
import { CheckTab } from "./check/check-tab";
import { Footer } from "./footer";
import { ScrollerContext } from "./scroller";
import { lazy, Suspense, useState } from "react";

const useStyles = makeStyles({
  shell: { display: "flex", flexDirection: "column", height: "100%", minHeight: "20rem" },
  // Excel lays a button of its own over the corner at the top right.
  header: { flexShrink: 0, paddingRight: "40px", borderBottom: `1px solid ${tokens.colorNeutralStroke2}` },
  tabs: { flexWrap: "wrap" },
  tab: { minHeight: "36px", paddingLeft: tokens.spacingHorizontalS, paddingRight: tokens.spacingHorizontalS },
  // The web view of Excel hides the bar of a scroller that does not ask for it.
  main: { flexGrow: 1, minHeight: "10rem", overflowY: "scroll", overflowX: "hidden", scrollPaddingTop: "48px", scrollPaddingBottom: "8px" },
});

const NoticeBar = lazy(() => import("./notice-bar").then(({ NoticeBar: component }) => ({ default: component })));

// Each comes when it is first opened: the first sight of the pane needs 点検 alone.
const TargetTab = lazy(() => import("./target/target-tab").then(({ TargetTab: component }) => ({ default: component })));
const SummaryTab = lazy(() => import("./summary/summary-tab").then(({ SummaryTab: component }) => ({ default: component })));
const SettingsTab = lazy(() => import("./settings/settings-tab").then(({ SettingsTab: component }) => ({ default: component })));

const TABS = Object.entries(tabs) as readonly (readonly [TabName, string])[];

export function Shell() {
  const styles = useStyles();
  const controller = useController();
  const tab = usePaneState((state) => state.tab);
  const hasNotice = usePaneState((state) => state.notice !== null);
  const [scroller, setScroller] = useState<HTMLElement | null>(null);
  return (
    <div className={styles.shell}>
      <header className={styles.header}>
        <TabList
          className={styles.tabs}
          size="small"
          aria-label={common.tabs}
          selectedValue={tab}
          onTabSelect={(_, { value }) => { controller.showTab(value as TabName); }}
        >
          {TABS.map(([name, label]) => (
            <Tab key={name} id={`tab-${name}`} className={styles.tab} value={name} aria-controls="panel">
              {label}
            </Tab>
          ))}
        </TabList>
      </header>
      <main className={styles.main} ref={setScroller}>
        <div role="tabpanel" id="panel" aria-labelledby={`tab-${tab}`}>
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
      {hasNotice && (
        <Suspense fallback={null}>
          <NoticeBar />
        </Suspense>
      )}
      <Footer />
    </div>
  );
}
