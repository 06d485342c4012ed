import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Attribution, Claim, Offsets } from "../shapes";
import { CodePoints } from "../text/codepoints";
import { depth, reportMarks } from "./marks";
import type { Family } from "./record";
import { passages } from "./passages";

const REPORT = { digest: "d", id: "a", title: null, publisher: null, published: null, url: null, language: null };
const EMPTY = { report: REPORT, claims: [], attributions: [], loaded: [], copies: [] };
const none = { voices: [], actor: [], target: [], place: null, figures: [] };

function claim(id: string, trigger: Offsets): Claim {
  return { id, trigger, evidence: trigger, ...none } as unknown as Claim;
}

function statement(content: Offsets, parent: number | null = null): Attribution {
  return { source: [], cue: [], content: [content], parent };
}

function draw(text: string, claims: Claim[] = [], attributions: Attribution[] = [], copies: Family[] = []) {
  const points = new CodePoints(text);
  return passages(points, reportMarks({ ...EMPTY, text: points, claims, attributions, copies }));
}

describe("passages", () => {
  it("keeps every word, paragraph by paragraph", () => {
    const text = fc.string({ unit: fc.constantFrom("a", " ", "\n", "🔥", "ق", "é"), maxLength: 60 });
    const spans = fc.array(fc.tuple(fc.nat(60), fc.nat(60)), { maxLength: 8 });
    fc.assert(
      fc.property(text, spans, (text, spans) => {
        const claims = spans.map((span, index) => claim(`${index}`, span));
        const statements = spans.map((span) => statement(span));
        const made = draw(text, claims, statements).map((of) => of.map(({ words }) => words).join(""));
        expect(made.join("\n").trimEnd()).toBe(text.trimEnd());
      }),
    );
  });

  it("knows what others print, too, in this report's own words", () => {
    const passage = (span: Offsets) => [{ span, quote: "" }];
    const members = [
      { report: REPORT, passages: passage([2, 5]) },
      { report: { ...REPORT, digest: "other" }, passages: passage([0, 2]) },
    ];
    const [made] = draw("One two", [], [], [{ id: "f", original: null, members }]);
    expect(made?.map(({ words, families, copyBegins }) => [words, families, copyBegins])).toEqual([
      ["On", [], false],
      ["e t", ["f"], true],
      ["wo", [], false],
    ]);
  });

  it("knows the claims of a word, and which it makes", () => {
    const text = "🔥 Shells hit Ariha.";
    const hit = { ...claim("made", [9, 12]), place: { name: "Ariha", span: [13, 18] } } as unknown as Claim;
    const other = { ...claim("other", [2, 8]), actor: [{ name: "x", span: [9, 12], party: null }] } as Claim;
    const found = draw(text, [other, hit]).flat();
    expect(found.find(({ words }) => words === "hit")).toMatchObject({ claims: ["made", "other"], trigger: true });
    expect(found.find(({ words }) => words === "Ariha")).toMatchObject({
      claims: ["made"],
      trigger: false,
      roles: ["place"],
    });
  });

  it("tells how deep a word stands in statements", () => {
    const found = draw("He said she said no.", [], [statement([3, 19]), statement([12, 16], 0)]).flat();
    expect(found.map((each) => [each.words, each.depth])).toEqual([
      ["He ", 0],
      ["said she ", 1],
      ["said", 2],
      [" no", 1],
      [".", 0],
    ]);
    expect(found[2]).toMatchObject({ opens: [2], closes: [2] });
  });
});

it("counts no deeper than there are statements where they stand in a circle", () => {
  const circle = [statement([0, 1], 1), statement([0, 1], 0)];
  expect(depth(circle, 0)).toBe(2);
});
