"""The preview on the script page: seen, re-tagged by mouse and keys, imported or not."""

from __future__ import annotations

import threading
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QFontMetrics, QImage, QPainter
from PySide6.QtWidgets import QApplication

from geo.model import Script, ScriptLine, ScriptWarning, Tag
from gui import theme
from gui.models.outline_model import OutlineRole
from gui.models.paper_model import PaperModel, PaperRole
from gui.pages.script import ScriptPage
from gui.pages.script.paper_layout import PaperLayout, line_font, margin, wrapping
from gui.pages.script.paper_paint import PaperPainter
from gui.pages.script.paper_view import PaperView
from gui.pages.script.tags import CHOICES
from gui.session import Session
from gui.task import InstantPool
from tests.gui.stand_in import SCRIPT, StandIn

ASSETS = Path(__file__).resolve().parents[2] / "assets"
DOUBTED = ScriptWarning(11, "heading_like", {"line": 11})
LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def actions():
    return StandIn(script=replace(SCRIPT, warnings=(DOUBTED,)))


@pytest.fixture
def session(qtbot, qapp, actions, tmp_path):
    made = Session(actions, ASSETS, tmp_path, pool=InstantPool())
    made.open()
    made.read(Path("/far/一曲姑苏_二稿.docx"))
    yield made
    made.close()


@pytest.fixture
def page(session, shown):
    return shown(ScriptPage(session))


