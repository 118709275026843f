"""GPX tracks: read as gpxpy reads them, hostile ones refused."""

from datetime import UTC, datetime

import gpxpy
import gpxpy.gpx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from geo.errors import SyncError
from geo.progress import finish
from geo.sync import tracks
from geo.sync.tracks import read_track

NS = 'xmlns="http://www.topografix.com/GPX/1/1"'
HEAD = f'<?xml version="1.0" encoding="UTF-8"?>\n<gpx version="1.1" creator="t" {NS}>'


def written(folder, body, head=HEAD, encoding="utf-8"):
    path = folder / "走过的路.gpx"
    path.write_bytes(f"{head}{body}</gpx>".encode(encoding))
    return path


def refused(path):
    with pytest.raises(SyncError) as error:
        finish(read_track(path))
    assert error.value.values["file"] == path.name
    return error.value.code


POINTS = """<metadata><name>今天</name></metadata>
<wpt lat="1" lon="1"><name>车</name></wpt>
<trk><name> 同里 </name><trkseg>
<trkpt lat="31.1" lon="120.7"><ele>3</ele><time>2026-11-21T06:32:00Z</time><hdop>1.2</hdop></trkpt>
<trkpt lat="31.2" lon="-120.8"><time>2026-11-21T14:33:00.500+08:00</time></trkpt>
</trkseg><trkseg>
<trkpt lat="-31.3" lon="180"><time>2026-11-21T06:34:00</time></trkpt>
<trkpt lat="91" lon="120"/><trkpt lat="31"/><trkpt lat="nan" lon="1"/><trkpt lat="" lon="x"/>
<trkpt lat="31.4" lon="120.9"><time>then</time><extensions><speed>3</speed></extensions></trkpt>
</trkseg></trk>"""


def test_a_track_with_all_that_phones_put_in_it(tmp_path):
    track = finish(read_track(written(tmp_path, POINTS)))
    assert (track.name, track.refused) == ("同里", 4)
    assert [(one.lat, one.lon) for one in track.fixes] == [
        (31.1, 120.7),
        (31.2, -120.8),
        (-31.3, 180.0),
        (31.4, 120.9),
    ]
    assert [one.when for one in track.fixes] == [
        "2026-11-21T06:32:00+00:00",
        "2026-11-21T14:33:00.500000+08:00",
        "2026-11-21T06:34:00+00:00",
        "",
    ]
    first, second, *_ = track.fixes
    assert (first.accuracy_m, first.estimated, first.source) == (pytest.approx(6.0), True, "gpx")
    assert (second.accuracy_m, second.estimated) == (None, False)


def test_a_route_or_points_serve_where_there_is_no_track(tmp_path):
    rte = '<wpt lat="1" lon="1"/><rte><name>去</name><rtept lat="2" lon="2"/></rte>'
    track = finish(read_track(written(tmp_path, rte)))
    assert (track.name, track.fixes[0].lat) == ("去", 2.0)
    alone = '<metadata><name>几处</name></metadata><wpt lat="1" lon="1"><name>车</name></wpt>'
    track = finish(read_track(written(tmp_path, alone)))
    assert (track.name, track.fixes[0].lat) == ("几处", 1.0)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
@pytest.mark.parametrize("ns", ["", NS, 'xmlns="http://www.topografix.com/GPX/1/0"'])
def test_any_usual_way_to_write_it_down_is_read(tmp_path, encoding, ns):
    head = f'<gpx version="1.0" creator="t" {ns}>'
    track = finish(read_track(written(tmp_path, POINTS, head, encoding)))
    assert len(track.fixes) == 4
    assert track.name == "同里"


SINCE = datetime(1990, 1, 1)
SPOTS = st.tuples(
    st.floats(-90, 90), st.floats(-180, 180), st.datetimes(SINCE, timezones=st.just(UTC))
)


