import { groupBy } from "../group";

/** A figure that somebody gives for a measure of an incident; a null end is open. */
export interface Given {
  readonly measure: string;
  readonly population: string;
  readonly origin: string;
  readonly low: number | null;
  readonly high: number | null;
  readonly day: string | null;
  readonly running: boolean;
  readonly former: boolean;
  readonly claims: readonly string[];
}

/** A figure as drawn, in the column `at`: between two numbers, with an arrow where an end is open. */
export interface Drawn extends Given {
  readonly at: number;
  readonly from: number;
  readonly to: number;
  readonly openAbove: boolean;
  readonly openBelow: boolean;
}

/** A day and the columns of the figures that were given on it. */
export interface ChartDay {
  readonly day: string;
  readonly first: number;
  readonly last: number;
}

/** What is drawn of one measure, day after day, and what cannot be for want of a number or a day. */
export interface Chart {
  readonly measure: string;
  readonly drawn: readonly Drawn[];
  readonly days: readonly ChartDay[];
  readonly undrawn: readonly Given[];
  readonly origins: readonly string[];
  readonly top: number;
}

/** How far beyond its known end the arrow of an open range reaches, as a share of the chart's height. */
const REACH = 0.14;

/** The charts of an incident, one a measure, in the order in which measures come. */
export function charts(given: readonly Given[]): Chart[] {
  return [...groupBy(given, ({ measure }) => measure)].map(([measure, all]) => chart(measure, once(all)));
}

function chart(measure: string, given: readonly Given[]): Chart {
  const origins = [...new Set(given.map(({ origin }) => origin))];
  const greatest = Math.max(1, ...given.flatMap(({ low, high }) => [low ?? 0, high ?? 0]));
  const drawable = given.filter(isDrawable).toSorted((a, b) => (a.day ?? "").localeCompare(b.day ?? ""));
  const drawn = drawable.map((each, at) => draw(each, at, greatest * REACH));
  const top = Math.max(greatest, ...drawn.map(({ to }) => to));
  return { measure, drawn, days: daysOf(drawn), undrawn: given.filter((each) => !isDrawable(each)), origins, top };
}

/** The same figure of one origin, population and day, once, with all the claims that give it. */
function once(given: readonly Given[]): Given[] {
  const groups = groupBy(given, ({ origin, population, low, high, day, running, former }) =>
    JSON.stringify([origin, population, low, high, dayOf(day), running, former]),
  );
  return [...groups.values()].flatMap((same) =>
    same.slice(0, 1).map((first) => ({ ...first, claims: same.flatMap(({ claims }) => claims) })),
  );
}

function isDrawable({ day, low, high }: Given): boolean {
  return day !== null && (low !== null || high !== null);
}

function draw(each: Given, at: number, reach: number): Drawn {
  const from = each.low ?? Math.max(0, (each.high ?? 0) - reach);
  const to = each.high ?? from + reach;
  return { ...each, at, from, to, openAbove: each.high === null, openBelow: each.low === null };
}

function daysOf(drawn: readonly Drawn[]): ChartDay[] {
  return [...groupBy(drawn, ({ day }) => dayOf(day))].map(([day, of]) => {
    const columns = of.map(({ at }) => at);
    return { day, first: Math.min(...columns), last: Math.max(...columns) };
  });
}

function dayOf(moment: string | null): string {
  return moment?.slice(0, 10) ?? "";
}

/** The letter that stands for an origin in a chart and beside its name: A to Z, then AA, AB. */
export function letterOf(origins: readonly string[], origin: string): string {
  const at = origins.indexOf(origin);
  const last = String.fromCharCode(65 + (at % 26));
  return at < 26 ? last : String.fromCharCode(64 + Math.floor(at / 26)) + last;
}
