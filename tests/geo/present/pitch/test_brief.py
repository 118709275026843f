"""The long picture in words: what the pages say, shorter, and nothing that they do not say."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from geo.model.pitch import DEFAULT_PARTS, PitchFormat, PitchLang, PitchPart
from geo.present.pitch.blocks import Drawing, Facts, Table, Words, photo_paths
from geo.present.pitch.parts.brief import LINES, MOST_LINES, PLACES
from tests.geo.present.pitch.reading import paper_of, whole
from tests.geo.present.pitch.sample_pitch import SCENES, pitch

LONG = frozenset({PitchFormat.LONG})


def asked(folder=None, formats=LONG, **changes):
    given = pitch(folder, **changes) if folder else pitch(**changes)
    return replace(given, wishes=replace(given.wishes, formats=formats))


def table(paper, code):
    tables = [one for page in paper.brief for one in page.blocks if isinstance(one, Table)]
    return next((one for one in tables if one.code == code), None)


def told(paper):
    return whole(replace(paper, pages=paper.brief))


def test_it_is_made_only_where_the_long_picture_is_asked_for():
    assert paper_of(asked(formats=frozenset({PitchFormat.PDF}))).brief == ()
    assert paper_of(asked()).brief


@pytest.mark.parametrize("lang", list(PitchLang))
def test_asking_for_it_changes_nothing_else_and_codes_are_told(lang, tmp_path):
    given = asked(tmp_path, lang=lang)
    paper = paper_of(given)
    without = paper_of(replace(given, wishes=replace(given.wishes, formats=frozenset())))
    assert replace(paper, brief=()) == without
    assert not re.search(r"\b(pitch|line|basis|tier|kind|era)[_.][a-z_]+|\{", told(paper))


def test_each_scene_has_one_line_with_its_set_place_and_fit():
    given = asked()
    paper = paper_of(given)
    names = {one.site.id: one.site.name_zh for one in given.sites}
    rows = table(paper, LINES).rows
    assert len(rows) == len(given.scenes) == len(SCENES)
    for row, scene in zip(rows, given.scenes, strict=True):
        label, set_name, place, fit = (cell.text.main for cell in row)
        assert (label, set_name) == (scene.label, scene.set_name)
        if scene.site_id is None:
            assert (place, fit) == ("", "没有")
        else:
            assert names[scene.site_id].startswith(place)
            assert fit in ("正好", "基本合适", "代用")


def test_of_very_many_scenes_those_alike_stand_together():
    given = asked()
    many = tuple(
        replace(one, scene_id=f"{one.scene_id}-{n}", label=f"{one.label}-{n}")
        for n in range(MOST_LINES)
        for one in given.scenes
    )
    rows = table(paper_of(replace(given, scenes=many)), LINES).rows
    kinds = {(one.set_name, one.site_id, one.direct, one.fit) for one in given.scenes}
    assert len(rows) <= len(kinds)
    assert all(f"{MOST_LINES} 场" in row[0].text.main for row in rows if len(rows) == len(kinds))


def test_a_place_stands_once_with_its_photo_or_is_named_as_taking_none(tmp_path):
    given = asked(tmp_path)
    paper = paper_of(given)
    rows = table(paper, PLACES).rows
    taking = {one.site_id for one in given.served}
    assert len(rows) == len(taking)
    photos = [one.photos[0] for one in given.sites if one.photos and one.site.id in taking]
    assert [row[0].photo for row in rows if row[0].photo] == photos
    assert set(photos) <= set(photo_paths(paper))
    idle = replace(given, scenes=tuple(replace(one, site_id=None) for one in given.scenes))
    assert table(paper_of(idle), PLACES) is None
    assert "这次没有排到场的" in told(paper_of(idle))


def test_money_is_three_lines_a_city_as_on_the_pages():
    paper = paper_of(asked())
    pages = whole(paper)
    page = next(one for one in paper.brief if one.part is PitchPart.MONEY)
    rows = [row for one in page.blocks if isinstance(one, Facts) for row in one.rows]
    assert len(rows) == 3
    for row in rows:
        assert row.value.main in pages
    assert not any(isinstance(one, Table) for one in page.blocks)


def test_the_end_counts_what_is_open_and_the_sources():
    for formats, where in ((LONG, "整份推介"), (LONG | {PitchFormat.PDF}, "来源和细节见 PDF")):
        given = asked(formats=formats)
        paper = paper_of(given)
        last = [one.text.main for one in paper.brief[-1].blocks if isinstance(one, Words)]
        assert f"还有 {len(given.to_confirm)} 项待确认" in last[-3]
        assert f"来源 {len(paper.sources)} 条" in last[-2]
        assert where in last[-2]


@pytest.mark.parametrize("left_out", DEFAULT_PARTS)
def test_a_part_that_is_left_out_is_left_out_here_too(left_out):
    given = asked()
    parts = tuple(one for one in DEFAULT_PARTS if one is not left_out)
    paper = paper_of(replace(given, wishes=replace(given.wishes, parts=parts)))
    assert left_out not in {page.part for page in paper.brief}
    assert not any(isinstance(one, Drawing) for page in paper.brief for one in page.blocks)
    # the places are told as long as either of the parts that tell them is there
    assert table(paper, PLACES) is not None
