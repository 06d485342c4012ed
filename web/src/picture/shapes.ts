/** What the API says of claims from afar. */
export interface Spot {
  readonly id: number | null;
  readonly name: string;
  readonly kind: string;
  readonly country: string | null;
  readonly admin1: string | null;
  readonly lat: number;
  readonly lon: number;
  readonly precision: "exact" | "town" | "district" | "province" | "region" | "country";
  readonly claims: number;
}

export interface Day {
  readonly day: string;
  readonly claims: number;
}

export interface FacetValue {
  readonly value: string;
  readonly label: string;
  readonly claims: number;
}

export interface Picture {
  readonly total: number;
  readonly points: readonly Spot[];
  readonly vague: readonly Spot[];
  readonly unplaced: number;
  readonly days: readonly Day[];
  readonly undated: number;
  readonly facets: Readonly<Record<FacetName, readonly FacetValue[]>>;
}

export type FacetName = "kind" | "stance" | "party" | "voice";

/** How a place stands on a day, by the record of `whosays control`. */
export interface Standing {
  readonly sort: string;
  readonly place: string | null;
  readonly lat: number | null;
  readonly lon: number | null;
  readonly status?: string;
  readonly holders: readonly { readonly name: string; readonly party: string | null }[];
  readonly reason?: string;
  readonly claims?: readonly string[];
}
