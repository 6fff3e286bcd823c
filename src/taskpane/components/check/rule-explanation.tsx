import { makeStyles, Spinner, Text, tokens } from "@fluentui/react-components";
import { useEffect, useState } from "react";
import { usePane } from "../../pane-context";
import type { RulePage } from "../../rule-pages";
import { check } from "../../texts/check.ja";

const useStyles = makeStyles({
  root: { padding: tokens.spacingHorizontalS, backgroundColor: tokens.colorNeutralBackground1, border: `1px solid ${tokens.colorNeutralStroke2}`, borderRadius: tokens.borderRadiusMedium },
  heading: { margin: `${tokens.spacingVerticalS} 0 0`, fontSize: tokens.fontSizeBase300, fontWeight: tokens.fontWeightSemibold, ":first-child": { marginTop: 0 } },
  text: { margin: `${tokens.spacingVerticalXXS} 0` },
  points: { margin: 0, paddingLeft: "1.4em" },
});

/** 規則の説明: what, why, how to mend it, what it leaves alone. */
export function RuleExplanation({ rule }: { readonly rule: string }) {
  const styles = useStyles();
  const { loadRulePage } = usePane();
  const [page, setPage] = useState<RulePage | undefined | "loading">("loading");
  useEffect(() => {
    let isWanted = true;
    void loadRulePage(rule).then((found) => { if (isWanted) setPage(found); });
    return () => { isWanted = false; };
  }, [rule, loadRulePage]);
  if (page === "loading") return <Spinner size="tiny" label={check.aboutRule} />;
  if (page === undefined) return <Text>{check.ruleUnavailable}</Text>;
  return (
    <div className={styles.root}>
      {page.sections.map(({ heading, paragraphs, points }) => (
        <div key={heading}>
          <h3 className={styles.heading}>{heading}</h3>
          {paragraphs.map((text) => <p key={text} className={styles.text}>{text}</p>)}
          {points.length > 0 && <ul className={styles.points}>{points.map((text) => <li key={text}>{text}</li>)}</ul>}
        </div>
      ))}
    </div>
  );
}
