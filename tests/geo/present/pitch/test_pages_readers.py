"""A pitch in words: what each reader is told, in a chat, without a script, in public."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from geo.model import Reason
from geo.model.pitch import Audience, BureauCard, PitchLang, PitchPart, SiteFile
from geo.present.pitch.words import clock, short_area
from tests.geo.present.pitch.reading import page, paper_of, said_of, tables, whole
from tests.geo.present.pitch.sample_pitch import (
    PHRASES,
    SCENES,
    TONGLI,
    pitch,
)
from tests.geo.present.pitch.samples import TRAPS

CHINESE = re.compile(r"[\u4e00-\u9fff]")
CITED = re.compile(r"\[(\d+)\]")


# ---- who sees it


def test_the_public_reads_nothing_meant_for_the_office():
    internal, public = (
        paper_of(pitch(audience=one)) for one in (Audience.INTERNAL, Audience.PUBLIC)
    )
    for told in ("请勿转发", "给当地带来", "一年游客"):
        assert told in whole(internal)
        assert told not in whole(public)


def private(given):
    file = SiteFile(
        "tongli", owner="钱老板", owner_phone="13900001234", floor_price=7777.0, notes="只收现金"
    )
    return replace(given, sites=(replace(given.sites[0], file=file), *given.sites[1:]))


def test_what_was_ticked_is_told_on_one_page_and_never_in_the_chat():
    paper = paper_of(private(pitch()))
    for secret in ("钱老板", "13900001234", "7,777 元一天", "只收现金"):
        holding = [
            one.part
            for one in paper.pages
            if any(secret in text.main for block in one.blocks for text in said_of(block))
        ]
        assert holding == [PitchPart.CONTACTS]
        assert secret not in paper.text


@settings(max_examples=30, deadline=None)
@given(
    st.sampled_from(list(PitchLang)),
    st.text(max_size=500),
    st.sampled_from(["", "阿" * 700, *TRAPS]),
)
def test_the_chat_text_is_short_whatever_the_names(lang, title, name):
    card = BureauCard(name, name, "苏州", contact=name, phone="0512")
    paper = paper_of(replace(pitch(lang=lang), title=title, card=card))
    assert len(paper.text) < 600
    assert paper.text.strip()


def test_the_chat_text_reads_as_a_message():
    assert paper_of(pitch()).text.splitlines() == [
        "《一曲姑苏》剧组，你们好：",
        "三处地方，能拍 12 场里的 9 场。",
        "地方：同里影视取景点、黎里古镇、退思园。",
        "净费用 ≈ 4.6–8.4 万元，场地价另加（约 3 个拍摄日，只减去确定的奖补）。",
        "奖补：确定 0 元；有望 2 万元；最多 10 万元。",
        "还有 2 项待确认，问到就告诉你们。",
        "逐场对照、费用明细和许可见附件。",
        "想看景就联系：吴江区文体广电和旅游局 影视服务专员 沈静 0512-6000 0000",
    ]


# ---- without a script


def test_needs_are_answered_as_kinds_of_scene():
    scenes = (
        replace(SCENES[0], reasons=(Reason("fit_direct", {"served": "teahouse", "words": ""}),)),
        SCENES[9],
    )
    # what is asked for in general is played in no set
    asked = zip(scenes, ("teahouse", "hospital"), strict=True)
    scenes = tuple(replace(one, set_id="", asked=code) for one, code in asked)
    given = replace(pitch(needs=("teahouse", "hospital")), title="", scenes=scenes)
    paper = paper_of(given)
    assert paper.title.main == "在吴江拍茶馆、医院"
    answer = page(paper, PitchPart.ANSWER)
    assert answer.blocks[0].text.main == "三处地方，要找的 2 种景能给 1 种。"
    rows = tables(paper)["scenes"].rows
    assert [row[3].text.main for row in rows] == ["有茶馆。", "推介的几处里没有医院。"]
    assert "剧本" not in whole(paper).replace(TONGLI.name_zh, "")


def test_a_profile_says_what_each_place_offers():
    sites = tuple(replace(one, scenes=(), cost=None, findings=()) for one in pitch().sites)
    given = replace(pitch(), title="", scenes=(), sites=sites, money=(), gain=None)
    paper = paper_of(given)
    assert paper.title.main == "到吴江来拍戏"
    offers = [row[1].text.main for row in tables(paper)["places"].rows]
    assert offers[0] == "内景：古宅府邸；外景：古街；茶馆（内景待问）"
    assert offers[1] == "待管理方说明"


# ---- small things


@pytest.mark.parametrize(
    ("name", "short"), [("吴江区", "吴江"), ("黟县", "黟县"), ("昆山市", "昆山"), ("苏州", "苏州")]
)
def test_areas_are_called_as_people_call_them(name, short):
    assert short_area(name) == short


def test_clocks_start_again_at_midnight():
    assert (clock(0), clock(399), clock(1_440 + 65)) == ("00:00", "06:39", "01:05")


def test_no_sentence_promises_what_an_office_may_not():
    forbidden = re.compile("返税|返现|返还|补贴|预计带来")
    for code, told in PHRASES.templates.items():
        if code.startswith("pitch_"):
            assert not forbidden.search(told["zh"]), code
