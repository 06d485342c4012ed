import { describe, expect, it } from "vitest";
import type { Claim, Figure } from "../shapes";
import { figureInWords, filled } from "./slots";

const figure: Figure = {
  ...{ measure: "killed", low: 9, high: null, span: [0, 1], text: "nine", of: "civilians", sort: "count" },
  scope: { area: "Ariha", window: null, cumulative: null },
};

describe("what a claim says in a slot", () => {
  const named = (name: string, party: string | null = null) => ({ name, party, span: [0, 1], sort: "person", role: null });
  const claim = {
    ...{ id: "a", kind: "control", stance: "asserted", time: "2008-03-14/2008-03-15", figures: [] },
    ...{ voices: [named("Barada Press Agency"), named("military source")], actor: [named("army", "syrian-army")], target: [] },
    place: { name: "Hass", span: [0, 1], lat: null, lon: null, geonames_id: null },
  } as unknown as Claim;

  it.each([
    ["voice", "Barada Press Agency › military source", ""],
    ["actor", "army", "syrian-army"],
    ["target", null, ""],
    ["place", "Hass", "not found in the gazetteer"],
    ["time", "14 to 15 March 2008", ""],
    ["figures", null, ""],
  ])("%s", (slot, words, about) => {
    expect(filled(claim).find((each) => each.slot === slot)).toEqual({ slot, words, about });
  });
});

it.each([
  [figure, "killed: at least 9 civilians, counted over “Ariha”"],
  [{ ...figure, high: 9, of: null, scope: { area: null, window: "2011", cumulative: true } }, "killed: 9, counted over “2011”, a running total"],
  [{ ...figure, scope: null }, "killed: at least 9 civilians"],
])("says a figure with its scope", (given, words) => expect(figureInWords(given)).toBe(words));
