import { describe, expect, it } from "vitest";
import { charts, letterOf, type Given } from "./figures";

function given(low: number | null, high: number | null, day: string | null = "2008-03-14", measure = "killed"): Given {
  const plain = { population: "all", running: false, former: false, claims: [] };
  return { measure, origin: "Zawiya Voice", low, high, day, ...plain };
}

describe("charts", () => {
  it("draws a range between its ends", () => {
    const [chart] = charts([given(14, 17)]);
    expect(chart?.drawn[0]).toMatchObject({ from: 14, to: 17, openAbove: false, openBelow: false });
  });

  it("draws an open end beyond the number, and says so", () => {
    const [chart] = charts([given(100, null), given(null, 50)]);
    const [atLeast, atMost] = chart?.drawn ?? [];
    expect(atLeast).toMatchObject({ from: 100, openAbove: true });
    expect(atLeast?.to).toBeGreaterThan(100);
    expect(atMost).toMatchObject({ to: 50, openBelow: true });
    expect(atMost?.from).toBeLessThan(50);
  });

  it("never draws fewer than none", () => {
    expect(charts([given(null, 1), given(900, 900)])[0]?.drawn[0]?.from).toBe(0);
  });

  it("keeps what it cannot draw beside the chart", () => {
    const [chart] = charts([given(3, 3, null), given(null, null), given(4, 4)]);
    expect(chart?.drawn).toHaveLength(1);
    expect(chart?.undrawn).toHaveLength(2);
  });

  it("gives each figure a column, day after day, and each measure a chart", () => {
    const late = given(3, 3, "2008-03-15");
    const made = charts([late, given(1, 1), given(2, 2, "2008-03-14T10:00:00Z"), given(7, 7, "2008-03-14", "wounded")]);
    expect(made.map(({ measure, drawn }) => [measure, drawn.map(({ low }) => low)])).toEqual([
      ["killed", [1, 2, 3]],
      ["wounded", [7]],
    ]);
    expect(made[0]?.days).toEqual([
      { day: "2008-03-14", first: 0, last: 1 },
      { day: "2008-03-15", first: 2, last: 2 },
    ]);
  });

  it("draws what one origin says twice once, with both claims", () => {
    const [chart] = charts([{ ...given(3, 3), claims: ["a"] }, { ...given(3, 3), claims: ["b"] }]);
    expect(chart?.drawn.map(({ claims }) => claims)).toEqual([["a", "b"]]);
  });
});

it.each([
  [0, "A"],
  [25, "Z"],
  [26, "AA"],
  [53, "BB"],
])("names origin %i by %s", (at, letter) => {
  const origins = Array.from({ length: 60 }, (_, index) => `origin ${index}`);
  expect(letterOf(origins, `origin ${at}`)).toBe(letter);
});
