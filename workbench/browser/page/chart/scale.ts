import type { AxisLook, SeriesLook } from "../../../host/chart-display";

/** A value axis: its ends and steps. */
export interface Scale {
  readonly minimum: number;
  readonly maximum: number;
  readonly unit: number;
}

/** Ends and steps as Excel chooses them: round steps, zero included unless all lies far from it. */
export function scaleOf(low: number, high: number, axis: AxisLook): Scale {
  const isFlat = low === high;
  let bottom = Math.min(low, 0);
  const top = Math.max(high, 0);
  // Where all values lie close together high up, the axis does not begin at zero.
  if (!isFlat && low > 0 && (high - low) / high < 1 / 6) bottom = low - (high - low) / 2;
  const from = axis.minimum ?? bottom;
  const to = axis.maximum ?? (top === from ? from + 1 : top);
  const unit = axis.majorUnit ?? roundStep((to - from) / 5);
  return {
    minimum: axis.minimum ?? Math.floor(from / unit + 1e-9) * unit,
    maximum: axis.maximum ?? roundUp(to, from, unit, high),
    unit,
  };
}

function roundUp(to: number, from: number, unit: number, high: number): number {
  const top = Math.ceil(to / unit - 1e-9) * unit;
  // A little air above the highest value.
  return high > 0 && top - to < (to - from) * 0.05 ? top + unit : top;
}

function roundStep(wanted: number): number {
  const power = 10 ** Math.floor(Math.log10(Math.max(wanted, 1e-9)));
  const step = [1, 2, 5, 10].find((each) => each * power >= wanted - 1e-12) ?? 10;
  return step * power;
}

export function ticksOf({ minimum, maximum, unit }: Scale): number[] {
  const count = Math.min(50, Math.round((maximum - minimum) / unit));
  return Array.from({ length: count + 1 }, (_, index) => Number((minimum + index * unit).toPrecision(12)));
}

/** Where each series' bars begin and end, one stack a category. */
export interface Stack {
  readonly series: SeriesLook;
  readonly from: readonly (number | null)[];
  readonly to: readonly (number | null)[];
}

/** Stacked series begin where the one below ended; others begin at zero. */
export function stack(list: readonly SeriesLook[], count: number): Stack[] {
  const up = new Array<number>(count).fill(0);
  const down = new Array<number>(count).fill(0);
  const totals = Array.from({ length: count }, (_, index) => list.reduce((sum, { values }) => sum + Math.abs(values[index] ?? 0), 0));
  return list.map((series): Stack => {
    const from: (number | null)[] = [];
    const to: (number | null)[] = [];
    for (let index = 0; index < count; index++) {
      const value = series.values[index] ?? null;
      if (value === null || series.grouping === "clustered" || series.grouping === "standard") {
        from.push(value === null ? null : 0);
        to.push(value);
        continue;
      }
      const amount = series.grouping === "percent" ? (totals[index] === 0 ? 0 : value / (totals[index] ?? 1)) : value;
      const sums = amount < 0 ? down : up;
      from.push(sums[index] ?? 0);
      sums[index] = (sums[index] ?? 0) + amount;
      to.push(sums[index] ?? 0);
    }
    return { series, from, to };
  });
}
