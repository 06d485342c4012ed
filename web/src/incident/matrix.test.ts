import { describe, expect, it } from "vitest";
import type { Account, Value } from "../shapes";
import { matrix } from "./matrix";

function value(words: string): Value {
  return { words, low: null, high: null, denied: false, party: null, claims: [] };
}

function account(name: string, slots: Record<string, string[]>, sort: "voice" | "unknown" = "voice"): Account {
  const said = Object.fromEntries(Object.entries(slots).map(([slot, words]) => [slot, words.map(value)]));
  const origin = { key: name, name, sort, party: null };
  return { origin, slots: said, stake: "unknown", against_interest: false, outlets: [], claims: [] };
}

describe("matrix", () => {
  const made = matrix(
    [
      account("unknown", { kind: ["harm"] }, "unknown"),
      account("Zawiya Voice", { killed: ["at least 9"], kind: ["airstrike", "harm"] }),
      account("mayor", { place: ["Ariha"] }),
    ],
    [{ slot: "kind", agreement: "contested", reason: "one denies", claims: [] }],
  );

  it("has the slots that anybody fills, what happened first and figures last", () => {
    expect(made.columns.map(({ slot }) => slot)).toEqual(["kind", "place", "killed"]);
  });

  it("gives each column its agreement, or none where nothing is compared", () => {
    expect(made.columns.map(({ agreement }) => agreement)).toEqual(["contested", null, null]);
  });

  it("has a row an origin, the unknown ones last, with a cell a column", () => {
    expect(made.rows.map(({ account: { origin } }) => origin.name)).toEqual(["Zawiya Voice", "mayor", "unknown"]);
    expect(made.rows[0]?.cells.map((cell) => cell.map(({ words }) => words))).toEqual([
      ["airstrike", "harm"],
      [],
      ["at least 9"],
    ]);
  });
});
