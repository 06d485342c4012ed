import { ApiError } from "../api";
import type { ReportMeta } from "../shapes";

/** What was handed in together, and how far it is read. */
export interface Reading {
  readonly id: string;
  readonly state: "waiting" | "reading" | "reconciling" | "done" | "failed";
  readonly done: number;
  readonly of: number;
  readonly reports: readonly ReportMeta[];
  readonly failures: readonly string[];
}

/** A report as text, with what its words do not say of it. */
export interface Pasted {
  readonly text: string;
  readonly title?: string;
  readonly publisher?: string;
  readonly published?: string;
  readonly url?: string;
}

/** What a person hands in. */
export type HandedIn = readonly File[] | Pasted;

export function isOver({ state }: Pick<Reading, "state">): boolean {
  return state === "done" || state === "failed";
}

/** Call `told` whenever a reading has come farther, until it is over. Throws an ApiError if no more is to be heard. */
export function follow(address: string, told: (reading: Reading) => void): Promise<void> {
  const events = new EventSource(address);
  return new Promise((resolve, reject) => {
    events.addEventListener("progress", ({ data }: MessageEvent<string>) => {
      const reading = JSON.parse(data) as Reading;
      told(reading);
      if (!isOver(reading)) return;
      events.close();
      resolve();
    });
    events.addEventListener("error", () => {
      if (events.readyState !== EventSource.CLOSED) return; // the browser asks again by itself
      reject(new ApiError("The server tells no more of this reading; “Changes” has what it has added."));
    });
  });
}

/** How far a reading is, in words. */
export function progressWords({ state, done, of, reports, failures }: Reading): string {
  if (state === "waiting") return "Waiting for its turn";
  if (state === "reading") return of ? `Read ${done} of ${of}` : "Looking what it is";
  if (state === "reconciling") return "Comparing with the other reports";
  if (!reports.length) return "Nothing could be read";
  return failures.length ? "Read, but not all of it" : "Read";
}

const MARKED_UP = /^\s*<(?:\?xml|!doctype|!--|html|head|body|article|rss|feed|rdf:)/iu;

/** Whether text is the source of a feed or of a page, which says itself what it is. */
export function isSource(text: string): boolean {
  return MARKED_UP.test(text);
}

/** What to hand in for a form's fields: the source of a feed or page is a file, all else a text with what is said of it. */
export function handedIn(fields: FormData): HandedIn {
  const value = (name: string): string => String(fields.get(name) ?? "").trim();
  const text = value("text");
  if (isSource(text)) return [new File([text], "pasted", { type: "text/xml" })];
  const about = ["title", "publisher", "published", "url"].map((name) => [name, value(name)] as const);
  return { text, ...Object.fromEntries(about.filter(([, said]) => said)) };
}
