import { roleMarks, type Role } from "../claims/quote";
import type { Attribution, Claim, Loaded, Offsets } from "../shapes";
import type { Mark } from "../text/segments";
import type { Family, ReportRecord } from "./record";

/** What a stretch of a report is: a part of a claim, of a reported statement, or a loaded word. */
export type Marked =
  | { readonly is: "claim"; readonly claim: string; readonly role: Role }
  | { readonly is: "source" | "cue" | "content"; readonly depth: number; readonly attribution: number }
  | { readonly is: "loaded"; readonly word: Loaded }
  | { readonly is: "copied"; readonly family: string }
  | { readonly is: "paragraph"; readonly number: number };

/** All marks of a report's text: its paragraphs, claims, statements, loaded words, and what others print, too. */
export function reportMarks({ report, text, claims, attributions, loaded, copies }: ReportRecord): Mark<Marked>[] {
  return [
    ...paragraphMarks(text.text),
    ...claims.flatMap(claimMarks),
    ...attributions.flatMap((each, index) => statementMarks(each, index, depth(attributions, index))),
    ...loaded.map((word) => mark(word.span, { is: "loaded", word })),
    ...copies.flatMap((family) => copyMarks(family, report.digest)),
  ];
}

/** How many statements a statement stands in, itself counted: 1 for what the report itself quotes. */
export function depth(attributions: readonly Attribution[], index: number): number {
  const seen = new Set<number>();
  let at: number | null | undefined = index;
  while (typeof at === "number" && attributions[at] && !seen.has(at)) {
    seen.add(at);
    at = attributions[at]?.parent;
  }
  return seen.size;
}

function paragraphMarks(text: string): Mark<Marked>[] {
  let start = 0;
  return text.split("\n").map((line, number) => {
    const end = start + [...line].length + 1;
    const made = mark([start, end], { is: "paragraph", number });
    start = end;
    return made;
  });
}

function claimMarks(claim: Claim): Mark<Marked>[] {
  return roleMarks(claim).map(({ start, end, value: role }) =>
    mark([start, end], { is: "claim", claim: claim.id, role }),
  );
}

function statementMarks(from: Attribution, attribution: number, depth: number): Mark<Marked>[] {
  const parts = ["source", "cue", "content"] as const;
  return parts.flatMap((is) => from[is].map((span) => mark(span, { is, depth, attribution })));
}

function copyMarks({ id: family, members }: Family, digest: string): Mark<Marked>[] {
  const here = members.filter(({ report }) => report.digest === digest);
  return here.flatMap(({ passages }) => passages.map(({ span }) => mark(span, { is: "copied", family })));
}

function mark([start, end]: Offsets, value: Marked): Mark<Marked> {
  return { start, end, value };
}
