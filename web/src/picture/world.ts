import { geoContains, geoMercator, geoPath } from "d3-geo";
import type { Feature, FeatureCollection, Geometry } from "geojson";
import { feature, mesh } from "topojson-client";
import type { GeometryCollection, Topology } from "topojson-specification";
import file from "world-atlas/countries-50m.json?url";
import type { Spot } from "./shapes";

/** The outlines of land and of countries in the unit square of Mercator, which the map moves and scales. */
export interface World {
  readonly land: Path2D;
  readonly borders: Path2D;
  /** The outline of the country that a point lies in. */
  country(spot: Spot): Path2D | null;
}

type Atlas = Topology<{ countries: GeometryCollection<{ name: string }>; land: GeometryCollection }>;

/** The base map, which comes with the page: nothing is fetched from anywhere else. */
export async function world(): Promise<World> {
  const atlas = (await (await fetch(file)).json()) as Atlas;
  const path = geoPath(geoMercator().scale(1 / (2 * Math.PI)).translate([0.5, 0.5]).precision(0).clipExtent(null)).digits(8);
  const countries = feature(atlas, atlas.objects.countries) as FeatureCollection;
  const drawn = (shape: Feature | Geometry | FeatureCollection): Path2D => new Path2D(path(shape) ?? "");
  const outlines = new Map<Feature, Path2D>();
  return {
    land: drawn(feature(atlas, atlas.objects.land) as FeatureCollection),
    borders: drawn(mesh(atlas, atlas.objects.countries, (one, other) => one !== other)),
    country({ lon, lat }) {
      const found = countries.features.find((each) => geoContains(each, [lon, lat]));
      if (!found) return null;
      const outline = outlines.get(found) ?? drawn(found);
      outlines.set(found, outline);
      return outline;
    },
  };
}
