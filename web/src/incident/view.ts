import { html, nothing, render, type TemplateResult } from "lit-html";
import { guard } from "lit-html/directives/guard.js";
import { incidentOf, sentences } from "../claims/sentences";
import { incidentLink } from "../claims/links";
import type { Context, View } from "../context";
import { count, dated, day, span } from "../words";
import { agreementBadge } from "./agreement";
import { answers, grade, ruleSwitch } from "./counts";
import { charts, letterOf, type Chart } from "./figures";
import { matrix, type Matrix } from "./matrix";
import { mergeInto, splitOff } from "./regroup";
import { figuresGiven, type IncidentRecord, type Toll } from "./record";
import { accountsTable } from "./table";
import type { Comparison } from "../shapes";
import "./figures-chart";
import "../claims/claims.css";
import "./incident.css";

const SEVEREST = ["contested", "differs", "compatible", "agreed", "single"];

/** How many accounts are drawn at once, and with every frame after that: what a screen shows comes first. */
const FIRST_ROWS = 24;
const MORE_ROWS = 32;

/** The page of one incident: every origin's account beside the others', and the sentences behind every word. */
export class IncidentView implements View {
  private record: IncidentRecord | null = null;
  private charts: readonly Chart[] = [];
  private matrix: Matrix = { columns: [], rows: [] };
  private rows = FIRST_ROWS;
  private shown: { readonly title: string; readonly claims: readonly string[] } | null = null;
  private back: HTMLElement | null = null;
  private kept = "";

  constructor(
    private readonly host: HTMLElement,
    private readonly context: Context,
    private readonly id: string,
    private readonly query: URLSearchParams,
  ) {}

  async load(): Promise<void> {
    const params = { as_of: this.query.get("as_of") };
    this.record = await this.context.get<IncidentRecord>(`/incidents/${encodeURIComponent(this.id)}`, params);
    this.charts = charts(figuresGiven(this.record));
    this.matrix = matrix(this.record.accounts, this.record.comparisons);
    this.rows = FIRST_ROWS;
    this.draw();
    this.drawMoreRows();
  }

  private get rule(): string {
    return this.query.get("rule") ?? "best";
  }

  private draw(): void {
    if (this.record) render(this.page(this.record), this.host);
  }

  /** The first accounts are there at once; the others follow, some with every frame. */
  private drawMoreRows(): void {
    if (this.rows >= this.matrix.rows.length) return;
    afterPaint(() => {
      this.rows += MORE_ROWS;
      this.draw();
      this.drawMoreRows();
    });
  }

  private page(record: IncidentRecord): TemplateResult {
    return html`<article class="incident" ?data-open=${this.shown !== null}>
      <div class="incident-main">
        ${this.head(record)} ${this.parting(record.comparisons)}
        <section aria-labelledby="accounts-title">
          <h2 id="accounts-title">Who says what</h2>
          ${guard([record, this.rows], () => this.table(record))}
        </section>
        ${this.figures(record)} ${hanging(record)}
      </div>
      ${this.aside(record)}
    </article>`;
  }

  private table(record: IncidentRecord): TemplateResult {
    const rows = this.matrix.rows.slice(0, this.rows);
    return accountsTable({ ...this.matrix, rows }, {
      show: this.show,
      split: this.context.writable ? (account) => void splitOff(this.context, record, account, this.reload) : null,
    });
  }

  private head(record: IncidentRecord): TemplateResult {
    const origins = record.accounts.filter(({ origin }) => origin.sort !== "unknown").length;
    return html`<header class="incident-head">
      <h1 dir="auto">${dated(record.title)}</h1>
      <p class="incident-about">
        ${span(record.earliest, record.latest) || "no day given"} · ${count(record.reports, "report")} ·
        ${count(origins, "known origin")} ·
        <b class="verdict" ?data-disputed=${record.disputed}
          >${record.disputed ? "⊘ the accounts cannot all be so" : "the accounts can all be so"}</b
        >
      </p>
      <p class="kept" role="status">${this.kept}</p>
      <div class="incident-actions">
        ${this.asOf()}
        ${this.context.writable
          ? html`<button type="button" @click=${() => void mergeInto(this.context, record, this.reload)}>
              Merge with another incident
            </button>`
          : nothing}
      </div>
    </header>`;
  }

  private asOf(): TemplateResult {
    const at = this.query.get("as_of") ?? "";
    const submit = (event: SubmitEvent): void => {
      event.preventDefault();
      const given = new FormData(event.target as HTMLFormElement).get("as_of");
      this.go({ as_of: typeof given === "string" && given ? `${given}Z` : null });
    };
    return html`<form class="as-of" @submit=${submit}>
      <label>As known at <small>(UTC)</small> <input type="datetime-local" name="as_of" .value=${at.slice(0, 16)} /></label>
      <button type="submit">Show</button>
      ${at ? html`<button type="button" @click=${() => this.go({ as_of: null })}>Now</button>` : nothing}
    </form>`;
  }

  private parting(comparisons: readonly Comparison[]): TemplateResult {
    const ordered = comparisons.toSorted((a, b) => SEVEREST.indexOf(a.agreement) - SEVEREST.indexOf(b.agreement));
    return html`<section aria-labelledby="parting-title">
      <h2 id="parting-title">Where the accounts agree and part</h2>
      <ul class="parting">
        ${ordered.map(
          (each) =>
            html`<li data-agreement=${each.agreement}>
              <b class="slot-name">${each.slot}</b> ${agreementBadge(each.agreement)}
              <span class="reason-given" dir="auto">${dated(each.reason)}</span>
              <button
                type="button"
                class="link"
                @click=${() => this.show(`${each.slot}: ${each.agreement}`, each.claims)}
              >
                ${count(each.claims.length, "claim")}<span class="visually-hidden"> on ${each.slot}</span>
              </button>
            </li>`,
        )}
      </ul>
    </section>`;
  }

