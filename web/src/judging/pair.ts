import { html, type TemplateResult } from "lit-html";
import { sentences } from "../claims/sentences";
import type { Claim } from "../shapes";
import { ask, reasonForm } from "./ask";

/** Two claims of which somebody decides whether they tell of one happening, and why. */
export interface PairDecision {
  readonly claim: string;
  readonly other: string;
  readonly why: string;
}

/** What is asked about two sets of claims: which of each is meant, and why. */
export interface PairQuestion {
  readonly title: string;
  readonly action: string;
  readonly mine: { readonly label: string; readonly claims: readonly Claim[] };
  readonly theirs: { readonly label: string; readonly claims: readonly Claim[] };
}

/** Ask which two claims a decision is about, with their sentences in view; null if it is called off. */
export function askPair({ title, action, mine, theirs }: PairQuestion): Promise<PairDecision | null> {
  let [claim, other] = likeliest(mine.claims, theirs.claims);
  return ask<PairDecision>(title, (done, redraw) => {
    const side = (label: string, claims: readonly Claim[], chosen: Claim | undefined, take: (id: string) => void) =>
      html`<section class="pair-side">${choose(label, claims, chosen, take)} ${chosen ? sentences([chosen]) : null}</section>`;
    const first = side(mine.label, mine.claims, claim, (id) => {
      claim = mine.claims.find((each) => each.id === id);
      redraw();
    });
    const second = side(theirs.label, theirs.claims, other, (id) => {
      other = theirs.claims.find((each) => each.id === id);
      redraw();
    });
    return html`<div class="pair">${first} ${second}</div>
      <p class="quiet">The judgement moves all that hangs together with these claims. It holds for reports still to come, too.</p>
      ${claim && other ? reasonForm(action, (why) => done(decision(claim, other, why))) : html`<p>No claims to choose from.</p>`}`;
  });
}

function decision(claim: Claim | undefined, other: Claim | undefined, why: string): PairDecision {
  return { claim: claim?.id ?? "", other: other?.id ?? "", why };
}

function choose(label: string, claims: readonly Claim[], chosen: Claim | undefined, take: (id: string) => void): TemplateResult {
  return html`<label
    >${label}
    <select @change=${(event: Event) => take((event.target as HTMLSelectElement).value)}>
      ${claims.map((claim) => html`<option value=${claim.id} .selected=${claim === chosen}>${inShort(claim)}</option>`)}
    </select>
  </label>`;
}

/** A claim on one line: what, by whom, and where its words stand. */
export function inShort(claim: Claim): string {
  const voice = claim.voices.at(-1)?.name ?? claim.report.publisher ?? "the report";
  const denied = claim.stance === "asserted" ? "" : `, ${claim.stance}`;
  return `${claim.kind}${denied} · ${voice} · ${claim.quote.slice(0, 60)}`;
}

/** Two claims of one kind, where there are such, else the first of each. */
export function likeliest(mine: readonly Claim[], theirs: readonly Claim[]): [Claim | undefined, Claim | undefined] {
  for (const claim of mine) {
    const other = theirs.find((each) => each.kind === claim.kind && each.report.digest !== claim.report.digest);
    if (other) return [claim, other];
  }
  return [mine[0], theirs[0]];
}
