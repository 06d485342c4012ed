import { html, nothing, render, type TemplateResult } from "lit-html";
import type { Api } from "../api";
import { reportLink } from "../claims/links";
import { count, number } from "../words";
import { takeAnywhere } from "./anywhere";
import { askReports } from "./form";
import { follow, isOver, progressWords, type HandedIn, type Reading } from "./reading";

/** Reports that a finished reading links to, before the others are counted alone. */
const LINKED = 5;

/** What a person handed in, under the name that they know it by. */
interface Shown {
  readonly name: string;
  readonly since: string;
  readonly reading: Reading;
}

/** Where reports are handed in, by button, drop or paste, and how far each is read. */
export class Intake {
  private shown: readonly Shown[] = [];

  constructor(
    private readonly api: Api,
    private readonly panel: HTMLElement,
    private readonly fail: (problem: unknown) => void,
  ) {}

  /** Offer it: a button at a place, and the whole page to drop on. */
  offer(host: HTMLElement): void {
    render(html`<button type="button" @click=${() => void this.ask()}>Add reports</button>`, host);
    takeAnywhere({
      files: (files) => void this.handIn(files),
      text: (text) => void this.ask(text),
      fail: this.fail,
    });
  }

  private async ask(text = ""): Promise<void> {
    const given = await askReports(text);
    if (given) await this.handIn(given);
  }

  private async handIn(given: HandedIn): Promise<void> {
    const since = new Date().toISOString();
    try {
      const reading = await this.api.handIn(given);
      this.tell({ name: nameOf(given), since, reading });
      await follow(this.api.progressOf(reading), (now) => this.tell({ name: nameOf(given), since, reading: now }));
    } catch (problem) {
      this.fail(problem);
    }
  }

  private tell(told: Shown): void {
    const isThis = ({ reading }: Shown): boolean => reading.id === told.reading.id;
    this.shown = this.shown.some(isThis) ? this.shown.map((each) => (isThis(each) ? told : each)) : [told, ...this.shown];
    this.draw();
  }

  private close({ reading }: Shown): void {
    this.shown = this.shown.filter((each) => each.reading.id !== reading.id);
    this.draw();
  }

  private draw(): void {
    render(html`${this.shown.map((each) => this.card(each))}`, this.panel);
  }

  private card(shown: Shown): TemplateResult {
    const { name, reading } = shown;
    return html`<article class="reading" aria-label="Reading of ${name}">
      <p class="reading-name">
        <bdi>${name}</bdi>
        ${isOver(reading)
          ? html`<button type="button" class="close" aria-label="Close the reading of ${name}" @click=${() => this.close(shown)}>×</button>`
          : nothing}
      </p>
      ${isOver(reading) ? nothing : bar(reading)}
      <p role="status">${progressWords(reading)}</p>
      ${failures(reading)} ${isOver(reading) ? outcome(shown) : nothing}
    </article>`;
  }
}

function nameOf(given: HandedIn): string {
  if ("text" in given) return given.title ?? "pasted text";
  const [first] = given;
  return given.length === 1 && first ? first.name : count(given.length, "file");
}

/** A bar without an end until it is known how many reports there are. */
function bar({ done, of, state }: Reading): TemplateResult {
  const isOpen = !of || state === "reconciling";
  return html`<progress aria-label="How far it is read" max=${isOpen ? 1 : of} value=${isOpen ? nothing : done}></progress>`;
}

function failures({ failures }: Reading): TemplateResult | typeof nothing {
  if (!failures.length) return nothing;
  return html`<ul class="reading-failures">
    ${failures.map((sentence) => html`<li dir="auto">${sentence}</li>`)}
  </ul>`;
}

function outcome({ reading: { reports }, since }: Shown): TemplateResult | typeof nothing {
  if (!reports.length) return nothing;
  const more = reports.length - LINKED;
  return html`<ul>
      ${reports.slice(0, LINKED).map(
        ({ digest, title, publisher }) =>
          html`<li><a href=${reportLink(digest)} dir="auto">${title ?? publisher ?? "the report"}</a></li>`,
      )}
      ${more > 0 ? html`<li><a href="#/reports">${number(more)} more</a></li>` : nothing}
    </ul>
    <a href="#/changes?since=${since}">What it changes</a>`;
}
