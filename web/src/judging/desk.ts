import { html, nothing, type TemplateResult } from "lit-html";
import type { Context } from "../context";
import type { Claim } from "../shapes";
import { count, moment } from "../words";
import { reasonForm } from "./ask";
import { CORRECTABLE, type CorrectableSlot } from "./correction";
import { SlotEditor, type Vocabulary } from "./editor";
import { give } from "./give";
import type { Draft, Judgement, Matter } from "./judgement";
import "./judging.css";

/** What is decided on a claim, or on a pair of claims. */
export type Decision = "accept" | "reject" | "same" | "different" | "unsure";

/** What a person is about to do. */
type Doing =
  | { readonly is: "looking" }
  | { readonly is: "deciding"; readonly decision: Decision }
  | { readonly is: "choosing" }
  | { readonly is: "correcting"; readonly editor: SlotEditor };

/** What a desk tells the page that it stands on. */
export interface DeskEvents {
  /** Something is to be drawn otherwise. */
  readonly changed: () => void;
  /** A decision has been given; null where another's stands. */
  readonly decided: (draft: Draft | null) => void;
  /** The person has called off what was begun. */
  readonly calledOff: () => void;
}

const LOOKING: Doing = { is: "looking" };

/** Where a person judges a claim or a pair of claims: gives a reason, or corrects a slot. */
export class Desk {
  private doing: Doing = LOOKING;
  private claim: Claim | null = null;
  private other: Claim | null = null;
  private known: readonly Judgement[] = [];
  private reasons: Readonly<Partial<Record<Decision, string>>> = {};

  constructor(
    private readonly context: Context,
    private readonly vocabulary: Vocabulary,
    private readonly events: DeskEvents,
  ) {}

  /** Lay a claim, or a pair of them, on the desk, with what has been judged of it so far. */
  async lay(claim: Claim, other: Claim | null = null): Promise<void> {
    [this.claim, this.other, this.known, this.doing] = [claim, other, [], LOOKING];
    const known = await this.context.get<Judgement[]>("/judgements", { claim: claim.id });
    if (this.claim !== claim) return;
    this.known = known;
    this.events.changed();
  }

  isFor(claim: Claim): boolean {
    return this.claim?.id === claim.id;
  }

  /** Begin to decide: what is still wanted is the reason. */
  decide(decision: Decision): void {
    this.turnTo({ is: "deciding", decision });
  }

  chooseSlot(): void {
    this.turnTo({ is: "choosing" });
  }

  correct(slot: CorrectableSlot): void {
    const { claim } = this;
    if (!claim) return;
    const give = (draft: Draft): void => void this.give(draft);
    const editor = new SlotEditor(this.context, this.vocabulary, claim, slot, give, this.events.changed);
    this.turnTo({ is: "correcting", editor });
  }

  /** Take a key that names a slot while one is to be chosen; false where the key is not for the desk. */
  takesKey(key: string): boolean {
    const slot = this.doing.is === "choosing" ? CORRECTABLE[Number(key) - 1] : undefined;
    if (slot) this.correct(slot);
    return slot !== undefined;
  }

  /** The form for what is being done, if anything. */
  form(): TemplateResult | typeof nothing {
    const { doing } = this;
    if (doing.is === "looking") return nothing;
    return html`<div class="prompt" @keydown=${this.pressed}>${this.inside(doing)}</div>`;
  }

  /** What has been judged so far of what lies here, the newest first. */
  past(): TemplateResult | typeof nothing {
    if (!this.known.length) return nothing;
    return html`<details class="past">
      <summary>judged ${count(this.known.length, "time")} so far</summary>
      <ol>
        ${this.known.map(
          ({ decision, slot, by, at, why }) =>
            html`<li><b>${decision}</b> ${slot ?? nothing}, ${by}, ${moment(at)}: <q dir="auto">${why}</q></li>`,
        )}
      </ol>
    </details>`;
  }

  private inside(doing: Exclude<Doing, { is: "looking" }>): TemplateResult {
    if (doing.is === "choosing") return slotMenu((slot) => this.correct(slot));
    if (doing.is === "correcting") return doing.editor.form();
    const { decision } = doing;
    return reasonForm(decision, (why) => void this.give(this.draft(decision, why)), this.reasons[decision] ?? "");
  }

  private draft(decision: Decision, why: string): Draft {
    this.reasons = { ...this.reasons, [decision]: why };
    return { ...this.matter(), decision, why };
  }

  private matter(): Matter {
    const claim = this.claim?.id ?? "";
    return this.other ? { subject: "pair", claim, other: this.other.id } : { subject: "claim", claim };
  }

  private async give(draft: Draft): Promise<void> {
    const outcome = await give(this.context, draft, this.known);
    if (outcome.is === "again") {
      this.known = [outcome.theirs, ...this.known];
      return;
    }
    this.doing = LOOKING;
    this.events.decided(outcome.is === "given" ? draft : null);
  }

  private readonly pressed = (event: KeyboardEvent): void => {
    if (event.key !== "Escape" || event.defaultPrevented) return;
    event.preventDefault();
    this.turnTo(LOOKING);
    this.events.calledOff();
  };

  private turnTo(doing: Doing): void {
    this.doing = doing;
    this.events.changed();
    document.querySelector<HTMLElement>(".prompt :is(input, select, button)")?.focus();
  }
}

function slotMenu(choose: (slot: CorrectableSlot) => void): TemplateResult {
  return html`<p>What is wrong? Press its number.</p>
    <div class="slot-menu" role="group" aria-label="What is wrong?">
      ${CORRECTABLE.map(
        (slot, index) =>
          html`<button type="button" aria-keyshortcuts=${index + 1} @click=${() => choose(slot)}>
            ${slot} <kbd aria-hidden="true">${index + 1}</kbd>
          </button>`,
      )}
    </div>`;
}
