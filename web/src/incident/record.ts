import type { Account, Claim, Comparison } from "../shapes";
import type { Answer, Grades } from "./counts";
import type { Given } from "./figures";

/** One figure in the history of a count. */
export interface TollEntry {
  readonly words: string;
  readonly low: number | null;
  readonly high: number | null;
  readonly day: string | null;
  readonly origin: string;
  readonly claim: string;
  readonly former: boolean;
  readonly correction: boolean;
}

/** How one count went on. */
export interface Toll {
  readonly measure: string;
  readonly population: string;
  readonly course: string;
  readonly history: string;
  readonly entries: readonly TollEntry[];
}

/** An incident as the API gives it. */
export interface IncidentRecord extends Grades {
  readonly id: string;
  readonly title: string;
  readonly earliest: string | null;
  readonly latest: string | null;
  readonly disputed: boolean;
  readonly follows: readonly string[];
  readonly followed_by: readonly string[];
  readonly accounts: readonly Account[];
  readonly comparisons: readonly Comparison[];
  readonly claims: readonly Claim[];
  /** How many reports tell of it. */
  readonly reports: number;
  readonly tolls: readonly Toll[];
  readonly aggregates: readonly (Answer & { readonly rule: string })[];
}

/** The figures of an incident's counts, each with the name of who gives it. */
export function figuresGiven(record: Pick<IncidentRecord, "accounts" | "tolls" | "claims">): Given[] {
  const names = new Map(record.accounts.map(({ origin }) => [origin.key, origin.name]));
  const claims = new Map(record.claims.map((claim) => [claim.id, claim]));
  return record.tolls.flatMap(({ measure, population, entries }) =>
    entries.map((entry) => ({
      measure,
      population,
      origin: names.get(entry.origin) ?? "nobody named",
      low: entry.low,
      high: entry.high,
      day: entry.day,
      running: isRunning(claims.get(entry.claim), measure),
      former: entry.former,
      claims: [entry.claim],
    })),
  );
}

/** Whether a claim counts on from before ("since 2011"): such a figure is no count of this happening alone. */
function isRunning(claim: Claim | undefined, measure: string): boolean {
  return claim?.figures.some((figure) => figure.measure === measure && figure.scope?.cumulative === true) ?? false;
}
