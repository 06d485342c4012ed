import { html, nothing, render, type TemplateResult } from "lit-html";
import { incidentLink } from "../claims/links";
import type { Context, View } from "../context";
import { agreementBadge } from "../incident/agreement";
import type { Comparison } from "../shapes";
import { count, dated, range, span } from "../words";
import "./incidents.css";

/** What a list says of an incident. */
export interface Listed {
  readonly id: string;
  readonly title: string;
  readonly earliest: string | null;
  readonly latest: string | null;
  readonly reports: number;
  readonly origins: number;
  readonly killed: { readonly low: number | null; readonly high: number | null } | null;
  readonly apart: readonly Pick<Comparison, "slot" | "agreement">[];
}

interface Page {
  readonly items: readonly Listed[];
  readonly next: string | null;
}

/** The incidents of the ledger, the most told first. */
export class IncidentsView implements View {
  private items: readonly Listed[] = [];
  private next: string | null = null;

  constructor(
    private readonly host: HTMLElement,
    private readonly context: Context,
    private readonly query: URLSearchParams,
  ) {}

  async load(): Promise<void> {
    const asked = Object.fromEntries(this.query);
    const page = await this.context.get<Page>("/incidents", { ...asked, cursor: this.next });
    this.items = [...this.items, ...page.items];
    this.next = page.next;
    render(this.page(), this.host);
  }

  private page(): TemplateResult {
    const disputed = this.query.get("disputed") === "true";
    return html`<header class="incidents-head">
        <h1>Incidents</h1>
        <nav aria-label="Which incidents">
          <a href="#/incidents" aria-current=${disputed ? nothing : "page"}>all</a>
          <a href="#/incidents?disputed=true" aria-current=${disputed ? "page" : nothing}>disputed</a>
        </nav>
      </header>
      <ol class="incidents">
        ${this.items.map((each) => html`<li>${row(each)}</li>`)}
      </ol>
      ${this.items.length ? nothing : html`<p class="quiet">No incident is like that.</p>`}
      ${this.next ? html`<button type="button" @click=${() => void this.load()}>More</button>` : nothing}`;
  }
}

export function row({ id, title, earliest, latest, reports, origins, killed, apart }: Listed): TemplateResult {
  return html`<a class="incidents-row" href=${incidentLink(id)}>
    <span class="incidents-title" dir="auto">${dated(title)}</span>
    <span class="quiet"
      >${span(earliest, latest) || "no day given"} · ${count(reports, "report")} · ${count(origins, "known origin")}${killed
        ? html` · killed ${range(killed.low, killed.high)}`
        : nothing}</span
    >
    <span class="incidents-apart">
      ${apart.map(({ slot, agreement }) => html`<span><b class="slot-name">${slot}</b> ${agreementBadge(agreement)}</span>`)}
    </span>
  </a>`;
}
