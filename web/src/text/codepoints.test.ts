import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { CodePoints } from "./codepoints";

const anyText = fc.string({ unit: "grapheme", maxLength: 40 });

describe("CodePoints", () => {
  it.each([
    ["plain", "five dead in Ariha", 13, 18, "Ariha"],
    ["after an emoji", "🔥 five dead", 2, 6, "five"],
    ["an emoji itself", "a🔥b", 1, 2, "🔥"],
    ["Arabic", "قُتل خمسة في أريحا", 13, 18, "أريحا"],
    ["a family of emoji joined", "👨‍👩‍👧 x", 6, 7, "x"],
    ["beyond the end", "short", 3, 99, "rt"],
    ["before the start", "short", -4, 2, "sh"],
  ])("finds words %s", (_, text, start, end, words) => {
    expect(new CodePoints(text).slice(start, end)).toBe(words);
  });

  it("cuts as an array of code points would", () => {
    fc.assert(
      fc.property(anyText, fc.nat(50), fc.nat(50), (text, start, end) => {
        const points = [...text];
        const made = new CodePoints(text);
        expect(made.length).toBe(points.length);
        expect(made.slice(start, end)).toBe(points.slice(start, end).join(""));
      }),
    );
  });
});
