import { html, svg, type TemplateResult } from "lit-html";
import { count, day } from "../words";
import type { Day } from "./shapes";

/** Days put together to bars: at most so many. */
const BARS = 120;
const HEIGHT = 64;
const MS = 86_400_000;

export interface Bar {
  readonly first: string;
  readonly last: string;
  readonly claims: number;
}

/** Days in sequence, without the few far off at both ends, which would press all others together. */
export interface Core {
  readonly days: readonly Day[];
  readonly before: number;
  readonly after: number;
}

/** Share of the claims that may lie before, and after, what is shown. */
const TAIL = 0.01;

export function core(days: readonly Day[]): Core {
  const allowed = TAIL * days.reduce((sum, { claims }) => sum + claims, 0);
  const [first, before] = past(days, allowed);
  const [last, after] = past([...days].reverse(), allowed);
  return { days: days.slice(first, days.length - last), before, after };
}

/** How many days can be left out at the beginning, and the claims of those. */
function past(days: readonly Day[], allowed: number): [days: number, claims: number] {
  let [left, claims] = [0, 0];
  for (const each of days) {
    if (claims + each.claims > allowed) break;
    claims += each.claims;
    left += 1;
  }
  return [left, claims];
}

/** The days as bars of equal length in days, empty ones among them, so that time runs evenly. */
export function bars(days: readonly Day[], most = BARS): readonly Bar[] {
  const [start, end] = [days.at(0), days.at(-1)];
  if (!start || !end) return [];
  const first = ordinal(start.day);
  const step = Math.max(1, Math.ceil((ordinal(end.day) - first + 1) / most));
  const length = Math.floor((ordinal(end.day) - first) / step) + 1;
  const counts = new Array<number>(length).fill(0);
  for (const { day: on, claims } of days) {
    const nth = Math.floor((ordinal(on) - first) / step);
    counts[nth] = (counts[nth] ?? 0) + claims;
  }
  return counts.map((claims, nth) => ({ first: iso(first + nth * step), last: iso(first + (nth + 1) * step - 1), claims }));
}

/** First and last day of the bars from one to another, whichever way they were swept over. */
export function swept(found: readonly Bar[], from: number, to: number): { since: string; until: string } | null {
  const [left, right] = [found[Math.min(from, to)], found[Math.max(from, to)]];
  return left && right ? { since: left.first, until: right.last } : null;
}

/** Claims by day, to sweep over for a time; the fields beside it do the same by keys. */
export function timeline(found: readonly Bar[], isIn: (bar: Bar) => boolean, choose: Choose): TemplateResult {
  const most = Math.max(1, ...found.map(({ claims }) => claims));
  let start: number | null = null;
  const nth = (event: PointerEvent): number => {
    const { left, width } = (event.currentTarget as Element).getBoundingClientRect();
    return Math.max(0, Math.min(found.length - 1, Math.floor(((event.clientX - left) / width) * found.length)));
  };
  const ended = (event: PointerEvent): void => {
    const days = start === null ? null : swept(found, start, nth(event));
    start = null;
    if (days) choose(days.since, days.until);
  };
  return html`<svg
    class="timeline"
    viewBox="0 0 ${found.length} ${HEIGHT}"
    preserveAspectRatio="none"
    role="img"
    aria-label=${label(found)}
    @pointerdown=${(event: PointerEvent) => {
      start = nth(event);
      (event.currentTarget as Element).setPointerCapture(event.pointerId);
    }}
    @pointerup=${ended}
  >
    ${found.map(
      (bar, at) =>
        svg`<rect class=${isIn(bar) ? "in" : "out"} x=${at + 0.08} width="0.84" y=${HEIGHT - (HEIGHT * bar.claims) / most} height=${(HEIGHT * bar.claims) / most}><title>${day(bar.first)}: ${count(bar.claims, "claim")}</title></rect>`,
    )}
  </svg>`;
}

type Choose = (since: string, until: string) => void;

function label(found: readonly Bar[]): string {
  const [first, last] = [found.at(0), found.at(-1)];
  return first && last ? `Claims by day, ${day(first.first)} to ${day(last.last)}` : "No claim has a day";
}

function ordinal(iso: string): number {
  return Math.round(Date.parse(`${iso}T00:00:00Z`) / MS);
}

function iso(ordinal: number): string {
  return new Date(ordinal * MS).toISOString().slice(0, 10);
}
