import { html, nothing, render, type TemplateResult } from "lit-html";
import { claimParts } from "../claims/card";
import { incidentOf, sentences } from "../claims/sentences";
import type { Context, View } from "../context";
import { Desk } from "../judging/desk";
import { slotOf } from "../judging/correction";
import type { Vocabulary } from "../judging/editor";
import { give } from "../judging/give";
import type { Draft, Judgement } from "../judging/judgement";
import type { Claim } from "../shapes";
import { count } from "../words";
import { agreementTable, type AgreementTable } from "./agreed";
import { actionOf, keysFor, type Action } from "./keys";
import { current, decide, EMPTY, more, move, undo, type Item, type Queue } from "./state";
import "../claims/claims.css";
import "./queue.css";

const SORTS = [
  { id: "claims", label: "Claims" },
  { id: "merges", label: "Merges" },
  { id: "links", label: "Links" },
];

const ONLY_LOOKING = "You may look here, but not judge.";

/** How few items are left when more are fetched. */
const FEW = 3;

/** The page of what wants a person: one item at a time, by keyboard alone or by pointer. */
export class QueueView implements View {
  private queue: Queue = EMPTY;
  private desk: Desk | null = null;
  private agreement: AgreementTable | null = null;
  private said = "";

  constructor(
    private readonly host: HTMLElement,
    private readonly context: Context,
    private readonly query: URLSearchParams,
  ) {}

  async load(): Promise<void> {
    const [vocabulary] = await Promise.all([this.context.get<Vocabulary>("/vocabulary"), this.reckon(), this.fill()]);
    this.desk = new Desk(this.context, vocabulary, {
      changed: () => this.draw(),
      decided: (draft) => void this.decided(draft),
      calledOff: () => this.focusItem(),
    });
    document.addEventListener("keydown", this.pressed);
    await this.look();
  }

  leave(): void {
    document.removeEventListener("keydown", this.pressed);
  }

  private get sort(): string {
    return this.query.get("sort") ?? "claims";
  }

  private async fill(): Promise<void> {
    const { items } = await this.context.get<{ items: Item[] }>("/queue", { sort: this.sort });
    this.queue = more(this.queue, items);
  }

  private async reckon(): Promise<void> {
    this.agreement = await this.context.get<AgreementTable>("/agreement");
  }

  /** Lay the item in view on the desk. */
  private async look(): Promise<void> {
    const item = current(this.queue);
    const laid = item && this.desk?.lay(item.claim, item.other);
    this.draw();
    await laid;
  }

  private draw(): void {
    render(this.page(), this.host);
  }

  private page(): TemplateResult {
    const item = current(this.queue);
    return html`<article class="queue">
      <header class="queue-head">
        <h1>What wants a person</h1>
        ${sorts(this.sort)}
      </header>
      <p class="visually-hidden" role="status" aria-live="polite">${this.said}</p>
      <div class="queue-body">
        <section class="queue-item" aria-label="The question" tabindex="-1">
          ${item ? this.item(item) : this.nothingLeft()}
        </section>
        <div class="queue-side">${this.agreement ? agreementTable(this.agreement) : nothing}</div>
      </div>
    </article>`;
  }

  private nothingLeft(): TemplateResult {
    return html`<p class="queue-empty">Nothing here wants a person now.</p>
      ${this.queue.done.length
        ? html`<button type="button" @click=${() => this.act("undo")}>Undo the last decision</button>`
        : nothing}`;
  }

  private item(item: Item): TemplateResult {
    return html`<p class="queue-why">
        <b>${this.queue.at + 1} of ${this.queue.items.length}</b> · ${item.why} ${chance(item.chance)} ·
        ${incidentOf(item.incident)}
        ${this.queue.done.length ? html` · ${count(this.queue.done.length, "decision")} given` : nothing}
      </p>
      <div class="queue-claims" ?data-pair=${item.other !== null}>
        ${this.claim(item.claim, item)} ${item.other ? this.claim(item.other, item) : nothing}
      </div>
      ${this.context.writable ? this.bar(item) : html`<p class="quiet">${ONLY_LOOKING}</p>`}
      ${this.desk?.form()} ${this.desk?.past()}`;
  }

