import { Button, Link, makeStyles, Text, tokens } from "@fluentui/react-components";
import { formatDay, takeBackFinding } from "../../../core";
import type { AcceptedView, Outcome } from "../../engine/outcome";
import { useController, usePaneState } from "../../pane-context";
import { notes } from "../../texts/actions.ja";
import { check } from "../../texts/check.ja";
import { common } from "../../texts/common.ja";
import { ruleTitleOf } from "../../texts/terms";

const useStyles = makeStyles({
  list: { listStyleType: "none", margin: 0, padding: 0 },
  item: { display: "flex", flexDirection: "column", alignItems: "flex-start", padding: `${tokens.spacingVerticalXS} 0`, borderBottom: `1px solid ${tokens.colorNeutralStroke2}` },
  place: { minHeight: "24px" },
});

/** 確認済みの指摘, each with the reason, and the way back. */
export function AcceptedPanel({ outcome }: { readonly outcome: Pick<Outcome, "accepted"> }) {
  const styles = useStyles();
  if (outcome.accepted.length === 0) return <Text>{check.acceptedNone}</Text>;
  return (
    <ul className={styles.list} aria-label={check.acceptedHeading}>
      {outcome.accepted.map((accepted) => <Accepted key={accepted.finding.id} {...accepted} />)}
    </ul>
  );
}

function Accepted({ finding, reason, on }: AcceptedView) {
  const styles = useStyles();
  const controller = useController();
  const isWriting = usePaneState((state) => state.isWriting);
  return (
    <li className={styles.item}>
      <Link as="button" className={styles.place} onClick={() => void controller.goTo(finding.at)}>
        {finding.at.sheet} {finding.cell}
      </Link>
      <Text weight="semibold">{ruleTitleOf(finding.rule)}</Text>
      <Text size={200}>{finding.message}</Text>
      <Text>{check.reasonOf(reason)}</Text>
      {on !== null && <Text size={200}>{check.acceptedOn(formatDay(on))}</Text>}
      <Button
        size="small"
        disabledFocusable={isWriting}
        aria-label={`${finding.cell} ${common.remove}`}
        onClick={() => void controller.editSettings(notes.takenBack(finding.cell), (settings) => takeBackFinding(settings, finding))}
      >
        {common.remove}
      </Button>
    </li>
  );
}
