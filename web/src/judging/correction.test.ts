import { describe, expect, it } from "vitest";
import type { Claim } from "../shapes";
import { bodyOf, ends, interval, type Correction } from "./correction";

describe("an interval as typed", () => {
  it.each([
    ["2008-03-14", "", ["2008-03-14", "2008-03-14"]],
    ["2008-03-14", "2008-03-16", ["2008-03-14", "2008-03-16"]],
    ["", "2008-03-16", [null, "2008-03-16"]],
  ])("from %s to %s", (first, last, expected) => expect(interval(first, last)).toEqual(expected));

  it("says what is wrong", () => {
    expect(interval("", "")).toBe("Give a day, or the first and the last.");
    expect(interval("2008-03-16", "2008-03-14")).toBe("The last day is before the first.");
  });
});

describe("a figure as typed", () => {
  it.each([
    ["14", "17", [14, 17]],
    ["1,200", "", [1200, null]],
    ["", "9", [null, 9]],
    ["0", "0", [0, 0]],
  ])("from %s to %s", (low, high, expected) => expect(ends(low, high)).toEqual(expected));

  it.each([
    ["a dozen", "", "A figure is a number."],
    ["-4", "", "A figure is a number."],
    ["", "", "Give the least, the most, or both."],
    ["9", "4", "The most is less than the least."],
  ])("says what is wrong from %s to %s", (low, high, expected) => expect(ends(low, high)).toBe(expected));
});

describe("a correction", () => {
  const cases: [Correction, object][] = [
    [{ slot: "kind", value: "shelling" }, { slot: "kind", value: "shelling" }],
    [{ slot: "place", place: 167245 }, { slot: "place", place: 167245 }],
    [{ slot: "actor", name: "army", party: "syrian-army" }, { slot: "actor", named: [{ name: "army", party: "syrian-army" }] }],
    [{ slot: "time", earliest: "2008-03-14", latest: "2008-03-14" }, { slot: "time", value: "2008-03-14" }],
    [{ slot: "time", earliest: null, latest: "2008-03-16" }, { slot: "time", value: "../2008-03-16" }],
    [{ slot: "figures", measure: "killed", low: 3, high: 5 }, { slot: "killed", value: "3-5" }],
    [{ slot: "figures", measure: "killed", low: 3, high: null }, { slot: "killed", value: "3.." }],
    [{ slot: "figures", measure: "wounded", low: 0, high: 0 }, { slot: "wounded", value: "0" }],
  ];

  it.each(cases)("of %o", (correction, expected) => {
    const body = bodyOf({ id: "a" } as Claim, correction, "the road sign");
    expect(body).toEqual({ subject: "slot", decision: "correct", claim: "a", why: "the road sign", ...expected });
  });
});
