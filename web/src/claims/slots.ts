import type { Claim, Figure, Named } from "../shapes";
import { days, range } from "../words";

/** What a claim says in one slot, in words; null where it says nothing. */
export interface Filled {
  readonly slot: string;
  readonly words: string | null;
  readonly about: string;
}

/** What a claim says, slot by slot, also where it says nothing. */
export function filled(claim: Claim): Filled[] {
  return [
    { slot: "kind", words: claim.kind, about: "" },
    { slot: "stance", words: claim.stance, about: "" },
    { slot: "voice", words: names(claim.voices, " › "), about: parties(claim.voices) },
    { slot: "actor", words: names(claim.actor), about: parties(claim.actor) },
    { slot: "target", words: names(claim.target), about: parties(claim.target) },
    { slot: "place", words: claim.place?.name ?? null, about: placeAbout(claim) },
    { slot: "time", words: claim.time ? days(claim.time) : null, about: "" },
    { slot: "figures", words: claim.figures.map(figureInWords).join("; ") || null, about: "" },
  ];
}

/** "killed: at least 9 civilians, in “Ariha”". */
export function figureInWords({ measure, low, high, of, scope }: Figure): string {
  const over = [scope?.area, scope?.window].filter(Boolean).map((words) => `“${words}”`);
  const counted = over.length ? `, counted over ${over.join(" and ")}` : "";
  const running = scope?.cumulative ? ", a running total" : "";
  return `${measure}: ${range(low, high)}${of ? ` ${of}` : ""}${counted}${running}`;
}

function names(of: readonly Pick<Named, "name">[], between = "; "): string | null {
  return of.map(({ name }) => name).join(between) || null;
}

function parties(of: readonly Pick<Named, "name" | "party">[]): string {
  return of.map(({ party }) => party ?? "").filter(Boolean).join("; ");
}

function placeAbout({ place }: Claim): string {
  if (!place) return "";
  if (place.geonames_id !== null) return `GeoNames ${place.geonames_id}`;
  return place.lat === null ? "not found in the gazetteer" : "without a number in GeoNames";
}