@given(st.lists(st.lists(SPOTS, max_size=4), min_size=1, max_size=3))
@settings(max_examples=20)
def test_the_same_as_gpxpy(tmp_path_factory, segments):
    gpx = gpxpy.gpx.GPX()
    road = gpxpy.gpx.GPXTrack("路 <&>")
    gpx.tracks.append(road)
    for spots in segments:
        points = [gpxpy.gpx.GPXTrackPoint(lat, lon, time=at) for lat, lon, at in spots]
        road.segments.append(gpxpy.gpx.GPXTrackSegment(points))
    path = tmp_path_factory.mktemp("gpx") / "a.gpx"
    path.write_text(gpx.to_xml(), encoding="utf-8")
    theirs = [one.point for one in gpxpy.parse(gpx.to_xml()).get_points_data()]
    if not theirs:
        assert refused(path) == "gpx_empty"
        return
    ours = finish(read_track(path))
    assert ours.name == "路 <&>"
    assert [(one.lat, one.lon) for one in ours.fixes] == [
        (one.latitude, one.longitude) for one in theirs
    ]
    for mine, one in zip(ours.fixes, theirs, strict=True):
        assert datetime.fromisoformat(mine.when) == one.time


BOMB = '<!DOCTYPE gpx [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>'
FILE = '<!DOCTYPE gpx [<!ENTITY a SYSTEM "file:///etc/hostname">]>'


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
@pytest.mark.parametrize("doctype", [BOMB, FILE, "<!DOCTYPE gpx SYSTEM 'http://x.invalid/a.dtd'>"])
def test_entities_are_refused_before_anything_is_read(tmp_path, doctype, encoding):
    body = '<trk><name>&b;</name><trkseg><trkpt lat="1" lon="1"/></trkseg></trk>'
    path = written(tmp_path, body, f"{doctype}<gpx>", encoding)
    assert refused(path) == "gpx_doctype"


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"", "gpx_broken"),
        (b"lat,lon\n31,120\n", "gpx_broken"),
        (b"<gpx><trk><trkseg><trkpt lat='1' lon='2'/>", "gpx_broken"),
        (b"<gpx>" + b"<a>" * 500, "gpx_broken"),
        (b'<?xml version="1.0" encoding="x-klingon"?><gpx/>', "gpx_broken"),
        (b"<gpx><name>\xff\xfe</name></gpx>", "gpx_broken"),
        (b"<kml xmlns='http://www.opengis.net/kml/2.2'></kml>", "gpx_foreign"),
        (b"<gpx></gpx>", "gpx_empty"),
        (b"<gpx><wpt lat='99' lon='0'/></gpx>", "gpx_empty"),
    ],
)
def test_what_is_no_track_is_told(tmp_path, content, code):
    path = tmp_path / "a.gpx"
    path.write_bytes(content)
    assert refused(path) == code


def test_a_file_that_went_away_or_is_a_folder_or_is_huge_is_told(tmp_path, monkeypatch):
    assert refused(tmp_path / "gone.gpx") == "gpx_gone"
    (tmp_path / "folder.gpx").mkdir()
    assert refused(tmp_path / "folder.gpx") == "gpx_gone"
    path = written(tmp_path, POINTS)
    monkeypatch.setattr(tracks, "MOST_MEGABYTES", 0.0001)
    assert refused(path) == "gpx_large"


def test_a_long_track_is_read_in_steps_and_can_be_given_up(tmp_path):
    spot = '<trkpt lat="31.1" lon="120.7"><time>2026-11-21T06:32:00Z</time></trkpt>'
    path = written(tmp_path, f"<trk><trkseg>{spot * 20_000}</trkseg></trk>")
    steps = list(read_track(path))
    assert len(steps) > 10
    assert steps[-1].done == steps[-1].total == path.stat().st_size
    assert len(finish(read_track(path)).fixes) == 20_000
    given_up = read_track(path)
    next(given_up)
    given_up.close()


def test_a_tag_without_end_is_not_read_again_and_again(tmp_path):
    attribute = "1" * (tracks.LONGEST_TAG + 10 * tracks.CHUNK)
    assert refused(written(tmp_path, f'<trk><trkseg><trkpt lat="{attribute}"')) == "gpx_broken"


def test_long_words_between_points_are_no_harm(tmp_path):
    long = "x" * (2 * tracks.LONGEST_TAG)
    point = '<trk><trkseg><trkpt lat="1" lon="2"/></trkseg></trk>'
    path = written(tmp_path, f"<metadata><desc>{long}</desc></metadata>{point}")
    assert len(finish(read_track(path)).fixes) == 1
