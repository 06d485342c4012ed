import type { HandedIn, Reading } from "./intake/reading";
import { Conflict, type Draft, type Judgement } from "./judging/judgement";

const ROOT = "/api/v1";
const UNKNOWN_PERSON = 401;
const CONFLICT = 409;

export type Params = Readonly<Record<string, string | null>>;

/** The API refused, or could not be reached; the message is a sentence for a person. */
export class ApiError extends Error {}

/** The server lets in only those whom it knows: whoever this is must sign in. */
export class SignInNeeded extends ApiError {}

/** What is served, and to whom. */
export interface LedgerInfo {
  readonly name: string;
  readonly read_only: boolean;
  readonly team: boolean;
  readonly user: { readonly name: string; readonly role: string };
  readonly csrf: string | null;
}

/** The HTTP API as one person uses it. Every method throws an ApiError with the server's sentence where it refuses. */
export class Api {
  private csrf: string | null = null;

  /** What is served. Throws SignInNeeded where the server does not know this person yet. */
  async ledger(): Promise<LedgerInfo> {
    const found = await this.get<LedgerInfo>("/ledger");
    this.csrf = found.csrf;
    return found;
  }

  /** Begin a session with the token that `whosays user add` printed. */
  async signIn(token: string): Promise<void> {
    await answer(await this.send("POST", "/session", { token }));
  }

  async signOut(): Promise<void> {
    await this.send("DELETE", "/session");
  }

  async get<T>(path: string, params: Params = {}): Promise<T> {
    const given = Object.entries(params).filter((entry): entry is [string, string] => Boolean(entry[1]));
    const query = new URLSearchParams(given).toString();
    return answer<T>(await ask(`${ROOT}${path}${query ? `?${query}` : ""}`));
  }

  /**
   * Keep a judgement; `expected` is the id of the last one on the matter that the person has seen.
   *
   * Throws a Conflict where there is a later one.
   */
  async judge(draft: Draft & { readonly expected: number | null }): Promise<Judgement> {
    const response = await this.send("POST", "/judgements", draft);
    if (response.status !== CONFLICT) return answer<Judgement>(response);
    const { judgement } = (await response.json()) as { judgement: Judgement };
    throw new Conflict(judgement);
  }

  /** Hand in reports, which are read in the background. */
  async handIn(given: HandedIn): Promise<Reading> {
    if ("text" in given) return answer(await this.send("POST", "/readings/text", given));
    const files = new FormData();
    for (const file of given) files.append("files", file);
    return answer(await this.send("POST", "/readings", files));
  }

  /** Where the server tells how far a reading is. */
  progressOf({ id }: Reading): string {
    return `${ROOT}/readings/${encodeURIComponent(id)}/events`;
  }

  private send(method: string, path: string, body?: unknown): Promise<Response> {
    const csrf = this.csrf ? { "X-CSRF-Token": this.csrf } : {};
    if (body instanceof FormData) return ask(`${ROOT}${path}`, { method, headers: csrf, body });
    const headers = { "Content-Type": "application/json", ...csrf };
    return ask(`${ROOT}${path}`, { method, headers, ...(body !== undefined && { body: JSON.stringify(body) }) });
  }
}

async function ask(address: string, request: RequestInit = {}): Promise<Response> {
  try {
    return await fetch(address, request);
  } catch {
    throw new ApiError("The server cannot be reached. Is `whosays serve` running?");
  }
}

async function answer<T>(response: Response): Promise<T> {
  if (response.ok) return (await response.json()) as T;
  const problem = (await response.json().catch(() => ({}))) as { detail?: unknown };
  const sentence = typeof problem.detail === "string" ? problem.detail : `The server answers ${response.status}.`;
  throw response.status === UNKNOWN_PERSON ? new SignInNeeded(sentence) : new ApiError(sentence);
}
