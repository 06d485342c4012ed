import { html } from "lit-html";
import type { Context } from "../context";
import { ask } from "../judging/ask";
import { give } from "../judging/give";
import type { Draft, Judgement } from "../judging/judgement";
import { askPair } from "../judging/pair";
import type { Choice } from "../judging/search-box";
import "../judging/search-box";
import type { Account } from "../shapes";
import { count, dated, span } from "../words";
import type { IncidentRecord } from "./record";
import { nameOf } from "./table";

interface Listed {
  readonly id: string;
  readonly title: string;
  readonly earliest: string | null;
  readonly latest: string | null;
  readonly reports: number;
}

/** Let a person put another incident together with this one. */
export async function mergeInto(context: Context, record: IncidentRecord, after: (kept: string) => Promise<void>): Promise<void> {
  const id = await askIncident(context, record);
  if (!id) return;
  const other = await context.get<IncidentRecord>(`/incidents/${encodeURIComponent(id)}`);
  const decided = await askPair({
    title: "Do both tell of one happening?",
    action: "They are the same",
    mine: { label: dated(record.title), claims: record.claims },
    theirs: { label: dated(other.title), claims: other.claims },
  });
  if (!decided) return;
  await judge(context, { subject: "pair", decision: "same", ...decided }, after);
}

/** Let a person say that an account is of another happening. */
export async function splitOff(
  context: Context,
  record: IncidentRecord,
  account: Account,
  after: (kept: string) => Promise<void>,
): Promise<void> {
  const its = new Set(account.claims);
  const decided = await askPair({
    title: `Split off what ${nameOf(account)} says`,
    action: "They are different",
    mine: { label: nameOf(account), claims: record.claims.filter(({ id }) => its.has(id)) },
    theirs: { label: "all others", claims: record.claims.filter(({ id }) => !its.has(id)) },
  });
  if (!decided) return;
  await judge(context, { subject: "pair", decision: "different", ...decided }, after);
}

async function judge(context: Context, draft: Draft, after: (kept: string) => Promise<void>): Promise<void> {
  const known = await context.get<Judgement[]>("/judgements", { claim: draft.claim });
  const { is } = await give(context, draft, known);
  if (is === "given") await after(`Kept: ${draft.decision}, since “${draft.why}”.`);
  if (is === "theirs") await after("The other judgement stands.");
}

function askIncident(context: Context, record: IncidentRecord): Promise<string | null> {
  const search = async (text: string): Promise<readonly Choice[]> => {
    const { items } = await context.get<{ items: Listed[] }>("/incidents", { text, reports: "1", limit: "10" });
    return items.filter(({ id }) => id !== record.id).map(choice);
  };
  return ask<string>(
    "Merge with another incident",
    (done) => html`<p>Look it up by words of its reports.</p>
      <search-box
        .label=${"Incident"}
        .search=${search}
        .choose=${(found: Choice | null) => found && done(found.value)}
      ></search-box>`,
  );
}

function choice({ id, title, earliest, latest, reports }: Listed): Choice {
  return { value: id, name: dated(title), about: `${span(earliest, latest)} · ${count(reports, "report")} · ${id.slice(0, 10)}` };
}
