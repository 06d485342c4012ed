import { describe, expect, it } from "vitest";
import { count, dated, day, days, moment, range, span } from "./words";

describe("days", () => {
  it.each([
    ["2008-03-14", "14 March 2008"],
    ["2008-03-14T09:30:00Z", "14 March 2008"],
    ["in the spring", "in the spring"],
    ["2008-13-14", "2008-13-14"],
  ])("of %s", (iso, words) => expect(day(iso)).toBe(words));

  it.each([
    ["2008-03-14/2008-03-14", "14 March 2008"],
    ["2008-03-12/2008-03-14", "12 to 14 March 2008"],
    ["2008-02-29/2008-03-01", "29 February to 1 March 2008"],
    ["2007-12-31/2008-01-01", "31 December 2007 to 1 January 2008"],
    [null, ""],
  ])("of the interval %s", (iso, words) => expect(days(iso)).toBe(words));

  it("leaves open what is open", () => {
    expect(span(null, "2008-03-14")).toBe("until 14 March 2008");
    expect(span("2008-03-14", null)).toBe("since 14 March 2008");
  });

  it("within a sentence", () => {
    expect(dated("bombing, Ariha, 2008-03-14")).toBe("bombing, Ariha, 14 March 2008");
    expect(dated("2008-03-14 lies in 2008-03-14/2008-03-15.")).toBe("14 March 2008 lies in 14 to 15 March 2008.");
  });

  it("puts instants in universal time", () => {
    expect(moment("2008-03-14T23:30:00-02:00")).toBe("15 March 2008, 01:30 UTC");
  });
});

describe("numbers", () => {
  it.each([
    [14, 14, "14"],
    [14, 17, "14 to 17"],
    [5, null, "at least 5"],
    [null, 9, "at most 9"],
    [null, null, "not said how many"],
    [12500, 12500, "12,500"],
    [0, 0, "0"],
  ])("from %s to %s", (low, high, words) => expect(range(low, high)).toBe(words));

  it("counts", () => {
    expect([count(1, "report"), count(2, "report"), count(0, "family", "families")]).toEqual([
      "1 report",
      "2 reports",
      "0 families",
    ]);
  });
});
