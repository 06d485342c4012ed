import { expect, it } from "vitest";
import { bonds, circle, type Node, type Tie } from "./graph";

const tie = (from: string, to: string, by: Tie["by"], sort = "backs"): Tie => ({ from, to, tie: sort, by, claims: [] });
const node = (id: string, claims = 1): Node => ({ id, name: id.toUpperCase(), sort: null, claims });

it("puts together what is said of the same two, the most said first", () => {
  const found = bonds([tie("a", "b", "registry"), tie("c", "d", "claims"), tie("c", "d", "claims"), tie("a", "b", "claims"), tie("b", "a", "claims")]);
  expect(found.map(({ from, to, registered, said }) => [from, to, registered.length, said.length])).toEqual([
    ["c", "d", 0, 2],
    ["a", "b", 1, 1],
    ["b", "a", 0, 1],
  ]);
});

it("lays those beside each other that are tied, and leaves out who is tied to nobody", () => {
  const placed = circle([node("a", 9), node("b"), node("c", 5), node("d")], [tie("a", "b", "claims"), tie("b", "c", "claims")]);
  expect(placed.map(({ id }) => id)).toEqual(["a", "b", "c"]);
  for (const { x, y } of placed) expect(Math.hypot(x, y)).toBeCloseTo(1);
});
