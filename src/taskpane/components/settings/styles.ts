import { makeStyles, tokens } from "@fluentui/react-components";

export const useSectionStyles = makeStyles({
  list: { listStyleType: "none", margin: 0, padding: 0, display: "flex", flexDirection: "column", rowGap: tokens.spacingVerticalS },
  row: { display: "flex", flexWrap: "wrap", alignItems: "center", justifyContent: "space-between", gap: tokens.spacingHorizontalXS },
  buttons: { display: "flex", flexWrap: "wrap", gap: tokens.spacingHorizontalXS },
  grow: { flexGrow: 1, flexBasis: "8rem", overflowWrap: "anywhere" },
  form: { display: "flex", flexDirection: "column", rowGap: tokens.spacingVerticalS },
  action: { minWidth: "auto", minHeight: "32px" },
  start: { alignSelf: "flex-start", minWidth: "auto", minHeight: "32px" },
  narrow: { minWidth: 0, width: "100%" },
  sub: { margin: 0, fontSize: tokens.fontSizeBase300, fontWeight: tokens.fontWeightSemibold },
});
