/** The aspects of a sheet that are written as a whole when any of it changed. */
export type Aspect =
  | "columns" | "rows" | "merges" | "protection" | "conditional-formats" | "validations" | "hyperlinks" | "view"
  | "page-layout" | "tables" | "charts" | "comments" | "custom-properties" | "auto-filter" | "properties" | "all-cells";

/** What has changed since the workbook was opened. */
export class ChangeLog {
  readonly cells = new Set<string>();
  readonly aspects = new Set<Aspect>();
  readonly charts = new Set<object>();

  cell(row: number, column: number): void {
    if (!this.aspects.has("all-cells")) this.cells.add(`${String(row)},${String(column)}`);
  }

  aspect(aspect: Aspect): void {
    this.aspects.add(aspect);
  }

  /** A chart that is new or no longer as its part says. */
  chart(chart: object): void {
    this.charts.add(chart);
    this.aspects.add("charts");
  }

  get isEmpty(): boolean {
    return this.cells.size === 0 && this.aspects.size === 0;
  }

  clear(): void {
    this.cells.clear();
    this.aspects.clear();
    this.charts.clear();
  }
}
