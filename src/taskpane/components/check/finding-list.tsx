import { Button, makeStyles, Text, tokens } from "@fluentui/react-components";
import { ChevronDownRegular, ChevronUpRegular } from "@fluentui/react-icons";
import { defaultRangeExtractor, useVirtualizer, type Range } from "@tanstack/react-virtual";
import { useCallback, useDeferredValue, useEffect, useLayoutEffect, useMemo, useRef, useState, type KeyboardEvent } from "react";
import type { Outcome } from "../../engine/outcome";
import { useController, usePaneState } from "../../pane-context";
import { visibleFindings } from "../../state/visible-findings";
import { check } from "../../texts/check.ja";
import { isComposing } from "../is-composing";
import { useScroller } from "../scroller";
import { isFocusLost } from "../use-focus";
import { FindingItem } from "./finding-item";

/** In px, until an item was measured. */
const USUAL_HEIGHT = 84;
const PAGE = 5;

const useStyles = makeStyles({
  bar: {
    position: "sticky",
    top: 0,
    zIndex: 1,
    display: "flex",
    flexWrap: "wrap",
    alignItems: "center",
    justifyContent: "space-between",
    columnGap: tokens.spacingHorizontalXS,
    padding: `2px ${tokens.spacingHorizontalM}`,
    backgroundColor: tokens.colorNeutralBackground1,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  steps: { display: "flex", columnGap: tokens.spacingHorizontalXS },
  step: { minWidth: "auto", minHeight: "32px", whiteSpace: "nowrap" },
  count: { fontVariantNumeric: "tabular-nums" },
  list: { position: "relative", listStyleType: "none", margin: 0, padding: 0 },
  item: { position: "absolute", top: 0, left: 0, width: "100%" },
  empty: { display: "flex", flexDirection: "column", alignItems: "flex-start", rowGap: tokens.spacingVerticalS, padding: tokens.spacingHorizontalM },
});

/** The findings that are left by filter and search; only those on screen are in the page. */
export function FindingList({ outcome }: { readonly outcome: Outcome }) {
  const styles = useStyles();
  const controller = useController();
  const scroller = useScroller();
  const list = usePaneState((state) => state.list);
  const search = useDeferredValue(list.search);
  const shown = useMemo(
    () => visibleFindings(outcome.findings, { ...list, search }),
    [outcome.findings, list, search],
  );
  const selected = shown.findIndex(({ id }) => id === list.selected);
  const [focused, setFocused] = useState(0);
  const active = Math.min(selected >= 0 && focused >= shown.length ? selected : focused, Math.max(0, shown.length - 1));
  const root = useRef<HTMLUListElement>(null);
  const [offset, setOffset] = useState(0);

  const virtualizer = useVirtualizer({
    count: shown.length,
    getScrollElement: () => scroller,
    estimateSize: () => USUAL_HEIGHT,
    overscan: 6,
    scrollMargin: offset,
    // Under the bar that sticks to the top nothing is to be hidden.
    scrollPaddingStart: 3 * remInPixels(),
    getItemKey: (index) => shown[index]?.id ?? index,
    // Whoever holds the focus stays in the page, however far it was scrolled away.
    rangeExtractor: (range: Range) => [...new Set([...defaultRangeExtractor(range), active, ...(selected >= 0 ? [selected] : [])])].filter((index) => index < shown.length).sort((a, b) => a - b),
  });

  // What stands above the list may grow and shrink.
  useLayoutEffect(() => {
    const top = (root.current?.getBoundingClientRect().top ?? 0) - (scroller?.getBoundingClientRect().top ?? 0) + (scroller?.scrollTop ?? 0);
    if (Math.abs(top - offset) > 1) setOffset(top);
  });

  // What held the focus may be gone: the finding was accepted, or the check is done. Its successor takes it.
  const hadFocus = useRef(true);
  useEffect(() => {
    if (hadFocus.current && isFocusLost()) focusSoon(root.current, selected >= 0 ? selected : active);
    // Once for each result: whoever pressed beside the list meanwhile is left where they are.
  }, [outcome]);

  // What went wrong stands above the list: it is not to be scrolled away when the list comes back with it.
  const isResting = usePaneState((state) => state.check.phase === "resting");
  const toShow = useRef<string | null>(isResting ? null : list.selected);
  useEffect(() => {
    if (list.selected === null || list.selected === toShow.current) return;
    toShow.current = list.selected;
    const index = shown.findIndex(({ id }) => id === list.selected);
    if (index < 0) return;
    setFocused(index);
    virtualizer.scrollToIndex(index, { align: "auto" });
  }, [list.selected, shown, virtualizer]);

  const moveFocus = useCallback((index: number) => {
    const next = Math.max(0, Math.min(shown.length - 1, index));
    setFocused(next);
    virtualizer.scrollToIndex(next, { align: "auto" });
    focusSoon(root.current, next);
  }, [shown.length, virtualizer]);

  const onKeyDown = (event: KeyboardEvent<HTMLUListElement>): void => {
    if (isComposing(event) || !(event.target instanceof HTMLElement) || event.target.dataset["head"] === undefined) return;
    const moves: Readonly<Record<string, number>> = {
      ArrowDown: active + 1,
      ArrowUp: active - 1,
      PageDown: active + PAGE,
      PageUp: active - PAGE,
      Home: 0,
      End: shown.length - 1,
    };
    const next = moves[event.key];
    if (next === undefined) return;
    event.preventDefault();
    moveFocus(next);
  };

  return (
    <>
      <div className={styles.bar}>
        <Text className={styles.count} role="status">
          {selected >= 0 ? check.place(selected + 1, shown.length) : check.countOf(shown.length)}
        </Text>
        <div className={styles.steps}>
          <Button className={styles.step} size="small" icon={<ChevronUpRegular />} disabledFocusable={selected === 0 || shown.length === 0} onClick={() => { controller.step(-1); }}>
            {check.previous}
          </Button>
          <Button className={styles.step} size="small" icon={<ChevronDownRegular />} disabledFocusable={shown.length === 0 || selected === shown.length - 1} onClick={() => { controller.step(1); }}>
            {check.next}
          </Button>
        </div>
      </div>
      {shown.length === 0 ? (
        <div className={styles.empty}>
          <Text as="p" style={{ margin: 0 }}>{check.nothingLeft}</Text>
          <Button onClick={() => { controller.clearFilter(); }}>{check.clearFilter}</Button>
        </div>
      ) : (
        <ul ref={root} className={styles.list} aria-label={check.list} style={{ height: virtualizer.getTotalSize() }} onKeyDown={onKeyDown} onFocus={() => { hadFocus.current = true; }} onBlur={({ relatedTarget }) => { hadFocus.current = relatedTarget === null; }}>
          {virtualizer.getVirtualItems().map(({ index, key, start }) => {
            const finding = shown[index];
            if (finding === undefined) return null;
            return (
              <li
                key={key}
                ref={virtualizer.measureElement}
                data-index={index}
                className={styles.item}
                aria-posinset={index + 1}
                aria-setsize={shown.length}
                style={{ transform: `translateY(${String(start - offset)}px)` }}
              >
                <FindingItem finding={finding} isOpen={index === selected} isTabStop={index === active} onFocus={() => { setFocused(index); }} />
              </li>
            );
          })}
        </ul>
      )}
    </>
  );
}

/** The item may first have to be drawn. */
function focusSoon(root: HTMLElement | null, index: number, tries = 5): void {
  requestAnimationFrame(() => {
    const head = root?.querySelector<HTMLElement>(`[data-index="${String(index)}"] [data-head]`);
    if (head !== null && head !== undefined) head.focus({ preventScroll: true });
    else if (tries > 0) focusSoon(root, index, tries - 1);
  });
}

/** The bar above the list grows with the letters. */
function remInPixels(): number {
  return Number.parseFloat(getComputedStyle(document.documentElement).fontSize);
}
