"""Grouping of marks, finding sites in a view, thinning and cutting of lines."""

from __future__ import annotations

import itertools

import numpy as np
import pytest
import shapely
from hypothesis import given
from hypothesis import strategies as st

from geo.model import Kind, Rings
from gui.widgets.map_clusters import count_text, grouped, radius
from gui.widgets.map_paths import Lines, first_edges, gathered, label_point, path_of
from gui.widgets.map_sites import KINDS, SiteSet

ALL = frozenset(KINDS)


def scatter(count, seed, side=800.0):
    rng = np.random.default_rng(seed)
    middle = rng.uniform(0, side, (6, 2))
    points = middle[rng.integers(0, 6, count)] + rng.normal(0, side / 12, (count, 2))
    return points[:, 0], points[:, 1], rng.integers(0, 4, count), rng.permutation(count)


@given(st.integers(0, 900), st.integers(0, 5))
def test_every_site_is_in_one_group_and_counts_add_up(count, seed):
    x, y, codes, rank = scatter(count, seed)
    groups = grouped(x, y, codes, rank)
    assert groups.count.sum() == count
    assert (groups.kinds.sum(axis=1) == groups.count).all()
    assert (np.bincount(groups.member, minlength=len(groups)) == groups.count).all()
    assert groups.kinds.sum(axis=0).tolist() == np.bincount(codes, minlength=4).tolist()
    for group in range(len(groups)):
        mine = np.flatnonzero(groups.member == group)
        assert rank[groups.best[group]] == rank[mine].min()
        assert groups.x[group] == pytest.approx(x[mine].mean())


@given(st.integers(2, 300), st.integers(0, 5))
def test_groups_do_not_overlap(count, seed):
    x, y, codes, rank = scatter(count, seed)
    groups = grouped(x, y, codes, rank)
    reach = radius(groups.count)
    gap = np.hypot(groups.x[:, None] - groups.x, groups.y[:, None] - groups.y)
    room = (reach[:, None] + reach) * 0.95
    np.fill_diagonal(room, 0)
    assert (gap >= room).all()


def test_marks_apart_stay_alone_where_they_are():
    x, y = np.array([10.0, 40.0, 200.0]), np.array([10.0, 10.0, 10.0])
    groups = grouped(x, y, np.array([0, 1, 2]), np.arange(3))
    assert groups.count.tolist() == [1, 1, 1]
    assert groups.x.tolist() == [10.0, 40.0, 200.0]


def test_counts_fit_in_their_discs():
    assert [count_text(n) for n in (7, 999, 1234, 56_789)] == ["7", "999", "1.2k", "56k"]


@given(st.integers(0, 200), st.integers(0, 9))
def test_view_finds_the_same_sites_as_looking_at_each(count, seed):
    rng = np.random.default_rng(seed)
    lon, lat = rng.uniform(75, 130, count), rng.uniform(5, 50, count)
    kinds = rng.integers(0, 4, count)
    ids = [f"s{i}" for i in range(count)]
    sites = SiteSet(ids, lat, lon, kinds, ids)
    west, south, east, north = 100.0, 20.0, 120.0, 40.0
    edge = SiteSet(["a", "b"], [north, south], [west, east], [0, 0], ["a", "b"])
    view = (edge.x[0], edge.y[0], edge.x[1], edge.y[1])
    some = frozenset({Kind.ICH, Kind.SCENIC})
    for shown in (ALL, some):
        found = {sites.ids[row] for row in sites.within(view, shown)}
        expected = {
            name
            for name, x, y, kind in zip(ids, lon, lat, kinds, strict=True)
            if west <= x <= east and south <= y <= north and KINDS[kind] in shown
        }
        assert found == expected


def test_columns_of_different_length_are_refused():
    with pytest.raises(ValueError, match="length"):
        SiteSet(["a"], [1.0, 2.0], [1.0, 2.0], [0, 0], ["a", "b"])


def test_ranks_make_the_others_pale():
    sites = SiteSet(["a", "b", "c"], [30, 30, 30], [120, 119, 118], [0, 0, 0], ["a", "b", "c"])
    assert sites.set_ranks([2, np.inf, 1])
    assert {sites.ids[row] for row in np.flatnonzero(sites.served)} == {"a", "c"}
    sites.set_ranks(None)
    assert sites.served.all()


