import { html, nothing, type TemplateResult } from "lit-html";
import { ref } from "lit-html/directives/ref.js";
import type { Account, Value } from "../shapes";
import { count, days } from "../words";
import { agreementBadge, SIGNS } from "./agreement";
import { isUnknown, type Column, type Matrix, type Row } from "./matrix";

/** What a person can do in the table of accounts. */
export interface TableActions {
  /** Show the sentences behind words. */
  readonly show: (title: string, claims: readonly string[]) => void;
  /** Say that an account is of another happening; null where nobody may judge. */
  readonly split: ((account: Account) => void) | null;
}

/** Every origin's account beside the others', slot by slot. */
export function accountsTable({ columns, rows }: Matrix, actions: TableActions): TemplateResult {
  return html`<table class="accounts" role="table" ${ref(columnsOf(columns.length))}>
    <caption class="visually-hidden">
      What each origin says, slot by slot
    </caption>
    <thead role="rowgroup">
      <tr role="row">
        <th role="columnheader" scope="col">who says</th>
        ${columns.map(columnHead)}
      </tr>
    </thead>
    <tbody role="rowgroup">
      ${rows.map((row) => accountRow(row, columns, actions))}
    </tbody>
  </table>`;
}

/** The number of columns for the style sheet, by the one way that the page's security policy allows. */
function columnsOf(n: number): (element: Element | undefined) => void {
  return (element) => (element as HTMLElement | undefined)?.style.setProperty("--columns", String(n));
}

function columnHead({ slot, agreement, reason }: Column): TemplateResult {
  return html`<th role="columnheader" scope="col" data-agreement=${agreement ?? "none"} title=${reason}>
    <span class="slot-name">${slot}</span> ${agreementBadge(agreement)}
  </th>`;
}

function accountRow({ account, cells }: Row, columns: readonly Column[], actions: TableActions): TemplateResult {
  return html`<tr role="row" ?data-unknown=${isUnknown(account)}>
    <th role="rowheader" scope="row">${originCell(account, actions)}</th>
    ${columns.map((column, index) => cell(account, column, cells[index] ?? [], actions))}
  </tr>`;
}

function cell(account: Account, { slot, agreement }: Column, values: readonly Value[], actions: TableActions) {
  return html`<td
    role="cell"
    data-slot=${slot}
    data-agreement=${agreement ?? "none"}
    data-sign=${agreement ? SIGNS[agreement].glyph : ""}
    ?data-empty=${!values.length}
  >
    ${values.length
      ? values.map((value) => valueButton(account, slot, value, actions))
      : html`<span class="quiet" aria-label="says nothing">–</span>`}
  </td>`;
}

function valueButton(account: Account, slot: string, value: Value, actions: TableActions): TemplateResult {
  const title = `${nameOf(account)} on ${slot}: ${value.denied ? "not " : ""}${value.words}`;
  return html`<button
    type="button"
    class="value"
    ?data-denied=${value.denied}
    @click=${() => actions.show(title, value.claims)}
  >
    ${value.denied ? html`<span class="not">not</span> ` : nothing}<span dir="auto">${slot === "time" ? days(value.words) : value.words}</span>
  </button>`;
}

function originCell(account: Account, actions: TableActions): TemplateResult {
  const { origin, claims, outlets } = account;
  return html`<button
      type="button"
      class="origin"
      @click=${() => actions.show(nameOf(account), claims)}
      dir="auto"
    >
      ${nameOf(account)}
    </button>
    <span class="origin-about">${origin.sort === "family" ? "on the outlet's word" : nothing} ${stake(account)}</span>
    ${carriers(outlets)}
    ${actions.split
      ? html`<button type="button" class="quiet-action" @click=${() => actions.split?.(account)}>split off</button>`
      : nothing}`;
}

export function nameOf(account: Account): string {
  return isUnknown(account) ? "nobody named" : account.origin.name;
}

/** What the side of an origin stands to gain by what it says; "unknown" is said, since it is no trust. */
function stake({ stake, against_interest }: Account): TemplateResult {
  if (against_interest)
    return html`<span class="stake stake-against" title="Its side would rather not have it so."
      ><span aria-hidden="true">⇄</span> against its interest: ${stake}</span
    >`;
  return html`<span class="stake" ?data-unknown=${stake === "unknown"}>stake: ${stake}</span>`;
}

function carriers(outlets: readonly string[]): TemplateResult | typeof nothing {
  if (outlets.length < 2) return nothing;
  return html`<details class="carriers">
    <summary>carried by ${count(outlets.length, "outlet")}</summary>
    <ul>
      ${outlets.map((outlet) => html`<li dir="auto">${outlet}</li>`)}
    </ul>
  </details>`;
}
