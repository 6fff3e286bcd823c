import { paintStyles, type PlanChart } from "../../../core";
import { scaleOf, short } from "./scale";

const LEFT = 8;
const RIGHT = 294;
const TOP = 6;
const BOTTOM = 128;
const MOST = 12;
const DASHES = { solid: undefined, dash: "6 4", dot: "2 3" } as const;

type Series = PlanChart["series"][number];

/** Standing bars, lines, or both. */
export function Columns({ chart, id }: { readonly chart: PlanChart; readonly id: string }) {
  const names = chart.categories.cached.slice(-MOST);
  const first = chart.categories.cached.length - names.length;
  const step = (RIGHT - LEFT) / Math.max(1, names.length);
  const { most, least } = scaleOf(chart, chart.categories.cached.length);
  const y = (value: number): number => (most === least ? BOTTOM : BOTTOM - ((value - least) / (most - least)) * (BOTTOM - TOP));
  const isLine = (series: Series): boolean => chart.kind === "line" || (chart.kind === "column-and-line" && series.drawAs === "line");
  const columns = chart.series.filter((series) => !isLine(series));
  const isStacked = chart.kind === "column-stacked";
  const every = Math.ceil(names.length / 6);
  return (
    <g fontSize="9" fill="#1f2933">
      {names.map((name, index) => {
        let sum = 0;
        return (
          <g key={`${String(index)} ${name}`}>
            {index % every === 0 && <text x={LEFT + step * (index + 0.5)} y={BOTTOM + 12} textAnchor="middle">{short(name, 6)}</text>}
            {columns.map((series, place) => {
              const value = series.values.cached[first + index] ?? null;
              if (value === null) return null;
              const from = isStacked ? sum : Math.max(0, least);
              const to = isStacked ? sum + value : value;
              sum += isStacked ? value : 0;
              const slot = (step * 0.7) / (isStacked ? 1 : columns.length);
              const x = LEFT + step * (index + 0.15) + (isStacked ? 0 : slot * place);
              return <rect key={String(place)} x={x} y={Math.min(y(from), y(to))} width={slot} height={Math.abs(y(from) - y(to))} fill={`url(#${id}-${series.paint})`} stroke="#52606d" strokeWidth="0.5" />;
            })}
          </g>
        );
      })}
      {chart.series.filter(isLine).map((series, place) => <Line key={String(place)} series={series} first={first} step={step} y={y} />)}
      <path d={`M${String(LEFT)} ${String(BOTTOM)}H${String(RIGHT)}`} stroke="#52606d" fill="none" />
    </g>
  );
}

function Line({ series, first, step, y }: { readonly series: Series; readonly first: number; readonly step: number; readonly y: (value: number) => number }) {
  const { color, dash, marker } = paintStyles[series.paint];
  const points = series.values.cached.slice(first).map((value, index) => (value === null ? null : ([LEFT + step * (index + 0.5), y(value)] as const)));
  // A year without a figure is a gap, never a zero.
  let isDrawing = false;
  const path = points.map((point) => {
    if (point === null) {
      isDrawing = false;
      return "";
    }
    const move = isDrawing ? "L" : "M";
    isDrawing = true;
    return `${move}${point.map((each) => each.toFixed(1)).join(" ")}`;
  }).join("");
  return (
    <g stroke={`#${color}`} fill="none" strokeWidth="2" {...(DASHES[dash] === undefined ? {} : { strokeDasharray: DASHES[dash] })}>
      <path d={path} />
      {marker !== "none" && points.map((point, index) => point !== null && <circle key={String(index)} cx={point[0]} cy={point[1]} r="2.5" fill={`#${color}`} stroke="none" />)}
    </g>
  );
}
