import { describe, expect, it } from "vitest";
import { latest, type Judgement } from "./judgement";

function judgement(id: number, subject: string, claim: string, other: string | null = null, slot: string | null = null) {
  return { id, subject, claim, other, slot } as Judgement;
}

const given = [
  judgement(9, "slot", "a", null, "place"),
  judgement(8, "pair", "b", "a"),
  judgement(7, "claim", "a"),
  judgement(6, "claim", "a"),
];

describe("latest", () => {
  it.each([
    ["a claim", { subject: "claim", claim: "a" }, 7],
    ["one slot of it", { subject: "slot", claim: "a", slot: "place" }, 9],
    ["another slot", { subject: "slot", claim: "a", slot: "time" }, null],
    ["a pair, either way round", { subject: "pair", claim: "a", other: "b" }, 8],
    ["another pair", { subject: "pair", claim: "a", other: "c" }, null],
  ])("on %s", (_, matter, id) => expect(latest(given, matter)).toBe(id));
});
