import { describeChart, type ChartLook } from "../../../host/chart-display";
import { edgeAt, type Edge } from "../../../host/model/chart-place";
import type { ChartModel } from "../../../host/model/parts";
import { drawChart } from "../chart/draw-chart";
import type { Measure } from "../chart/place";
import { PIXELS_PER_POINT, type Ruler } from "./fonts";
import type { SheetLayout } from "./sheet-layout";
import type { Viewport } from "./viewport";

/** Charts above the cells, each at its place; behind the frozen panes they are scrolled with the cells. */
export class ChartLayer {
  readonly element = document.createElement("div");
  private readonly inner = document.createElement("div");
  private shownLayout: SheetLayout | undefined;
  private readonly drawn = new WeakMap<ChartModel, { readonly key: string; readonly svg: SVGElement }>();
  private readonly measure: Measure;

  constructor(ruler: Ruler) {
    this.element.className = "charts";
    this.element.append(this.inner);
    this.measure = (text, size) => ruler.width(text, `${size.toFixed(1)}px "Yu Gothic", "Meiryo", sans-serif`);
  }

  show(view: Viewport): void {
    const { layout } = view;
    this.inner.style.left = `${String(view.innerLeft)}px`;
    this.inner.style.top = `${String(view.innerTop)}px`;
    this.inner.style.width = `${String(Math.max(0, view.width - view.innerLeft))}px`;
    this.inner.style.height = `${String(Math.max(0, view.height - view.innerTop))}px`;
    if (layout !== this.shownLayout) {
      this.shownLayout = layout;
      this.inner.replaceChildren(...layout.sheet.charts.map((chart) => this.pictureOf(layout, chart)));
    }
    for (const picture of this.inner.children) {
      const { left = "0", top = "0" } = (picture as SVGElement).dataset;
      (picture as SVGElement).style.transform = `translate(${String(Number(left) - view.scrollLeft + view.headerWidth - view.innerLeft)}px, ${String(Number(top) - view.scrollTop + view.headerHeight - view.innerTop)}px)`;
    }
  }

  /** Drawn anew only when something that it shows is another. */
  private pictureOf(layout: SheetLayout, chart: ChartModel): SVGElement {
    const { sheet } = layout;
    // By the row and column that the edges lie in: rows are drawn as high as their texts need.
    const x = (edge: Edge): number => layout.columns.start(edge.at) + Math.min(edge.offset * PIXELS_PER_POINT, layout.columns.size(edge.at));
    const y = (edge: Edge): number => layout.rows.start(edge.at) + Math.min(edge.offset * PIXELS_PER_POINT, layout.rows.size(edge.at));
    const left = x(edgeAt(sheet, "column", chart.left));
    const top = y(edgeAt(sheet, "row", chart.top));
    const width = Math.max(20, x(edgeAt(sheet, "column", chart.left + chart.width)) - left);
    const height = Math.max(20, y(edgeAt(sheet, "row", chart.top + chart.height)) - top);
    const look: ChartLook = describeChart(sheet, chart);
    const key = JSON.stringify([look, width, height]);
    const known = this.drawn.get(chart);
    const svg = known?.key === key ? known.svg : drawChart(look, width, height, this.measure);
    this.drawn.set(chart, { key, svg });
    svg.dataset["left"] = String(left);
    svg.dataset["top"] = String(top);
    return svg;
  }
}
