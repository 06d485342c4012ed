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
  /** Its name as most claims write it; `name` is the gazetteer's. */
  readonly written: string;
  readonly claims: number;
  /** How many of the claims are of incidents whose accounts cannot all be so. */
  readonly disputed: number;
}

/** A place by the name that readers of reports know; a wide area by the gazetteer's, since many are named as their capitals are. */
export function nameOf({ precision, name, written }: Spot): string {
  return ["exact", "town", "district"].includes(precision) ? written : name;
}

export interface Day {
  readonly day: string;
  readonly claims: number;
}

export interface FacetValue {
  readonly value: string;
  readonly label: string;
  readonly claims: number;
  readonly disputed?: number;
  /** What else it is called. */
  readonly title?: string;
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
