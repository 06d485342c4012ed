import type { Context } from "../context";
import type { Attribution, Claim, Loaded, ReportMeta } from "../shapes";
import { CodePoints } from "../text/codepoints";

/** A report with its text and what was read in it. */
export interface ReportRecord {
  readonly report: ReportMeta;
  readonly text: CodePoints;
  readonly attributions: readonly Attribution[];
  readonly claims: readonly Claim[];
  readonly loaded: readonly Loaded[];
}

/** What the API gives: the report's own fields beside those of its reading, and claims without their quotes. */
interface Read extends ReportMeta {
  readonly text: string;
  readonly attributions: readonly Attribution[];
  readonly claims: readonly Omit<Claim, "quote" | "report">[];
  readonly loaded: readonly Loaded[];
}

export async function fetchReport(context: Context, digest: string): Promise<ReportRecord> {
  const read = await context.get<Read>(`/reports/${encodeURIComponent(digest)}`);
  const { text: words, attributions, claims, loaded, ...report } = read;
  const text = new CodePoints(words);
  const quoted = claims.map((claim) => ({ ...claim, quote: text.slice(...claim.evidence), report }));
  return { report, text, attributions, claims: quoted, loaded };
}
