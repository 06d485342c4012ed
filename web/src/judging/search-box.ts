import { html, render } from "lit-html";

/** Something that can be chosen: what it is called, what tells it from others, and what it stands for. */
export interface Choice {
  readonly value: string;
  readonly name: string;
  readonly about: string;
}

export type Search = (text: string) => Promise<readonly Choice[]>;

const PAUSE_MS = 150;
let made = 0;

/**
 * A text field that looks up what is typed and offers what it finds, after the combobox pattern of WAI-ARIA.
 *
 * Set `search`, `label` and `value`; `choose` is called with what is chosen, or null while the text stands for nothing.
 */
export class SearchBox extends HTMLElement {
  search: Search = () => Promise.resolve([]);
  label = "";
  choose: (choice: Choice | null) => void = () => undefined;
  private text = "";
  private found: readonly Choice[] = [];
  private active = -1;
  private asked = 0;
  private waiting = 0;
  private readonly key = `search-${++made}`;

  set value(text: string) {
    this.text = text;
  }

  connectedCallback(): void {
    this.draw();
  }

  disconnectedCallback(): void {
    clearTimeout(this.waiting);
  }

  private draw(): void {
    const { key, found, active } = this;
    render(
      html`<label for=${key}>${this.label}</label>
        <input
          id=${key}
          type="text"
          role="combobox"
          autocomplete="off"
          dir="auto"
          aria-autocomplete="list"
          aria-controls="${key}-list"
          aria-expanded=${found.length > 0}
          aria-activedescendant=${active < 0 ? "" : `${key}-${active}`}
          .value=${this.text}
          @input=${this.typed}
          @keydown=${this.pressed}
        />
        <ul id="${key}-list" class="choices" role="listbox" aria-label=${this.label} ?hidden=${!found.length}>
          ${found.map((choice, index) => this.option(choice, index))}
        </ul>`,
      this,
    );
  }

  private option(choice: Choice, index: number) {
    return html`<li
      id="${this.key}-${index}"
      role="option"
      aria-selected=${index === this.active}
      @pointerdown=${(event: Event) => {
        event.preventDefault();
        this.take(choice);
      }}
    >
      <span dir="auto">${choice.name}</span> <small>${choice.about}</small>
    </li>`;
  }

  private readonly typed = (event: Event): void => {
    this.text = (event.target as HTMLInputElement).value;
    this.choose(null);
    clearTimeout(this.waiting);
    this.waiting = window.setTimeout(() => void this.look(), PAUSE_MS);
  };

  private async look(): Promise<void> {
    const asked = ++this.asked;
    const found = this.text.trim() ? await this.search(this.text.trim()) : [];
    if (asked !== this.asked) return;
    this.found = found;
    this.active = found.length ? 0 : -1;
    this.draw();
  }

  private readonly pressed = (event: KeyboardEvent): void => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    const choice = this.found[this.active];
    if (step && this.found.length) this.active = (this.active + step + this.found.length) % this.found.length;
    else if (event.key === "Enter" && choice) this.take(choice);
    else if (event.key === "Escape" && this.found.length) this.close();
    else return;
    event.preventDefault();
    event.stopPropagation();
    this.draw();
  };

  private take(choice: Choice): void {
    this.text = choice.name;
    this.close();
    this.choose(choice);
    this.draw();
  }

  private close(): void {
    this.asked++;
    this.found = [];
    this.active = -1;
  }
}

customElements.define("search-box", SearchBox);
