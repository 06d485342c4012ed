import { describe, expect, it } from "vitest";
import { quoteParts, type Quoted } from "./quote";

function claim(quote: string, start: number, trigger: string, actor: string): Quoted {
  const at = (words: string): [number, number] => {
    const before = [...quote.slice(0, quote.indexOf(words))].length + start;
    return [before, before + [...words].length];
  };
  const evidence: [number, number] = [start, start + [...quote].length];
  const none = { voices: [], target: [], place: null, figures: [] };
  return { quote, evidence, trigger: at(trigger), actor: [{ span: at(actor) }], ...none };
}

describe("quoteParts", () => {
  it.each([
    ["plain words", "The army shelled Ariha.", "shelled", "The army"],
    ["emoji before the words", "🔥🔥 The army shelled Ariha.", "shelled", "The army"],
    ["Arabic", "قصف الجيش أريحا", "قصف", "الجيش"],
  ])("marks %s", (_, quote, trigger, actor) => {
    const parts = quoteParts(claim(quote, 120, trigger, actor));
    expect(parts.map((part) => part.words).join("")).toBe(quote);
    expect(parts.find((part) => part.roles.includes("trigger"))?.words).toBe(trigger);
    expect(parts.find((part) => part.roles.includes("actor"))?.words).toBe(actor);
  });

  it("keeps to the quotation where a part of the claim stands elsewhere in the report", () => {
    const far: Quoted = { ...claim("It was shelled.", 50, "shelled", "It"), voices: [{ span: [3, 9] }] };
    expect(quoteParts(far).flatMap((part) => part.roles)).not.toContain("voice");
  });

  it("gives words both roles where they do two things", () => {
    const both = claim("Shelling of Ariha", 0, "Shelling", "Shelling of");
    expect(quoteParts(both)[0]?.roles).toEqual(["actor", "trigger"]);
  });
});