  private figures(record: IncidentRecord): TemplateResult | typeof nothing {
    if (!this.charts.length) return nothing;
    const answered = record.aggregates.filter(({ rule }) => rule === this.rule);
    return html`<section class="figures" aria-labelledby="figures-title">
      <h2 id="figures-title">How many</h2>
      ${ruleSwitch(this.rule, this.countBy)} ${answers(answered, this.rule, this.show)}
      ${this.rule === "minimum-maximum" ? grade(record, this.show) : nothing}
      <div class="charts">${this.charts.map((chart) => this.chart(chart))}</div>
      ${courses(record.tolls, new Map(record.accounts.map(({ origin }) => [origin.key, origin.name])), this.show)}
    </section>`;
  }

  private chart(chart: Chart): TemplateResult | typeof nothing {
    if (!chart.drawn.length) return nothing;
    return html`<figure class="chart">
      <figcaption>${chart.measure}, by day and origin</figcaption>
      <figures-chart .chart=${chart}></figures-chart>
      ${legend(chart.origins)}
      <p class="quiet chart-key">
        An arrow: at least, or at most. A hollow circle: a running total over more than this. Faint: counted before.
      </p>
    </figure>`;
  }

  private aside(record: IncidentRecord): TemplateResult | typeof nothing {
    if (!this.shown) return nothing;
    const wanted = new Set(this.shown.claims);
    const claims = record.claims.filter(({ id }) => wanted.has(id));
    return html`<aside class="evidence" aria-labelledby="evidence-title" @keydown=${this.pressed}>
      <header>
        <h2 id="evidence-title" tabindex="-1" dir="auto">${this.shown.title}</h2>
        <button type="button" class="close" @click=${this.hide} aria-label="Close the sentences">×</button>
      </header>
      ${sentences(claims)}
    </aside>`;
  }

  private readonly show = (title: string, claims: readonly string[]): void => {
    this.back = document.activeElement as HTMLElement | null;
    this.shown = { title, claims };
    this.draw();
    this.host.querySelector<HTMLElement>("#evidence-title")?.focus();
  };

  private readonly hide = (): void => {
    this.shown = null;
    this.draw();
    this.back?.focus();
  };

  private readonly pressed = (event: KeyboardEvent): void => {
    if (event.key === "Escape") this.hide();
  };

  private readonly reload = async (kept: string): Promise<void> => {
    this.kept = kept;
    await this.load();
  };

  /** All rules' answers are here: the address alone changes, so that it can be passed on. */
  private readonly countBy = (rule: string): void => {
    this.query.set("rule", rule);
    history.replaceState(null, "", this.address());
    this.draw();
  };

  private go({ as_of: moment }: { readonly as_of: string | null }): void {
    if (moment === null) this.query.delete("as_of");
    else this.query.set("as_of", moment);
    this.context.go(this.address());
  }

  private address(): string {
    return `${incidentLink(this.id)}${this.query.size ? `?${this.query}` : ""}`;
  }
}

function afterPaint(then: () => void): void {
  requestAnimationFrame(() => setTimeout(then));
}

function legend(origins: readonly string[]): TemplateResult {
  return html`<ul class="legend">
    ${origins.map(
      (origin, index) =>
        html`<li class="series-${(index % 8) + 1}"><b>${letterOf(origins, origin)}</b><span dir="auto">${origin}</span></li>`,
    )}
  </ul>`;
}

function courses(tolls: readonly Toll[], names: ReadonlyMap<string, string>, show: IncidentView["show"]): TemplateResult {
  return html`<details class="history">
    <summary>How the counts went on, figure by figure</summary>
    <table>
      <thead>
        <tr>
          <th scope="col">count</th>
          <th scope="col">day</th>
          <th scope="col">figure</th>
          <th scope="col">who says</th>
        </tr>
      </thead>
      <tbody>
        ${tolls.flatMap(({ measure, population, course, entries }) =>
          entries.map(
            (entry, index) =>
              html`<tr>
                <td>${index ? nothing : html`<b>${measure}</b> ${population === "all" ? "" : population} <small>${course}</small>`}</td>
                <td>${day(entry.day) || "undated"}</td>
                <td>
                  <button type="button" class="link" @click=${() => show(entry.words, [entry.claim])}>${entry.words}</button>
                  ${entry.former ? "(counted before)" : entry.correction ? "(correction)" : nothing}
                </td>
                <td dir="auto">${names.get(entry.origin) ?? "nobody named"}</td>
              </tr>`,
          ),
        )}
      </tbody>
    </table>
  </details>`;
}

/** What a report tells as the cause or the effect of this. */
function hanging({ follows, followed_by: followedBy }: IncidentRecord): TemplateResult | typeof nothing {
  if (!follows.length && !followedBy.length) return nothing;
  return html`<section class="hanging" aria-labelledby="hanging-title">
    <h2 id="hanging-title">What it is said to hang together with</h2>
    ${ties("It is said to follow", follows)} ${ties("It is said to have led to", followedBy)}
  </section>`;
}

function ties(words: string, incidents: readonly string[]): TemplateResult | typeof nothing {
  if (!incidents.length) return nothing;
  return html`<p>${words} ${incidents.map((id, index) => html`${index ? ", " : ""}${incidentOf(id)}`)}.</p>`;
}
