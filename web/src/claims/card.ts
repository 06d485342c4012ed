import { html, nothing, type TemplateResult } from "lit-html";
import type { Claim, Loaded } from "../shapes";
import { chain } from "./chain";
import { filled, type Filled } from "./slots";

const STANCES: Readonly<Record<string, string>> = {
  asserted: "says that it is so",
  denied: "⊘ denies it",
  unconfirmed: "? unconfirmed",
  predicted: "→ foretells it",
  conditional: "⇢ on a condition",
};

/** How the voice stands to what it says, as a sign with a word. */
export function stanceBadge(stance: string): TemplateResult {
  return html`<span class="stance" data-stance=${stance}>${STANCES[stance] ?? stance}</span>`;
}

/** A claim, part by part; with `correct`, each part can be corrected. */
export function claimParts(claim: Claim, correct: ((slot: string) => void) | null = null): TemplateResult {
  return html`<div class="claim-voices">${chain(claim.voices)} ${stanceBadge(claim.stance)}</div>
    <dl class="claim-slots">
      ${filled(claim)
        .filter(({ words }) => words !== null || correct)
        .map((slot) => slotRow(slot, correct))}
    </dl>`;
}

function slotRow({ slot, words, about }: Filled, correct: ((slot: string) => void) | null): TemplateResult {
  return html`<div data-slot=${slot}>
    <dt class="slot-name">${slot}</dt>
    <dd>
      ${words === null ? html`<span class="quiet">nothing read</span>` : html`<span dir="auto">${words}</span>`}
      ${about ? html`<small class="quiet">${about}</small>` : nothing}
    </dd>
    ${correct
      ? html`<dd class="claim-correct">
          <button type="button" class="link" @click=${() => correct(slot)} aria-label="correct ${slot}">correct</button>
        </dd>`
      : nothing}
  </div>`;
}

/** The words of a claim's sentence that judge or take a side: how somebody speaks, never whether it is true. */
export function loadedWords(loaded: readonly Loaded[]): TemplateResult | typeof nothing {
  if (!loaded.length) return nothing;
  return html`<p class="loaded-words">
    Loaded words:
    ${loaded.map(
      ({ text, sort, note }, index) =>
        html`${index ? "; " : ""}<span class="loaded" dir="auto">${text}</span> <small class="quiet">${sort}${note ? `, ${note}` : ""}</small>`,
    )}
  </p>`;
}
