import { CodePoints } from "../text/codepoints";
import { cut, type Mark, type Segment } from "../text/segments";

/** What words of a quotation do in a claim. */
export type Role = "trigger" | "voice" | "actor" | "target" | "place" | "time" | "figure";

type Offsets = readonly [number, number];

interface Spanned {
  readonly span: Offsets;
}

/** What of a claim says where its words stand. */
export interface Quoted {
  readonly trigger: Offsets;
  readonly evidence: Offsets;
  readonly quote: string;
  readonly voices: readonly Spanned[];
  readonly actor: readonly Spanned[];
  readonly target: readonly Spanned[];
  readonly place: Spanned | null;
  readonly figures: readonly Spanned[];
}

/** Words of a quotation, and what they do in the claim. */
export interface QuotePart {
  readonly words: string;
  readonly roles: readonly Role[];
}

/** The words of a claim, whole, cut where its parts begin and end. */
export function quoteParts(claim: Quoted): QuotePart[] {
  const text = new CodePoints(claim.quote);
  return cut(text.length, roleMarks(claim, -claim.evidence[0])).map((segment) => ({
    words: text.slice(segment.start, segment.end),
    roles: roles(segment),
  }));
}

/** What the words of a claim do in it, at their offsets in the report moved by `by`. */
export function roleMarks(claim: Omit<Quoted, "quote" | "evidence">, by = 0): Mark<Role>[] {
  const mark = (role: Role, [start, end]: Offsets) => ({ start: start + by, end: end + by, value: role });
  const all = (role: Role, of: readonly Spanned[]) => of.map((each) => mark(role, each.span));
  return [
    mark("trigger", claim.trigger),
    ...all("voice", claim.voices),
    ...all("actor", claim.actor),
    ...all("target", claim.target),
    ...all("place", claim.place ? [claim.place] : []),
    ...all("figure", claim.figures),
  ];
}

function roles(segment: Segment<Role>): Role[] {
  return [...new Set(segment.marks.map((mark) => mark.value))];
}
