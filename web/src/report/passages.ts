import { groupBy } from "../group";
import type { Loaded } from "../shapes";
import type { CodePoints } from "../text/codepoints";
import { cut, type Mark, type Segment } from "../text/segments";
import type { Marked } from "./marks";

/** Words of a report of which all the same is to be said, ready to be drawn. */
export interface Passage {
  readonly start: number;
  readonly words: string;
  /** Claims of which these words are a part, those that they make first. */
  readonly claims: readonly string[];
  /** Whether these words make a claim: its trigger. */
  readonly trigger: boolean;
  /** What the words do in claims and statements, as names of classes. */
  readonly roles: readonly string[];
  /** How many reported statements the words stand in. */
  readonly depth: number;
  /** Depths of the statements that begin here, and of those that end here. */
  readonly opens: readonly number[];
  readonly closes: readonly number[];
  readonly loaded: Loaded | null;
  /** The families of reports that print these words, too, and whether the words that they have in common begin here. */
  readonly families: readonly string[];
  readonly copyBegins: boolean;
}

/** The passages of a report, by paragraph. */
export function passages(text: CodePoints, marks: readonly Mark<Marked>[]): Passage[][] {
  const segments = cut(text.length, marks);
  return [...groupBy(segments, paragraph).values()].map((of) => of.map((segment) => passage(text, segment)));
}

function paragraph({ marks }: Segment<Marked>): number {
  const found = marks.find(({ value }) => value.is === "paragraph")?.value;
  return found?.is === "paragraph" ? found.number : -1;
}

function passage(text: CodePoints, segment: Segment<Marked>): Passage {
  const values = segment.marks.map(({ value }) => value);
  const copies = segment.marks.filter(({ value }) => value.is === "copied");
  const statements = segment.marks.filter(({ value }) => value.is === "content");
  return {
    start: segment.start,
    words: text.slice(segment.start, segment.end).replace(/\n$/u, ""),
    ...claimsOf(values),
    roles: rolesOf(values),
    depth: Math.max(0, ...statements.map(depthOf)),
    opens: statements.filter((mark) => mark.start === segment.start).map(depthOf),
    closes: statements.filter((mark) => mark.end === segment.end).map(depthOf),
    loaded: values.find((value) => value.is === "loaded")?.word ?? null,
    families: copies.flatMap(({ value }) => (value.is === "copied" ? [value.family] : [])),
    copyBegins: copies.some(({ start }) => start === segment.start),
  };
}

function claimsOf(values: readonly Marked[]): Pick<Passage, "claims" | "trigger"> {
  const parts = values.filter((value) => value.is === "claim");
  const made = parts.filter(({ role }) => role === "trigger");
  return { claims: [...new Set([...made, ...parts].map(({ claim }) => claim))], trigger: made.length > 0 };
}

function rolesOf(values: readonly Marked[]): string[] {
  const roles = values.map((value) => (value.is === "claim" ? value.role : value.is));
  return [...new Set(roles)].filter((role) => !["paragraph", "content", "copied"].includes(role));
}

function depthOf({ value }: Mark<Marked>): number {
  return value.is === "content" ? value.depth : 0;
}
