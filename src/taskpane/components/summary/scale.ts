import type { PlanChart } from "../../../core";

/** How far the axis reaches. `isWhole`: every bar is as long as the axis. */
export function scaleOf(chart: PlanChart, count: number): { readonly most: number; readonly least: number; readonly isWhole: boolean } {
  const isStacked = chart.kind === "bar-stacked" || chart.kind === "column-stacked";
  const columns = Array.from({ length: count }, (_, index) => chart.series.map(({ values }) => values.cached[index] ?? 0));
  const tops = columns.map((values) => (isStacked ? values.reduce((sum, value) => sum + value, 0) : Math.max(0, ...values)));
  const bottoms = columns.map((values) => (isStacked ? 0 : Math.min(0, ...values)));
  return {
    most: chart.valueAxis?.max ?? Math.max(0, ...tops),
    least: chart.valueAxis?.min ?? Math.min(0, ...bottoms),
    isWhole: chart.kind === "bar-stacked-100",
  };
}

/** So much of a name as fits. */
export function short(name: string, most: number): string {
  return name.length > most ? `${name.slice(0, most - 1)}…` : name;
}
