import type { Context } from "../context";
import type { Attribution, Claim, Loaded, Offsets, ReportMeta } from "../shapes";
import { CodePoints } from "../text/codepoints";

/** Reports that print one text, and where it stands in each. */
export interface Family {
  readonly id: string;
  /** Whose text it probably is; null where nobody can tell. */
  readonly original: string | null;
  readonly members: readonly {
    readonly report: ReportMeta;
    readonly passages: readonly { readonly span: Offsets; readonly quote: string }[];
  }[];
}

/** A report with its text and what was read in it. */
export interface ReportRecord {
  readonly report: ReportMeta;
  readonly text: CodePoints;
  readonly attributions: readonly Attribution[];
  readonly claims: readonly Claim[];
  readonly loaded: readonly Loaded[];
  readonly copies: readonly Family[];
}

/** What the API gives: the report's own fields beside those of its reading, and claims without their quotes. */
interface Read extends ReportMeta {
  readonly text: string;
  readonly attributions: readonly Attribution[];
  readonly claims: readonly Omit<Claim, "quote" | "report">[];
  readonly loaded: readonly Loaded[];
}

export async function fetchReport(context: Context, digest: string): Promise<ReportRecord> {
  const [read, { items: copies }] = await Promise.all([
    context.get<Read>(`/reports/${encodeURIComponent(digest)}`),
    context.get<{ items: Family[] }>("/copies", { report: digest }),
  ]);
  const { text: words, attributions, claims, loaded, ...report } = read;
  const text = new CodePoints(words);
  const quoted = claims.map((claim) => ({ ...claim, quote: text.slice(...claim.evidence), report }));
  return { report, text, attributions, claims: quoted, loaded, copies };
}
