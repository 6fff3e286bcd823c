import { Button, Field, Input, makeStyles, tokens } from "@fluentui/react-components";
import { SearchRegular } from "@fluentui/react-icons";
import type { Outcome } from "../../engine/outcome";
import { useController, usePaneState } from "../../pane-context";
import { countByRule } from "../../state/visible-findings";
import { check } from "../../texts/check.ja";
import { ruleTitleOf } from "../../texts/terms";
import { Choice } from "../choice";

const useStyles = makeStyles({
  root: { display: "flex", flexDirection: "column", rowGap: tokens.spacingVerticalS },
  wide: { minWidth: 0, width: "100%" },
});

export function FilterPanel({ outcome }: { readonly outcome: Outcome }) {
  const styles = useStyles();
  const controller = useController();
  const { rule, search, order } = usePaneState((state) => state.list);
  return (
    <div className={styles.root}>
      <Field label={check.search} hint={check.searchHint}>
        <Input
          className={styles.wide}
          type="search"
          contentBefore={<SearchRegular />}
          value={search}
          onChange={(_, { value }) => { controller.filter({ search: value }); }}
        />
      </Field>
      <Field label={check.rule}>
        <Choice value={rule ?? ""} onChange={(_, { value }) => { controller.filter({ rule: value === "" ? null : value }); }}>
          <option value="">{check.allRules(outcome.findings.length)}</option>
          {countByRule(outcome).map((each) => (
            <option key={each.rule} value={each.rule}>{check.ruleOption(ruleTitleOf(each.rule), each.count)}</option>
          ))}
        </Choice>
      </Field>
      <Field label={check.order}>
        <Choice value={order} onChange={(_, { value }) => { controller.filter({ order: value === "sheet" ? "sheet" : "severity" }); }}>
          <option value="severity">{check.bySeverity}</option>
          <option value="sheet">{check.bySheet}</option>
        </Choice>
      </Field>
      <Button size="small" onClick={() => { controller.clearFilter(); }}>{check.clearFilter}</Button>
    </div>
  );
}
