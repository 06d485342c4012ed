/** What a key does in the queue. */
export type Action =
  | "accept"
  | "correct"
  | "reject"
  | "same"
  | "different"
  | "unsure"
  | "next"
  | "previous"
  | "undo";

interface Key {
  readonly key: string;
  readonly action: Action;
  readonly label: string;
}

export const CLAIM_KEYS: readonly Key[] = [
  { key: "a", action: "accept", label: "accept" },
  { key: "e", action: "correct", label: "correct" },
  { key: "r", action: "reject", label: "reject" },
];

export const PAIR_KEYS: readonly Key[] = [
  { key: "m", action: "same", label: "same happening" },
  { key: "d", action: "different", label: "different" },
  { key: "u", action: "unsure", label: "unsure" },
];

export const MOVE_KEYS: readonly Key[] = [
  { key: "k", action: "previous", label: "back" },
  { key: "j", action: "next", label: "skip" },
  { key: "z", action: "undo", label: "undo" },
];

/** The keys for an item: what can be decided on it, then how to move. */
export function keysFor(isPair: boolean): readonly Key[] {
  return [...(isPair ? PAIR_KEYS : CLAIM_KEYS), ...MOVE_KEYS];
}

/** What a key press asks for; null where it is for the browser, or for a field that is being typed in. */
export function actionOf(event: KeyboardEvent, isPair: boolean): Action | null {
  if (event.ctrlKey || event.metaKey || event.altKey || event.repeat || isTyping(event.target)) return null;
  return keysFor(isPair).find(({ key }) => key === event.key.toLowerCase())?.action ?? null;
}

function isTyping(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest("input, select, textarea, dialog, [contenteditable]") !== null;
}
