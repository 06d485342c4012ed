/** The JSON of the HTTP API, as this page reads it. */

export type Offsets = readonly [number, number];

export interface ReportMeta {
  readonly digest: string;
  readonly id: string;
  readonly title: string | null;
  readonly publisher: string | null;
  readonly published: string | null;
  readonly url: string | null;
  readonly language: string | null;
}

export interface Voice {
  readonly name: string;
  readonly span: Offsets;
  readonly sort: string;
  readonly party: string | null;
  readonly role: string | null;
}

export interface Named {
  readonly name: string;
  readonly span: Offsets;
  readonly party: string | null;
}

export interface Location {
  readonly name: string;
  readonly span: Offsets;
  readonly lat: number | null;
  readonly lon: number | null;
  readonly geonames_id: number | null;
}

export interface Figure {
  readonly measure: string;
  readonly low: number | null;
  readonly high: number | null;
  readonly span: Offsets;
  readonly text: string;
  readonly of: string | null;
  readonly scope: { readonly area: string | null; readonly window: string | null; readonly cumulative: boolean | null } | null;
  readonly sort: string;
}

export interface Claim {
  readonly id: string;
  readonly trigger: Offsets;
  readonly kind: string;
  readonly stance: string;
  readonly evidence: Offsets;
  readonly voices: readonly Voice[];
  readonly actor: readonly Named[];
  readonly target: readonly Named[];
  readonly place: Location | null;
  readonly time: string | null;
  readonly figures: readonly Figure[];
  readonly quote: string;
  readonly report: ReportMeta;
  /** The family of reports that print one text, and whose it probably is; null or missing where that is unknown. */
  readonly family?: string | null;
  readonly original?: string | null;
}

export interface Origin {
  readonly key: string;
  readonly name: string;
  readonly sort: "voice" | "family" | "unknown";
  readonly party: string | null;
}

export interface Value {
  readonly words: string;
  readonly low: number | null;
  readonly high: number | null;
  readonly denied: boolean;
  readonly party: string | null;
  readonly claims: readonly string[];
}

export interface Account {
  readonly origin: Origin;
  readonly stake: string;
  readonly against_interest: boolean;
  readonly outlets: readonly string[];
  readonly claims: readonly string[];
  readonly slots: Readonly<Record<string, readonly Value[]>>;
}

export type Agreement = "agreed" | "compatible" | "differs" | "contested" | "single";

export interface Comparison {
  readonly slot: string;
  readonly agreement: Agreement;
  readonly reason: string;
  readonly claims: readonly string[];
}

/** One reported statement: who says it, by which words, and what. */
export interface Attribution {
  readonly source: readonly Offsets[];
  readonly cue: readonly Offsets[];
  readonly content: readonly Offsets[];
  readonly parent: number | null;
}

/** A word that judges or takes a side; `said_by` is the index of the attribution whose speaker uses it. */
export interface Loaded {
  readonly span: Offsets;
  readonly text: string;
  readonly sort: string;
  readonly said_by: number | null;
  readonly note: string | null;
}
