import { length, onScreen, project, type Frame, type Point } from "./mercator";
import { nameOf, type Spot } from "./shapes";

/** A place as it is drawn: a point, or the circle within which it lies. */
export interface Mark {
  readonly spot: Spot;
  readonly at: Point;
  readonly radius: number;
  readonly isVague: boolean;
}

/** Kilometres around the point within which a claim that names such a place may be. */
const WITHIN: Readonly<Record<Spot["precision"], number>> = {
  exact: 0,
  town: 0,
  district: 15,
  province: 50,
  region: 80,
  country: 0,
};
const SMALLEST = 4;
const LARGEST = 26;
const CLICK = 6;

/** Marks on the screen, the largest first, so that small ones lie on top and can be hit. */
export function marks(points: readonly Spot[], vague: readonly Spot[], frame: Frame): readonly Mark[] {
  const most = Math.max(1, ...points.map(({ claims }) => claims));
  const areas = vague.filter(({ precision }) => precision !== "country").map((spot) => area(spot, frame));
  const dots = points.map((spot) => ({ spot, at: placed(spot, frame), radius: size(spot.claims, most), isVague: false }));
  return [...areas, ...dots].sort((one, other) => Number(other.isVague) - Number(one.isVague) || other.radius - one.radius);
}

/** Radius in pixels: an area in proportion to the claims, so that twice as many look like twice as many. */
export function size(claims: number, most: number): number {
  return SMALLEST + (LARGEST - SMALLEST) * Math.sqrt(claims / most);
}

/** The mark under the pointer, the smallest first. */
export function hit(drawn: readonly Mark[], { x, y }: Point): Mark | null {
  const near = drawn.filter(({ at, radius }) => Math.hypot(at.x - x, at.y - y) <= Math.max(radius, CLICK));
  return near.length ? near.reduce((one, other) => (other.radius <= one.radius ? other : one)) : null;
}

/** The marks whose names fit beside them without touching another name, the most claimed first. */
export function labelled(drawn: readonly Mark[], width: (name: string) => number): readonly Mark[] {
  const taken: { left: number; right: number; y: number }[] = [];
  const dots = drawn.filter(({ isVague }) => !isVague);
  return dots.filter(({ spot, at, radius }) => {
    const box = { left: at.x + radius, right: at.x + radius + width(nameOf(spot)) + 8, y: at.y };
    const isFree = taken.every(({ left, right, y }) => box.right < left || box.left > right || Math.abs(box.y - y) > 16);
    if (isFree) taken.push(box);
    return isFree;
  });
}

/** The places that hold such a share of the claims, those nearest to the middle of all. */
export function core(spots: readonly Spot[], share: number): readonly Point[] {
  const placed = spots.map(({ lon, lat, claims }) => ({ at: project(lon, lat), claims }));
  const middle = { x: median(placed.map(({ at, claims }) => [at.x, claims])), y: median(placed.map(({ at, claims }) => [at.y, claims])) };
  const far = ({ x, y }: Point): number => Math.hypot(x - middle.x, y - middle.y);
  const wanted = share * placed.reduce((sum, { claims }) => sum + claims, 0);
  let counted = 0;
  return placed
    .sort((one, other) => far(one.at) - far(other.at))
    .filter(({ claims }) => (counted += claims) - claims < wanted)
    .map(({ at }) => at);
}

/** The value in the middle, each as often as it is weighed. */
function median(values: readonly (readonly [value: number, weight: number])[]): number {
  const half = values.reduce((sum, [, weight]) => sum + weight, 0) / 2;
  let passed = 0;
  return [...values].sort(([one], [other]) => one - other).find(([, weight]) => (passed += weight) >= half)?.[0] ?? 0;
}

function area(spot: Spot, frame: Frame): Mark {
  const radius = length(WITHIN[spot.precision], spot.lat) * frame.k;
  return { spot, at: placed(spot, frame), radius, isVague: true };
}

function placed({ lon, lat }: Spot, frame: Frame): Point {
  return onScreen(project(lon, lat), frame);
}
