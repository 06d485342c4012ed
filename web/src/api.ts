import { Conflict, type Draft, type Judgement } from "./judging/judgement";

const ROOT = "/api/v1";

export type Params = Readonly<Record<string, string | null>>;

/** The API refused, or could not be reached; the message is a sentence for a person. */
export class ApiError extends Error {}

/** The server's answer to a question about the ledger. Throws an ApiError with its sentence where there is none. */
export async function get<T>(path: string, params: Params = {}): Promise<T> {
  const given = Object.entries(params).filter((entry): entry is [string, string] => Boolean(entry[1]));
  const query = new URLSearchParams(given).toString();
  return answer<T>(await ask(`${ROOT}${path}${query ? `?${query}` : ""}`));
}

/**
 * Keep a judgement; `expected` is the id of the last one on the matter that the person has seen.
 *
 * Throws a Conflict where there is a later one.
 */
export async function judge(draft: Draft & { readonly expected: number | null }): Promise<Judgement> {
  const headers = { "Content-Type": "application/json" };
  const response = await ask(`${ROOT}/judgements`, { method: "POST", headers, body: JSON.stringify(draft) });
  if (response.status !== 409) return answer<Judgement>(response);
  const { judgement } = (await response.json()) as { judgement: Judgement };
  throw new Conflict(judgement);
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
  throw new ApiError(typeof problem.detail === "string" ? problem.detail : `The server answers ${response.status}.`);
}
