import { html, nothing, render, type TemplateResult } from "lit-html";
import type { Params } from "../api";
import type { Context, View } from "../context";
import { count, day, number, span } from "../words";
import { row, type Listed } from "../incidents/view";
import { WorldMap } from "./map";
import "./picture.css";
import { nameOf, type FacetName, type FacetValue, type Picture, type Spot, type Standing } from "./shapes";
import { bars, core, timeline, type Bar, type Core } from "./timeline";
import { world } from "./world";

const FILTERS = ["kind", "stance", "party", "voice", "place", "since", "until", "text", "disputed"] as const;
/** Filters that have a place of their own on the page. */
const OWN: readonly string[] = ["since", "until", "disputed"];
const FACETS: readonly (readonly [FacetName, string])[] = [
  ["kind", "What"],
  ["stance", "How it is said"],
  ["party", "Who has a part in it"],
  ["voice", "Who says so"],
];
/** Incidents below the map, and values of a filter before the others are folded. */
const MOST = 8;
const PLACES = 20;

/** When this person was here last, so that the page can say what is new. */
const VISIT = "whosays.visit";

/** Claims from afar: where, when, of what sort; filters, and what changed since the last visit. */
export class PictureView implements View {
  private map: WorldMap | null = null;
  private whole: Core = { days: [], before: 0, after: 0 };
  private most: readonly Listed[] = [];
  private spot: Spot | null = null;
  private standings: readonly Standing[] = [];
  private news = 0;
  private readonly since = localStorage.getItem(VISIT);

  constructor(
    private readonly host: HTMLElement,
    private readonly context: Context,
    private readonly query: URLSearchParams,
  ) {}

  async load(): Promise<void> {
    const asked = Object.fromEntries(FILTERS.map((name) => [name, this.query.get(name)]));
    const [found, all] = await Promise.all([
      this.context.get<Picture>("/picture", asked),
      this.context.get<Picture>("/picture", { ...asked, since: null, until: null }),
    ]);
    this.whole = core(all.days);
    this.draw(found);
    const canvas = this.host.querySelector("canvas");
    if (canvas) this.map = new WorldMap(canvas, await world(), (spot) => this.choose(found, spot));
    this.map?.show({ ...found, standings: [] }, true);
    const redraw = (): void => {
      this.draw(found);
      this.map?.show({ ...found, standings: this.standings }, false);
    };
    await Promise.all([this.changed(), this.told(asked), this.hold()].map((part) => part.then(redraw)));
  }

  private async told(asked: Params): Promise<void> {
    this.most = (await this.context.get<{ items: Listed[] }>("/incidents", { ...asked, limit: String(MOST) })).items;
  }

  private async hold(): Promise<void> {
    const on = this.query.get("on");
    const found = on ? await this.context.get<Standing[]>("/control", { on }) : [];
    this.standings = found.filter(({ sort, holders }) => sort === "place" && holders.length > 0);
  }

  private async changed(): Promise<void> {
    localStorage.setItem(VISIT, new Date().toISOString());
    this.news = this.since ? (await this.context.get<unknown[]>("/changes", { since: this.since })).length : 0;
  }

  private choose(found: Picture, spot: Spot | null): void {
    this.spot = spot;
    this.draw(found);
  }

  private draw(found: Picture): void {
    render(this.page(found), this.host);
  }

  private page(found: Picture): TemplateResult {
    return html`<header class="picture-head">
        <h1>Picture</h1>
        <p>${count(found.total, "claim")}${this.when()}${this.chips(found)}</p>
        <button type="button" class="chip" aria-pressed=${this.isDisputed()} @click=${() => this.set("disputed", this.isDisputed() ? "" : "true")}>
          what accounts part on
        </button>
        ${this.news
          ? html`<p><a href="#/changes?since=${this.since ?? ""}">${count(this.news, "incident")} new or changed since your last visit</a></p>`
          : nothing}
      </header>
      <div class="picture">
        <section class="picture-map" aria-label="Where">
          <canvas
            tabindex="0"
            role="application"
            aria-label="Map: arrows move it, plus and minus bring it nearer and farther. The list “Where” has the same places."
          ></canvas>
          ${this.spot ? this.card(this.spot) : nothing}
          <p class="quiet">
            ${found.unplaced ? html`${count(found.unplaced, "claim")} without a place on the map. ` : nothing}
            ${found.vague.length ? "A dashed line: somewhere within. " : nothing}
            ${found.points.some(({ disputed }) => disputed) ? "A stroke: accounts part there; the ring is their share. " : nothing}
            <label class="picture-on">Who holds what on <input type="date" .value=${this.query.get("on") ?? ""} @change=${(event: Event) => this.set("on", value(event))} /></label>
          </p>
          ${this.standings.length ? this.held() : nothing}
          ${this.timeline(found)}
          ${this.most.length ? this.mostTold() : nothing}
        </section>
        <aside class="picture-facets" aria-label="Filters">
          ${FACETS.map(([name, title]) => this.facet(name, title, found.facets[name]))}
          ${this.facet("place", "Where", places(found))}
        </aside>
      </div>`;
  }

  private when(): string {
    const [since, until] = [this.query.get("since"), this.query.get("until")];
    return since || until ? `, ${span(since, until)}` : "";
  }

  /** What the bars leave out. */
  private outside({ undated }: Picture): string {
    const { days, before, after } = this.whole;
    const parts = [
      before ? `${count(before, "claim")} before ${day(days.at(0)?.day ?? null)}` : "",
      after ? `${count(after, "claim")} after ${day(days.at(-1)?.day ?? null)}` : "",
      undated ? `${count(undated, "claim")} without a day` : "",
    ];
    return parts.filter(Boolean).join(", ");
  }

