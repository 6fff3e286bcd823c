import { makeStyles, Spinner, Text, tokens } from "@fluentui/react-components";
import { useEffect, useState } from "react";
import type { HostDescription } from "../state/pane-host";
import { boot, common, product } from "../texts/common.ja";
import { CopyReport } from "./copy-report";

export type BootTrouble =
  | { readonly kind: "no-office" }
  | { readonly kind: "elsewhere" }
  | { readonly kind: "too-old"; readonly found: string; readonly needed: string; readonly host: HostDescription };

/** After this a person is told what may be in the way. */
const PATIENCE = 8_000;

const useStyles = makeStyles({
  root: { boxSizing: "border-box", height: "100%", overflowY: "auto", display: "flex", flexDirection: "column", alignItems: "flex-start", rowGap: tokens.spacingVerticalM, padding: tokens.spacingHorizontalL, paddingTop: "40px" },
  heading: { margin: 0, fontSize: tokens.fontSizeBase500, lineHeight: tokens.lineHeightBase500 },
  text: { margin: 0 },
  brand: { color: tokens.colorNeutralForeground3 },
});

/** Before there is a workbook to speak of: waiting, or why there is none. */
export function BootPage({ version, trouble }: { readonly version: string; readonly trouble: BootTrouble | null }) {
  const styles = useStyles();
  return (
    <main className={styles.root}>
      {trouble === null ? <Waiting /> : <Explained version={version} trouble={trouble} />}
      <Text size={200} className={styles.brand}>{product} {common.version(version)}</Text>
    </main>
  );
}

function Waiting() {
  const styles = useStyles();
  const [isSlow, setSlow] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => { setSlow(true); }, PATIENCE);
    return () => { clearTimeout(timer); };
  }, []);
  return (
    <>
      <h1 className={styles.heading}>{product}</h1>
      <Spinner size="tiny" label={boot.waiting} labelPosition="after" />
      <p role="status" className={styles.text}>{isSlow ? boot.slow : ""}</p>
    </>
  );
}

function Explained({ version, trouble }: { readonly version: string; readonly trouble: BootTrouble }) {
  const styles = useStyles();
  if (trouble.kind === "too-old") {
    const lines = [boot.tooOld.found(trouble.found), boot.tooOld.needed(trouble.needed), boot.tooOld.untouched, boot.tooOld.next];
    return (
      <>
        <h1 className={styles.heading}>{boot.tooOld.title}</h1>
        {lines.map((line) => <p key={line} className={styles.text}>{line}</p>)}
        <CopyReport version={version} host={trouble.host} tab={null} happened={lines.slice(0, 2).join("")} trace="" />
      </>
    );
  }
  const text = trouble.kind === "no-office" ? boot.noOffice : boot.elsewhere;
  return (
    <>
      <h1 className={styles.heading}>{product}</h1>
      <p className={styles.text}>{text.what}</p>
      <p className={styles.text}>{text.next}</p>
      {trouble.kind === "no-office" && <CopyReport version={version} host={null} tab={null} happened={text.what} trace="" />}
    </>
  );
}
