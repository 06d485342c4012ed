import type { Claim } from "../shapes";
import type { Draft } from "./judgement";

/** What a slot of a claim should say instead, as the API takes it; null where it should say nothing. */
export type Correction =
  | { readonly slot: "kind" | "stance"; readonly value: string }
  | { readonly slot: "voice" | "actor" | "target"; readonly name: string; readonly party: string | null }
  | { readonly slot: "place"; readonly place: number }
  | { readonly slot: "time"; readonly earliest: string | null; readonly latest: string | null }
  | { readonly slot: "figures"; readonly measure: string; readonly low: number | null; readonly high: number | null };

export type CorrectableSlot = Correction["slot"];

export const CORRECTABLE: readonly CorrectableSlot[] = [
  ...(["kind", "stance", "voice", "actor"] as const),
  ...(["target", "place", "time", "figures"] as const),
];

/** Whether every claim says something in a slot. */
export function isAlwaysFilled(slot: CorrectableSlot): boolean {
  return slot === "kind" || slot === "stance";
}

/** The slot of a name. Throws a RangeError if there is none. */
export function slotOf(name: string): CorrectableSlot {
  const found = CORRECTABLE.find((slot) => slot === name);
  if (!found) throw new RangeError(`no slot is called ${name}`);
  return found;
}

/** The days of an interval as typed: one, or the first and the last. A sentence says what is wrong. */
export function interval(first: string, last: string): readonly [string | null, string | null] | string {
  if (!first && !last) return "Give a day, or the first and the last.";
  if (first && last && last < first) return "The last day is before the first.";
  return [first || null, last || first || null];
}

/** The ends of a figure as typed: an empty one is open. A sentence says what is wrong. */
export function ends(low: string, high: string): readonly [number | null, number | null] | string {
  const [least, most] = [end(low), end(high)];
  if (Number.isNaN(least) || Number.isNaN(most)) return "A figure is a number.";
  if (least === null && most === null) return "Give the least, the most, or both.";
  if (least !== null && most !== null && most < least) return "The most is less than the least.";
  return [least, most];
}

function end(typed: string): number | null {
  const plain = typed.trim().replaceAll(",", "");
  if (!plain) return null;
  return /^\d+(\.\d+)?$/.test(plain) ? Number(plain) : Number.NaN;
}

/** What a claim says in a slot now, as a person would type it. */
export function asTyped(claim: Claim, slot: CorrectableSlot): string {
  if (slot === "kind" || slot === "stance") return claim[slot];
  if (slot === "place") return claim.place?.name ?? "";
  if (slot === "voice") return claim.voices.at(-1)?.name ?? "";
  if (slot === "actor" || slot === "target") return claim[slot][0]?.name ?? "";
  return "";
}

/** A correction as the API takes it: in figures, each measure is a slot of its own. */
export function bodyOf(claim: Claim, correction: Correction, why: string): Draft {
  return { subject: "slot", decision: "correct", claim: claim.id, why, ...held(correction) };
}

/** That a claim says nothing in a slot, whatever was read; of figures, in one measure. */
export function emptied(claim: Claim, slot: string, why: string): Draft {
  return { subject: "slot", decision: "reject", claim: claim.id, slot, why };
}

function held(correction: Correction): Pick<Draft, "slot"> & Record<string, unknown> {
  const { slot } = correction;
  if ("value" in correction) return { slot, value: correction.value };
  if (slot === "place") return { slot, place: correction.place };
  if (slot === "time") return { slot, value: written(correction.earliest, correction.latest, "/") };
  if (slot === "figures") return { slot: correction.measure, value: written(correction.low, correction.high, "-") };
  const { name, party } = correction;
  return { slot, named: [{ name, party }] };
}

/** Two ends as the API reads them: an open time is "../2008-03-14", an open figure "5..". */
function written(first: string | number | null, last: string | number | null, between: "/" | "-"): string {
  if (first === last) return String(first);
  if (between === "-" && (first === null || last === null)) return `${first ?? ""}..${last ?? ""}`;
  return `${first ?? ".."}${between}${last ?? ".."}`;
}
