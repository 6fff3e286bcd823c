import { makeStyles, Text, tokens } from "@fluentui/react-components";
import type { Paint, PlanChart } from "../../../core";
import { Bars } from "./bars";
import { Columns } from "./columns";
import { Doughnut } from "./doughnut";
import { useId } from "react";
import { Patterns } from "./patterns";

const useStyles = makeStyles({
  figure: { margin: 0, padding: tokens.spacingHorizontalS, border: `1px solid ${tokens.colorNeutralStroke2}`, borderRadius: tokens.borderRadiusMedium, backgroundColor: "#ffffff", color: "#1f2933", forcedColorAdjust: "none" },
  picture: { display: "block", width: "100%", height: "auto" },
  legend: { display: "flex", flexWrap: "wrap", columnGap: tokens.spacingHorizontalS, margin: 0, padding: 0, listStyleType: "none", fontSize: tokens.fontSizeBase200 },
  key: { display: "inline-flex", alignItems: "center", columnGap: "4px" },
  swatch: { width: "12px", height: "12px", border: "1px solid #52606d" },
});

/** A chart as the sheet will have it, small: same order, same paints, same patterns. The text below says what it shows. */
export function ChartPicture({ chart }: { readonly chart: PlanChart }) {
  const styles = useStyles();
  const id = useId().replaceAll(/[^\w-]/gu, "");
  return (
    <figure className={styles.figure}>
      <Text as="span" block weight="semibold" size={200}>{chart.title}</Text>
      <svg className={styles.picture} viewBox="0 0 300 150" role="img" aria-label={chart.altText}>
        <Patterns id={id} paints={paintsOf(chart)} />
        <Drawing chart={chart} id={id} />
      </svg>
      <ul className={styles.legend}>
        {legendOf(chart).map(({ name, paint }) => (
          <li key={name} className={styles.key}>
            <svg aria-hidden width="12" height="12" className={styles.swatch}>
              <rect width="12" height="12" fill={`url(#${id}-${paint})`} />
            </svg>
            {name}
          </li>
        ))}
      </ul>
      <figcaption>
        <Text size={200}>{chart.altText}</Text>
      </figcaption>
    </figure>
  );
}

function legendOf(chart: PlanChart): readonly { readonly name: string; readonly paint: Paint }[] {
  const [only] = chart.series;
  if (chart.kind === "doughnut" && only !== undefined) {
    return chart.categories.cached.map((name, index) => ({ name, paint: only.pointPaints?.[index] ?? only.paint }));
  }
  return chart.series.map(({ name, paint }) => ({ name: name.cached.join(" "), paint }));
}

function paintsOf(chart: PlanChart): readonly Paint[] {
  return [...new Set(legendOf(chart).map(({ paint }) => paint))];
}

function Drawing({ chart, id }: { readonly chart: PlanChart; readonly id: string }) {
  switch (chart.kind) {
    case "doughnut":
      return <Doughnut chart={chart} id={id} />;
    case "bar-stacked":
    case "bar-stacked-100":
    case "bar-clustered":
      return <Bars chart={chart} id={id} />;
    case "column-stacked":
    case "column-clustered":
    case "column-and-line":
    case "line":
      return <Columns chart={chart} id={id} />;
  }
}
