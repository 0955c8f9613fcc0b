"""Two static weights of one family become one font with a weight axis: the heavier one costs 6 KB instead of 10.

Both weights of Source Sans were drawn on the same nodes, but turned into quadratic curves one by one, so that some
curves differ in their number of control points. Those are drawn again, together; the rest is taken as it is.
"""

from collections.abc import Sequence
from itertools import pairwise

from fontTools.cu2qu.cu2qu import curves_to_quadratic
from fontTools.pens.basePen import decomposeQuadraticSegment
from fontTools.ttLib import TTFont, newTable
from fontTools.ttLib.tables._f_v_a_r import Axis
from fontTools.ttLib.tables._g_l_y_f import Glyph, GlyphCoordinates
from fontTools.ttLib.tables.TupleVariation import TupleVariation
from fontTools.varLib.iup import iup_delta_optimize

Point = tuple[float, float]
Run = list[Point]  # one on-curve node, then the control points up to the next node
MAX_ERROR = 0.8  # font units of 1000


def with_weight_axis(light: TTFont, heavy: TTFont, weights: tuple[int, int]) -> TTFont:
    """`light` with an axis up to `heavy`; both must hold the same glyphs. `light` is changed in place and returned."""
    _match_outlines(light, heavy)
    axis = Axis()
    axis.axisTag, axis.axisNameID = "wght", 2
    axis.minValue, axis.defaultValue, axis.maxValue = weights[0], weights[0], weights[1]
    light["fvar"] = newTable("fvar")
    light["fvar"].axes = [axis]
    light["gvar"] = newTable("gvar")
    light["gvar"].version, light["gvar"].reserved = 1, 0
    light["gvar"].variations = {
        name: _variation(light, heavy, name) for name in light.getGlyphOrder() if light["glyf"][name].numberOfContours
    }
    return light


def _variation(light: TTFont, heavy: TTFont, name: str) -> list[TupleVariation]:
    coordinates, control = light["glyf"]._getCoordinatesAndControls(name, light["hmtx"].metrics)
    target, _ = heavy["glyf"]._getCoordinatesAndControls(name, heavy["hmtx"].metrics)
    deltas = [(round(b[0] - a[0]), round(b[1] - a[1])) for a, b in zip(coordinates, target, strict=True)]
    optimized = iup_delta_optimize(deltas, coordinates, control.endPts, tolerance=0.5)
    return [TupleVariation({"wght": (0.0, 1.0, 1.0)}, optimized)]


def _match_outlines(light: TTFont, heavy: TTFont) -> None:
    for name in light.getGlyphOrder():
        a, b = light["glyf"][name], heavy["glyf"][name]
        if a.numberOfContours > 0 and list(a.flags) != list(b.flags):
            pairs = [_match_contour(x, y) for x, y in zip(_runs(a), _runs(b), strict=True)]
            _redraw(a, [pair[0] for pair in pairs])
            _redraw(b, [pair[1] for pair in pairs])


def _runs(glyph: Glyph) -> list[list[Run]]:
    contours, start = [], 0
    for end in glyph.endPtsOfContours:
        runs: list[Run] = []
        for index in range(start, end + 1):
            point = glyph.coordinates[index]
            if glyph.flags[index] & 1:
                runs.append([point])
            else:
                runs[-1].append(point)
        contours.append(runs)
        start = end + 1
    return contours


def _match_contour(a: list[Run], b: list[Run]) -> tuple[list[Run], list[Run]]:
    matched_a, matched_b = [], []
    for index, (run_a, run_b) in enumerate(zip(a, b, strict=True)):
        following = (index + 1) % len(a)
        if len(run_a) == len(run_b):
            new_a, new_b = run_a, run_b
        else:
            cubics = [_as_cubic(run_a, a[following][0]), _as_cubic(run_b, b[following][0])]
            splines = curves_to_quadratic(cubics, [MAX_ERROR, MAX_ERROR])
            new_a, new_b = ([*spline[:-1]] for spline in splines)
        matched_a.append(new_a)
        matched_b.append(new_b)
    return matched_a, matched_b


def _redraw(glyph: Glyph, contours: Sequence[list[Run]]) -> None:
    points, flags, ends = [], [], []
    for runs in contours:
        for run in runs:
            points += [(round(x), round(y)) for x, y in run]
            flags += [1] + [0] * (len(run) - 1)
        ends.append(len(points) - 1)
    glyph.coordinates, glyph.flags, glyph.endPtsOfContours = GlyphCoordinates(points), bytearray(flags), ends


def _as_cubic(run: Run, end: Point) -> tuple[Point, Point, Point, Point]:
    """The cubic that a chain of quadratic curves stood for: ends and tangents are known, handle lengths fitted."""
    start = run[0]
    if len(run) == 1:
        return start, _between(start, end, 1 / 3), _between(start, end, 2 / 3), end
    out_direction, in_direction = _direction(start, run[1]), _direction(end, run[-1])
    first, second = _handle_lengths(_samples(run, end), out_direction, in_direction)
    return (
        start,
        (start[0] + out_direction[0] * first, start[1] + out_direction[1] * first),
        (end[0] + in_direction[0] * second, end[1] + in_direction[1] * second),
        end,
    )


def _between(a: Point, b: Point, share: float) -> Point:
    return a[0] + (b[0] - a[0]) * share, a[1] + (b[1] - a[1]) * share


def _direction(a: Point, b: Point) -> Point:
    length = ((b[0] - a[0]) ** 2 + (b[1] - a[1]) ** 2) ** 0.5 or 1.0
    return (b[0] - a[0]) / length, (b[1] - a[1]) / length


def _samples(run: Run, end: Point) -> list[Point]:
    """Eight points on each quadratic curve, ends included."""
    samples, here = [run[0]], run[0]
    for control, node in decomposeQuadraticSegment([*run[1:], end]):
        for step in range(1, 9):
            t = step / 8
            samples.append(_between(_between(here, control, t), _between(control, node, t), t))
        here = node
    return samples


def _handle_lengths(samples: list[Point], out: Point, back: Point) -> tuple[float, float]:
    """Least squares with chord-length parameters (P. J. Schneider, Graphics Gems, 1990)."""
    lengths = [0.0]
    for a, b in pairwise(samples):
        lengths.append(lengths[-1] + ((b[0] - a[0]) ** 2 + (b[1] - a[1]) ** 2) ** 0.5)
    start, end, total = samples[0], samples[-1], lengths[-1] or 1.0
    c00 = c01 = c11 = x0 = x1 = 0.0
    for point, length in zip(samples, lengths, strict=True):
        t = length / total
        b1, b2 = 3 * t * (1 - t) ** 2, 3 * t * t * (1 - t)
        b0, b3 = (1 - t) ** 3 + b1, t**3 + b2
        a0, a1 = (out[0] * b1, out[1] * b1), (back[0] * b2, back[1] * b2)
        rest = (point[0] - start[0] * b0 - end[0] * b3, point[1] - start[1] * b0 - end[1] * b3)
        c00, c11 = c00 + a0[0] ** 2 + a0[1] ** 2, c11 + a1[0] ** 2 + a1[1] ** 2
        c01 += a0[0] * a1[0] + a0[1] * a1[1]
        x0, x1 = x0 + a0[0] * rest[0] + a0[1] * rest[1], x1 + a1[0] * rest[0] + a1[1] * rest[1]
    determinant = c00 * c11 - c01 * c01
    if abs(determinant) < 1e-9:
        return total / 3, total / 3
    return (x0 * c11 - x1 * c01) / determinant, (x1 * c00 - x0 * c01) / determinant
