import type { Params } from "./api";
import type { Draft, Judgement } from "./judging/judgement";

/** What a view has of the world around it. */
export interface Context {
  get<T>(path: string, params?: Params): Promise<T>;
  judge(draft: Draft & { readonly expected: number | null }): Promise<Judgement>;
  /** Turn to another address of the page, as "#/incidents/…". */
  go(hash: string): void;
  /** Tell a person what went wrong, in a sentence. */
  fail(problem: unknown): void;
  /** Whether this person may judge. */
  readonly writable: boolean;
}

/** A view of the page: it is loaded once, and left when another comes in its place. */
export interface View {
  load(): Promise<void>;
  leave?(): void;
}
