/** A person's decision as the API gives it. */
export interface Judgement {
  readonly id: number;
  readonly subject: string;
  readonly decision: string;
  readonly by: string;
  readonly why: string;
  readonly at: string;
  readonly claim: string | null;
  readonly other: string | null;
  readonly slot: string | null;
  readonly value: string | null;
  readonly name: string | null;
}

/** What a judgement decides: a claim, one slot of it, or a pair of claims. */
export interface Matter {
  readonly subject: string;
  readonly claim: string;
  readonly other?: string;
  readonly slot?: string;
}

/** A decision before it is given, and why. */
export interface Draft extends Matter {
  readonly decision: string;
  readonly why: string;
  readonly [further: string]: unknown;
}

/** Somebody else has judged the same matter since; `theirs` is what they decided. */
export class Conflict extends Error {
  constructor(readonly theirs: Judgement) {
    super("somebody else has judged this since");
  }
}

/** The id of the last judgement on a matter among some, which come newest first; null for none. */
export function latest(judgements: readonly Judgement[], matter: Matter): number | null {
  return judgements.find((each) => isOn(each, matter))?.id ?? null;
}

function isOn(judgement: Judgement, { subject, claim, other, slot }: Matter): boolean {
  const isSame = judgement.subject === subject && (judgement.slot ?? undefined) === slot;
  return isSame && pairOf(judgement.claim, judgement.other) === pairOf(claim, other);
}

/** A pair is the same whichever of its claims is named first. */
function pairOf(...claims: (string | null | undefined)[]): string {
  return claims.filter(Boolean).sort().join(" ");
}
