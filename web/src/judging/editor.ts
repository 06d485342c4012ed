import { html, nothing, type TemplateResult } from "lit-html";
import type { Context } from "../context";
import type { Claim } from "../shapes";
import { figureInWords } from "../claims/slots";
import { asTyped, bodyOf, emptied, ends, interval, isAlwaysFilled, type CorrectableSlot, type Correction } from "./correction";
import type { Draft } from "./judgement";
import type { Choice, Search } from "./search-box";
import "./search-box";

/** What the menus of a page are made of. */
export interface Vocabulary {
  readonly kinds: readonly string[];
  readonly stances: readonly string[];
  readonly measures: readonly string[];
  readonly parties: readonly { readonly id: string; readonly name: string; readonly sort: string }[];
}

/** An entry of the gazetteer. */
interface PlaceEntry {
  readonly id: number;
  readonly name: string;
  readonly admin1: string | null;
  readonly country: string | null;
  readonly kind: string;
}

/** A form in which a person says what a slot should say instead, and why. */
export class SlotEditor {
  private chosen: Choice | null = null;
  private wrong = "";

  constructor(
    private readonly context: Context,
    private readonly vocabulary: Vocabulary,
    private readonly claim: Claim,
    readonly slot: CorrectableSlot,
    private readonly give: (draft: Draft) => void,
    private readonly redraw: () => void,
  ) {}

  form(): TemplateResult {
    return html`<form class="editor" @submit=${this.submitted}>
      <fieldset>
        <legend>Correct <b class="slot-name">${this.slot}</b></legend>
        ${this.fields()}
        <label class="why">Why? <input name="why" required autocomplete="off" dir="auto" /></label>
        <button type="submit">Correct</button>
        ${isAlwaysFilled(this.slot) ? nothing : html`<button type="submit" value="none">The report says none</button>`}
      </fieldset>
      ${this.wrong ? html`<p class="wrong" role="alert">${this.wrong}</p>` : nothing}
    </form>`;
  }

  private fields(): TemplateResult {
    const { claim, slot, vocabulary } = this;
    if (slot === "kind") return menu("kind", vocabulary.kinds, claim.kind);
    if (slot === "stance") return menu("stance", vocabulary.stances, claim.stance);
    if (slot === "time") return dayFields(claim);
    if (slot === "figures") return figureFields(claim, vocabulary.measures);
    return slot === "place" ? this.box("Place in the gazetteer", this.places) : this.box("Name or party", this.parties);
  }

  private box(label: string, search: Search): TemplateResult {
    return html`<search-box
        .label=${label}
        .value=${asTyped(this.claim, this.slot)}
        .search=${search}
        .choose=${this.take}
      ></search-box>
      ${this.chosen ? html`<p class="chosen">${this.chosen.name} <small>${this.chosen.about}</small></p>` : nothing}`;
  }

  private readonly take = (choice: Choice | null): void => {
    this.chosen = choice;
    this.redraw();
  };

  private readonly places: Search = async (text) => {
    const found = await this.context.get<PlaceEntry[]>("/places", { text });
    return found.map(({ id, name, admin1, country, kind }) => ({
      value: String(id),
      name,
      about: [kind, admin1, country].filter(Boolean).join(", "),
    }));
  };

  private readonly parties: Search = (text) => {
    const wanted = text.toLocaleLowerCase();
    const found = this.vocabulary.parties.filter(({ id, name }) => `${name} ${id}`.toLocaleLowerCase().includes(wanted));
    return Promise.resolve(found.slice(0, 12).map(({ id, name, sort }) => ({ value: id, name, about: `${sort} · ${id}` })));
  };

  private readonly submitted = (event: SubmitEvent): void => {
    event.preventDefault();
    const form = event.target as HTMLFormElement;
    const fields = new FormData(form);
    const typed = (name: string): string => String(fields.get(name) ?? "").trim();
    const isNone = (event.submitter as HTMLButtonElement | null)?.value === "none";
    const draft = isNone ? emptied(this.claim, typed("measure") || this.slot, typed("why")) : this.drafted(typed, form);
    if (typeof draft !== "string") return this.give(draft);
    this.wrong = draft;
    this.redraw();
  };

  private drafted(typed: (name: string) => string, form: HTMLFormElement): Draft | string {
    const found = this.correction(typed, form);
    return typeof found === "string" ? found : bodyOf(this.claim, found, typed("why"));
  }

  private correction(typed: (name: string) => string, form: HTMLFormElement): Correction | string {
    const { slot } = this;
    if (slot === "kind" || slot === "stance") return { slot, value: typed(slot) };
    if (slot === "time") return timeOf(interval(typed("first"), typed("last")));
    if (slot === "figures") return figureOf(typed("measure"), ends(typed("low"), typed("high")));
    if (slot === "place") return this.chosen ? { slot, place: Number(this.chosen.value) } : "Choose a place from the list.";
    const name = this.chosen?.name ?? form.querySelector("input")?.value.trim() ?? "";
    return name ? { slot, name, party: this.chosen?.value ?? null } : "Give a name.";
  }
}

function timeOf(days: ReturnType<typeof interval>): Correction | string {
  return typeof days === "string" ? days : { slot: "time", earliest: days[0], latest: days[1] };
}

function figureOf(measure: string, range: ReturnType<typeof ends>): Correction | string {
  return typeof range === "string" ? range : { slot: "figures", measure, low: range[0], high: range[1] };
}

function menu(name: string, values: readonly string[], now: string): TemplateResult {
  return html`<label
    >It is
    <select name=${name}>
      ${values.map((value) => html`<option value=${value} ?selected=${value === now}>${value}</option>`)}
    </select>
  </label>`;
}

function dayFields(claim: Claim): TemplateResult {
  const [first = "", last = ""] = claim.time?.split("/") ?? [];
  return html`<label>On, or from <input type="date" name="first" .value=${first} /></label>
    <label>to <input type="date" name="last" .value=${last} /></label>`;
}

function figureFields(claim: Claim, measures: readonly string[]): TemplateResult {
  const [now] = claim.figures;
  return html`${claim.figures.length ? html`<p>Read: ${claim.figures.map(figureInWords).join("; ")}</p>` : nothing}
    ${menu("measure", measures, now?.measure ?? "killed")}
    <label>at least <input name="low" inputmode="numeric" size="6" .value=${String(now?.low ?? "")} /></label>
    <label>at most <input name="high" inputmode="numeric" size="6" .value=${String(now?.high ?? "")} /></label>`;
}
