import type { Place } from "../engine/outcome";
import { ALL_SEVERITIES } from "../state/pane-state";
import { visibleFindings, type ListState } from "../state/visible-findings";
import type { Desk } from "./desk";

/** 指摘の一覧: which findings are shown, and which one is open. */
export function createListing(desk: Desk, goTo: (at: Place) => Promise<void>) {
  const filter = (list: Partial<ListState>): void => { desk.dispatch({ type: "list", list }); };
  /** Opens a finding and shows its cell. */
  const select = (id: string): void => {
    const finding = desk.finding(id);
    if (finding === undefined) return;
    filter({ selected: id });
    void goTo(finding.at);
  };
  return {
    filter,
    clearFilter: (): void => { filter({ severities: ALL_SEVERITIES, rule: null, search: "" }); },
    select,
    /** 次へ・前へ among the findings shown. */
    step: (by: 1 | -1): void => {
      const { outcome, list } = desk.state();
      const shown = visibleFindings(outcome?.findings ?? [], list);
      const place = shown.findIndex(({ id }) => id === list.selected);
      const next = place < 0 ? (by === 1 ? shown[0] : shown.at(-1)) : shown[place + by];
      if (next !== undefined) select(next.id);
    },
  };
}
