import type { Chart } from "./figures";

/** A chart as an element that draws itself as wide as it stands; the drawing library comes when it is first needed. */
export class FiguresChart extends HTMLElement {
  private drawn: Chart | null = null;
  private readonly sized = new ResizeObserver(() => void this.draw());

  set chart(chart: Chart) {
    if (chart === this.drawn) return;
    this.drawn = chart;
    if (this.isConnected) void this.draw();
  }

  connectedCallback(): void {
    this.tabIndex = 0; // so that a wide chart can be scrolled by keyboard
    this.sized.observe(this);
  }

  disconnectedCallback(): void {
    this.sized.disconnect();
  }

  private async draw(): Promise<void> {
    const { drawChart } = await import("./chart");
    if (this.drawn && this.clientWidth) this.replaceChildren(drawChart(this.drawn, this.clientWidth));
  }
}

customElements.define("figures-chart", FiguresChart);
