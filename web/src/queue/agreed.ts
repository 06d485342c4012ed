import { html, nothing, type TemplateResult } from "lit-html";
import { count } from "../words";

/** How far people agree in each slot, by Krippendorff's alpha. */
export interface AgreementTable {
  readonly units: number;
  readonly coders: readonly string[];
  readonly slots: readonly { readonly slot: string; readonly alpha: number | null; readonly units: number }[];
}

export function agreementTable({ units, coders, slots }: AgreementTable): TemplateResult {
  return html`<section class="agreed" aria-labelledby="agreed-title">
    <h2 id="agreed-title">How far you agree</h2>
    ${units
      ? html`<p class="quiet">
          Krippendorff's alpha of ${count(units, "claim")} judged by two or more of ${count(coders.length, "person", "persons")}.
        </p>`
      : html`<p class="quiet">No claim has been judged by two persons yet.</p>`}
    ${units ? table(slots) : nothing}
  </section>`;
}

function table(slots: AgreementTable["slots"]): TemplateResult {
  return html`<table>
    <thead>
      <tr>
        <th scope="col">slot</th>
        <th scope="col">alpha</th>
        <th scope="col">claims</th>
      </tr>
    </thead>
    <tbody>
      ${slots.map(
        ({ slot, alpha, units }) =>
          html`<tr>
            <th scope="row">${slot}</th>
            <td>${alpha === null ? html`<span class="quiet">too few</span>` : html`${bar(alpha)} ${alpha.toFixed(2)}`}</td>
            <td>${units}</td>
          </tr>`,
      )}
    </tbody>
  </table>`;
}

function bar(alpha: number): TemplateResult {
  return html`<meter min="0" max="1" low="0.667" high="0.8" optimum="1" value=${Math.max(0, alpha)} aria-hidden="true"></meter>`;
}
