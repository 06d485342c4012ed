/**
 * A text addressed as the API addresses it: by Unicode code points.
 *
 * JavaScript counts UTF-16 units, of which a character outside the basic plane (most emoji) has two.
 */
export class CodePoints {
  readonly length: number;
  private readonly wide: readonly number[];

  constructor(readonly text: string) {
    this.wide = widePoints(text);
    this.length = text.length - this.wide.length;
  }

  /** The text from one code point to before another; offsets outside the text are cut to its ends. */
  slice(start: number, end: number): string {
    return this.text.slice(this.unit(start), this.unit(end));
  }

  /** The index of the UTF-16 unit at which a code point begins. */
  unit(point: number): number {
    const inside = Math.min(Math.max(point, 0), this.length);
    return inside + countBelow(this.wide, inside);
  }
}

/** The offsets, in code points, of the characters that take two units, in order. */
function widePoints(text: string): number[] {
  const found: number[] = [];
  for (const match of text.matchAll(/[\u{10000}-\u{10ffff}]/gu)) found.push(match.index - found.length);
  return found;
}

function countBelow(sorted: readonly number[], limit: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] ?? limit) < limit) low = middle + 1;
    else high = middle;
  }
  return low;
}
