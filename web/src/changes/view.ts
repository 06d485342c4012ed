import { html, nothing, render, type TemplateResult } from "lit-html";
import { incidentLink } from "../claims/links";
import type { Context, View } from "../context";
import { count, dated, moment, number } from "../words";
import "../incidents/incidents.css";

/** An incident that is not what it was. */
interface Changed {
  readonly id: string;
  readonly change: "new" | "revised" | "withdrawn";
  readonly then: number;
  readonly now: number;
  /** What it is called now; null of one that is none any more. */
  readonly title: string | null;
}

const DAY = 86_400_000;
const SHOWN = 200;

/** The incidents that are new, revised or withdrawn since a moment. */
export class ChangesView implements View {
  private found: readonly Changed[] = [];
  private readonly since: string;

  constructor(
    private readonly host: HTMLElement,
    private readonly context: Context,
    query: URLSearchParams,
  ) {
    this.since = query.get("since") ?? new Date(Date.now() - DAY).toISOString();
  }

  async load(): Promise<void> {
    this.found = await this.context.get<Changed[]>("/changes", { since: this.since });
    render(this.page(), this.host);
  }

  private page(): TemplateResult {
    return html`<header class="incidents-head">
        <h1>Changes</h1>
        <label>since <input type="date" .value=${this.since.slice(0, 10)} @change=${(event: Event) => this.turn(event)} /></label>
      </header>
      <p class="quiet">${count(this.found.length, "incident")} new, revised or withdrawn since ${moment(this.since)}.</p>
      <ol class="incidents">
        ${this.found.slice(0, SHOWN).map((each) => html`<li>${row(each)}</li>`)}
      </ol>
      ${this.found.length > SHOWN ? html`<p class="quiet">The first ${number(SHOWN)} are shown; a later day has fewer.</p>` : nothing}`;
  }

  private turn(event: Event): void {
    const day = (event.currentTarget as HTMLInputElement).value;
    if (day) this.context.go(`#/changes?since=${day}T00:00:00Z`);
  }
}

function row({ id, change, then, now, title }: Changed): TemplateResult {
  const reports = then && then !== now ? `${number(then)} → ${count(now, "report")}` : count(now, "report");
  return html`<a class="incidents-row" href=${incidentLink(id)}>
    <span class="incidents-title" dir="auto">${title ? dated(title) : "in no incident of its own any more"}</span>
    <span class="quiet"><b>${change}</b> · ${reports}</span>
  </a>`;
}
