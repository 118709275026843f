"""两两比一比: weights by comparing two things at a time, over the real arithmetic."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from geo.match import pairwise
from geo.model import Answer
from gui.pages.wishes.interview_dialog import TIMES, InterviewDialog
from gui.pages.wishes.interview_round import Round
from gui.pages.wishes.interview_words import step_words


@pytest.fixture
def desk(desk, stand_in):
    stand_in.interview = pairwise.interview
    stand_in.next_question = pairwise.next_question
    return desk


@pytest.fixture
def dialog(desk, shown):
    return shown(InterviewDialog(desk), 660, 380)


def click(qtbot, widget):
    qtbot.mouseClick(widget, Qt.MouseButton.LeftButton)


def say(qtbot, dialog, *keys):
    """Answer one question after another; None passes one over."""
    for key in keys:
        if key is None:
            click(qtbot, dialog.skip_button)
        else:
            click(qtbot, dialog.steps.button(key))
            click(qtbot, dialog.next_button)


def told(dialog):
    return [number.text() for number in dialog.told.numbers.values()]


def test_the_first_question(dialog):
    assert dialog.question.text() == "匹配和费用，哪个更要紧？"
    assert dialog._progress.text() == "第 1 题，最多 6 题"
    assert told(dialog) == ["匹配 25", "费用 25", "补贴 25", "拉动 25"]
    assert not dialog.next_button.isEnabled()
    assert not dialog.take_button.isEnabled()
    assert not dialog.back_button.isEnabled()


def test_an_answer_shows_at_once_what_it_comes_to(qtbot, dialog):
    click(qtbot, dialog.steps.button("one3"))
    # 3 : 1, and nobody has said anything of the other two, which are 1 on average
    weights = [3**0.5, 3**-0.5, 1, 1]
    whole = sum(weights)
    shares = [int(text.split()[-1]) for text in told(dialog)]
    assert all(abs(s - 100 * w / whole) < 1 for s, w in zip(shares, weights, strict=True))
    assert sum(shares) == 100
    assert dialog.agreement.text() == "再答几题，才看得出前后一不一致。"


def test_answers_that_agree_are_few_and_said_to_agree(qtbot, dialog, desk):
    # 费用 3 times 匹配, 补贴 as much as 匹配, 拉动 as much as 匹配
    say(qtbot, dialog, "other3", "one3", "same", "same")
    assert dialog._progress.text() == "问完了，一共 4 题"
    assert dialog.agreement.text() == "前后一致。"
    assert "0.00" in dialog.agreement.toolTip()
    assert not dialog.mend_button.isVisible()
    # 1 : 3 : 1 : 1
    assert [int(text.split()[-1]) for text in told(dialog)] == [16, 50, 17, 17]
    click(qtbot, dialog.take_button)
    assert desk.state.weights == pytest.approx(
        {"fit": 1 / 6, "cost": 1 / 2, "subsidy": 1 / 6, "uplift": 1 / 6}
    )


def test_the_ring_goes_with_the_click(qtbot, dialog):
    dialog.steps.button("one3").setFocus(Qt.FocusReason.OtherFocusReason)
    click(qtbot, dialog.steps.button("same"))
    assert dialog.steps.button("same").hasFocus()


def test_at_the_end_enter_takes_the_answers(qtbot, dialog):
    dialog.steps.button("same").setFocus(Qt.FocusReason.OtherFocusReason)
    while dialog.round.pair is not None:
        say(qtbot, dialog, "same")
    assert dialog.take_button.hasFocus()


def test_ctrl_z_undoes_it(qtbot, dialog, desk):
    before = dict(desk.state.weights)
    say(qtbot, dialog, "one9", "same", "same", "one9")
    click(qtbot, dialog.take_button)
    assert desk.state.weights != before
    desk.undo()
    assert desk.state.weights == before


# 匹配 > 费用 > 补贴 > 拉动, and then 拉动 far above 匹配
ROUND = ("one3", "one3", "one3", "other9")


def test_contradictions_ask_for_more(qtbot, dialog):
    say(qtbot, dialog, *ROUND)
    # a circle alone does not tell which answer is the odd one
    assert dialog.round.pair is not None
    assert dialog._progress.text() == "第 5 题，最多 6 题"
    assert "再答几题" in dialog.agreement.text()
    assert dialog.agreement.property("tone") == "warn"
    assert not dialog.mend_button.isVisible()


def test_the_answer_that_fits_least_is_named(qtbot, dialog):
    say(qtbot, dialog, *ROUND, "one9", "one9")
    assert dialog.mend_button.isVisible()
    assert "拉动压倒匹配" in dialog.agreement.text()
    assert "Saaty" in dialog.agreement.toolTip()


def test_it_is_mended_from_there(qtbot, dialog):
    say(qtbot, dialog, *ROUND, "one9", "one9")
    click(qtbot, dialog.mend_button)
    assert dialog._progress.text() == "第 4 题，最多 6 题"
    assert dialog.steps.choice == "other9"
    click(qtbot, dialog.steps.button("one9"))
    assert not dialog.mend_button.isVisible()
    assert dialog.agreement.text() == "前后一致。"


def test_back_shows_what_was_said(qtbot, dialog):
    say(qtbot, dialog, "one5", "same")
    click(qtbot, dialog.back_button)
    click(qtbot, dialog.back_button)
    assert dialog.steps.choice == "one5"
    assert dialog.next_button.isEnabled()


def test_what_is_passed_over_is_not_asked_again_and_told(qtbot, dialog):
    say(qtbot, dialog, None, None)
    assert dialog.question.text() == "补贴和拉动，哪个更要紧？"
    say(qtbot, dialog, "one3", None)
    assert dialog.round.pair is None
    assert "匹配、费用没比过" in dialog.agreement.text()
    assert dialog.take_button.isEnabled()


def test_nothing_answered_is_nothing_to_take(qtbot, dialog):
    say(qtbot, dialog, None, None, None, None)
    assert not dialog.take_button.isEnabled()


def test_keys_alone_answer_all(qtbot, dialog):
    assert dialog.steps.button("same").focusPolicy() is Qt.FocusPolicy.TabFocus
    dialog.steps.button("one9").setFocus()
    qtbot.keyClick(dialog.steps.button("one9"), Qt.Key.Key_Right)
    assert dialog.steps.choice is not None
    qtbot.keyClick(dialog, Qt.Key.Key_Return)
    assert dialog._progress.text().startswith("第 2 题")


def test_what_was_added_is_asked_about_too(desk, shown):
    desk.set_extra(["travel", "risk"])
    dialog = shown(InterviewDialog(desk), 660, 380)
    assert dialog._progress.text() == "第 1 题，够了就停，最多 15 题"
    assert told(dialog)[-2:] == ["离驻地近 16", "手续少 16"]


@pytest.mark.parametrize("key", TIMES)
def test_every_step_is_a_sentence(dialog, key):
    sentence = dialog.steps.button(key).toolTip()
    assert sentence.startswith(step_words("匹配", "费用", TIMES[key]))
    assert dialog.steps.button(key).accessibleName() == sentence


def test_the_round_never_asks_a_pair_twice(desk):
    here = Round(desk, ["fit", "cost", "subsidy", "uplift", "travel"])
    here.look_ahead()
    asked = []
    times = iter([9, None, 1 / 9, 9, 1 / 9, 3, None, 9, 1 / 9, 5] * 2)
    while here.pair is not None:
        asked.append(frozenset(here.pair))
        here.answer(next(times))
        here.at += 1
        here.look_ahead()
    assert len(asked) == len(set(asked)) <= here.most == 10
    assert all(isinstance(one, Answer) for one in here.answers)
