import fc from "fast-check";
import { expect, it } from "vitest";
import { core as coreOf, hit, labelled, marks, size } from "./marks";
import { fit, length, onScreen, project, scale } from "./mercator";
import { nameOf, type Spot } from "./shapes";
import { bars, core, swept } from "./timeline";

const ARIHA: Spot = { id: 1, name: "Ariha", kind: "city", country: "SY", admin1: "Idlib", lat: 35.81, lon: 36.61, precision: "town", written: "Ariha", claims: 8, disputed: 3 };
const HASS: Spot = { ...ARIHA, id: 2, name: "Ḩāss", written: "Hass", lat: 35.65, lon: 36.55, claims: 2 };
const IDLIB: Spot = { ...ARIHA, id: 3, name: "Idlib Governorate", kind: "province", precision: "province", claims: 5 };
const ASTANA: Spot = { ...ARIHA, id: 4, name: "Astana", lat: 51.2, lon: 71.4, claims: 1 };
const FRAME = fit([ARIHA, HASS].map(({ lon, lat }) => project(lon, lat)), 800, 500);

it("lays the world on a square, the middle in its middle and the north on top", () => {
  expect(project(0, 0)).toEqual({ x: 0.5, y: 0.5 });
  expect(project(-180, 85.05).x).toBe(0);
  expect(project(-180, 85.05).y).toBeCloseTo(0, 3);
  expect(project(36, 36).y).toBeLessThan(project(36, 35).y);
});

it("frames all points within the screen", () => {
  const place = fc.record({ lon: fc.double({ min: -179, max: 179, noNaN: true }), lat: fc.double({ min: -80, max: 80, noNaN: true }) });
  fc.assert(
    fc.property(fc.array(place, { minLength: 1, maxLength: 9 }), (places) => {
      const points = places.map(({ lon, lat }) => project(lon, lat));
      const frame = fit(points, 800, 500);
      for (const { x, y } of points.map((point) => onScreen(point, frame))) {
        expect(x).toBeGreaterThanOrEqual(-0.001);
        expect(x).toBeLessThanOrEqual(800.001);
        expect(y).toBeGreaterThanOrEqual(-0.001);
        expect(y).toBeLessThanOrEqual(500.001);
      }
    }),
  );
});

it("gives a round number of kilometres that fits", () => {
  const { km, pixels } = scale(FRAME, 36, 110);
  expect([1, 2, 5]).toContain(km / 10 ** Math.floor(Math.log10(km)));
  expect(pixels).toBeLessThanOrEqual(110);
  expect(pixels).toBeCloseTo(length(km, 36) * FRAME.k);
});

it("draws a vague place as a circle as wide as it is vague, below the points, and never a country as a point", () => {
  const drawn = marks([HASS, ARIHA], [IDLIB, { ...IDLIB, precision: "country" }], FRAME);
  expect(drawn.map(({ spot }) => spot.name)).toEqual(["Idlib Governorate", "Ariha", "Ḩāss"]);
  expect(drawn[0]?.radius).toBeCloseTo(length(50, ARIHA.lat) * FRAME.k);
});

it("calls towns as reports do, and wide areas by what tells them from their capitals", () => {
  expect([nameOf(HASS), nameOf({ ...IDLIB, written: "Idlib" })]).toEqual(["Hass", "Idlib Governorate"]);
});

it("makes twice the claims twice the area", () => {
  const grown = (claims: number): number => size(claims, 100) - size(0, 100);
  expect(grown(80) / grown(20)).toBeCloseTo(2);
});

it("hits the smaller of two marks that lie on each other, and nothing beside them", () => {
  const drawn = marks([HASS, ARIHA], [IDLIB], FRAME);
  const at = onScreen(project(HASS.lon, HASS.lat), FRAME);
  expect(hit(drawn, at)?.spot.name).toBe("Ḩāss");
  expect(hit(drawn, { x: -9999, y: 0 })).toBeNull();
});

it("writes a name only where no other stands", () => {
  const same = [ARIHA, { ...ARIHA, id: 9, name: "Beside", claims: 1 }];
  expect(labelled(marks(same, [], FRAME), () => 50).map(({ spot }) => spot.name)).toEqual(["Ariha"]);
});

it("turns to where most claims are, whatever one talk elsewhere", () => {
  expect(coreOf([ASTANA, ARIHA, HASS], 0.9)).toEqual([ARIHA, HASS].map(({ lon, lat }) => project(lon, lat)));
});

it("puts days into even bars, empty ones among them, and loses no claim", () => {
  const days = [
    { day: "2008-03-09", claims: 1 },
    { day: "2008-03-14", claims: 5 },
    { day: "2008-03-15", claims: 7 },
  ];
  expect(bars(days).map(({ claims }) => claims)).toEqual([1, 0, 0, 0, 0, 5, 7]);
  expect(bars(days, 3)).toEqual([
    { first: "2008-03-09", last: "2008-03-11", claims: 1 },
    { first: "2008-03-12", last: "2008-03-14", claims: 5 },
    { first: "2008-03-15", last: "2008-03-17", claims: 7 },
  ]);
  expect(bars([])).toEqual([]);
  expect(swept(bars(days, 3), 2, 1)).toEqual({ since: "2008-03-12", until: "2008-03-17" });
});

it("leaves out the few days far off, and says how many claims they have", () => {
  const days = [
    { day: "1982-02-02", claims: 1 },
    { day: "2008-03-14", claims: 500 },
    { day: "2008-03-15", claims: 500 },
    { day: "2020-01-01", claims: 9 },
  ];
  expect(core(days)).toEqual({ days: days.slice(1, 3), before: 1, after: 9 });
  expect(core([])).toEqual({ days: [], before: 0, after: 0 });
});
