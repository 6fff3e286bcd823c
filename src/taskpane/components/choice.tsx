import { makeStyles, mergeClasses, Select, type SelectProps } from "@fluentui/react-components";

const useStyles = makeStyles({
  root: { width: "100%", minWidth: 0 },
  // A long choice ends in dots here; opened, the list shows it whole.
  select: { width: "100%", minWidth: 0, textOverflow: "ellipsis" },
});

/** A choice from a list that is never wider than the pane, however long the choices are. */
export function Choice({ className, ...props }: SelectProps) {
  const styles = useStyles();
  return <Select {...props} className={mergeClasses(styles.root, className)} select={{ className: styles.select }} />;
}