  private chips(found: Picture): TemplateResult {
    const set = FILTERS.filter((name) => !OWN.includes(name) && this.query.get(name));
    return html`${set.map((name) => {
      const set = `${name}: ${labelOf(found, name, this.query.get(name) ?? "")}`;
      return html` <button type="button" class="chip" aria-label="${set}, remove" @click=${() => this.set(name, "")}>
        <bdi>${set}</bdi> ×
      </button>`;
    })}`;
  }

  private mostTold(): TemplateResult {
    return html`<section class="picture-most">
      <h2>Most told</h2>
      <ol class="incidents">
        ${this.most.map((each) => html`<li>${row(each)}</li>`)}
      </ol>
      <a href="#/incidents?${this.with({})}">All incidents of these claims</a>
    </section>`;
  }

  private timeline(found: Picture): TemplateResult {
    const [since, until] = [this.query.get("since"), this.query.get("until")];
    const isIn = (bar: Bar): boolean => (!since || bar.last >= since) && (!until || bar.first <= until);
    return html`<div class="picture-when">
      ${timeline(bars(this.whole.days), isIn, (from, to) => this.go({ since: from, until: to }))}
      <p class="picture-days">
        <label>From <input type="date" .value=${since ?? ""} @change=${(event: Event) => this.set("since", value(event))} /></label>
        <label>to <input type="date" .value=${until ?? ""} @change=${(event: Event) => this.set("until", value(event))} /></label>
        ${since || until ? html`<button type="button" @click=${() => this.go({ since: "", until: "" })}>All days</button>` : nothing}
        <span class="quiet">${this.outside(found)}</span>
      </p>
    </div>`;
  }

  private card(spot: Spot): TemplateResult {
    return html`<div class="picture-card" role="status">
      <b dir="auto" title=${spot.name}>${nameOf(spot)}</b> <span class="quiet">${[spot.kind, spot.admin1, spot.country].filter(Boolean).join(", ")}</span>
      <p>${count(spot.claims, "claim")}${spot.disputed ? `, ${number(spot.disputed)} of them in disputed incidents` : ""}</p>
      <a href="#/picture?${this.with({ place: String(spot.id ?? spot.name) })}">only here</a>
      <a href="#/incidents?place=${encodeURIComponent(String(spot.id ?? spot.name))}">its incidents</a>
    </div>`;
  }

  private held(): TemplateResult {
    return html`<details>
      <summary>Who holds what on ${day(this.query.get("on"))}, by whose word</summary>
      <ul class="held">
        ${this.standings.map(({ place, status, holders, reason, claims }) => {
          const names = holders.map(({ name }) => name).join(", ");
          const first = claims?.at(0);
          return html`<li><b dir="auto">${place}</b>: ${names} <span class="quiet">(${status})</span> ${reason} ${first ? html`<a href="#/incidents/${first}">claim</a>` : nothing}</li>`;
        })}
      </ul>
    </details>`;
  }

  private facet(name: string, title: string, values: readonly FacetValue[]): TemplateResult {
    const [first, more] = [values.slice(0, MOST), values.slice(MOST)];
    const listed = (some: readonly FacetValue[]): TemplateResult => html`<ol class="facet">${some.map((each) => this.option(name, each))}</ol>`;
    return html`<section>
      <h2>${title}</h2>
      ${listed(first)} ${more.length ? html`<details class="facet-more"><summary>${number(more.length)} more</summary>${listed(more)}</details>` : nothing}
      ${values.length ? nothing : html`<p class="quiet">none</p>`}
    </section>`;
  }

  private option(name: string, { value, label, claims, disputed, title }: FacetValue): TemplateResult {
    const isSet = this.query.get(name) === value;
    return html`<li>
      <button type="button" aria-pressed=${isSet} title=${title ?? nothing} @click=${() => this.set(name, isSet ? "" : value)}>
        <bdi>${label}</bdi><span class="quiet">${disputed ? disputes(disputed) : nothing} ${number(claims)}</span>
      </button>
    </li>`;
  }

  private isDisputed(): boolean {
    return this.query.get("disputed") === "true";
  }

  private set(name: string, to: string): void {
    this.go({ [name]: to });
  }

  private go(changed: Readonly<Record<string, string>>): void {
    this.context.go(`#/picture?${this.with(changed)}`);
  }

  private with(changed: Readonly<Record<string, string>>): URLSearchParams {
    const next = new URLSearchParams(this.query);
    for (const [name, to] of Object.entries(changed)) {
      if (to) next.set(name, to);
      else next.delete(name);
    }
    return next;
  }
}

/** The places with the most claims, as values of a filter. */
function places({ points, vague }: Picture): readonly FacetValue[] {
  const found = [...points, ...vague].sort((one, other) => other.claims - one.claims).slice(0, PLACES);
  return found.map((spot) => {
    const { id, name, claims, disputed } = spot;
    return { value: String(id ?? name), label: nameOf(spot), claims, disputed, title: name };
  });
}

/** What a value of a filter is called. */
function labelOf(found: Picture, name: string, value: string): string {
  const values = name === "place" ? places(found) : (found.facets[name as FacetName] ?? []);
  return values.find((each) => each.value === value)?.label ?? value;
}

function disputes(disputed: number): TemplateResult {
  return html`<span class="picture-disputed"><span aria-hidden="true">⊘</span><span class="visually-hidden">disputed</span> ${number(disputed)} of</span>`;
}

function value(event: Event): string {
  return (event.currentTarget as HTMLInputElement).value;
}