  private claim(claim: Claim, { other }: Item): TemplateResult {
    const correct = (slot: string): void => this.desk?.correct(slotOf(slot));
    return html`<section class="claim" aria-label="Claim">
      ${sentences([claim])} ${claimParts(claim, other || !this.context.writable ? null : correct)}
    </section>`;
  }

  private bar({ other }: Item): TemplateResult {
    return html`<div class="actions" role="toolbar" aria-label="Decide">
      ${keysFor(other !== null).map(
        ({ key, action, label }) =>
          html`<button type="button" data-action=${action} aria-keyshortcuts=${key} @click=${() => this.act(action)}>
            ${label} <kbd aria-hidden="true">${key}</kbd>
          </button>`,
      )}
    </div>`;
  }

  private readonly pressed = (event: KeyboardEvent): void => {
    const action = actionOf(event, current(this.queue)?.other != null);
    if (action) this.act(action);
    else if (!this.desk?.takesKey(event.key)) return;
    event.preventDefault();
  };

  private act(action: Action): void {
    if (action === "next" || action === "previous") void this.go(action === "next" ? 1 : -1);
    else if (!this.context.writable) this.say(ONLY_LOOKING);
    else if (action === "undo") void this.takeBack();
    else if (!current(this.queue)) return;
    else if (action === "correct") this.desk?.chooseSlot();
    else this.desk?.decide(action);
  }

  private async decided(draft: Draft | null): Promise<void> {
    this.queue = decide(this.queue, current(this.queue)?.id ?? "", draft);
    this.say(`${draft ? `Given: ${draft.decision}.` : "The other decision stands."} ${this.position()}`);
    this.focusItem();
    await Promise.all([this.look(), this.reckon(), this.queue.items.length < FEW ? this.fill() : null]);
    this.draw();
  }

  private async takeBack(): Promise<void> {
    const last = this.queue.done.at(-1);
    if (!last) return this.say("There is nothing to undo.");
    if (last.decision) await this.withdraw(last.decision);
    this.queue = undo(this.queue);
    this.say(`Taken back. ${this.position()}`);
    await this.look();
  }

  private async withdraw(draft: Draft): Promise<void> {
    const { subject, claim, other, slot } = draft;
    const known = await this.context.get<Judgement[]>("/judgements", { claim });
    const matter = { subject, claim, ...(other && { other }), ...(slot && { slot }) };
    await give(this.context, { ...matter, decision: "withdraw", why: "taken back in the queue" }, known);
  }

  private async go(by: number): Promise<void> {
    this.queue = move(this.queue, by);
    this.say(this.position());
    await this.look();
  }

  private position(): string {
    const item = current(this.queue);
    return item ? `${this.queue.at + 1} of ${this.queue.items.length}: ${item.claim.kind}. ${item.why}` : "Nothing is left.";
  }

  private say(words: string): void {
    this.said = words;
    this.draw();
  }

  private focusItem(): void {
    this.host.querySelector<HTMLElement>(".queue-item")?.focus();
  }
}

function sorts(chosen: string): TemplateResult {
  return html`<nav class="queue-sorts" aria-label="Sorts of questions">
    ${SORTS.map(
      ({ id, label }) => html`<a href="#/queue?sort=${id}" aria-current=${id === chosen ? "page" : nothing}>${label}</a>`,
    )}
  </nav>`;
}

function chance(chance: number | null): TemplateResult | typeof nothing {
  if (chance === null) return nothing;
  return html`<span class="chance"
    ><meter min="0" max="1" value=${chance} aria-hidden="true"></meter> ${Math.round(chance * 100)} in 100</span
  >`;
}
