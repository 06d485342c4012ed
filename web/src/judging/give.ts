import type { Context } from "../context";
import { ask } from "./ask";
import { conflictPanel, type Settled } from "./conflict";
import { Conflict, latest, type Draft, type Judgement } from "./judgement";

/** What became of a decision: it was given, another's stands, or it is to be thought over. */
export type Outcome = { readonly is: "given" } | { readonly is: "theirs" | "again"; readonly theirs: Judgement };

/**
 * Give a decision, knowing what had been judged when it was made.
 *
 * Where somebody else has judged the same since, both decisions are shown, and the person says which is to hold.
 */
export async function give(context: Context, draft: Draft, known: readonly Judgement[]): Promise<Outcome> {
  try {
    await context.judge({ ...draft, expected: latest(known, draft) });
    return { is: "given" };
  } catch (problem) {
    if (!(problem instanceof Conflict)) throw problem;
    return settle(context, draft, problem.theirs);
  }
}

async function settle(context: Context, draft: Draft, theirs: Judgement): Promise<Outcome> {
  const title = `${theirs.by} judged this since you looked`;
  const settled = await ask<Settled>(title, (done) => conflictPanel(draft, theirs, done));
  if (settled === "mine") return give(context, draft, [theirs]);
  return { is: settled === "theirs" ? "theirs" : "again", theirs };
}
