import { html, nothing, render, svg, type SVGTemplateResult, type TemplateResult } from "lit-html";
import { reportLink } from "../claims/links";
import type { Context, View } from "../context";
import { count, day } from "../words";
import { bonds, circle, type Bond, type Node, type Placed, type Tie } from "./graph";
import "./parties.css";

const RADIUS = 240;
const SHOWN = 4;

/** Who backs, fights and belongs to whom on a day, by the registry and by whose word. */
export class PartiesView implements View {
  private nodes: readonly Node[] = [];
  private ties: readonly Tie[] = [];

  constructor(
    private readonly host: HTMLElement,
    private readonly context: Context,
    private readonly query: URLSearchParams,
  ) {}

  async load(): Promise<void> {
    const found = await this.context.get<{ nodes: Node[]; ties: Tie[] }>("/parties", { on: this.query.get("on") });
    [this.nodes, this.ties] = [found.nodes, found.ties];
    render(this.page(), this.host);
  }

  private page(): TemplateResult {
    const all = bonds(this.ties);
    return html`<header class="incidents-head">
        <h1>Parties</h1>
        <label>on <input type="date" .value=${this.query.get("on") ?? ""} @change=${(event: Event) => this.turn(event)} /></label>
      </header>
      <p class="quiet">A full line: by the registry that comes with the program. A dashed line: by reports alone. None of them says what is so.</p>
      ${all.length ? html`${this.graph(all)} ${this.table(all)}` : html`<p class="quiet">No tie between two parties is known or said.</p>`}`;
  }

  private graph(all: readonly Bond[]): TemplateResult {
    const placed = new Map(circle(this.nodes, this.ties).map((node) => [node.id, node]));
    return html`<svg class="parties-graph" viewBox="-520 -290 1040 580" role="img" aria-label="The same as the table below, as a graph">
      ${all.map((bond) => line(bond, placed.get(bond.from), placed.get(bond.to)))}
      ${[...placed.values()].map((node) => label(node))}
    </svg>`;
  }

  private table(all: readonly Bond[]): TemplateResult {
    const names = new Map(this.nodes.map(({ id, name }) => [id, name]));
    const name = (id: string): string => names.get(id) ?? id;
    return html`<div class="parties-scroll" tabindex="0" role="region" aria-label="Ties"><table class="parties-table">
      <thead><tr><th scope="col">who</th><th scope="col">stands how</th><th scope="col">to whom</th><th scope="col">by whose word</th></tr></thead>
      <tbody>
        ${all.map(
          (bond) => html`<tr>
            <td><a href="#/picture?party=${encodeURIComponent(bond.from)}"><bdi>${name(bond.from)}</bdi></a></td>
            <td>${bond.tie}</td>
            <td><a href="#/picture?party=${encodeURIComponent(bond.to)}"><bdi>${name(bond.to)}</bdi></a></td>
            <td>${bond.registered.map(registered)} ${bond.said.length ? said(bond.said) : nothing}</td>
          </tr>`,
        )}
      </tbody>
    </table></div>`;
  }

  private turn(event: Event): void {
    const on = (event.currentTarget as HTMLInputElement).value;
    this.context.go(on ? `#/parties?on=${on}` : "#/parties");
  }
}

function registered({ basis, since, until }: Tie): TemplateResult {
  const years = since || until ? `, ${since ?? "…"} to ${until ?? "today"}` : "";
  return html`<p>the registry${basis ? `: ${basis}` : ""}${years}</p>`;
}

function said(ties: readonly Tie[]): TemplateResult {
  return html`<details>
    <summary>${count(ties.length, "claim")}</summary>
    ${ties.slice(0, SHOWN).map(
      ({ quote, voices, report, claims, stance }) => html`<blockquote dir="auto">${quote}</blockquote>
        <p class="quiet">
          <bdi>${[report?.publisher ?? "outlet unknown", ...(voices ?? [])].join(" › ")}</bdi>, ${day(report?.published ?? null)}${stance === "asserted" ? nothing : `, ${stance}`}
          ${report ? html`<a href=${reportLink(report.digest, claims[0])}>in its report</a>` : nothing}
        </p>`,
    )}
    ${ties.length > SHOWN ? html`<p class="quiet">and ${count(ties.length - SHOWN, "claim")} more</p>` : nothing}
  </details>`;
}

function line({ tie, registered }: Bond, from?: Placed, to?: Placed): SVGTemplateResult | typeof nothing {
  if (!from || !to) return nothing;
  const [x1, y1, x2, y2] = [from.x, from.y, to.x, to.y].map((part) => (part * RADIUS).toFixed(1));
  return svg`<path class=${`tie ${tie.replaceAll(" ", "-")} ${registered.length ? "" : "said"}`} d=${`M${x1},${y1} Q0,0 ${x2},${y2}`}><title>${from.name} ${tie} ${to.name}</title></path>`;
}

function label({ name, x, y }: Placed): SVGTemplateResult {
  const isRight = x >= 0;
  return svg`<circle cx=${x * RADIUS} cy=${y * RADIUS} r="5" /><text x=${x * RADIUS + (isRight ? 11 : -11)} y=${y * (RADIUS + 8) + 4} text-anchor=${isRight ? "start" : "end"}>${name}</text>`;
}
