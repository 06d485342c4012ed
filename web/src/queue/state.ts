import type { Draft } from "../judging/judgement";
import type { Claim } from "../shapes";

/** Something that wants a person's decision. */
export interface Item {
  readonly id: string;
  readonly sort: string;
  readonly why: string;
  readonly chance: number | null;
  readonly claim: Claim;
  readonly other: Claim | null;
  readonly incident: string | null;
}

/** What has been decided, and where it stood, so that it can be taken back; no decision where another's stands. */
export interface Done {
  readonly item: Item;
  readonly place: number;
  readonly decision: Draft | null;
}

/** Where a person is in the queue. */
export interface Queue {
  readonly items: readonly Item[];
  readonly at: number;
  readonly done: readonly Done[];
}

export const EMPTY: Queue = { items: [], at: 0, done: [] };

export function current(queue: Queue): Item | null {
  return queue.items[queue.at] ?? null;
}

/** More items behind those that are there, each once, and none that has been decided. */
export function more(queue: Queue, items: readonly Item[]): Queue {
  const known = new Set([...queue.items, ...queue.done.map((each) => each.item)].map(({ id }) => id));
  const isNew = ({ id }: Item): boolean => !known.has(id) && Boolean(known.add(id));
  return { ...queue, items: [...queue.items, ...items.filter(isNew)] };
}

/** Go on or back; never past the ends. */
export function move(queue: Queue, by: number): Queue {
  return { ...queue, at: within(queue.at + by, queue.items.length) };
}

/** Take an item out as decided; the one behind it comes in its place. */
export function decide(queue: Queue, id: string, decision: Draft | null): Queue {
  const place = queue.items.findIndex((item) => item.id === id);
  const item = queue.items[place];
  if (!item) return queue;
  const items = queue.items.toSpliced(place, 1);
  const at = place < queue.at ? queue.at - 1 : queue.at;
  return { items, at: within(at, items.length), done: [...queue.done, { item, place, decision }] };
}

/** Put the item decided last back where it stood, and go to it. */
export function undo(queue: Queue): Queue {
  const last = queue.done.at(-1);
  if (!last) return queue;
  return { items: queue.items.toSpliced(last.place, 0, last.item), at: last.place, done: queue.done.slice(0, -1) };
}

function within(at: number, length: number): number {
  return Math.max(0, Math.min(at, length - 1));
}
