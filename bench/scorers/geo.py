"""Score places: recognition of their spans, and how far off their points are.

- strict: a hit is an equal span.
- overlap: a hit is a shared character; each place is used once, the largest overlap first.
- within 161 km, median km, auc: on overlap hits whose gold has a point. The auc is the area under
  the sorted ln(1 + km), over ln(20039): 0 is perfect, 1 the antipodes (Gritta et al. 2018).
- end to end: a hit overlaps and is at most 161 km off. Gold without a point is not asked for, and
  a prediction on it, or without a point, is left out.

Two places with one GeoNames id are 0 km apart, since gazetteers disagree by hundreds of km on the
point that stands for a country.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from statistics import median

from bench.scorers.measures import Counts, Row, Scores, share
from bench.scorers.overlap import equal_spans, pair

FAR_KM = 20038.0
NEAR_KM = 161.0
EARTH_KM = 6371.0


@dataclass(frozen=True, slots=True)
class Article:
    """Gold and predicted places of one article, how they pair, and which gold is asked for."""

    gold: Sequence[Row]
    predicted: Sequence[Row]
    pairs: Sequence[tuple[int, int]]
    asked: Sequence[bool]

    @classmethod
    def of(cls, gold: Sequence[Row], predicted: Sequence[Row], kind: str | None) -> Article:
        """Pair the places; only gold of `kind` is asked for, all of it when that is None."""
        asked = [kind is None or place.get("kind") == kind for place in gold]
        return cls(gold, predicted, pair(gold, predicted), asked)

    @property
    def counted(self) -> list[Row]:
        """Predictions that count: those on gold which is not asked for do not."""
        skipped = {j for i, j in self.pairs if not self.asked[i]}
        return [place for j, place in enumerate(self.predicted) if j not in skipped]

    @property
    def wanted(self) -> list[Row]:
        """Gold that is asked for."""
        return [place for place, asked in zip(self.gold, self.asked, strict=True) if asked]

    @property
    def located(self) -> list[Row]:
        """Counted predictions with a point, without those on gold that has none."""
        out = {j for i, j in self.pairs if not (self.asked[i] and has_point(self.gold[i]))}
        return [place for j, place in enumerate(self.predicted) if j not in out and has_point(place)]

    @property
    def hits(self) -> list[tuple[Row, Row]]:
        """Paired gold and predicted places, of the gold that is asked for."""
        return [(self.gold[i], self.predicted[j]) for i, j in self.pairs if self.asked[i]]

    def distances_km(self) -> list[float]:
        """How far off each hit is whose gold has a point."""
        return [distance_km(g, p) for g, p in self.hits if has_point(g)]


def score(gold: Sequence[Row], predicted: Mapping[str, Row], kind: str | None = None) -> Scores:
    """All measures over `gold` rows `{"id", "places": [{"span", "lat", "lon", "geonames_id", "kind"}]}`.

    With `kind`, gold of another kind is not asked for, and predictions that fall on it are left out.
    """
    articles = [
        Article.of(row["places"], predicted.get(row["id"], {}).get("places", []), kind) for row in gold
    ]
    distances = [km for article in articles for km in article.distances_km()]
    near = sum(km <= NEAR_KM for km in distances)
    return Scores(
        {**_recognition(articles), "end to end": _end_to_end(articles, near)},
        {"within 161 km": share(near, len(distances))},
        {"median km": median(distances), "auc": log_auc(distances)} if distances else {},
    )


def _recognition(articles: Sequence[Article]) -> dict[str, Counts]:
    n_gold = sum(len(article.wanted) for article in articles)
    n_predicted = sum(len(article.counted) for article in articles)
    strict = sum(equal_spans(article.wanted, article.predicted) for article in articles)
    loose = sum(len(article.hits) for article in articles)
    return {"strict": Counts(strict, n_predicted, n_gold), "overlap": Counts(loose, n_predicted, n_gold)}


def _end_to_end(articles: Sequence[Article], near: int) -> Counts:
    n_gold = sum(has_point(place) for article in articles for place in article.wanted)
    return Counts(near, sum(len(article.located) for article in articles), n_gold)


def has_point(place: Row) -> bool:
    """Whether the place has coordinates."""
    return place.get("lat") is not None and place.get("lon") is not None


def distance_km(a: Row, b: Row) -> float:
    """Great-circle distance; 0 where the GeoNames ids agree, FAR_KM where either has no point."""
    if a.get("geonames_id") and a["geonames_id"] == b.get("geonames_id"):
        return 0.0
    if not (has_point(a) and has_point(b)):
        return FAR_KM
    lat1, lon1, lat2, lon2 = (math.radians(float(v)) for v in (a["lat"], a["lon"], b["lat"], b["lon"]))
    haversine = (
        math.sin((lat2 - lat1) / 2) ** 2 + math.cos(lat1) * math.cos(lat2) * math.sin((lon2 - lon1) / 2) ** 2
    )
    return 2 * EARTH_KM * math.asin(math.sqrt(min(1.0, haversine)))


def log_auc(distances: Sequence[float]) -> float:
    """Area under the sorted log distances (km), by trapezoids, scaled to 0..1; 0 when there are none."""
    logs = sorted(math.log1p(km) / math.log1p(FAR_KM) for km in distances)
    if len(logs) < 2:
        return sum(logs)
    return (sum(logs) - (logs[0] + logs[-1]) / 2) / (len(logs) - 1)
