/** A rectangle in the chart, in pixels. */
export interface Place {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

/** Width of a text in pixels. */
export type Measure = (text: string, size: number) => number;
