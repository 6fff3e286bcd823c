import type { PlanChart } from "../../../core";
import { scaleOf, short } from "./scale";

const LEFT = 96;
const RIGHT = 294;
const TOP = 4;
const HEIGHT = 142;
/** More bars than this cannot be told apart in so small a picture. */
const MOST = 8;

/** Lying bars: stacked, stacked to 100 %, or one below the other. */
export function Bars({ chart, id }: { readonly chart: PlanChart; readonly id: string }) {
  const names = chart.categories.cached.slice(0, MOST);
  const band = HEIGHT / Math.max(1, names.length);
  const { most, isWhole } = scaleOf(chart, names.length);
  const isClustered = chart.kind === "bar-clustered";
  return (
    <g fontSize="9" fill="#1f2933">
      {names.map((name, index) => {
        const y = TOP + index * band;
        const values = chart.series.map(({ values: { cached } }) => Math.max(0, cached[index] ?? 0));
        const sum = values.reduce((all, value) => all + value, 0);
        const whole = isWhole ? sum : most;
        let left = LEFT;
        return (
          <g key={`${String(index)} ${name}`}>
            <text x={LEFT - 4} y={y + band / 2 + 3} textAnchor="end">{short(name, 10)}</text>
            {chart.series.map((series, place) => {
              const value = values[place] ?? 0;
              const width = whole === 0 ? 0 : (value / whole) * (RIGHT - LEFT);
              const thick = band * 0.7;
              const slot = isClustered ? thick / chart.series.length : thick;
              const top = y + band * 0.15 + (isClustered ? slot * place : 0);
              const x = isClustered ? LEFT : left;
              left += isClustered ? 0 : width;
              return <rect key={String(place)} x={x} y={top} width={width} height={slot} fill={`url(#${id}-${series.paint})`} stroke="#52606d" strokeWidth="0.5" />;
            })}
          </g>
        );
      })}
      <path d={`M${String(LEFT)} ${String(TOP)}V${String(TOP + HEIGHT)}`} stroke="#52606d" fill="none" />
    </g>
  );
}
