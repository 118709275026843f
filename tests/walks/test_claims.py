"""A claim from the first paper to the sum: real actions, real catalogue, a crew in Ouhai."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import openpyxl
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog

from gui.models.vouchers import Column
from gui.pages.bureau.claim_dialog import ClaimDialog
from gui.pages.bureau.press_dialog import PressDialog
from gui.pages.bureau.rates_dialog import RatesDialog
from gui.session import Session
from gui.task import InstantPool

ASSETS = Path(__file__).resolve().parents[2] / "assets"
AWARD = "wz-ouhai-2026"


def opened(data, *, restore):
    session = Session(None, ASSETS, data, pool=InstantPool())
    session.open(restore=restore)
    return session


def ceiling(session):
    policies = session.state.account.subsidy.policies
    return next(one.ceiling for one in policies if one.policy_id == AWARD)


@pytest.fixture
def session(qapp, tmp_path):
    """A crew that shoots seven days and more in Ouhai, filed with the province."""
    made = opened(tmp_path, restore=False)
    samples = made._actions.samples(made._ws)
    made.take_in(next(one.path for one in samples if one.id == "shuixiang"))
    known = made.state.ranking.sites[0].site
    street = replace(known, id="", name_zh="瓯海老街", lat=28.0, lon=120.62, parent=None)
    made.add_site(replace(street, city_zh="", district_zh=None, adcode=""), "wgs84")
    made.set_facts(
        {
            "work.planning_filing_level": "provincial",
            "shoot.consecutive_local_days": 8,
            "shoot.days": 8,
            "shoot.main_location": "瓯海区",
            "shoot.start_date": date(2026, 3, 1),
            "work.promotes_local_image": True,
        }
    )
    made.set_cities(["温州"])
    made.watch_money(on=True)
    yield made
    made.close()


def test_papers_and_bills_until_the_award_follows(qtbot, session, tmp_path, monkeypatch):
    dialog = ClaimDialog(session)
    qtbot.addWidget(dialog)
    dialog.show_award(AWARD, "温州")
    with qtbot.waitExposed(dialog):
        dialog.show()

    # nobody knows what will be spent: the most is the cap of the text
    assert ceiling(session) == 100_000
    assert AWARD in dialog.files

    # a paper is there
    key, box = next(iter(dialog.papers.boxes.items()))
    box.setFocus()
    qtbot.keyClick(box, Qt.Key.Key_Space)
    assert session.state.evidence.done == {(AWARD, key)}

    # a bill without the name on its invoice is money spent, and no evidence
    model = dialog.bills.model

    def write(row, **cells):
        for name, text in cells.items():
            model.setData(model.index(row, Column[name]), text)

    write(0, DATE="2026/3/2", LINE="住宿", VENDOR="瓯海宾馆", PROOF="银行回单", AMOUNT="20万")
    qtbot.waitUntil(lambda: len(session.state.evidence.vouchers) == 1)
    assert session.state.evidence.vouchers[0].line == "lodging"
    assert model.index(0, Column.COUNTS).data() == "缺发票抬头"
    assert [figure.text() for figure in dialog.spend.figures[:2]] == ["0 元", "20 万元"]
    assert ceiling(session) == 100_000

    # completed, it counts, and the award is a tenth of it
    write(0, TITLE="某影视公司")
    qtbot.waitUntil(lambda: dialog.spend.figures[0].text() == "20 万元")
    assert model.index(0, Column.COUNTS).data() == "算"
    assert ceiling(session) == 20_000
    assert dialog.spend.figures[2].text() == "2 万元"

    # one step back, and forth again
    session.undo()
    assert ceiling(session) == 100_000
    session.redo()
    assert ceiling(session) == 20_000

    # a district's award wants bills that name the district
    assert session.state.evidence.vouchers[0].city == "瓯海区"
    write(0, CITY="温州")
    qtbot.waitUntil(lambda: model.index(0, Column.COUNTS).data() == "不在瓯海区")
    qtbot.waitUntil(lambda: dialog.spend.figures[0].text() == "0 元")
    write(0, CITY="瓯海区")
    qtbot.waitUntil(lambda: dialog.spend.figures[0].text() == "20 万元")

    # the checklist holds both
    target = tmp_path / "清单.xlsx"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(target), ""))
    dialog.export_button.click()
    book = openpyxl.load_workbook(target)
    cells = {str(cell.value) for sheet in book for row in sheet for cell in row if cell.value}
    assert any("瓯海宾馆" in text for text in cells)
    dialog.accept()

    # kept, and there again the next day
    evidence = session.state.evidence
    session.save()
    again = opened(tmp_path, restore=True)
    assert again.state.evidence == evidence
    again.close()


def test_an_own_rate_moves_the_price_at_once_and_stays(qtbot, session, tmp_path):
    dialog = RatesDialog(session)
    qtbot.addWidget(dialog)
    with qtbot.waitExposed(dialog):
        dialog.show()

    def line():
        return next(one for one in session.state.account.cost.lines if one.code == "generator")

    assert line().amount.mid is None
    assert dialog.rows["generator"].chip.isVisible()
    field = dialog.rows["generator"].value
    field.setFocus()
    qtbot.keyClicks(field, "1500")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert line().amount.mid == 1500
    assert line().own
    dialog.accept()

    # another project, another day: the rate is still there
    again = opened(tmp_path, restore=False)
    again.load_rates()
    assert [(one.code, one.value) for one in again.state.own_rates] == [("generator", 1500.0)]
    again.set_rate("generator", None)
    assert again.state.own_rates == ()
    again.close()


def test_published_claims_are_judged(qtbot, session):
    dialog = PressDialog(session)
    qtbot.addWidget(dialog)
    with qtbot.waitExposed(dialog):
        dialog.show()
    said = {}
    for button in dialog.examples:
        button.click()
        said[button.text()] = session.state.checked.verdict.code
        assert dialog.verdict.sentence.text()
    assert said == {
        "平潭": "within_noise",
        "武义": "below_market",
        "浙江 15 处取景景点": "below_market",
        "泗洪": "baseline",
    }
    dialog.accept()