def rings(*parts):
    points = np.vstack(parts).astype(float)
    return Rings("x", "1", points, np.cumsum([0, *(len(part) for part in parts)]))


def star(centre, count, size, seed):
    rng = np.random.default_rng(seed)
    turn = np.linspace(0, 2 * np.pi, count, endpoint=False)
    reach = size * rng.uniform(0.3, 1.0, count)
    ring = np.column_stack([np.cos(turn), np.sin(turn)]) * reach[:, None] + centre
    return np.vstack([ring, ring[:1]])


@given(st.integers(70, 400), st.integers(0, 30), st.floats(-1, 1), st.floats(-1, 1))
def test_cutting_changes_nothing_inside_the_view(count, seed, dx, dy):
    ring = star((0.0, 0.0), count, 1.0, seed)
    lines = Lines.of(ring, np.array([0, len(ring)]))
    view = (dx - 0.3, dy - 0.2, dx + 0.3, dy + 0.2)
    cut = lines.cut(view)
    box = shapely.box(*view)
    whole = shapely.intersection(shapely.make_valid(shapely.polygons(ring)), box)
    if not len(cut):
        assert whole.area == 0
        return
    # even-odd filling of the cut ring, as the painter does it
    rng = np.random.default_rng(1)
    spots = rng.uniform((view[0], view[1]), (view[2], view[3]), (60, 2))
    inside = shapely.contains_xy(shapely.polygons(ring), spots[:, 0], spots[:, 1])
    assert odd(cut.points, spots).tolist() == inside.tolist()


def odd(ring, spots):
    answer = np.zeros(len(spots), dtype=bool)
    for (x1, y1), (x2, y2) in itertools.pairwise(ring):
        spans = (y1 > spots[:, 1]) != (y2 > spots[:, 1])
        with np.errstate(divide="ignore", invalid="ignore"):
            cross = (x2 - x1) * (spots[:, 1] - y1) / (y2 - y1) + x1
        answer ^= spans & (spots[:, 0] < cross)
    return answer


def test_shared_borders_are_kept_once_and_by_the_higher_level():
    outer = rings([(100, 30), (102, 30), (102, 32), (100, 32), (100, 30)])
    left = rings([(100, 30), (101, 30), (101, 32), (100, 32), (100, 30)])
    right = rings([(101, 30), (102, 30), (102, 32), (101, 32), (101, 30)])
    # the middle of the upper and lower edge is a vertex of the outer ring too, as in the real set
    outer = rings([(100, 30), (101, 30), (102, 30), (102, 32), (101, 32), (100, 32), (100, 30)])
    high, low = first_edges([(outer,), (left, right)])
    assert steps(high) == 6
    assert steps(low) == 1
    assert len(outer.points) == 7


def steps(lines):
    return len(lines.points) - len(lines)


def test_thinning_keeps_ends_and_stays_close():
    x = np.linspace(0, 1, 500)
    line = np.column_stack([x, 0.01 * np.sin(40 * x)])
    thin = Lines.of(line, np.array([0, 500])).thinned(0.002)
    assert 2 < len(thin.points) < 200
    assert thin.points[0].tolist() == line[0].tolist()
    assert thin.points[-1].tolist() == line[-1].tolist()
    far = shapely.hausdorff_distance(shapely.linestrings(line), shapely.linestrings(thin.points))
    assert far <= 0.0021


def test_path_has_the_points_it_was_given(qapp):
    pixels = np.array([[0, 0], [10, 0], [10, 5], [3, 3], [4, 4]], dtype=float)
    path = path_of(pixels, np.array([0, 3, 5]))
    told = [(path.elementAt(i).x, path.elementAt(i).y) for i in range(path.elementCount())]
    assert told == [tuple(point) for point in pixels.tolist()]
    assert [path.elementAt(i).isMoveTo() for i in range(5)] == [True, False, False, True, False]


@given(st.integers(8, 60), st.integers(0, 30))
def test_label_stands_inside_its_area(count, seed):
    ring = star((110.0, 30.0), count, 1.0, seed)
    x, y = label_point(rings(ring))
    assert shapely.make_valid(shapely.polygons(ring)).contains(shapely.Point(x, y))


def test_empty_layers_draw_nothing(qapp):
    nothing = gathered(())
    assert len(nothing) == 0
    assert nothing.thinned(1.0).cut((0, 0, 1, 1)).path(0, 0, 1).elementCount() == 0
