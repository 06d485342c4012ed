import { html, nothing, type TemplateResult } from "lit-html";
import type { Passage } from "./passages";

/** What a person can do with the words of a report. */
export interface TextActions {
  /** Show the claims of words, which begin at a code point. */
  readonly open: (start: number) => void;
  /** Where the words begin whose claims are shown; null for none. */
  readonly opened: number | null;
  /** Claims whose words are to be seen, and the family whose words are. */
  readonly shown: ReadonlySet<string>;
  readonly family: string | null;
  /** Where the words begin that the tabulator key comes to. */
  readonly stop: number | null;
}

/** The text of a report, paragraph by paragraph, with its claims, statements and loaded words marked. */
export function markedText(paragraphs: readonly (readonly Passage[])[], actions: TextActions): TemplateResult {
  return html`${paragraphs.map((of) => html`<p dir="auto">${of.map((passage) => words(passage, actions))}</p>`)}`;
}

function words(passage: Passage, actions: TextActions): TemplateResult | string {
  if (isPlain(passage)) return passage.words;
  const copy = passage.copyBegins ? html`<span class="copy-sign" aria-hidden="true"></span>` : nothing;
  const opening = passage.opens.map((depth) => bracket("[", depth));
  const closing = passage.closes.map((depth) => bracket("]", depth));
  return html`${copy}${opening}${passage.trigger ? trigger(passage, actions) : marked(passage, actions)}${closing}`;
}

function isPlain({ roles, depth, loaded, families }: Passage): boolean {
  return !roles.length && !depth && !loaded && !families.length;
}

function bracket(sign: string, depth: number): TemplateResult {
  return html`<span class="bracket" data-depth=${depth} data-sign=${sign} aria-hidden="true"></span>`;
}

function trigger(passage: Passage, actions: TextActions): TemplateResult {
  const { open, opened, stop } = actions;
  return html`<span
    class=${classes(passage, actions)}
    data-depth=${passage.depth}
    data-start=${passage.start}
    role="button"
    tabindex=${passage.start === stop ? "0" : "-1"}
    aria-expanded=${passage.start === opened}
    @click=${() => open(passage.start)}
    >${passage.words}</span
  >`;
}

function marked(passage: Passage, actions: TextActions): TemplateResult {
  const { open } = actions;
  return html`<span
    class=${classes(passage, actions)}
    data-depth=${passage.depth}
    title=${passage.loaded?.note ?? nothing}
    @click=${passage.claims.length ? () => open(passage.start) : nothing}
    >${passage.words}</span
  >`;
}

function classes({ roles, loaded, claims, families }: Passage, { shown, family }: TextActions): string {
  const names = roles.filter((role) => role !== "loaded").map((role) => `is-${role}`);
  if (loaded) names.push("loaded");
  if (families.length) names.push("is-copied");
  if (claims.some((claim) => shown.has(claim)) || (family !== null && families.includes(family))) names.push("is-shown");
  return ["words", ...names].join(" ");
}
