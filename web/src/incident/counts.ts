import { html, nothing, type TemplateResult } from "lit-html";
import { count, number, range } from "../words";

/** What one rule makes of many figures; null is none. */
export interface Counted {
  readonly measure: string;
  readonly population: string;
  readonly low: number | null;
  readonly best: number | null;
  readonly high: number | null;
  readonly claims: readonly string[];
}

/** What one rule gives for a measure, and what it left out. */
export interface Answer {
  readonly measure: string;
  readonly numbers: readonly Counted[];
  readonly receipt: string;
}

/** A way to make one figure of many, as data sets choose it. */
export interface Rule {
  readonly id: string;
  readonly label: string;
  readonly means: string;
}

export const RULES: readonly Rule[] = [
  { id: "conservative", label: "most conservative", means: "The lowest of the origins' latest figures, as ACLED counts." },
  { id: "best", label: "low, best, high", means: "The likeliest, with the lowest and the highest, as UCDP counts." },
  { id: "minimum-maximum", label: "minimum to maximum", means: "The least and the most, with a grade, as Airwars counts." },
  { id: "majority", label: "majority", means: "What more than half of the origins say, else nothing." },
  { id: "hierarchy", label: "hierarchy", means: "The figure of the origin that you rate best, else nothing." },
  { id: "pending", label: "pending", means: "Nothing: the figures are left open." },
];

/** The switch between the rules. */
export function ruleSwitch(chosen: string, choose: (rule: string) => void): TemplateResult {
  return html`<fieldset class="rules">
    <legend>Count by</legend>
    ${RULES.map(
      ({ id, label, means }) =>
        html`<label title=${means}
          ><input type="radio" name="rule" value=${id} .checked=${id === chosen} @change=${() => choose(id)} /><span
            >${label}</span
          ></label
        >`,
    )}
  </fieldset>`;
}

/** What a rule gives, with its receipt. */
export function answers(given: readonly Answer[], rule: string, show: (title: string, claims: readonly string[]) => void) {
  const means = RULES.find(({ id }) => id === rule)?.means ?? "";
  return html`<p class="quiet">${means}</p>
    <dl class="answers" aria-live="polite">
      ${given.map(
        ({ measure, numbers, receipt }) =>
          html`<div>
            <dt>${measure}</dt>
            <dd>
              ${numbers.length ? numbers.map((each) => numberButton(each, show)) : html`<span class="none">no number</span>`}
              <p class="receipt">${receipt}</p>
            </dd>
          </div>`,
      )}
    </dl>`;
}

function numberButton(each: Counted, show: (title: string, claims: readonly string[]) => void): TemplateResult {
  const whom = each.population === "all" ? "" : each.population;
  const title = `${each.measure}: ${inWords(each)} ${whom}`;
  return html`<button type="button" class="answer" @click=${() => show(title, each.claims)}>
    <b>${inWords(each)}</b> ${whom} <small>by ${count(each.claims.length, "claim")}</small>
  </button>`;
}

/** "14 (12 to 17)" where there is a best number, else the range. */
export function inWords({ low, best, high }: Pick<Counted, "low" | "best" | "high">): string {
  if (best === null) return range(low, high);
  return low === best && high === best ? number(best) : `${number(best)} (${range(low, high)})`;
}

/** A grade by a written scheme: of a strike by Airwars', or of each origin by the Admiralty code. */
export interface Grades {
  readonly airwars: { readonly belligerent: string; readonly grade: string; readonly reason: string; readonly claims: readonly string[] } | null;
}

export function grade({ airwars }: Grades, show: (title: string, claims: readonly string[]) => void) {
  if (!airwars) return nothing;
  return html`<p class="grade">
    Airwars' grade: <b>${airwars.grade}</b>, for ${airwars.belligerent}. ${airwars.reason}
    <button type="button" class="link" @click=${() => show(`Airwars' grade: ${airwars.grade}`, airwars.claims)}>
      ${count(airwars.claims.length, "claim")}
    </button>
  </p>`;
}
