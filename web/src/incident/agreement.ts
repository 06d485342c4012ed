import { html, type TemplateResult } from "lit-html";
import type { Agreement } from "../shapes";
import "./agreement.css";

interface Sign {
  readonly glyph: string;
  readonly means: string;
}

/** A sign for each agreement, so that nothing hangs on colour alone. */
export const SIGNS: Readonly<Record<Agreement, Sign>> = {
  agreed: { glyph: "=", means: "Two origins or more say the same, and none says otherwise." },
  compatible: { glyph: "≈", means: "They say what can all be so: one vaguer, a part of the other, or earlier." },
  differs: { glyph: "≠", means: "They say what cannot all be so." },
  contested: { glyph: "⊘", means: "Somebody denies what another says, or names another doer." },
  single: { glyph: "1", means: "One origin alone says anything." },
};

/** How accounts stand to each other, as a sign with its word. */
export function agreementBadge(agreement: Agreement | null): TemplateResult | null {
  if (!agreement) return null;
  const { glyph, means } = SIGNS[agreement];
  return html`<span class="agreement" data-agreement=${agreement} title=${means}
    ><span class="agreement-sign" aria-hidden="true">${glyph}</span>${agreement}</span
  >`;
}
