import { Button, makeStyles, Text, tokens } from "@fluentui/react-components";
import { ChevronDownRegular, ChevronRightRegular } from "@fluentui/react-icons";
import { useId, useState, type ReactNode } from "react";

const useStyles = makeStyles({
  stack: { display: "flex", flexDirection: "column", rowGap: tokens.spacingVerticalS, padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM}` },
  heading: { margin: 0, fontSize: tokens.fontSizeBase400, lineHeight: tokens.lineHeightBase400, fontWeight: tokens.fontWeightSemibold },
  opener: { justifyContent: "flex-start", width: "100%", minHeight: "32px", paddingLeft: 0, paddingRight: 0, textAlign: "left", fontWeight: tokens.fontWeightSemibold },
  folded: { display: "flex", flexDirection: "column", rowGap: tokens.spacingVerticalS, padding: `${tokens.spacingVerticalXS} 0 ${tokens.spacingVerticalS}` },
  // Where the system draws every button's edge, a line above it would be a second one.
  section: { borderTop: `1px solid ${tokens.colorNeutralStroke2}`, paddingTop: tokens.spacingVerticalXXS, "@media (forced-colors: active)": { borderTopStyle: "none" } },
  h3: { margin: 0, width: "100%" },
  hint: { margin: 0, color: tokens.colorNeutralForeground3 },
});

export function Stack({ children }: { readonly children: ReactNode }) {
  return <div className={useStyles().stack}>{children}</div>;
}

export function Heading({ children }: { readonly children: ReactNode }) {
  return <h2 className={useStyles().heading}>{children}</h2>;
}

export function Hint({ children, id }: { readonly children: ReactNode; readonly id?: string }) {
  return (
    <Text as="p" block size={200} className={useStyles().hint} {...(id === undefined ? {} : { id })}>
      {children}
    </Text>
  );
}

/** A section that opens and closes; what is closed is not in the page. */
export function Fold({ title, isOpenAtFirst = false, children }: { readonly title: string; readonly isOpenAtFirst?: boolean; readonly children: ReactNode }) {
  const styles = useStyles();
  const [isOpen, setOpen] = useState(isOpenAtFirst);
  const id = useId();
  return (
    <section className={styles.section}>
      <h3 className={styles.h3}>
        <Button
          className={styles.opener}
          appearance="transparent"
          size="small"
          icon={isOpen ? <ChevronDownRegular /> : <ChevronRightRegular />}
          aria-expanded={isOpen}
          {...(isOpen ? { "aria-controls": id } : {})}
          onClick={() => { setOpen(!isOpen); }}
        >
          {title}
        </Button>
      </h3>
      {isOpen && (
        <div id={id} className={styles.folded}>
          {children}
        </div>
      )}
    </section>
  );
}
