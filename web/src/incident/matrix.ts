import type { Account, Agreement, Comparison, Value } from "../shapes";

/** A slot in which the accounts of an incident say anything, and how they stand to each other in it. */
export interface Column {
  readonly slot: string;
  readonly agreement: Agreement | null;
  readonly reason: string;
}

/** One origin's account: what it says in each column, in the order of the columns. */
export interface Row {
  readonly account: Account;
  readonly cells: readonly (readonly Value[])[];
}

/** The accounts of an incident beside each other: a row an origin, a column a slot. */
export interface Matrix {
  readonly columns: readonly Column[];
  readonly rows: readonly Row[];
}

const ORDER = [
  ...["kind", "actor", "target", "place", "time"],
  ...["killed", "wounded", "missing", "displaced", "detained", "strikes"],
];

/** Put accounts beside each other; those of an unknown origin come last. */
export function matrix(accounts: readonly Account[], comparisons: readonly Comparison[]): Matrix {
  const columns = slots(accounts).map((slot) => column(slot, comparisons));
  const ordered = accounts.toSorted((a, b) => Number(isUnknown(a)) - Number(isUnknown(b)));
  return { columns, rows: ordered.map((account) => ({ account, cells: cells(account, columns) })) };
}

function slots(accounts: readonly Account[]): string[] {
  const used = new Set(accounts.flatMap((account) => Object.keys(account.slots)));
  return [...used].sort((a, b) => place(a) - place(b) || a.localeCompare(b));
}

function place(slot: string): number {
  const at = ORDER.indexOf(slot);
  return at < 0 ? ORDER.length : at;
}

function column(slot: string, comparisons: readonly Comparison[]): Column {
  const found = comparisons.find((each) => each.slot === slot);
  return { slot, agreement: found?.agreement ?? null, reason: found?.reason ?? "" };
}

function cells(account: Account, columns: readonly Column[]): (readonly Value[])[] {
  return columns.map(({ slot }) => account.slots[slot] ?? []);
}

export function isUnknown(account: Account): boolean {
  return account.origin.sort === "unknown";
}
