"""The form of one place: cold fingers, every letter on disk, nothing told that is not so."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from geo.errors import SyncError
from geo.model.field import SITE, Answer, Fix, RecceField, RecceOption
from gui.pages.field import FieldPage, seen_editors
from gui.pages.field.form import key_of
from gui.pages.field.own_lines import OwnLinesDialog, own_line, same_line
from gui.pages.field.photo_tile import PhotoTile
from gui.pages.field.words import bearing_word, clock_word, distance_word, moment_word
from gui.session.newest import Newest
from gui.settings import Settings
from tests.gui import field_stand_in
from tests.gui.field_stand_in import FORM

NOISE = RecceField(
    "noise", "noise", "around", "此刻吵吗", "Noise", "volume",
    options=(RecceOption("quiet", "安静", "Quiet"), RecceOption("traffic", "有车船", "Traffic")),
)  # fmt: skip
MORE = (
    NOISE,
    RecceField("three_phase", "flag", "supply", "三相电", "Three-phase"),
    RecceField("scenes", "scenes", "verdict", "看到的场景", "Scenes seen", target=SITE),
    RecceField("position", "position", "verdict", "就在这里", "Stood here", target=SITE),
)
HERE = Fix(31.155, 120.715, 6.0, source="gpx")


@pytest.fixture
def page(desk, shown, monkeypatch, tmp_path):
    """The page over an open pack with every type of line."""
    monkeypatch.setattr(field_stand_in, "FORM", FORM + MORE)
    desk.set_who("沈砚")
    page = shown(FieldPage(desk, Settings(tmp_path / "w.ini")))
    desk.open_pack(Path("吴江.gpkg"))
    return page


def line(page, key):
    return next(one for one in page.form.lines if one.line.key == key)


def answers(page):
    return {key: one.value for key, one in page.form.sheet().answers.items()}


def kept(stand_in):
    return [(one[2], one[3]) for one in stand_in.field_kept if one[0] == "answer"]


def test_a_choice_is_kept_at_once_by_number_arrow_mouse_and_taken_back(page, qtbot, stand_in):
    keys = line(page, "truck").editor.choices
    keys.setFocus()
    qtbot.keyClick(keys, Qt.Key.Key_2)
    qtbot.keyClick(keys, Qt.Key.Key_Right)
    qtbot.mouseClick(keys.button("door"), Qt.MouseButton.LeftButton)
    qtbot.mouseClick(keys.button("door"), Qt.MouseButton.LeftButton)
    assert kept(stand_in) == [
        ("truck", "near"),
        ("truck", "walk"),
        ("truck", "door"),
        ("truck", None),
    ]
    assert keys.choice is None
    # a number beyond the answers is no answer
    qtbot.keyClick(keys, Qt.Key.Key_4)
    assert len(kept(stand_in)) == 4


def test_every_letter_is_kept_and_the_words_stay_as_typed(page, qtbot, stand_in):
    box = line(page, "said").editor.box
    box.setFocus()
    for letter in "a b ":
        qtbot.keyClicks(box, letter)
    assert kept(stand_in) == [("said", "a"), ("said", "a "), ("said", "a b"), ("said", "a b ")]
    assert box.toPlainText() == "a b "
    assert box.textCursor().position() == 4


def test_enter_goes_on_and_control_enter_finishes_and_goes_to_the_next_place(page, qtbot):
    keys = line(page, "truck").editor.choices
    keys.setFocus()
    qtbot.keyClick(keys, Qt.Key.Key_Return)
    assert line(page, "ceiling").editor.edit.hasFocus()
    first = page.state.outdoors.site
    qtbot.keyClick(page.focusWidget(), Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert page.state.outdoors.desk.sheet(first).done
    assert page.state.outdoors.site != first


@pytest.mark.parametrize(
    ("typed", "value", "kept_now"),
    [("3.8", 3.8, True), ("３．８", 3.8, True), ("abc", None, False), ("0.5", None, False)],
)
def test_a_number_is_kept_or_says_that_it_is_not(page, typed, value, kept_now):
    editor = line(page, "ceiling").editor
    editor.edit.setText(typed)
    editor.edit.textEdited.emit(typed)
    assert answers(page).get("ceiling") == value
    assert editor.kept is kept_now
    assert bool(editor.told.text()) is not kept_now
    chip = page.form.head.saved
    assert ("还没存" in chip.text()) is not kept_now
    # what cannot be kept stays on the screen all the same
    page.session.answer("truck", "door")
    assert editor.edit.text() == typed


def test_a_price_wants_an_amount_and_takes_month_and_day(page):
    editor = line(page, "price").editor
    editor.who.setText("陆经理")
    editor.who.textEdited.emit("陆经理")
    assert "price" not in answers(page)
    assert not editor.kept
    editor.amount.setText("1.2万")
    editor.amount.textEdited.emit("1.2万")
    editor.until.setText("12-31")
    editor.until.textEdited.emit("12-31")
    value = answers(page)["price"]
    assert (value["amount"], value["per"], value["who"]) == (12_000.0, "day", "陆经理")
    assert value["until"].endswith("-12-31")
    editor.until.setText("13-45")
    editor.until.textEdited.emit("13-45")
    assert not editor.kept
    assert answers(page)["price"]["until"].endswith("-12-31")


def test_noise_is_kept_by_the_hour_and_the_other_hours_stand_below(page, monkeypatch):
    page.session.answer("noise@03", "quiet")
    editor = line(page, "noise").editor
    editor.hour.setCurrentIndex(editor.hour.findData(14))
    editor.hour.activated.emit(editor.hour.currentIndex())
    editor.choices.button("traffic").click()
    assert answers(page) == {"noise@03": "quiet", "noise@14": "traffic"}
    assert "3 点 安静" in editor.others.text()


def test_now_is_the_hour_at_which_one_answers_not_at_which_the_form_was_opened(page, monkeypatch):
    editor = line(page, "noise").editor
    monkeypatch.setattr(seen_editors, "this_hour", lambda: 9)
    editor._fill_hours()
    monkeypatch.setattr(seen_editors, "this_hour", lambda: 15)
    editor.choices.button("quiet").click()
    assert answers(page) == {"noise@15": "quiet"}


def test_of_one_line_only_the_newest_word_waits_for_the_disk():
    newest = Newest()
    said = "suzhou-tongli", "said"
    assert newest.put(said, "a")
    assert not newest.put(said, "ab")
    assert newest.put(("suzhou-tongli", "truck"), "door")
    assert newest.take(said) == "ab"
    # it was taken: the next word wants a way to the disk of its own
    assert newest.put(said, "abc")


def test_only_the_scene_that_was_touched_is_told(page, stand_in):
    editor = line(page, "scenes").editor
    site = page.form.sheet().site
    code = site.scene_types[0].scene_type
    editor.buttons[code].click()
    assert kept(stand_in)[-1] == ("scenes", {code: str(site.scene_types[0].exposure)})
    editor.buttons[code].click()
    assert kept(stand_in)[-1] == ("scenes", {code: None})


def test_where_we_stand_becomes_where_the_place_is_only_when_it_is_known(page):
    button = line(page, "position").editor.button
    assert not button.isEnabled()
    page.session.set_fix(HERE)
    assert button.isEnabled()
    button.click()
    assert answers(page)["position"] == {"lat": 31.155, "lon": 120.715, "uncertainty_m": 6.0}


def test_undo_takes_back_what_is_on_disk_and_shows_it(page, qtbot):
    box = line(page, "said").editor.box
    box.setFocus()
    qtbot.keyClicks(box, "ab")
    page.session.undo_answer()
    assert box.toPlainText() == "a"


def test_what_could_not_be_written_stays_typed_and_is_not_called_saved(
    page, qtbot, stand_in, monkeypatch
):
    def refuse(*_):
        raise SyncError("pack_foreign", file="吴江.gpkg")

    box = line(page, "said").editor.box
    box.setFocus()
    qtbot.keyClicks(box, "a")
    assert page.form.head.saved.text() == "每个字都已存"
    with monkeypatch.context() as broken:
        broken.setattr(stand_in, "answer", refuse)
        qtbot.keyClicks(box, "b")
    assert box.toPlainText() == "ab"
    assert page.form.head.saved.text() != "每个字都已存"
    # another line that is written does not make this one so
    line(page, "truck").editor.choices.button("door").click()
    assert page.form.head.saved.text() != "每个字都已存"
    qtbot.keyClicks(box, "c")
    assert page.form.head.saved.text() == "每个字都已存"
    assert answers(page)["said"] == "abc"


def test_another_place_shows_its_own_answers(page):
    page.session.answer("truck", "door")
    first = page.state.outdoors.site
    page.form.step(1)
    assert page.state.outdoors.site != first
    assert line(page, "truck").editor.choices.choice is None
    page.form.step(-1)
    assert line(page, "truck").editor.choices.choice == "door"


def test_history_of_a_line_asks_for_the_field_it_writes(page):
    sheet = page.form.sheet()
    told = {
        "noise@08": Answer("quiet", "沈砚", "2026-11-21T08:00+08:00"),
        "noise@14": Answer("traffic", "沈砚", "2026-11-21T14:00+08:00"),
        "price": Answer({"amount": 1.0, "per": "hour"}),
    }
    sheet = replace(sheet, answers=told)
    assert key_of(NOISE, sheet).field == "noise@14"
    assert key_of(FORM[2], sheet).field == "hires/hour"
    assert key_of(FORM[0], sheet).field == "truck"


def test_photos_say_when_they_were_taken_and_which_way(page, snap):
    page.form.photos.take([snap("a.jpg"), snap("b.jpg")])
    assert len(page.form.photos.tiles) == 2
    assert page.form.foot.photos.text() == "照片 2"
    photo = replace(page.form.sheet().photos[0], taken="2026-11-21T14:24:09", bearing=44.0)
    tile = PhotoTile(page.form.photos.shelf, photo)
    assert (tile.clock, tile.way) == ("14:24", "朝东北")


def test_the_watched_folder_gives_only_what_is_new(page, snap, tmp_path):
    snap("old.jpg")
    page.form.photos.watch(tmp_path)
    page.form.photos.look()
    assert page.form.photos.tiles == []
    snap("new.jpg")
    page.form.photos.look()
    page.form.photos.look()
    assert [Path(one.photo.path).name for one in page.form.photos.tiles] == ["new.jpg"]


def test_own_lines_are_made_of_words_and_asked_once(page, stand_in):
    made = own_line(" 屋顶能上人吗 ", "choice", "能，不能，能", "")
    assert [one.zh for one in made.options] == ["能", "不能"]
    assert same_line(made, own_line("屋顶能上人吗", "choice", "能,不能", ""))
    dialog = OwnLinesDialog(page.session, page)
    dialog.name.setText("屋顶能上人吗")
    assert not dialog.add_button.isEnabled()
    dialog.answers.setText("能，不能")
    dialog.add_button.click()
    assert len(dialog.lines) == 1
    dialog._keep()
    assert stand_in.field_kept[-1] == ("form", tuple(dialog.lines))


@pytest.mark.parametrize(
    ("degrees", "word"),
    [(0, "北"), (22, "北"), (23, "东北"), (90, "东"), (181, "南"), (292, "西"), (338, "北")],
)
def test_directions_by_hand(degrees, word):
    assert bearing_word(degrees) == word


def test_distances_and_moments_by_hand():
    told = [distance_word(metres) for metres in (7.4, 324.0, 1_440.0, 19_300.0)]
    assert told == ["7 m", "320 m", "1.4 km", "19 km"]
    assert clock_word("nobody knows") == ""
    assert moment_word("2019-03-04T05:06", "zh") == "2019年3月4日 05:06"
    assert moment_word("2019-03-04T05:06", "en") == "4 Mar 2019 05:06"


def with_scenes(page, *codes):
    """The place shown, said to serve these scene types in this order."""
    sheet = page.form.sheet()
    like = sheet.site.scene_types[0]
    site = replace(sheet.site, scene_types=tuple(replace(like, scene_type=one) for one in codes))
    page.session._swap_sheet(replace(sheet, site=site))


def test_scenes_are_turned_by_number_walked_by_arrow_and_left_by_enter(page, qtbot, stand_in):
    with_scenes(page, "teahouse", "old_street")
    editor = line(page, "scenes").editor
    first, second = editor.buttons["teahouse"], editor.buttons["old_street"]
    first.setFocus()
    qtbot.keyClick(first, Qt.Key.Key_2)
    assert kept(stand_in)[-1] == ("scenes", {"old_street": "outside"})
    assert second.isChecked()
    assert first.hasFocus()
    qtbot.keyClick(first, Qt.Key.Key_Right)
    assert second.hasFocus()
    # where we are is not known, so nobody can stand there: it goes on behind that line
    assert not line(page, "position").editor.first().isEnabled()
    qtbot.keyClick(second, Qt.Key.Key_Return)
    assert page.form.foot.done.hasFocus()


def test_a_scene_that_is_ticked_stays_where_it_stands(page):
    with_scenes(page, "teahouse", "old_street")
    editor = line(page, "scenes").editor
    before = dict(editor.buttons)
    # in a pack the type that was touched comes back as the last of the list
    with_scenes(page, "old_street", "teahouse", "water_town")
    assert list(editor.buttons) == ["teahouse", "old_street", "water_town"]
    assert before.items() <= editor.buttons.items()


def test_a_day_of_next_year_is_written_out(page, qtbot):
    editor = line(page, "price").editor
    qtbot.keyClicks(editor.amount, "6000")
    qtbot.keyClicks(editor.until, "1.1")
    qtbot.keyClick(editor.until, Qt.Key.Key_Return)
    told = answers(page)["price"]["until"]
    assert told.endswith("-01-01")
    assert editor.until.text() == told


def test_enter_goes_on_from_where_we_stand_and_space_keeps_it(page, qtbot, stand_in):
    page.session.set_fix(HERE)
    button = line(page, "position").editor.button
    button.setFocus()
    qtbot.keyClick(button, Qt.Key.Key_Space)
    assert kept(stand_in)[-1][0] == "position"
    qtbot.keyClick(button, Qt.Key.Key_Return)
    assert page.form.foot.done.hasFocus()
