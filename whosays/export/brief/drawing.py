"""The pictures of a brief as PNG files, drawn by matplotlib; without it a brief has none."""

from __future__ import annotations

import base64
import math
import warnings
from collections.abc import Sequence
from datetime import date
from functools import lru_cache
from importlib.util import find_spec
from io import BytesIO
from typing import TYPE_CHECKING

from whosays.export.brief.document import Map, Point, Timeline
from whosays.export.brief.outlines import outlines
from whosays.export.brief.wording import day, listed, say, table

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure
    from matplotlib.text import Annotation
    from matplotlib.transforms import Bbox

WIDTH, HEIGHT, DPI = 7.0, 3.6, 180
"""Of the map: inches, inches, and dots an inch."""

MARGIN = 1.3
"""How much more the map shows than the stretch from point to point."""

MOST_NAMES = 12
"""Places that the map names, those of most claims; and places or days that its description lists."""

LEAST_SPAN = 0.6
"""Degrees that a map shows at least, so that one town has something around it."""

FEWEST_BARS = 7
"""Days that a timeline has room for at least: two bars are no walls."""

NEAR = 8
"""Dots around a point."""

BLUE, GREY = "#14508c", "#8a8a8a"


@lru_cache(maxsize=16)
def png(block: Map | Timeline) -> bytes | None:
    """The picture, None where matplotlib is missing."""
    if find_spec("matplotlib") is None:
        return None
    with warnings.catch_warnings():
        warnings.filterwarnings("ignore", "Glyph")  # a box stands for letters that the font lacks
        return _drawn_map(block) if isinstance(block, Map) else _drawn_timeline(block)


def data_uri(block: Map | Timeline) -> str | None:
    """The picture as an address that holds it."""
    found = png(block)
    return None if found is None else f"data:image/png;base64,{base64.b64encode(found).decode()}"


def described(block: Map | Timeline) -> str:
    """What the picture shows, in words: places, or days, with their numbers of claims; the first ones."""
    points = [(point.name, point.claims) for point in block.points] if isinstance(block, Map) else []
    days = [(day(on), count) for on, count in block.days if count] if isinstance(block, Timeline) else []
    counted = [say("pictures", "counted", name=name, claims=f"{n:,}") for name, n in (*points, *days)]
    return listed(counted, most=MOST_NAMES)


def _drawn_map(block: Map) -> bytes:
    west, east, south, north = _frame(block.points)
    figure, axes = _canvas(HEIGHT)
    axes.set(xlim=(west, east), ylim=(south, north), aspect="auto")
    axes.set_xticks([])
    axes.set_yticks([])
    _draw_outlines(axes)
    most = block.points[0].claims
    for point in block.points:
        size = 14 + 260 * point.claims / most
        axes.scatter(point.place.lon, point.place.lat, s=size, color=BLUE, alpha=0.55, linewidths=0)
    _name_all(figure, axes, block.points[:MOST_NAMES])
    return _saved(figure)


def _draw_outlines(axes: Axes) -> None:
    from matplotlib.collections import LineCollection

    axes.add_collection(LineCollection(outlines(), colors=GREY, linewidths=0.6, zorder=0), autolim=False)


def _frame(points: Sequence[Point]) -> tuple[float, float, float, float]:
    """West, east, south and north of the map: all points with a margin, a degree as long either way."""
    lons, lats = [p.place.lon for p in points], [p.place.lat for p in points]
    lon, lat = (max(lons) + min(lons)) / 2, (max(lats) + min(lats)) / 2
    narrow = max(math.cos(math.radians(lat)), 0.05)  # a degree of longitude in degrees of latitude
    wide, high = (max(lons) - min(lons)) * narrow * MARGIN, (max(lats) - min(lats)) * MARGIN
    high = max(high, wide * HEIGHT / WIDTH, LEAST_SPAN)
    wide = high * WIDTH / HEIGHT / narrow
    return lon - wide / 2, lon + wide / 2, lat - high / 2, lat + high / 2


def _name_all(figure: Figure, axes: Axes, points: Sequence[Point]) -> None:
    """Names beside the points, those of most claims first; one that would cover another is left out."""
    taken = [_spot(axes, point) for point in points]
    for own, point in enumerate(points):
        for offset, side in ((7, "left"), (-7, "right")):
            name = _name(axes, point, offset, side)
            box = name.get_window_extent(figure.canvas.get_renderer())  # type: ignore[attr-defined]
            if not any(box.overlaps(other) for n, other in enumerate(taken) if n != own):
                taken.append(box)
                break
            name.remove()


def _spot(axes: Axes, point: Point) -> Bbox:
    """A few dots around the middle of a point, which names keep clear of."""
    from matplotlib.transforms import Bbox

    x, y = axes.transData.transform((point.place.lon, point.place.lat))
    return Bbox.from_extents(x - NEAR, y - NEAR, x + NEAR, y + NEAR)


def _name(axes: Axes, point: Point, offset: int, side: str) -> Annotation:
    return axes.annotate(
        say("pictures", "point", name=point.name, claims=f"{point.claims:,}"),
        (point.place.lon, point.place.lat),
        xytext=(offset, 0),
        textcoords="offset points",
        fontsize=8,
        horizontalalignment=side,
        verticalalignment="center",
        parse_math=False,
    )


def _drawn_timeline(block: Timeline) -> bytes:
    figure, axes = _canvas(1.8)
    days, counts = [on for on, _ in block.days], [count for _, count in block.days]
    axes.bar(range(len(days)), counts, color=BLUE, width=0.8)
    axes.set_xlim(-0.6, max(len(days), FEWEST_BARS) - 0.4)
    ticks = _ticks(len(days))
    axes.set_xticks(ticks, [_short(days[n]) for n in ticks], fontsize=7.5)
    axes.set_ylabel(table("pictures")["axis"], fontsize=7.5)
    axes.tick_params(axis="y", labelsize=7.5)
    axes.locator_params(axis="y", integer=True, nbins=4)
    for side in ("top", "right"):
        axes.spines[side].set_visible(False)
    return _saved(figure)


def _ticks(length: int, most: int = 9) -> list[int]:
    step = math.ceil(length / most)
    return list(range(0, length, step))


def _short(on: date) -> str:
    return say("days", "short", day=str(on.day), month=table("days")["months"][on.month - 1][:3])


def _canvas(height: float) -> tuple[Figure, Axes]:
    """An empty picture, drawn without a screen and without a state that others share."""
    from matplotlib.backends.backend_agg import FigureCanvasAgg  # an extra, and slow to load
    from matplotlib.figure import Figure

    figure = Figure(figsize=(WIDTH, height), dpi=DPI, layout="constrained")
    FigureCanvasAgg(figure)
    axes = figure.add_subplot()
    for spine in axes.spines.values():
        spine.set_color(GREY)
    return figure, axes


def _saved(figure: Figure) -> bytes:
    out = BytesIO()
    figure.savefig(out, format="png", metadata={"Software": None})
    return out.getvalue()
