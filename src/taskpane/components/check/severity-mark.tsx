import { makeStyles, mergeClasses } from "@fluentui/react-components";
import { highlightLooks, type Severity } from "../../../core";

const LINES = { Continuous: "solid", Dash: "dashed", Dot: "dotted" } as const;

const useStyles = makeStyles({
  mark: {
    display: "inline-flex",
    flexShrink: 0,
    alignItems: "center",
    justifyContent: "center",
    width: "1.25rem",
    height: "1.25rem",
    fontSize: "0.75rem",
    fontWeight: 700,
    boxSizing: "border-box",
    lineHeight: 1,
  },
});

/** The mark, fill and frame that a cell of this severity gets: the list and the sheet speak of it in the same way. */
export function SeverityMark({ severity, className }: { readonly severity: Severity; readonly className?: string }) {
  const styles = useStyles();
  const { fill, font, border, mark } = highlightLooks[severity];
  return (
    <span
      aria-hidden
      className={mergeClasses(styles.mark, className)}
      style={{ backgroundColor: fill, color: font, border: `2px ${LINES[border.style]} ${border.color}` }}
    >
      {mark}
    </span>
  );
}
