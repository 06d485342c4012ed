/** Who stands how to whom, and by whose word. */
export interface Tie {
  readonly from: string;
  readonly to: string;
  readonly tie: string;
  readonly by: "registry" | "claims";
  readonly since?: number | null;
  readonly until?: number | null;
  readonly basis?: string;
  readonly stance?: string;
  readonly voices?: readonly string[];
  readonly quote?: string;
  readonly report?: { readonly digest: string; readonly publisher: string | null; readonly published: string | null };
  readonly claims: readonly string[];
}

export interface Node {
  readonly id: string;
  readonly name: string;
  readonly sort: string | null;
  readonly claims: number;
}

/** All that is said of how one party stands to another. */
export interface Bond {
  readonly from: string;
  readonly to: string;
  readonly tie: string;
  readonly registered: readonly Tie[];
  readonly said: readonly Tie[];
}

/** The ties of the same two parties and sort together, the most said first. */
export function bonds(ties: readonly Tie[]): readonly Bond[] {
  const found = new Map<string, Bond>();
  for (const each of ties) {
    const key = JSON.stringify([each.from, each.to, each.tie]);
    const { registered, said } = found.get(key) ?? { registered: [], said: [] };
    const isRegistered = each.by === "registry";
    found.set(key, {
      ...{ from: each.from, to: each.to, tie: each.tie },
      registered: isRegistered ? [...registered, each] : registered,
      said: isRegistered ? said : [...said, each],
    });
  }
  return [...found.values()].sort((one, other) => other.said.length - one.said.length || one.from.localeCompare(other.from));
}

export interface Placed extends Node {
  readonly x: number;
  readonly y: number;
}

/** The parties on a circle of radius 1, those that are tied beside each other; the same for the same ties. */
export function circle(nodes: readonly Node[], ties: readonly Tie[]): readonly Placed[] {
  const order = chained(nodes.filter(({ id }) => ties.some(({ from, to }) => from === id || to === id)), ties);
  return order.map((node, nth) => {
    const angle = (2 * Math.PI * nth) / order.length - Math.PI / 2;
    return { ...node, x: Math.cos(angle), y: Math.sin(angle) };
  });
}

/** Each next to the one not yet placed that it has most ties with. */
function chained(nodes: readonly Node[], ties: readonly Tie[]): readonly Node[] {
  const left = [...nodes].sort((one, other) => other.claims - one.claims || one.id.localeCompare(other.id));
  const placed: Node[] = left.splice(0, 1);
  while (left.length) {
    const last = placed.at(-1)?.id;
    const tied = ({ id }: Node): number => ties.filter(({ from, to }) => (from === id && to === last) || (to === id && from === last)).length;
    const next = left.reduce((best, node) => (tied(node) > tied(best) ? node : best));
    placed.push(next);
    left.splice(left.indexOf(next), 1);
  }
  return placed;
}
