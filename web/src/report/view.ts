import { html, nothing, render, type TemplateResult } from "lit-html";
import { claimParts, loadedWords } from "../claims/card";
import { webAddress } from "../claims/links";
import { incidentOf } from "../claims/sentences";
import type { Context, View } from "../context";
import { slotOf } from "../judging/correction";
import { Desk } from "../judging/desk";
import type { Vocabulary } from "../judging/editor";
import type { Claim, Loaded } from "../shapes";
import { count, moment } from "../words";
import { copiesList } from "./copies";
import { reportMarks } from "./marks";
import { passages, type Passage } from "./passages";
import { fetchReport, type ReportRecord } from "./record";
import { markedText } from "./text";
import "../claims/claims.css";
import "./report.css";

/** The page of one report: its text, with everything that was read in it at the words where it stands. */
export class ReportView implements View {
  private record: ReportRecord | null = null;
  private paragraphs: readonly (readonly Passage[])[] = [];
  private stops: readonly Passage[] = [];
  private opened: Passage | null = null;
  private stop = 0;
  private desk: Desk | null = null;
  private family: string | null = null;
  private readonly incidents = new Map<string, string | null>();

  constructor(
    private readonly host: HTMLElement,
    private readonly context: Context,
    private readonly digest: string,
    private readonly query: URLSearchParams,
  ) {}

  async load(): Promise<void> {
    await this.read();
    this.stops = this.paragraphs.flat().filter(({ trigger }) => trigger);
    this.draw();
    this.openClaim(this.query.get("claim"));
    if (this.context.writable) await this.setDesk();
  }

  private async setDesk(): Promise<void> {
    this.desk = new Desk(this.context, await this.context.get<Vocabulary>("/vocabulary"), {
      changed: () => this.draw(),
      decided: () => void this.refresh(),
      calledOff: () => this.focusPanel(),
    });
    this.draw();
  }

  /** Read the report again, for what has been judged of it. */
  private async refresh(): Promise<void> {
    await this.read();
    this.draw();
    this.focusPanel();
  }

  private async read(): Promise<void> {
    const record = await fetchReport(this.context, this.digest);
    this.record = record;
    this.paragraphs = passages(record.text, reportMarks(record));
  }

  private openClaim(id: string | null): void {
    const at = this.stops.find(({ claims }) => id !== null && claims[0] === id);
    if (!at) return;
    this.open(at.start);
    this.host.querySelector(`[data-start="${at.start}"]`)?.scrollIntoView({ block: "center" });
  }

  private draw(): void {
    if (this.record) render(this.page(this.record), this.host);
  }

  private page(record: ReportRecord): TemplateResult {
    return html`<article class="report" ?data-open=${this.opened !== null}>
      <div class="report-main">
        ${head(record)} ${copiesList(record, this.family, (family) => this.showCopy(family))} ${key(record.copies.length > 0)}
        <div class="report-text" lang=${record.report.language ?? nothing} @keydown=${this.pressed}>
          ${markedText(this.paragraphs, {
            open: this.open,
            opened: this.opened?.start ?? null,
            shown: new Set(this.opened?.claims),
            family: this.family,
            stop: this.stops[this.stop]?.start ?? null,
          })}
        </div>
      </div>
      ${this.aside(record)}
    </article>`;
  }

  private aside(record: ReportRecord): TemplateResult | typeof nothing {
    if (!this.opened) return nothing;
    const claims = this.opened.claims.flatMap((id) => record.claims.find((claim) => claim.id === id) ?? []);
    return html`<aside class="evidence" aria-labelledby="evidence-title" @keydown=${this.escaped}>
      <header>
        <h2 id="evidence-title" tabindex="-1">
          ${count(claims.length, "claim")} at “<span dir="auto">${this.opened.words.trim()}</span>”
        </h2>
        <button type="button" class="close" @click=${this.hide} aria-label="Close the claims">×</button>
      </header>
      ${claims.map((claim) => this.claim(claim, record.loaded))}
    </aside>`;
  }

  private claim(claim: Claim, loaded: readonly Loaded[]): TemplateResult {
    const [start, end] = claim.evidence;
    const near = loaded.filter(({ span }) => span[0] >= start && span[1] <= end);
    const desk = this.desk?.isFor(claim) ? this.desk : null;
    return html`<section class="claim" aria-label="Claim: ${claim.kind}">
      ${claimParts(claim, this.desk ? (slot) => void this.judge(claim, (at) => at.correct(slotOf(slot))) : null)}
      ${loadedWords(near)} ${this.incidentLink(claim)} ${this.bar(claim)} ${desk?.form()} ${desk?.past()}
    </section>`;
  }

