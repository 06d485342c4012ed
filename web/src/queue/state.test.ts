import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { current, decide, EMPTY, more, move, undo, type Item, type Queue } from "./state";

function items(...ids: string[]): Item[] {
  return ids.map((id) => ({ id }) as Item);
}

const three = more(EMPTY, items("a", "b", "c"));
const ids = (queue: Queue) => queue.items.map(({ id }) => id);

describe("queue", () => {
  it("goes on and back, and stays inside", () => {
    expect(current(move(three, 1))?.id).toBe("b");
    expect(current(move(three, 9))?.id).toBe("c");
    expect(current(move(three, -1))?.id).toBe("a");
    expect(current(EMPTY)).toBeNull();
  });

  it("shows the next item when one is decided", () => {
    const after = decide(move(three, 1), "b", null);
    expect([ids(after), current(after)?.id]).toEqual([["a", "c"], "c"]);
  });

  it("stays with its item when one before it is decided", () => {
    expect(current(decide(move(three, 2), "a", null))?.id).toBe("c");
  });

  it("shows the last that is left when the last is decided", () => {
    expect(current(decide(move(three, 2), "c", null))?.id).toBe("b");
  });

  it("puts back what is undone, and forgets what is not there", () => {
    const back = undo(decide(move(three, 1), "b", null));
    expect([ids(back), current(back)?.id, back.done]).toEqual([["a", "b", "c"], "b", []]);
    expect(undo(three)).toBe(three);
    expect(decide(three, "z", null)).toBe(three);
  });

  it("brings nothing twice, nor what is decided", () => {
    expect(ids(more(decide(three, "a", null), items("a", "b", "d", "d")))).toEqual(["b", "c", "d"]);
  });

  it("loses nothing, whatever is decided and undone", () => {
    const steps = fc.array(fc.constantFrom("on", "back", "decide", "undo"), { maxLength: 30 });
    fc.assert(
      fc.property(steps, (steps) => {
        const end = steps.reduce(take, three);
        const all = [...ids(end), ...end.done.map(({ item }) => item.id)];
        expect(all.sort()).toEqual(["a", "b", "c"]);
        expect(end.items.length === 0 || current(end)).toBeTruthy();
        expect(ids(Array.from(end.done).reduce((queue) => undo(queue), end))).toEqual(["a", "b", "c"]);
      }),
    );
  });
});

function take(queue: Queue, step: string): Queue {
  if (step === "undo") return undo(queue);
  if (step === "decide") return decide(queue, current(queue)?.id ?? "", null);
  return move(queue, step === "on" ? 1 : -1);
}
