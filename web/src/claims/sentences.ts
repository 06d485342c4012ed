import { html, type TemplateResult } from "lit-html";
import type { Claim, ReportMeta } from "../shapes";
import { count, moment } from "../words";
import { chain } from "./chain";
import { fold, type Sentence } from "./fold";
import { incidentLink, reportLink, webAddress } from "./links";
import { quoteParts, type QuotePart } from "./quote";

/** The sentences that claims rest on, each with its report and the voices that say so; copies folded into one. */
export function sentences(claims: readonly Claim[]): TemplateResult {
  return html`<ol class="sentences">
    ${fold(claims).map((sentence) => html`<li>${card(sentence)}</li>`)}
  </ol>`;
}

function card(sentence: Sentence): TemplateResult | null {
  const [claim] = sentence.claims;
  if (!claim) return null;
  const voices = new Map(sentence.claims.map((each) => [each.voices.map(({ name }) => name).join("\n"), each]));
  return html`<article class="sentence">
    <div class="sentence-voices">${[...voices.values()].map((each) => html`<p>${chain(each.voices)}</p>`)}</div>
    ${quotation(sentence)} ${printed(sentence, claim.id)}
  </article>`;
}

function quotation({ claims }: Sentence): TemplateResult {
  const [claim] = claims;
  return html`<blockquote dir="auto">
    ${claim ? quoteParts(claim).map(part) : null}
  </blockquote>`;
}

function part({ words, roles }: QuotePart): TemplateResult {
  return roles.length ? html`<span class="said ${roles.map((role) => `said-${role}`).join(" ")}">${words}</span>` : html`${words}`;
}

function printed({ reports, original }: Sentence, claim: string): TemplateResult {
  const [first, ...others] = reports;
  return html`<footer>
    ${first ? source(first, claim) : null}
    ${others.length
      ? html`<details>
          <summary>printed by ${count(reports.length, "outlet")}: one text, one word</summary>
          ${original ? html`<p>Probably the text of <b dir="auto">${original}</b>.</p>` : null}
          <ul>
            ${others.map((report) => html`<li>${source(report)}</li>`)}
          </ul>
        </details>`
      : null}
  </footer>`;
}

/** Where a claim stands: outlet, day and title, with the way to it here and on the web. */
export function source(report: ReportMeta, claim?: string): TemplateResult {
  const address = webAddress(report.url);
  return html`<a class="source" href=${reportLink(report.digest, claim)}
      ><b dir="auto">${report.publisher ?? "unknown outlet"}</b> · ${moment(report.published) || "undated"}
      <span class="source-title" dir="auto">${report.title ?? ""}</span></a
    >${address
      ? html` <a class="source-web" href=${address} target="_blank" rel="noopener noreferrer">published page</a>`
      : null}`;
}

/** The way to the incident that a claim belongs to. */
export function incidentOf(id: string | null): TemplateResult {
  return id
    ? html`<a class="incident-link" href=${incidentLink(id)}>incident ${id.slice(0, 10)}</a>`
    : html`<span class="quiet">in no incident</span>`;
}
