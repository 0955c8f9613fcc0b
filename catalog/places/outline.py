"""The outline of Viet Nam as SVG paths: 34 provinces, Hoàng Sa and Trường Sa at their place.

From `provinces.geojson`, drawn once a process (30 ms), 50 units a degree. East-west degrees are narrower by the cosine
of 16° north.
"""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from math import cos, hypot, radians
from pathlib import Path

from catalog.tables import read_rows

DATA = Path(__file__).parent / "data"
UNITS = 50
WEST, NORTH = 102.1, 23.45
WIDTH, HEIGHT = 758, 820
TOLERANCE = 0.7  # units; a border loses no more than 1.5 km
EAST_OF_COAST = 110.5  # Hoàng Sa and Trường Sa lie beyond, no other land of Viet Nam does

Point = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Outline:
    """`provinces`: path by slug. The archipelagos are rows of dots: their islands are smaller than a unit."""

    provinces: dict[str, str]
    hoang_sa: str
    truong_sa: str


@cache
def outline() -> Outline:
    slugs = {row["code"]: row["slug"] for row in read_rows(DATA / "provinces.csv")}
    features = json.loads((DATA / "provinces.geojson").read_text(encoding="utf-8"))["features"]
    paths, dots = {}, {}
    for feature in features:
        slug = slugs[feature["properties"]["code"]]
        rings = [[_project(point) for point in polygon[0]] for polygon in feature["geometry"]["coordinates"]]
        east = (EAST_OF_COAST - WEST) * UNITS * cos(radians(16))
        paths[slug] = "".join(_path(ring) for ring in rings if ring[0][0] < east)
        dots[slug] = "".join(_dots(rings, east))
    return Outline(provinces=paths, hoang_sa=dots["da-nang"], truong_sa=dots["khanh-hoa"])


def _project(point: list[float]) -> Point:
    return (point[0] - WEST) * UNITS * cos(radians(16)), (NORTH - point[1]) * UNITS


def _dots(rings: list[list[Point]], east: float) -> Iterator[str]:
    centers = ((sum(x for x, _ in ring) / len(ring), sum(y for _, y in ring) / len(ring)) for ring in rings)
    placed = dict.fromkeys((round(x), round(y)) for x, y in centers if x >= east)
    return (f"M{x} {y}h0" for x, y in placed)


def _path(ring: list[Point]) -> str:
    """One closed ring in whole units, relative; islets under a unit are left out."""
    corners = [(round(x), round(y)) for x, y in _simplified(ring)]
    corners = [corner for index, corner in enumerate(corners) if corner != corners[index - 1]]
    if len(corners) < 3:
        return ""
    (x, y), steps = corners[0], ""
    for to_x, to_y in corners[1:]:
        dx, dy = to_x - x, to_y - y
        steps += f"{'' if dx < 0 or not steps else ' '}{dx}{'' if dy < 0 else ' '}{dy}"
        x, y = to_x, to_y
    return f"M{corners[0][0]} {corners[0][1]}l{steps}z"


def _simplified(points: list[Point]) -> list[Point]:
    """Douglas and Peucker, with a stack instead of recursion."""
    keep, stack = {0, len(points) - 1}, [(0, len(points) - 1)]
    while stack:
        first, last = stack.pop()
        between = range(first + 1, last)
        if not between:
            continue
        distances = [_distance(points[index], points[first], points[last]) for index in between]
        farthest = max(distances)
        if farthest > TOLERANCE:
            index = between[distances.index(farthest)]
            keep.add(index)
            stack += [(first, index), (index, last)]
    return [points[index] for index in sorted(keep)]


def _distance(point: Point, start: Point, end: Point) -> float:
    length = hypot(end[0] - start[0], end[1] - start[1])
    if length == 0:  # a closed ring begins and ends at one point
        return hypot(point[0] - start[0], point[1] - start[1])
    cross = (end[0] - start[0]) * (start[1] - point[1]) - (start[0] - point[0]) * (end[1] - start[1])
    return abs(cross) / length
