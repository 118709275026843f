"""How firm a row stands: told as it comes, drawn without drawing the rows anew."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, QSize, Qt
from PySide6.QtGui import QHelpEvent
from PySide6.QtWidgets import QStyleOptionViewItem, QToolTip

from geo.phrases import pct
from gui import theme
from gui.models.city_model import CityModel
from gui.models.ranking_model import RankingModel
from gui.pages.sites.ranked_list import RankedList
from gui.texts import Role, Shares, city_shares, site_shares
from gui.widgets.photo_shelf import PhotoShelf
from gui.widgets.ranked_view import RowsView
from gui.widgets.ranking_cells import SHARE, ranking_cells
from gui.widgets.ranking_delegate import PHOTO, RankingDelegate
from tests.gui.offers import offer, order, ranking
from tests.gui.ranking_stand_in import defence

FIRST = np.array([0.61, 0.3, 0.09, 0.0], np.float32)
TOP3 = np.array([0.93, 0.996, 0.8, 0.004], np.float32)
KNOWN = (np.array([0.7, 0.2, 0.1, 0.0]), np.array([1.0, 0.9, 0.9, 0.2]))
RANKS = np.array([[1, 1, 2, 4], [7, 3, 2, 4]])


@pytest.fixture
def model():
    made = RankingModel()
    made.set_ranking(ranking([offer(n) for n in range(4)]), 6)
    return made


@pytest.fixture
def shown(qtbot, model):
    made = RankedList(model, PhotoShelf())
    qtbot.addWidget(made)
    made.resize(460, 400)
    made.show()
    return made


def shares():
    return Shares(FIRST, TOP3, KNOWN, RANKS)


def of(model, row):
    return model.index(row).data(Role.SHARES)


def test_nobody_knows_at_first(model):
    assert of(model, 0) is None


def test_shares_stay_with_their_rows_in_every_order(model):
    model.set_shares(shares())
    model.set_order(order([0, 1, 2, 3]))
    assert [of(model, row).first for row in range(4)] == pytest.approx(FIRST[::-1])
    assert of(model, 3).ranks == (1, 7)
    assert of(model, 3).known == (0.7, 1.0)


def test_only_the_shares_are_asked_again(qtbot, model):
    told = []
    model.dataChanged.connect(lambda first, last, roles: told.append(list(roles)))
    row = model.index(0).data(Role.ROW)
    known = shares()
    model.set_shares(known)
    model.set_shares(known)
    assert told == [[Role.SHARES]]
    assert model.index(0).data(Role.ROW) is row


def test_shares_of_other_places_are_not_shown(model):
    """What belongs to an older ranking says nothing of this one."""
    model.set_shares(Shares(FIRST[:2], TOP3[:2]))
    assert of(model, 0) is None


def test_a_place_left_out_has_no_ranks(model):
    model.set_shares(Shares(FIRST, TOP3, KNOWN, np.zeros((2, 4), int)))
    assert of(model, 0).ranks is None


def test_the_row_is_told_whole(model):
    before = model.index(0).data(Qt.ItemDataRole.AccessibleTextRole)
    model.set_shares(shares())
    assert "居首" not in before
    assert "居首 61%，前三 93%" in model.index(0).data(Qt.ItemDataRole.AccessibleTextRole)


def test_a_defence_is_taken_apart():
    made = ranking([offer(n) for n in range(3)])
    firm = defence(made)
    sites, cities = site_shares(firm), city_shares(firm)
    assert sites.row(0).first == pytest.approx(0.6)
    assert sites.row(0).ranks == (1, 3)
    assert len(cities) == 1
    assert cities.row(0).known is None
    assert site_shares(None) is None
    assert city_shares(None) is None
    model = CityModel()
    model.set_ranking(made)
    model.set_shares(cities)
    assert of(model, 0).first == pytest.approx(0.6)


@pytest.mark.parametrize(
    ("share", "words"),
    [(0, "0%"), (0.004, "<1%"), (0.006, "1%"), (0.61, "61%"), (0.994, "99%"), (0.996, ">99%"),
     (1, "100%")],
)  # fmt: skip
def test_what_is_not_nought_is_not_written_so(share, words):
    assert pct(share) == words


def test_new_shares_do_not_draw_the_rows_again(qtbot, shown, monkeypatch):
    painted = []
    whole = RankingDelegate._paint_row
    monkeypatch.setattr(
        RankingDelegate, "_paint_row", lambda *args: (painted.append(1), whole(*args))
    )
    shown.drawer._pictures.clear()
    before = shown.view.viewport().grab().toImage()
    assert len(painted) == 4
    looks = [before]
    for times in (1.0, 0.5):
        shown.model.set_shares(Shares(FIRST * times, TOP3 * times))
        looks.append(shown.view.viewport().grab().toImage())
    assert len(painted) == 4
    assert looks[0] != looks[1] != looks[2]


def test_what_nobody_knows_is_no_bar(qtbot, shown):
    cell = shown.drawer.figure_rect(shown.view, shown.model.index(0), SHARE).toRect()
    track = shown.view.viewport().grab(cell).toImage()
    shown.model.set_shares(Shares(np.zeros(4), np.zeros(4)))
    nought = shown.view.viewport().grab(cell).toImage()
    assert track != nought
    pixels = {track.pixelColor(x, 6).name() for x in range(track.width())}
    assert theme.current().ink.lower() not in pixels


def test_a_click_on_the_shares_asks_for_them_once_they_are_there(qtbot, shown):
    drawer, index = shown.drawer, shown.model.index(1)
    place = drawer.figure_rect(shown.view, index, SHARE).center().toPoint()

    def press():
        qtbot.mouseClick(shown.view.viewport(), Qt.MouseButton.LeftButton, pos=place)

    with qtbot.assertNotEmitted(drawer.sharesClicked):
        press()
    shown.model.set_shares(shares())
    with (
        qtbot.waitSignal(drawer.sharesClicked) as told,
        qtbot.assertNotEmitted(drawer.figureClicked),
    ):
        press()
    assert told.args == ["site1"]


def test_the_tool_tip_tells_the_doubt(shown):
    drawer = shown.drawer
    assert "正在算" in drawer.shares_tip(None)
    shown.model.set_shares(shares())
    told = drawer.shares_tip(of(shown.model, 0)).splitlines()
    assert "居首 61%，前三 93%" in told[0]
    assert "居首 70%，前三 100%" in told[1]
    assert told[2].endswith("名次 1–7（十回里八回）")
    assert drawer.shares_tip(of(shown.model, 2)).endswith("名次 2（十回里八回）")


def test_a_row_without_a_photo_says_so(shown, monkeypatch):
    told = []
    monkeypatch.setattr(QToolTip, "showText", lambda pos, text, *rest: told.append(text))
    index = shown.model.index(0)
    option = QStyleOptionViewItem()
    option.rect = shown.view.visualRect(index)
    at = ranking_cells(option.rect.width(), photos=True).photo.center().toPoint()
    event = QHelpEvent(QEvent.Type.ToolTip, at, QPoint())
    assert shown.drawer.helpEvent(event, shown.view, option, index)
    assert told[0].startswith("还没有照片")
    assert shown.drawer._cell(option, index, QPointF(at))[0] == PHOTO


def test_narrow_rows_say_fit_short(qtbot, model):
    """At the least width the columns give way to one another, none to nothing."""
    cells = ranking_cells(400, photos=True)
    assert all(cell.width() > 40 for cell in cells.columns.values())
    view = RowsView()
    qtbot.addWidget(view)
    view.show_rows(model, RankingDelegate())
    view.resize(QSize(400, 200))
    assert not view.grab().isNull()
