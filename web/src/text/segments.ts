/** A stretch of text, in code points, end excluded, and what it is marked as. */
export interface Mark<T> {
  readonly start: number;
  readonly end: number;
  readonly value: T;
}

/** A stretch of text over which no mark begins or ends, with all the marks that cover it, the longest first. */
export interface Segment<T> {
  readonly start: number;
  readonly end: number;
  readonly marks: readonly Mark<T>[];
}

/**
 * Cut a text of `length` code points where marks begin and end, so that marks that overlap can be drawn.
 *
 * The segments follow each other without gaps from 0 to `length`. Marks are cut to the text, and empty ones
 * left out.
 */
export function cut<T>(length: number, marks: readonly Mark<T>[]): Segment<T>[] {
  const inside = marks.map((mark) => within(mark, length)).filter((mark) => mark.start < mark.end);
  const waiting = inside.toSorted((a, b) => a.start - b.start || b.end - a.end);
  let open: Mark<T>[] = [];
  let next = 0;
  return pairs(bounds(length, inside)).map(([start, end]) => {
    open = open.filter((mark) => mark.end > start);
    for (let mark = waiting[next]; mark && mark.start <= start; mark = waiting[++next]) open.push(mark);
    return { start, end, marks: open.toSorted(longestFirst) };
  });
}

function within<T>(mark: Mark<T>, length: number): Mark<T> {
  return { ...mark, start: Math.max(mark.start, 0), end: Math.min(mark.end, length) };
}

function bounds<T>(length: number, marks: readonly Mark<T>[]): number[] {
  const found = new Set([0, length]);
  for (const mark of marks) found.add(mark.start).add(mark.end);
  return [...found].sort((a, b) => a - b);
}

function pairs(bounds: readonly number[]): [number, number][] {
  return bounds.slice(1).map((end, index) => [bounds[index] ?? 0, end]);
}

function longestFirst<T>(a: Mark<T>, b: Mark<T>): number {
  return b.end - b.start - (a.end - a.start);
}
