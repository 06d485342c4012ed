import { html, type TemplateResult } from "lit-html";
import type { Voice } from "../shapes";

/** The voices of a claim, each inside the one that quotes it: the outermost first. */
export function chain(voices: readonly Pick<Voice, "name" | "sort" | "role">[]): TemplateResult {
  const [outer, ...inner] = voices;
  if (!outer) return html`<span class="voice voice-own">the report's own words</span>`;
  return html`<span class="voice"
    ><span class="voice-name" dir="auto" title=${about(outer)}>${outer.name}</span>${inner.length
      ? html`<span class="voice-says" aria-hidden="true">›</span
          ><span class="visually-hidden"> quotes </span>${chain(inner)}`
      : null}</span
  >`;
}

function about(voice: Pick<Voice, "sort" | "role">): string {
  return [voice.sort, voice.role].filter(Boolean).join(" · ");
}
