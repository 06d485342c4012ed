import { html, nothing, type TemplateResult } from "lit-html";
import type { Draft, Judgement } from "./judgement";
import { moment } from "../words";

/** Which of two decisions is to hold. */
export type Settled = "mine" | "theirs";

/** Another's decision beside mine, both whole, and the choice between them. */
export function conflictPanel(mine: Draft, theirs: Judgement, settle: (as: Settled) => void): TemplateResult {
  return html`<div class="conflict-sides">
      ${side("Theirs", theirs.decision, slotOf(theirs), theirs.why, `${theirs.by}, ${moment(theirs.at)}`)}
      ${side("Yours", mine.decision, slotOf(mine), mine.why, "not given yet")}
    </div>
    <p class="quiet">Nothing is lost: both are kept, and the last one holds. Cancel to think it over.</p>
    <div class="actions">
      <button type="button" @click=${() => settle("theirs")}>Let theirs stand</button>
      <button type="button" @click=${() => settle("mine")}>Give mine over theirs</button>
    </div>`;
}

function slotOf({ slot, value, name }: { readonly slot?: unknown; readonly value?: unknown; readonly name?: unknown }): string {
  return [slot, value ?? name].filter((part) => typeof part === "string" && part).join(": ");
}

function side(title: string, decision: string, slot: string, why: string, who: string): TemplateResult {
  return html`<div class="conflict-side">
    <h3>${title}</h3>
    <p><b>${decision}</b> ${slot ? html`<span dir="auto">${slot}</span>` : nothing}</p>
    <blockquote dir="auto">${why}</blockquote>
    <small class="quiet">${who}</small>
  </div>`;
}