def point_of(page, number, *, in_margin=False):
    rect = page.paper.visualRect(page.paper_model.index_of(number))
    return QPoint(margin() // 2 if in_margin else 300, rect.bottom() - 8)


def click_line(qtbot, page, number, *, in_margin=False):
    where = point_of(page, number, in_margin=in_margin)
    qtbot.mouseClick(page.paper.viewport(), LEFT, pos=where)


def ids(session):
    return [scene.id for scene in session.state.shown.scenes]


def tag_of(page, number):
    return Tag(page.paper_model.index_of(number).data(PaperRole.TAG))


class TestPreview:
    def test_the_file_is_shown_with_what_can_be_done(self, page, session):
        head, foot = page.head, page.foot
        assert head.file.text() == "一曲姑苏_二稿.docx"
        assert head.told.text().startswith("Word · ")
        assert head.preview_chip.isVisible()
        assert foot.import_button.text() == "导入 3 场"
        assert foot.later_button.isVisible()
        assert not foot.go_on_button.isVisible()
        assert not foot.undo_button.isEnabled()
        assert page.paper_model.rowCount() == 17

    def test_importing_with_enter_keeps_the_page_and_its_place(self, qtbot, page, session):
        click_line(qtbot, page, 10)
        page.foot.import_button.setFocus()
        qtbot.keyClick(page.foot.import_button, Qt.Key.Key_Return)
        assert session.state.preview is None
        assert session.state.script is not None
        assert page.foot.go_on_button.isVisible()
        assert not page.foot.later_button.isVisible()
        assert not page.head.preview_chip.isVisible()
        assert page.paper.currentIndex() == page.paper_model.index_of(10)
        assert session.state.selection.scene == "1-2"

    def test_ctrl_enter_imports_from_anywhere(self, qtbot, page, session):
        page.paper.setFocus()
        qtbot.keyClick(page.paper, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
        assert session.state.script is not None

    def test_not_now(self, qtbot, page, session):
        qtbot.mouseClick(page.foot.later_button, LEFT)
        assert session.state.shown is None

    def test_a_second_draft_says_so(self, qtbot, page, session):
        session.take_preview()
        session.read(Path("/far/三稿.docx"))
        assert page.foot.import_button.text() == "导入成第 2 稿"
        session.choose_draft(as_draft=False)
        assert page.foot.import_button.text() == "导入 3 场"


class TestMoving:
    def test_arrows_move_from_line_to_line_and_the_rest_follows(self, qtbot, page, session):
        page.paper.setFocus()
        for _ in range(5):
            qtbot.keyClick(page.paper, Qt.Key.Key_Down)
        assert session.state.selection.line == 9
        assert session.state.selection.scene == "1-2"
        assert page.outline.currentIndex().data(OutlineRole.SCENE) == "1-2"
        assert page.paper.drawer.scene == "1-2"
        qtbot.keyClick(page.paper, Qt.Key.Key_Up)
        assert (session.state.selection.line, session.state.selection.scene) == (7, "1-1")
        qtbot.keyClick(page.paper, Qt.Key.Key_End)
        assert session.state.selection.line == 18
        qtbot.keyClick(page.paper, Qt.Key.Key_Home)
        assert session.state.selection.line == 1
        qtbot.keyClick(page.paper, Qt.Key.Key_PageDown)
        assert session.state.selection.line == 18

    def test_a_line_pointed_at_from_elsewhere_is_shown(self, page, session):
        session.select(scene="2-1", line=17)
        assert page.paper.currentIndex() == page.paper_model.index_of(17)

    def test_a_doubtful_line_in_the_contents_opens_its_card(self, qtbot, page, session):
        index = page.outline_model.index_of("1-2", 11)
        where = page.outline.visualRect(index).center()
        qtbot.mouseClick(page.outline.viewport(), LEFT, pos=where)
        assert session.state.selection.line == 11
        assert page.retagger.card.isVisible()


class TestCard:
    @pytest.mark.parametrize("way", ["margin", "double", "enter"])
    def test_it_opens_under_the_line_by_mouse_and_by_key(self, qtbot, page, way):
        click_line(qtbot, page, 11)
        below = page.paper.visualRect(page.paper_model.index_of(12)).top()
        if way == "margin":
            click_line(qtbot, page, 11, in_margin=True)
        elif way == "double":
            viewport = page.paper.viewport()
            qtbot.mouseDClick(viewport, LEFT, pos=point_of(page, 11))
        else:
            page.paper.setFocus()
            qtbot.keyClick(page.paper, Qt.Key.Key_Return)
        card = page.retagger.card
        assert card.isVisible()
        assert QApplication.focusWidget() is card
        rect = page.paper.visualRect(page.paper_model.index_of(11))
        assert rect.bottom() <= card.y() <= rect.bottom() + 6
        moved = page.paper.visualRect(page.paper_model.index_of(12)).top()
        assert moved == below + card.height() + 8
        assert moved >= card.geometry().bottom()

    def test_a_doubt_is_told_and_answered_for_all_lines_alike(self, qtbot, page, session, actions):
        page.open_card(11)
        card = page.retagger.card
        assert card.what.text() == "这一行像是场景标题"
        assert card.tag is Tag.HEADING
        assert card.all_box.isChecked()
        assert card.all_box.text() == "像这样的还有 1 行，一起改"
        assert card.remember_box.isChecked()
        qtbot.waitUntil(lambda: card.more.text() == "改完多出 2 场")
        qtbot.keyClick(card, Qt.Key.Key_Return)
        assert ids(session) == ["1-1", "1-2", "n11", "n13", "2-1"]
        assert ("retag", {11: Tag.HEADING, 13: Tag.HEADING}, True) in actions.asked
        assert not card.isVisible()
        assert QApplication.focusWidget() is page.paper
        assert page.foot.import_button.text() == "导入 5 场"
        qtbot.mouseClick(page.foot.undo_button, LEFT)
        assert ids(session) == ["1-1", "1-2", "2-1"]
        assert tag_of(page, 11) is Tag.DIALOGUE

    def test_this_line_only(self, qtbot, page, session, actions):
        page.open_card(11)
        card = page.retagger.card
        qtbot.mouseClick(card.all_box, LEFT, pos=QPoint(8, card.all_box.height() // 2))
        assert not card.remember_box.isChecked()
        qtbot.waitUntil(lambda: card.more.text() == "改完多出 1 场")
        qtbot.mouseClick(card.buttons[Tag.HEADING], LEFT)
        assert ids(session) == ["1-1", "1-2", "n11", "2-1"]
        assert ("retag", {11: Tag.HEADING}, False) in actions.asked

    def test_a_line_without_doubt_proposes_what_it_is_and_no_others(self, qtbot, page):
        page.open_card(5)
        card = page.retagger.card
        assert card.what.text() == "这一行读成了动作"
        assert card.tag is Tag.ACTION
        assert not card.all_box.isChecked()
        assert not card.remember_box.isChecked()
        assert card.more.text() == ""
        page.open_card(7)
        assert not card.all_box.isVisible() or card.question.like

    def test_a_tag_that_is_none_of_the_eight_chooses_nothing(self, qtbot, page, session):
        page.open_card(16)
        card = page.retagger.card
        assert card.tag is None
        qtbot.keyClick(card, Qt.Key.Key_Return)
        assert card.isVisible()
        qtbot.keyClick(card, Qt.Key.Key_Right)
        assert card.tag is Tag.HEADING

    def test_left_and_right_consider_and_escape_changes_nothing(self, qtbot, page, session):
        before = session.state.shown
        page.open_card(9)
        card = page.retagger.card
        qtbot.keyClick(card, Qt.Key.Key_Right)
        assert card.tag is Tag.ACTION
        qtbot.waitUntil(lambda: card.more.text() == "改完少 1 场")
        qtbot.keyClick(card, Qt.Key.Key_Left)
        qtbot.keyClick(card, Qt.Key.Key_Left)
        assert card.tag is Tag.EPISODE
        qtbot.keyClick(card, Qt.Key.Key_Escape)
        assert not card.isVisible()
        assert session.state.shown is before
        assert session.state.trial is None

    def test_up_and_down_take_the_card_along(self, qtbot, page, session):
        page.open_card(7)
        card = page.retagger.card
        qtbot.keyClick(card, Qt.Key.Key_Down)
        assert card.isVisible()
        assert card.question.number == 9
        assert session.state.selection.line == 9
        qtbot.keyClick(card, Qt.Key.Key_Up)
        assert card.question.number == 7

    def test_a_click_elsewhere_or_a_second_one_closes_it(self, qtbot, page):
        page.open_card(7)
        click_line(qtbot, page, 7, in_margin=True)
        assert not page.retagger.card.isVisible()
        page.open_card(7)
        click_line(qtbot, page, 4)
        assert not page.retagger.card.isVisible()

    @pytest.mark.parametrize("width", [1024, 1440])
    def test_it_is_as_high_as_its_words_need(self, qtbot, page, width):
        page.resize(width, 700)
        page.open_card(11)
        card = page.retagger.card
        qtbot.waitUntil(lambda: bool(card.more.text()))
        qtbot.waitUntil(lambda: card.height() >= card.heightForWidth(card.width()))
        inside = [*card.buttons.values(), card.all_box, card.remember_box, card.more]
        assert all(card.rect().contains(part.geometry()) for part in inside)
        assert card.geometry().right() <= page.paper.viewport().width()
        page.resize(1440, 700)
        qtbot.waitUntil(lambda: card.height() >= card.heightForWidth(card.width()))

    def test_after_the_import_lines_can_still_be_said(self, qtbot, page, session, actions):
        session.take_preview()
        ranked = actions.count("rank")
        click_line(qtbot, page, 11)
        qtbot.keyClick(page.paper, Qt.Key.Key_1)
        assert ids(session) == ["1-1", "1-2", "n11", "2-1"]
        assert actions.count("rank") == ranked + 1


class TestKeys:
    @pytest.mark.parametrize(("key", "tag"), list(enumerate(CHOICES, 1)))
    def test_a_digit_says_what_the_line_is(self, qtbot, page, session, actions, key, tag):
        click_line(qtbot, page, 17)
        qtbot.keyClick(page.paper, Qt.Key(Qt.Key.Key_0 + key))
        if tag is Tag.ACTION:
            assert actions.count("retag") == 0
        else:
            assert ("retag", {17: tag}, False) in actions.asked
            assert tag_of(page, 17) is tag
        assert page.paper.currentIndex() == page.paper_model.index_of(17)

    def test_confirming_a_doubtful_line_is_said_too(self, qtbot, page, actions):
        click_line(qtbot, page, 11)
        qtbot.keyClick(page.paper, Qt.Key.Key_5)
        assert ("retag", {11: Tag.DIALOGUE}, False) in actions.asked

    def test_what_was_said_shows_at_once_and_the_page_stays_usable(
        self, qtbot, qapp, tmp_path, shown
    ):
        gate = threading.Event()
        session = Session(StandIn(retag_gate=gate), ASSETS, tmp_path)
        with qtbot.waitSignal(session.idle):
            session.open()
        with qtbot.waitSignal(session.idle):
            session.read(Path("a.docx"))
        page = shown(ScriptPage(session))
        click_line(qtbot, page, 11)
        qtbot.keyClick(page.paper, Qt.Key.Key_1)
        assert tag_of(page, 11) is Tag.HEADING
        assert len(session.state.shown.scenes) == 3
        assert page.foot.busy.text()
        qtbot.keyClick(page.paper, Qt.Key.Key_Down)
        assert session.state.selection.line == 12
        session.undo()
        assert tag_of(page, 11) is Tag.DIALOGUE
        qtbot.keyClick(page.paper, Qt.Key.Key_3)
        gate.set()
        qtbot.waitUntil(lambda: session.state.shown.lines[11].tag is Tag.CAST)
        session.close()


def long_script(count):
    """Lines of many lengths, Han and Latin, in all tags."""
    words = "她走过石桥，雨水从檐上落下来。Nobody answers. "
    tags = [*CHOICES, Tag.DETAIL, Tag.FRONT]
    lines = tuple(
        ScriptLine(n, (words * 9)[: 1 + n * 37 % 200], tags[n % len(tags)], "s")
        for n in range(1, count + 1)
    )
    return Script("长", (), lines=lines)


class TestLayout:
    @pytest.mark.parametrize("lang", ["zh", "en"])
    @pytest.mark.parametrize("width", [360, 640, 1400])
    def test_every_line_has_the_room_that_qt_says_it_takes(self, qapp, width, lang):
        theme.apply(qapp, theme.LIGHT, lang)
        script = long_script(120)
        plan = PaperLayout()
        plan.set_rows(script.lines, [line.tag for line in script.lines])
        plan.set_width(width)
        plan.measure(0, 120)
        for row, line in enumerate(script.lines):
            metrics = QFontMetrics(line_font(line.tag))
            room = plan.text_rect(plan.row_rect(row), line.tag, metrics)
            room.setHeight(100_000)
            text = line.text.strip()
            needed = metrics.boundingRect(room, wrapping(text), text).height()
            assert plan.height(row) - plan.above(row) >= needed
            assert plan.row_at(plan.top(row)) == row
            assert plan.row_at(plan.top(row) + plan.height(row) - 1) == row

    def test_what_was_estimated_is_near_what_is_measured(self, qapp):
        script = long_script(2000)
        plan = PaperLayout()
        plan.set_rows(script.lines, [line.tag for line in script.lines])
        guessed = plan.total
        plan.measure(0, 2000)
        assert plan.total == pytest.approx(guessed, rel=0.08)

    def test_the_lines_that_are_seen_stay_when_all_are_wrapped_anew(self, qtbot, shown):
        paper = PaperModel()
        paper.set_script(long_script(3000))
        view = PaperView()
        view.setModel(paper)
        shown(view, 700, 500)
        view.scrollTo(paper.index(1500), PaperView.ScrollHint.PositionAtTop)
        top = view.indexAt(QPoint(200, 30))
        assert abs(top.row() - 1500) <= 1
        view.resize(520, 500)
        assert abs(view.indexAt(QPoint(200, 30)).row() - top.row()) <= 1
        theme.apply(QApplication.instance(), theme.SUNLIT, "zh")
        assert abs(view.indexAt(QPoint(200, 30)).row() - top.row()) <= 2

    def test_the_words_stay_when_mouse_and_keys_point_at_one_line(self, qapp):
        script = long_script(4)
        paper, plan = PaperModel(), PaperLayout()
        paper.set_script(script)
        plan.set_rows(script.lines, [line.tag for line in script.lines])
        plan.set_width(640)
        rect = QRect(0, 0, 640, plan.height(1))
        ink = []
        for hot in (-1, 1):
            drawer = PaperPainter(plan)
            drawer.hot = hot
            picture = QImage(rect.size(), QImage.Format.Format_RGB32)
            painter = QPainter(picture)
            drawer.paint(painter, rect, paper, 1, current=True, focus=True)
            painter.end()
            words = picture.copy(margin() + 20, 4, 500, rect.height() - 8)
            ink.append(words)
        assert ink[0] == ink[1]

    def test_each_line_is_drawn_where_it_is_found(self, qtbot, shown):
        paper = PaperModel()
        paper.set_script(long_script(300))
        view = shown(PaperView(), 700, 500)
        view.setModel(paper)
        view.setCurrentIndex(paper.index(250))
        assert not view.grab().isNull()
        for row in range(240, 260):
            rect = view.visualRect(paper.index(row))
            if view.viewport().rect().contains(rect.center()):
                assert view.indexAt(rect.center()).row() == row
        assert not view.indexAt(QPoint(10, -100_000)).isValid()
