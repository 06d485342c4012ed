import { groupBy } from "../group";
import type { Claim, ReportMeta } from "../shapes";

/** One sentence, and the claims that rest on it: those of an outlet, and those of outlets that print its text. */
export interface Sentence {
  readonly claims: readonly Claim[];
  /** The reports in which it stands, each once. */
  readonly reports: readonly ReportMeta[];
  /** The outlet or agency whose text it probably is; null where that is unknown. */
  readonly original: string | null;
}

/** Fold claims on one sentence together, also where several outlets of a family print it. */
export function fold(claims: readonly Claim[]): Sentence[] {
  const groups = groupBy(claims, (claim) => `${claim.family ?? claim.report.digest}\n${plain(claim.quote)}`);
  return [...groups.values()].map((group) => ({
    claims: group,
    reports: [...new Map(group.map(({ report }) => [report.digest, report])).values()],
    original: group.find(({ original }) => original)?.original ?? null,
  }));
}

function plain(quote: string): string {
  return quote.replace(/\s+/gu, " ").trim();
}
