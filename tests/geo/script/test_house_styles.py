"""Scripts written in every house style come out as they were meant."""

import pytest
from hypothesis import HealthCheck, given, settings

from tests.geo.script import writing

RELAXED = [HealthCheck.function_scoped_fixture, HealthCheck.too_slow]


def check(script, scenes):
    found = [(s.episode, s.number, s.time, s.int_ext, s.place) for s in script.scenes]
    meant = [(s.episode, s.number, s.time, s.side, s.place) for s in scenes]
    assert found == meant
    assert [s.id for s in script.scenes] == [f"{s.episode}-{s.number}" for s in scenes]
    assert [set(s.cast) for s in script.scenes] == [set(s.cast) for s in scenes]
    for read, meant_scene in zip(script.scenes, scenes, strict=True):
        assert read.needs[0].scene_type == writing.PLACES[meant_scene.place]
        assert read.needs[0].confidence >= 0.5
        assert any(word in meant_scene.place for word in read.needs[0].because)


@settings(max_examples=40, deadline=None, suppress_health_check=RELAXED)
@given(written=writing.scripts())
def test_what_was_written_is_what_is_read(read, written):
    _style, scenes, text = written
    script = read(text)
    check(script, scenes)
    assert script.title == "测试剧"


@pytest.mark.parametrize("style", writing.STYLES, ids=lambda style: style.__name__)
def test_every_style_is_read(read, style):
    scenes = [
        writing.Written(1, n, "NIGHT", "夜", "INT", "老茶馆", ("林晚",), ("林晚：3-2 我们赢了",))
        for n in range(1, 13)
    ]
    check(read(writing.text_of(style, scenes, False, False)), scenes)
