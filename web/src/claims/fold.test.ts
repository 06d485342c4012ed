import { describe, expect, it } from "vitest";
import type { Claim } from "../shapes";
import { fold } from "./fold";

function claim(id: string, digest: string, quote: string, family: string | null = null): Claim {
  return { id, quote, report: { digest }, family, original: family && "Barada Press Agency" } as Claim;
}

describe("fold", () => {
  it.each([
    ["one sentence of one report", [claim("a", "d3", "Shells fell."), claim("b", "d3", "Shells fell.")], [["a", "b"]]],
    ["one text in two outlets", [claim("a", "d1", "Shells  fell.", "f"), claim("b", "d2", "Shells fell.", "f")], [["a", "b"]]],
    ["the same words of strangers", [claim("a", "d1", "Shells fell."), claim("b", "d3", "Shells fell.")], [["a"], ["b"]]],
    ["two sentences of a family", [claim("a", "d1", "Shells fell.", "f"), claim("b", "d2", "Two died.", "f")], [["a"], ["b"]]],
  ])("%s", (_, claims, expected) => {
    expect(fold(claims).map((sentence) => sentence.claims.map(({ id }) => id))).toEqual(expected);
  });

  it("names each report once, and whose text it is", () => {
    const [sentence] = fold([claim("a", "d1", "x", "f"), claim("b", "d1", "x", "f"), claim("c", "d2", "x", "f")]);
    expect(sentence?.reports.map(({ digest }) => digest)).toEqual(["d1", "d2"]);
    expect(sentence?.original).toBe("Barada Press Agency");
  });
});
