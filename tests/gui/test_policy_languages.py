"""The policies that ship, read in Chinese and in English; what is typed goes to its language."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache
from html import unescape
from pathlib import Path

import pytest

from geo.model import Amount, ClaimRules, Comparable, Condition, Part, Stacking
from geo.money import load_policies
from geo.phrases import load_phrases
from gui import theme
from gui.pages.bureau.policy_fields import typed
from gui.pages.bureau.policy_form import PolicyForm
from gui.pages.bureau.policy_told import tell_policy
from gui.pages.bureau.policy_view import PolicyView
from gui.pages.money.answer_texts import case_text
from gui.session import State
from tests.gui import policies_stand_in as made
from tests.gui.policies_stand_in import PolicyStandIn

ASSETS = Path(__file__).parents[2] / "assets"
# three words in a row; names such as AIGC, OTT or e游 are none
SENTENCE = re.compile(r"[A-Za-z]{2,}[ ,;]+[A-Za-z]{2,}[ ,;]+[A-Za-z]{2,}")
BOOK = load_policies(ASSETS / "policies")
POLICIES = BOOK.policies


@pytest.fixture
def stand_in():
    return PolicyStandIn()


@cache
def phrases():
    return load_phrases(ASSETS / "phrases")


def state_in(lang):
    return State(language=lang, book=BOOK, phrases=phrases())


def test_all_that_ships_is_told():
    assert len(POLICIES) == 112


@pytest.mark.parametrize("policy", POLICIES, ids=[one.id for one in POLICIES])
def test_no_english_sentence_stands_in_the_chinese_reading(qapp, policy):
    theme.apply(qapp, theme.LIGHT, "zh")
    told = tell_policy(policy, state_in("zh"))
    for field in told:
        for line in field.lines:
            assert not SENTENCE.search(line), (field.key, line)


def test_the_page_itself_holds_none(qtbot):
    view = PolicyView()
    qtbot.addWidget(view)
    for policy in POLICIES:
        view.show_policy(policy, state_in("zh"))
        assert not SENTENCE.search(unescape(view.toPlainText())), policy.id


def test_english_is_told_in_english(qapp):
    theme.apply(qapp, theme.LIGHT, "en")
    policy = BOOK.get("sz-2025-invest")
    lines = [line for field in tell_policy(policy, state_in("en")) for line in field.lines]
    assert "after airing" in lines
    assert "播出后" not in lines
    theme.apply(qapp, theme.LIGHT, "zh")
    lines = [line for field in tell_policy(policy, state_in("zh")) for line in field.lines]
    assert "播出后" in lines
    assert "after airing" not in lines


def test_a_past_case_is_told_in_the_language_of_the_interface():
    case = Comparable(
        "x", "龙马传", "高知县", "2010", "C", "tv_drama", 0.1, 0.0, 0.1, False,
        title_en="龍馬伝", place_en="Kochi",
    )  # fmt: skip
    assert "龙马传（高知县" in case_text(case, state_in("zh"))
    assert "龍馬伝（Kochi" in case_text(case, state_in("en"))


BOTH = replace(
    made.FIXED,
    issued="2026 or later",
    issued_zh="2026 年或以后",
    who="crews",
    who_zh="剧组",
    conditions=(Condition("producer.first_producer_local", "==", True, "lit", "有灯光"),),
    amount=Amount(
        "sum_of_parts",
        is_upper_bound=True,
        parts=(Part("base", Amount("fixed", False, sum=20_000.0), name_zh="基础"),),
        note="all parts",
        note_zh="各项",
    ),
    stacking=Stacking(note="one only", note_zh="只给一条"),
    claim=ClaimRules(
        "bills", "yearly", None, None, "seen once", docs_zh="发票", timing_zh="每年",
        lag_note_zh="见过一次",
    ),
    clawback="moved away",
    clawback_zh="搬走的",
    notes="more",
    notes_zh="另有",
)  # fmt: skip


def fields_of(form):
    """Every field for free text with where its two languages end up."""
    part = form.amount.parts.cards[0]
    return {
        "issued": (form.head.issued, lambda p: (p.issued, p.issued_zh)),
        "who": (form.head.who, lambda p: (p.who, p.who_zh)),
        "note": (form.conditions.parts[0].note, lambda p: _notes(p.conditions[0])),
        "name": (part.name, lambda p: (p.amount.parts[0].name, p.amount.parts[0].name_zh)),
        "amount": (form.amount.note, lambda p: _notes(p.amount)),
        "stacking": (form.terms.stack_note, lambda p: _notes(p.stacking)),
        "docs": (form.proof.docs, lambda p: (p.claim.docs, p.claim.docs_zh)),
        "timing": (form.proof.timing, lambda p: (p.claim.timing, p.claim.timing_zh)),
        "lag": (form.proof.lag_note, lambda p: (p.claim.lag_note, p.claim.lag_note_zh)),
        "clawback": (form.proof.clawback, lambda p: (p.clawback, p.clawback_zh)),
    }


def _notes(one):
    return (one.note, one.note_zh)


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_what_is_typed_goes_to_the_language_of_the_interface(qapp, qtbot, desk, lang):
    theme.apply(qapp, theme.LIGHT, lang)
    desk.load_book()
    desk.set_language(lang)
    form = PolicyForm(desk, BOTH)
    qtbot.addWidget(form)
    assert form.policy() == BOTH
    for key, (edit, read) in fields_of(form).items():
        english, chinese = read(BOTH)
        assert edit.text() == (english if lang == "en" else chinese), key
        edit.setText("新写的")
        want = ("新写的", None) if lang == "en" else (None, "新写的")
        assert tuple(one or None for one in read(form.policy())) == want, key
    form.proof.notes.setPlainText("新写的")
    told = form.policy()
    assert (told.notes or told.notes_zh, told.notes and told.notes_zh) == ("新写的", None)


def test_an_untouched_text_keeps_both_languages():
    assert typed(" 甲 ", "a", "甲", "zh") == ("a", "甲")
    assert typed("a", "a", None, "zh") == ("a", None)
    assert typed("", "a", "甲", "zh") == (None, None)
    assert typed("b", "a", "甲", "en") == ("b", None)