  private incidentLink({ id }: Claim): TemplateResult | typeof nothing {
    const incident = this.incidents.get(id);
    return incident === undefined ? nothing : html`<p>${incidentOf(incident)}</p>`;
  }

  private bar(claim: Claim): TemplateResult | typeof nothing {
    if (!this.desk) return nothing;
    const judge = (decision: "accept" | "reject") => () => void this.judge(claim, (desk) => desk.decide(decision));
    return html`<div class="actions">
      <button type="button" @click=${judge("accept")}>accept</button>
      <button type="button" @click=${judge("reject")}>reject</button>
    </div>`;
  }

  private async judge(claim: Claim, begin: (desk: Desk) => void): Promise<void> {
    if (!this.desk) return;
    const laid = this.desk.lay(claim);
    begin(this.desk);
    await laid;
  }

  private readonly open = (start: number): void => {
    this.opened = this.paragraphs.flat().find((passage) => passage.start === start) ?? null;
    this.stop = Math.max(0, this.stops.findIndex((passage) => passage.start === start));
    this.draw();
    this.focusPanel();
    void this.findIncidents(this.opened?.claims ?? []);
  };

  private async findIncidents(claims: readonly string[]): Promise<void> {
    for (const id of claims.filter((id) => !this.incidents.has(id))) {
      const { incident } = await this.context.get<{ incident: string | null }>(`/claims/${encodeURIComponent(id)}`);
      this.incidents.set(id, incident);
    }
    this.draw();
  }

  /** Show the words that others print, too, or show them no longer. */
  private showCopy(family: string): void {
    this.family = this.family === family ? null : family;
    this.draw();
    this.host.querySelector(".is-copied.is-shown")?.scrollIntoView({ block: "center" });
  }

  private focusPanel(): void {
    this.host.querySelector<HTMLElement>("#evidence-title")?.focus({ preventScroll: true });
  }

  private readonly hide = (): void => {
    this.opened = null;
    this.draw();
    this.focusStop();
  };

  private readonly escaped = (event: KeyboardEvent): void => {
    if (event.key === "Escape" && !event.defaultPrevented) this.hide();
  };

  /** Arrows go from claim to claim, and Enter opens one; the tabulator key leaves the text. */
  private readonly pressed = (event: KeyboardEvent): void => {
    const step = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[event.key];
    const at = this.stops[this.stop];
    if (step) this.goTo(this.stop + step);
    else if (at && (event.key === "Enter" || event.key === " ")) this.open(at.start);
    else return;
    event.preventDefault();
  };

  private goTo(stop: number): void {
    this.stop = Math.max(0, Math.min(stop, this.stops.length - 1));
    this.draw();
    this.focusStop();
  }

  private focusStop(): void {
    const at = this.stops[this.stop];
    if (at) this.host.querySelector<HTMLElement>(`[data-start="${at.start}"]`)?.focus();
  }
}

function head({ report, claims }: ReportRecord): TemplateResult {
  const address = webAddress(report.url);
  return html`<header class="report-head">
    <p class="report-outlet">
      <b dir="auto">${report.publisher ?? "unknown outlet"}</b> · ${moment(report.published) || "undated"} ·
      ${count(claims.length, "claim")}
      ${address ? html` · <a href=${address} target="_blank" rel="noopener noreferrer">published page</a>` : nothing}
    </p>
    <h1 dir="auto">${report.title ?? "Untitled report"}</h1>
  </header>`;
}

/** What the marks in the text mean. */
function key(hasCopies: boolean): TemplateResult {
  return html`<ul class="report-key" aria-label="What the marks mean">
    <li><span class="words is-trigger">claim</span> press or click to see it</li>
    <li><span class="words is-source">who says</span></li>
    <li><span class="words is-cue">says</span></li>
    <li><span class="words" data-depth="1">what is said</span>, <span class="words" data-depth="2">within it</span></li>
    <li><span class="words loaded">loaded word</span></li>
    ${hasCopies ? html`<li><span class="copy-sign"></span> from here on printed elsewhere, too</li>` : nothing}
  </ul>`;
}
