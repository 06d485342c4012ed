import * as Plot from "@observablehq/plot";
import { day, range } from "../words";
import { letterOf, type Chart, type ChartDay, type Drawn } from "./figures";

const HEIGHT = 300;
const MARGIN = 48;
const RADIUS = 9;

/** Columns are never narrower or wider than this, in pixels: a chart of many figures is scrolled. */
const COLUMN = { least: 30, most: 96 };

/**
 * A chart of one measure: a bar from the lowest to the highest figure, by origin, in the order of the days.
 *
 * An arrow goes where an end is open; running totals are hollow, and what was counted before is faint.
 */
export function drawChart(chart: Chart, width: number): Element {
  const columns = chart.drawn.length;
  const wide = Math.min(Math.max(width, columns * COLUMN.least + 2 * MARGIN), columns * COLUMN.most + 2 * MARGIN);
  const svg = Plot.plot({
    width: wide,
    height: HEIGHT,
    marginLeft: MARGIN,
    marginRight: MARGIN,
    marginTop: 28,
    marginBottom: 40,
    className: "figures-plot",
    ariaLabel: `${chart.measure}, by day and origin`,
    x: { type: "linear", domain: [-0.6, columns - 0.4], axis: null },
    y: { domain: [0, chart.top], grid: true, label: chart.measure, nice: true, ticks: 5 },
    marks: [Plot.ruleY([0]), ...dayMarks(chart.days), ...chart.drawn.flatMap((each) => figureMarks(each, chart.origins))],
  });
  return tidied(svg);
}

/** The names of the days below their columns, and a line between one day and the next. */
function dayMarks(days: readonly ChartDay[]): Plot.Markish[] {
  const middle = ({ first, last }: ChartDay): number => (first + last) / 2;
  return [
    Plot.ruleX(days.slice(1), { x: ({ first }: ChartDay) => first - 0.5, className: "figures-day" }),
    Plot.text(days, { x: middle, frameAnchor: "bottom", dy: 24, text: (each: ChartDay) => day(each.day).replace(" ", "\u00a0") }),
  ];
}

function figureMarks(each: Drawn, origins: readonly string[]): Plot.Markish[] {
  const sort = [each.running && "figure-running", each.former && "figure-former"].filter(Boolean).join(" ");
  const series = `series-${(origins.indexOf(each.origin) % 8) + 1} ${sort}`;
  const arrow = { x: "at", length: 11, anchor: "start", className: `figure-open ${series}` } as const;
  const point = { x: "at", y: known } as const;
  return [
    Plot.ruleX([each], { x: "at", y1: "from", y2: "to", className: `figure-bar ${series}` }),
    ...(each.openAbove ? [Plot.vector([each], { ...arrow, y: "to", rotate: 0 })] : []),
    ...(each.openBelow ? [Plot.vector([each], { ...arrow, y: "from", rotate: 180 })] : []),
    Plot.dot([each], { ...point, r: RADIUS, title: said, className: `figure-dot ${series}` }),
    Plot.text([each], { ...point, text: () => letterOf(origins, each.origin), className: `figure-letter ${series}` }),
    Plot.text([each], { ...point, dx: RADIUS + 3, textAnchor: "start", text: label, className: "figure-words" }),
    Plot.text([each], { ...point, dy: RADIUS + 8, text: whom, className: "figure-whom" }),
  ];
}

function known(each: Drawn): number {
  return each.low ?? each.high ?? 0;
}

function label(each: Drawn): string {
  if (each.low === each.high) return `${each.low}`;
  if (each.high === null) return `${each.low}+`;
  return each.low === null ? `≤${each.high}` : `${each.low}–${each.high}`;
}

function whom(each: Drawn): string {
  return each.population === "all" ? "" : each.population;
}

function said(each: Drawn): string {
  const running = each.running ? ", a running total" : "";
  return `${each.origin}: ${range(each.low, each.high)} ${whom(each)}${running}, ${day(each.day)}`;
}

/** Without the styles and labels that the library gives its parts: the page's style sheet has the ones, and a
 * picture is one thing to a screen reader, which finds the figures in the table below. */
function tidied(svg: Element): Element {
  svg.querySelector("style")?.remove();
  for (const part of svg.querySelectorAll("g[aria-label]")) part.removeAttribute("aria-label");
  svg.setAttribute("role", "img");
  return svg;
}
