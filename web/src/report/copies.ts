import { html, nothing, type TemplateResult } from "lit-html";
import { source } from "../claims/sentences";
import { count } from "../words";
import type { Family, ReportRecord } from "./record";

/** Code points of a passage that name it in the list. */
const BEGINNING = 80;

/** Which other outlets print words of this report, and whose text they probably are: an echo is no second source. */
export function copiesList(
  { report, copies }: Pick<ReportRecord, "report" | "copies">,
  shown: string | null,
  show: (family: string) => void,
): TemplateResult | typeof nothing {
  if (!copies.length) return nothing;
  return html`<section class="report-copies" aria-labelledby="copies-title">
    <h2 id="copies-title">Printed elsewhere, too</h2>
    ${copies.map((family) => card(family, report.digest, family.id === shown, show))}
  </section>`;
}

function card({ id, original, members }: Family, digest: string, isShown: boolean, show: (family: string) => void): TemplateResult {
  const here = members.filter(({ report }) => report.digest === digest).flatMap(({ passages }) => passages);
  const others = members.filter(({ report }) => report.digest !== digest);
  return html`<div class="report-copy">
    <p>
      <q dir="auto">${beginning(here.map(({ quote }) => quote))}</q>${here.length > 1 ? ` and ${count(here.length - 1, "passage")} more` : ""}
      <button type="button" aria-pressed=${isShown} @click=${() => show(id)}>show here</button>
    </p>
    <p class="quiet">${original ? html`Probably the text of <b dir="auto">${original}</b>.` : "Whose text it is cannot be told."} One origin, in:</p>
    <ul>
      ${others.map((other) => html`<li>${source(other.report)}</li>`)}
    </ul>
  </div>`;
}

/** How the longest of some passages begins. */
function beginning(passages: readonly string[]): string {
  const longest = passages.reduce((one, other) => (other.length > one.length ? other : one), "");
  const points = [...longest];
  return points.length > BEGINNING ? `${points.slice(0, BEGINNING).join("")}…` : longest;
}
