"""The crew ledger, the months after a release and the visitors' route, over the stand-in."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtWidgets import QApplication, QDialog, QLabel

from geo.model import Basis, Range, unknown
from geo.model.hosting import (
    Enquiry,
    EnquiryStatus,
    LetterTo,
    Month,
    Watch,
    WatchVerdict,
)
from gui.pages.host.desk import LEDGER, VISIT, WATCH, BureauDesk
from gui.pages.host.enquiry_form import EnquiryForm
from gui.pages.host.files import ask_where
from gui.pages.host.ledger_sums import add_up
from gui.pages.host.visit_rows import clock
from gui.pages.host.watch_chart import beside_before
from gui.pages.host.watch_dialog import WatchDialog
from gui.pages.host.watch_words import (
    before_release,
    months_round,
    read_month,
    signed,
    verdict_words,
)

LINE = Enquiry(
    "",
    "一曲姑苏",
    date(2026, 11, 2),
    "长风影业",
    answered=date(2026, 11, 5),
    status=EnquiryStatus.LANDED,
    sites=("tongli",),
    bed_nights=360.0,
    spend=420_000.0,
)


@pytest.fixture
def bureau(desk, shown):
    return shown(BureauDesk(desk))


@pytest.fixture
def where(monkeypatch, tmp_path):
    """Answers every question for a file with one in the temporary folder."""
    asked = []

    def answer(_parent, _title, proposal, _kinds):
        asked.append(Path(proposal).name)
        return str(tmp_path / Path(proposal).name), ""

    monkeypatch.setattr("gui.pages.host.files.QFileDialog.getSaveFileName", answer)
    return asked


def words(widget):
    QApplication.processEvents()
    return "\n".join(one.text() for one in widget.findChildren(QLabel) if one.isVisibleTo(widget))


def span(low, mid, high):
    return Range(low, mid, high, "share", Basis.ESTIMATED)


# ---- the ledger


def test_a_line_of_the_ledger_stands_in_the_table_and_in_the_sums(bureau, desk):
    bureau.show_section(LEDGER)
    section = bureau.section
    section.today = date(2026, 11, 22)
    desk.save_enquiry(LINE)
    desk.save_enquiry(Enquiry("", "霸总归来", date(2026, 11, 19), status=EnquiryStatus.LANDED))
    model = section.model
    assert model.rowCount() == 2
    row = [model.data(model.index(1, column)) for column in range(model.columnCount())]
    dated = ["2026-11-02", "《一曲姑苏》", "长风影业", "落地了", "同里影视基地", "360", "42 万元"]
    assert row == dated
    told = words(section)
    assert "360 人晚" in told
    assert "落地的里有 1 拨没有数" in told
    assert "答复平均 3 天" in told


def test_sums_count_what_nobody_told_apart():
    lines = (
        LINE,
        replace(LINE, id="2", bed_nights=None, spend=80_000.0, answered=None),
        replace(LINE, id="3", status=EnquiryStatus.LOST, bed_nights=None, spend=None),
        replace(LINE, id="4", received=date(2025, 3, 1)),
        replace(LINE, id="5", received=None),
        replace(LINE, id="6", status=EnquiryStatus.ASKED, bed_nights=9.0),
    )
    sums = add_up(lines, 2026)
    assert (sums.asked, sums.landed, sums.lost, sums.open) == (4, 2, 1, 1)
    assert (sums.beds, sums.no_beds) == (360.0, 1)
    assert (sums.spend, sums.no_spend) == (500_000.0, 0)
    assert sums.days == 3.0


def test_a_year_without_figures_sums_to_unknown_not_to_nothing():
    sums = add_up((Enquiry("1", "a", date(2026, 1, 2), status=EnquiryStatus.LANDED),), 2026)
    assert sums.beds is None
    assert sums.spend is None
    assert (sums.no_beds, sums.no_spend) == (1, 1)


def test_the_form_gives_back_every_field(desk, shown):
    whole = Enquiry(
        "q7",
        "变脸",
        date(2026, 5, 1),
        "川剧公司",
        "周制片",
        "13800000000",
        "李科",
        date(2026, 5, 2),
        "两处能拍",
        EnquiryStatus.RELEASED,
        "景近",
        "绍兴",
        ("tongli", "couple"),
        date(2026, 6, 1),
        date(2026, 6, 9),
        60,
        480.0,
        120.0,
        350_000.0,
        "measured",
        date(2026, 9, 1),
        "红果",
        "回头客",
    )
    assert shown(EnquiryForm(desk, whole), 820, 720).enquiry() == whole


def test_only_a_title_is_needed_and_empty_is_not_nought(desk, shown):
    form = shown(EnquiryForm(desk, Enquiry("", "", date(2026, 5, 1))), 820, 720)
    assert not form.save_button.isEnabled()
    form.title.setText("霸总归来")
    assert form.save_button.isEnabled()
    told = form.enquiry()
    assert (told.people, told.bed_nights, told.work_days, told.spend) == (None,) * 4
    assert told.answered is None


@pytest.mark.parametrize(
    ("field", "text"), [("spend", "不少"), ("received", "昨天"), ("end", "2026-06-01")]
)
def test_what_cannot_be_is_told_before_it_is_kept(desk, shown, field, text):
    begun = Enquiry("", "变脸", date(2026, 5, 1), start=date(2026, 6, 8))
    form = shown(EnquiryForm(desk, begun), 820, 720)
    assert form.save_button.isEnabled()
    getattr(form, field).setText(text)
    assert not form.save_button.isEnabled()
    assert form.told.text()


def test_a_line_is_kept_edited_and_taken_away(bureau, desk, stand_in, monkeypatch):
    bureau.show_section(LEDGER)
    monkeypatch.setattr(EnquiryForm, "exec", lambda _: QDialog.DialogCode.Accepted)
    monkeypatch.setattr(EnquiryForm, "enquiry", lambda _: LINE)
    bureau.section.empty.buttons[0].click()
    (kept,) = desk.state.enquiries
    assert kept.title == "一曲姑苏"
    bureau.section.retire(kept)
    assert desk.state.enquiries == ()
    assert stand_in.ledger[kept.id].retired


def test_a_line_begins_from_the_pack(bureau, desk, monkeypatch):
    bureau.show_section(LEDGER)
    asked = []
    bureau.page_asked.connect(asked.append)
    bureau.section.add_from_pitch()
    assert asked == ["pitch"]
    desk.refresh_pitch()
    seen = []
    monkeypatch.setattr(EnquiryForm, "exec", lambda form: seen.append(form.enquiry()))
    bureau.section.add_from_pitch()
    assert seen[0].sites == tuple(one.site.id for one in desk.state.pitch.sites)
    assert seen[0].status is EnquiryStatus.ANSWERED


def test_files_of_a_time_go_where_asked(bureau, desk, where, tmp_path):
    desk.save_enquiry(LINE)
    bureau.show_section(LEDGER)
    section = bureau.section
    names = [act.text() for act in section.files.actions() if act.text()]
    assert len(names) == 6
    assert len(section.letters.actions()) == len(LetterTo)
    section.table.setCurrentIndex(section.model.index(0, 0))
    for act in (*section.files.actions(), *section.letters.actions()):
        if not act.isSeparator():
            act.trigger()
    endings = [name.rpartition(".")[2] for name in where]
    assert endings == ["xlsx", "docx", "pptx"] * 2 + ["docx"] * 3
    (note,) = [one for one in desk.state.notes if one.about == "export"]
    assert note.path.parent == tmp_path


def test_letters_wait_for_a_line(bureau, desk):
    desk.save_enquiry(LINE)
    bureau.show_section(LEDGER)
    section = bureau.section
    section.table.clearSelection()
    section.table.setCurrentIndex(section.model.index(-1, -1))
    assert not section.letter_button.isEnabled()
    section.table.setCurrentIndex(section.model.index(0, 0))
    assert section.letter_button.isEnabled()


def test_a_name_that_no_disk_takes_is_cleaned(where, desk, shown, bureau):
    ask_where(bureau, '../../《<script>"\u202e》' + "长" * 400, "表", ".xlsx")
    (name,) = where
    assert not set('<>"/\\|?*\u202e') & set(name)
    assert len(name) < 100
    assert not name.startswith(".")


# ---- after the release


def watch(*months, released="2026-03"):
    return Watch("w1", "一曲姑苏", "tongli", "周庄", released, months)


def test_months_are_typed_and_judged_at_once(bureau, desk, stand_in):
    bureau.show_section(WATCH)
    desk.save_watch(watch(Month("2026-01", 30_000.0, 50_000.0)))
    section = bureau.section
    table = section.table
    assert table.rowCount() == 24
    assert "月份还不够" in section.sentence.text()
    assert not section.save_button.isEnabled()
    rows = {table.item(row, 0).text()[:7]: row for row in range(table.rowCount())}
    for month in ("2025-08", "2025-09", "2025-10", "2025-11", "2025-12"):
        table.item(rows[month], 1).setText("3.1 万")
        table.item(rows[month], 2).setText("52,000")
    assert "分不出是不是剧带来的" in section.sentence.text()
    assert "−15% 到 +15%" in section.usual.text()
    section.save()
    kept = stand_in.series["w1"]
    assert Month("2025-08", 31_000.0, 52_000.0) in kept.months
    assert len(kept.months) == 6


def test_a_cell_that_is_no_number_keeps_nothing(bureau, desk, stand_in):
    bureau.show_section(WATCH)
    desk.save_watch(watch(Month("2026-01", 30_000.0, 50_000.0)))
    section = bureau.section
    section.table.item(0, 1).setText("很多")
    assert not section.save_button.isEnabled()
    assert "看不懂" in section.sentence.text()
    section.save()
    assert len(stand_in.series["w1"].months) == 1


def test_a_watch_needs_a_control(desk, shown):
    dialog = shown(WatchDialog(desk))
    dialog.title.setText("一曲姑苏")
    dialog.released.setText("2026年3月")
    assert not dialog.save_button.isEnabled()
    assert "没有对照" in dialog.told.text()
    dialog.control.setText("周庄")
    assert dialog.save_button.isEnabled()
    assert dialog.watch().released == "2026-03"
    dialog.released.setText("三月")
    assert not dialog.save_button.isEnabled()


def test_what_is_watched_no_longer_leaves_the_list(bureau, desk, stand_in):
    bureau.show_section(WATCH)
    desk.save_watch(watch())
    bureau.section.retire()
    assert desk.state.watches == ()
    assert bureau.section.empty.isVisible()
    assert stand_in.series["w1"].retired


def test_verdicts_are_sentences():
    one = watch(Month("2025-12", 1.0, 2.0), Month("2026-01", 1.0, None), Month("2026-03", 1.0, 2.0))
    assert before_release(one) == 1
    usual = span(-0.15, 0.0, 0.15)
    none = WatchVerdict(unknown("share", low=None), None, unknown("share", low=None))
    assert verdict_words(one, none)[0] == "月份还不够，说不准"
    noise = WatchVerdict(span(-0.02, 0.08, 0.2), True, usual)
    assert verdict_words(one, noise)[0] == "和对照差 +8%（−2% 到 +20%），分不出是不是剧带来的"
    real = WatchVerdict(span(0.2, 0.3, 0.4), False, usual)
    assert verdict_words(one, real)[0] == "比对照多 30%（+20% 到 +40%），不像是碰巧"
    less = WatchVerdict(span(-0.4, -0.3, -0.2), False, usual)
    assert verdict_words(one, less)[0] == "比对照少 30%（−40% 到 −20%），不像是碰巧"


def test_months_run_over_the_turn_of_years():
    assert months_round("2026-03", 3, 2) == ("2025-12", "2026-01", "2026-02", "2026-03", "2026-04")
    assert read_month("2026/3") == "2026-03"
    assert read_month(" ") == ""
    with pytest.raises(ValueError, match="2026-13"):
        read_month("2026-13")
    assert signed(0.001) == "0%"


@given(st.integers(2000, 2100), st.integers(1, 12), st.integers(0, 30), st.integers(1, 30))
@settings(max_examples=50)
def test_months_follow_one_another(year, month, before, after):
    every = months_round(f"{year}-{month:02d}", before, after)
    assert len(every) == before + after
    assert every[before] == f"{year}-{month:02d}"
    assert list(every) == sorted(set(every))
    assert all(1 <= int(one[5:]) <= 12 for one in every)


def test_the_chart_measures_each_line_against_its_own_months_before():
    before = [True, True, True, False]
    assert beside_before([100.0, None, 300.0, 400.0], before) == [(0, 0.5), (2, 1.5), (3, 2.0)]
    assert beside_before([None, None, None, 400.0], before) == []
    assert beside_before([0.0, 0.0, 0.0, 4.0], before) == []


def test_the_chart_draws_with_and_without_figures(bureau, desk):
    bureau.show_section(WATCH)
    desk.save_watch(watch())
    chart = bureau.section.chart
    blank = chart.grab().toImage()
    months = [Month(f"2025-{one:02d}", 100.0 + one, 200.0) for one in range(3, 13)]
    desk.save_watch(watch(*months, Month("2026-03", 900.0, 200.0), Month("2026-05", 800.0, None)))
    drawn = chart.grab().toImage()
    assert drawn != blank
    assert chart.place[-1][0] > chart.place[-2][0] + 1


# ---- visitors


def test_a_route_stands_in_days_and_stops(bureau, desk, where, tmp_path):
    bureau.show_section(VISIT)
    asked = []
    bureau.page_asked.connect(asked.append)
    for one in bureau.section.empty.buttons:
        one.click()
    assert asked == ["plan", "pitch"]
    desk.refresh_pitch()
    bureau.section.empty.buttons[0].click()
    told = words(bureau.section)
    sites = [one.site.name_zh for one in desk.state.pitch.sites]
    assert all(name in told for name in sites)
    assert "第 1 天 · 苏州" in told
    assert "09:00–10:30" in told
    assert "5 公里" in told
    for act in bureau.section.files.actions():
        act.trigger()
    assert [name.rpartition(".")[2] for name in where] == ["html", "pdf", "kml"]


def test_a_day_is_as_long_as_asked(bureau, desk, stand_in, monkeypatch):
    minutes = []
    whole = stand_in.visit_route

    def heard(ws, title, sites, scenes=(), day_minutes=480):
        minutes.append(day_minutes)
        return whole(ws, title, sites, scenes, day_minutes)

    monkeypatch.setattr(stand_in, "visit_route", heard)
    desk.refresh_pitch()
    bureau.show_section(VISIT)
    bureau.section.hours.setValue(6)
    bureau.section.look()
    assert minutes == [360]


def test_a_ticket_nobody_published_is_not_free(bureau, desk):
    desk.refresh_pitch()
    bureau.show_section(VISIT)
    bureau.section.look()
    assert bureau.section.tickets.value.text() == "未知"


def test_clocks_are_read_as_people_do():
    assert [clock(one) for one in (0, 545, 1439, 1500)] == ["00:00", "09:05", "23:59", "01:00"]
