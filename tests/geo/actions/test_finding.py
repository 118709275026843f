"""Search and likeness as the window asks for them: kept index, changes, home, roads, names."""

from dataclasses import replace
from pathlib import Path

import pytest

from geo import actions
from geo.errors import CatalogueError, FactsError
from geo.model import Kind, ProjectFacts, Term
from geo.progress import finish

ASSETS = Path(__file__).parents[3] / "assets"
NOTHING = ProjectFacts()
SUZHOU = ProjectFacts({"crew.home_city": "苏州"})


@pytest.fixture
def own(tmp_path):
    made = finish(actions.open_workspace(ASSETS, tmp_path))
    yield made
    made.store.close()


def steps(job):
    """The codes of all steps, and the answer."""
    codes = []
    while True:
        try:
            codes.append(next(job).code)
        except StopIteration as end:
            return codes, end.value


def names(ws, query, facts=NOTHING):
    found = finish(actions.search(ws, query, facts))
    return [ws.store.site(hit.site_id).name_zh for hit in found.hits]


def test_the_index_is_built_once(own):
    first, found = steps(actions.search(own, "同里", NOTHING))
    assert "search_index" in first
    again, same = steps(actions.search(own, "同里", NOTHING))
    assert again == ["search"]
    assert found == same


def test_who_gives_up_leaves_the_index_to_the_next(own):
    job = actions.search(own, "同", NOTHING)
    done = [next(job), next(job)]
    job.close()
    codes, found = steps(actions.search(own, "同里", NOTHING))
    assert found.hits
    # the steps already made are not made again
    whole = finish_count(own)
    assert len([code for code in codes if code == "search_index"]) + len(done) == whole


def finish_count(own):
    """Steps that a whole index takes, with a catalogue that has just changed."""
    own.store.save_site(own.store.site("suzhou-tongli-film-base"))
    codes, _ = steps(actions.search(own, "同里", NOTHING))
    return codes.count("search_index")


def test_a_place_just_added_is_found_and_one_retired_is_not(own):
    assert names(own, "qiqiguaiguai") == []
    site = own.store.site("suzhou-tongli-film-base")
    own.store.save_site(replace(site, id="own-1", name_zh="奇奇怪怪", name_en="奇奇怪怪"))
    assert names(own, "qiqiguaiguai") == ["奇奇怪怪"]
    own.store.retire_site("own-1")
    assert names(own, "qiqiguaiguai") == []


def test_what_could_not_be_read_is_told_and_tried_again(own, monkeypatch):
    def broken(*_):
        raise CatalogueError("catalogue_damaged", file="x")

    monkeypatch.setattr(type(own.store), "sites", broken)
    with pytest.raises(CatalogueError):
        finish(actions.search(own, "同里", NOTHING))
    monkeypatch.undo()
    assert names(own, "同里")


def test_distances_are_from_the_home_city_of_the_project(ws):
    found = finish(actions.search(ws, "离驻地20公里", SUZHOU))
    assert found.terms[0].told.values == {"place": "苏州", "place_en": "Suzhou", "km": 20.0}
    assert max(hit.km for hit in found.hits) <= 20
    unset = finish(actions.search(ws, "离驻地20公里", NOTHING))
    assert unset.terms[0].told.code == "search_home_unset"


def test_the_road_file_tells_minutes(own, tmp_path):
    site = own.store.site("suzhou-zhuozheng-garden")
    path = tmp_path / "roads.csv"
    path.write_text("from,to,km,minutes\n苏州,拙政园,,25\n", encoding="utf-8")
    actions.take_roads(own, path)
    found = finish(actions.search(own, "30分钟内 苏州", NOTHING))
    hit = next(hit for hit in found.hits if hit.site_id == site.id)
    assert hit.minutes == 25
    assert hit.why[-1].code == "found_minutes_told"


def test_roads_go_both_ways_and_may_name_points(own, tmp_path):
    site = own.store.site("suzhou-zhuozheng-garden")
    path = tmp_path / "roads.csv"
    path.write_text(
        f'from,to,km,minutes\n拙政园,留园,,40\n"{site.lat},{site.lon}",虎丘山风景名胜区,,50\n',
        encoding="utf-8",
    )
    actions.take_roads(own, path)
    hits = finish(actions.search(own, "60分钟内 拙政园", NOTHING)).hits
    told = {hit.site_id: hit.minutes for hit in hits if hit.why[-1].code == "found_minutes_told"}
    assert sorted(told.values()) == [40, 50]
    back = finish(actions.search(own, "60分钟内 留园", NOTHING)).hits
    assert next(hit for hit in back if hit.site_id == site.id).minutes == 40


def test_places_alike_are_told_best_first(ws):
    found = finish(actions.alike(ws, "suzhou-zhuozheng-garden"))
    assert len(found) == 12
    assert [one.likeness for one in found] == sorted((one.likeness for one in found), reverse=True)
    assert "suzhou-zhuozheng-garden" not in {one.site_id for one in found}
    assert all(one.why for one in found)


def test_a_retired_place_is_no_likeness(own):
    first = finish(actions.alike(own, "suzhou-zhuozheng-garden"))[0].site_id
    own.store.retire_site(first)
    after = finish(actions.alike(own, "suzhou-zhuozheng-garden"))
    assert first not in {one.site_id for one in after}


def test_alike_of_what_is_not_there(ws):
    with pytest.raises(CatalogueError, match="site_unknown"):
        finish(actions.alike(ws, "no-such-place"))


@pytest.mark.parametrize(
    "name", ["suzhou-zhuozheng-garden", "拙政园", "Humble Administrator's Garden", "zhuozhengyuan"]
)
def test_a_place_by_its_id_its_name_or_its_sound(ws, name):
    assert finish(actions.named_site(ws, name)).id == "suzhou-zhuozheng-garden"


def test_a_name_that_nobody_bears_is_answered_with_the_nearest(ws):
    with pytest.raises(FactsError) as raised:
        finish(actions.named_site(ws, "拙正园"))
    assert raised.value.code == "search_place_unknown_near"
    assert "拙政园" in raised.value.values["near"]
    with pytest.raises(FactsError) as raised:
        finish(actions.named_site(ws, "qqqq"))
    assert raised.value.code == "search_place_unknown"


def test_everything_told_has_a_sentence(ws):
    queries = (
        "苏州古典园林", "同里30公里内的水乡", "绍兴 国保 老宅", "tongli", "tl", "国家级",
        "离驻地50公里 民国", "30分钟内 同里", "离何处30公里", "红楼梦", "suzh", "humbel",
        "影视城 街",
    )  # fmt: skip
    for query in queries:
        for facts in (SUZHOU, NOTHING):
            found = finish(actions.search(ws, query, facts))
            reasons = [term.told for term in found.terms]
            reasons += [one for hit in found.hits for one in hit.why]
            for reason in reasons:
                for lang in ("zh", "en"):
                    told = ws.phrases.tell(reason, lang)
                    assert told != reason.code
                    assert "{" not in told
    for site in ws.store.sites()[::25]:
        for one in finish(actions.alike(ws, site.id)):
            for reason in one.why:
                assert ws.phrases.tell(reason, "en") != reason.code


def test_every_kind_and_era_can_be_asked_for(ws):
    for code in (kind.value for kind in Kind):
        assert f"kind_{code}" in ws.phrases.templates
        assert f"alike_kind_{code}" in ws.phrases.templates
    for word, term in (("影视基地", Term.KIND), ("年代剧", Term.ERA), ("5A", Term.LEVEL)):
        found = finish(actions.search(ws, word, NOTHING))
        assert [one.term for one in found.terms] == [term]
        assert found.hits
