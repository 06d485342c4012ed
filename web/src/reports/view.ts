import { html, nothing, render, type TemplateResult } from "lit-html";
import { reportLink } from "../claims/links";
import type { Context, View } from "../context";
import { count, moment } from "../words";
import "../incidents/incidents.css";

/** A report without its text. */
interface Listed {
  readonly digest: string;
  readonly title: string | null;
  readonly publisher: string | null;
  readonly published: string | null;
  readonly language: string | null;
  readonly claims: number;
}

interface Page {
  readonly items: readonly Listed[];
  readonly next: string | null;
}

/** The reports of the ledger, the newest first, by words of title, outlet or id. */
export class ReportsView implements View {
  private items: readonly Listed[] = [];
  private next: string | null = null;

  constructor(
    private readonly host: HTMLElement,
    private readonly context: Context,
    private readonly query: URLSearchParams,
  ) {}

  async load(): Promise<void> {
    const page = await this.context.get<Page>("/reports", { text: this.query.get("text"), cursor: this.next });
    this.items = [...this.items, ...page.items];
    this.next = page.next;
    render(this.page(), this.host);
  }

  private page(): TemplateResult {
    return html`<header class="incidents-head">
        <h1>Reports</h1>
        <form role="search" @submit=${(event: SubmitEvent) => this.search(event)}>
          <input name="text" type="search" aria-label="Words of the title or the outlet" .value=${this.query.get("text") ?? ""} />
          <button>Find</button>
        </form>
      </header>
      <ol class="incidents">
        ${this.items.map((each) => html`<li>${row(each)}</li>`)}
      </ol>
      ${this.items.length ? nothing : html`<p class="quiet">No report is called so.</p>`}
      ${this.next ? html`<button type="button" @click=${() => void this.load()}>More</button>` : nothing}`;
  }

  private search(event: SubmitEvent): void {
    event.preventDefault();
    const text = new FormData(event.currentTarget as HTMLFormElement).get("text");
    this.context.go(`#/reports?text=${encodeURIComponent(String(text ?? ""))}`);
  }
}

function row({ digest, title, publisher, published, claims }: Listed): TemplateResult {
  return html`<a class="incidents-row" href=${reportLink(digest)}>
    <span class="incidents-title" dir="auto">${title ?? "without a title"}</span>
    <span class="quiet"><bdi>${publisher ?? "outlet unknown"}</bdi> · ${moment(published) || "day unknown"}</span>
    <span class="quiet">${count(claims, "claim")}</span>
  </a>`;
}
