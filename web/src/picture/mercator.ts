/** Web Mercator: the world as a square of side 1, north at the top. */
export interface Point {
  readonly x: number;
  readonly y: number;
}

/** How the square is laid on a screen: a unit is `k` pixels, its corner at `x`, `y`. */
export interface Frame {
  readonly k: number;
  readonly x: number;
  readonly y: number;
}

const FARTHEST = 85.05;
const EQUATOR_KM = 40_075;
const MARGIN = 60;
/** Pixels of the whole world beyond which a map of towns has no more to show. */
export const CLOSEST = 2 ** 19;

/** Where a place lies in the square. */
export function project(lon: number, lat: number): Point {
  const phi = (Math.max(-FARTHEST, Math.min(FARTHEST, lat)) * Math.PI) / 180;
  return { x: (lon + 180) / 360, y: 0.5 - Math.log(Math.tan(Math.PI / 4 + phi / 2)) / (2 * Math.PI) };
}

/** How long so many kilometres are in the square, at a latitude. */
export function length(km: number, lat: number): number {
  return km / (EQUATOR_KM * Math.cos((Math.min(80, Math.abs(lat)) * Math.PI) / 180));
}

/** The frame that shows all the points on a screen; the whole world where there are none. */
export function fit(points: readonly Point[], width: number, height: number): Frame {
  const [xs, ys] = [points.map(({ x }) => x), points.map(({ y }) => y)];
  const [left, right] = points.length ? [Math.min(...xs), Math.max(...xs)] : [0, 1];
  const [top, bottom] = points.length ? [Math.min(...ys), Math.max(...ys)] : [0.2, 0.7];
  const wide = Math.max(width - 2 * MARGIN, 1) / Math.max(right - left, 1e-9);
  const high = Math.max(height - 2 * MARGIN, 1) / Math.max(bottom - top, 1e-9);
  const k = Math.min(wide, high, CLOSEST / 8);
  return { k, x: width / 2 - (k * (left + right)) / 2, y: height / 2 - (k * (top + bottom)) / 2 };
}

/** Where a point of the square is on the screen. */
export function onScreen({ x, y }: Point, frame: Frame): Point {
  return { x: frame.x + frame.k * x, y: frame.y + frame.k * y };
}

/** Kilometres of a round number, and its pixels, for a scale of about so many pixels. */
export function scale(frame: Frame, lat: number, about: number): { km: number; pixels: number } {
  const perKm = length(1, lat) * frame.k;
  const most = about / perKm;
  const power = 10 ** Math.floor(Math.log10(most));
  const km = power * ([5, 2].find((step) => step * power <= most) ?? 1);
  return { km, pixels: km * perKm };
}
