import type { PlanChart } from "../../../core";

const CENTER = { x: 150, y: 75 };
const OUTER = 70;
const INNER = 38;

function at(share: number, radius: number): string {
  const angle = share * 2 * Math.PI - Math.PI / 2;
  return `${(CENTER.x + radius * Math.cos(angle)).toFixed(2)} ${(CENTER.y + radius * Math.sin(angle)).toFixed(2)}`;
}

function slice(from: number, to: number): string {
  // A whole ring has no end to draw an arc to.
  const end = to - from >= 1 ? from + 0.9999 : to;
  const isLarge = end - from > 0.5 ? 1 : 0;
  return `M${at(from, OUTER)}A${String(OUTER)} ${String(OUTER)} 0 ${String(isLarge)} 1 ${at(end, OUTER)}L${at(end, INNER)}A${String(INNER)} ${String(INNER)} 0 ${String(isLarge)} 0 ${at(from, INNER)}Z`;
}

export function Doughnut({ chart, id }: { readonly chart: PlanChart; readonly id: string }) {
  const [series] = chart.series;
  if (series === undefined) return null;
  const values = series.values.cached.map((value) => Math.max(0, value ?? 0));
  const sum = values.reduce((all, value) => all + value, 0);
  if (sum === 0) return null;
  let from = 0;
  return (
    <g stroke="#52606d" strokeWidth="0.5">
      {values.map((value, index) => {
        const start = from;
        from += value / sum;
        if (value === 0) return null;
        return <path key={String(index)} d={slice(start, from)} fill={`url(#${id}-${series.pointPaints?.[index] ?? series.paint})`} />;
      })}
    </g>
  );
}
