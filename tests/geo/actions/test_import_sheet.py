"""The workbook for a bureau's own places: forty filled in come back with every column."""

import openpyxl
import pytest

from geo import actions
from geo.model import Exposure, Kind, VenueClass
from geo.model.hosting import Ours
from geo.present.import_book import ERAS, EXAMPLE, FIRST, HEADINGS, SCENES, WIDTHS
from geo.progress import finish
from tests.geo.actions.conftest import ASSETS
from tests.geo.present.pitch.offices import SOFFICE, needs_office

OURS = Ours("绍兴")
PLACES = 40


@pytest.fixture(scope="module")
def own(tmp_path_factory):
    """A workspace of its own, for the places that are brought in."""
    made = finish(actions.open_workspace(ASSETS, tmp_path_factory.mktemp("own")))
    yield made
    made.store.close()


def sheet_of(ws, path, lang="zh", ours=OURS):
    finish(actions.write_import_sheet(ws, path, lang, ours))
    return openpyxl.load_workbook(path)


def lists_of(book):
    """What can be chosen in each column of the first row, by its heading."""
    sheet = book.worksheets[0]
    found = {}
    for rule in sheet.data_validations.dataValidation:
        if rule.type == "list":
            name, _, cells = rule.formula1.replace("'", "").partition("!")
            column = next(iter(rule.sqref.ranges)).min_col
            entries = [row[0].value for row in book[name][cells.replace("$", "")]]
            found[sheet.cell(HEADINGS, column).value] = entries
    return found


def columns_of(book):
    sheet = book.worksheets[0]
    return [cell.value for cell in sheet[HEADINGS]]


def fill(book, path, lang):
    """Choose and type forty places; what each should come back as, by name."""
    sheet, heads, lists = book.worksheets[0], columns_of(book), lists_of(book)
    expected = {}
    for at in range(PLACES):
        values = []
        for head in heads:
            choices = lists.get(head)
            values.append(choices[at % len(choices)] if choices else "")
        told = dict(zip(heads, values, strict=True))
        name = f"试验地{at}"
        typed = [
            name,
            f"Trial {at}",
            30.0 + at / 1000,
            120.58,
            f"{1000 + at}",
            at,
            "8:30–17:00",
            at + 20,
            900 + at,
            f"=note {at}",
        ]
        plain = [head for head in heads if head not in lists]
        told |= dict(zip(plain, typed, strict=True))
        for column, head in enumerate(heads, 1):
            sheet.cell(FIRST + at, column).value = told[head]
            if isinstance(told[head], str):
                sheet.cell(FIRST + at, column).data_type = "s"
        expected[name] = told
    book.save(path)
    return heads, expected


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_forty_places_come_back_with_every_column(own, tmp_path, lang):
    path = tmp_path / "a.xlsx"
    book = sheet_of(own, path, lang)
    heads, expected = fill(book, path, lang)
    layer = finish(actions.import_sites(own, path, "wgs84"))
    assert {site.name_zh for site in layer.sites} == set(expected)
    kinds = [Kind.BASE, Kind.BASE, Kind.BASE, Kind.SCENIC, Kind.ICH, Kind.COMMUNITY]
    classes = [
        VenueClass.OPEN,
        VenueClass.INDOOR_BASE,
        VenueClass.BACKLOT,
        VenueClass.OPEN,
        VenueClass.OPEN,
        VenueClass.ROOM,
    ]
    insides = [Exposure.INSIDE, Exposure.OUTSIDE, Exposure.UNKNOWN]
    names = {
        word: code for code, one in own.vocabulary.scene_types.items() for word in (one.zh, one.en)
    }
    scene_heads = [
        head for head in heads if head.endswith(tuple(f"({n})" for n in range(1, SCENES + 1)))
    ]
    for at, site in enumerate(sorted(layer.sites, key=lambda one: int(one.name_zh[3:]))):
        told = expected[site.name_zh]
        assert site.name_en == f"Trial {at}"
        assert (site.lat, site.lon) == (round(30.0 + at / 1000, 7), 120.58)
        assert (site.kind, site.venue_class) == (kinds[at % 6], classes[at % 6])
        asked = {names[told[head]] for head in scene_heads[:SCENES]}
        assert {one.scene_type for one in site.scene_types} == asked
        assert {one.exposure for one in site.scene_types} == {insides[at % 3]}
        assert len(site.eras) == 1  # the same was chosen twice
        assert [(hire.amount, hire.per) for hire in site.hires] == [(1000 + at, "day")]
        assert site.ticket_cny == at
        assert site.closed_weekdays == (() if at % 8 == 7 else (at % 8,))
        assert site.opening_note_zh == "8:30–17:00"
        assert (site.sets_count, site.indoor_area_m2) == (at + 20, 900 + at)
        assert site.notes_zh == f"=note {at}"
        assert site.city_zh == "绍兴"
    # the city of some points is not the one that was chosen, and the import tells that alone
    assert {one.code for one in layer.notes} <= {"layer_rows_other_city"}


def test_every_field_stands_in_a_column_and_has_its_words(own, tmp_path):
    heads = columns_of(sheet_of(own, tmp_path / "a.xlsx"))
    assert len(heads) == len(WIDTHS) + SCENES - 1 + ERAS - 1
    assert not any("import_" in str(head) for head in heads)


def test_the_example_is_no_place(own, tmp_path):
    path = tmp_path / "a.xlsx"
    book = sheet_of(own, path)
    sheet = book.worksheets[0]
    example = [cell.value for cell in sheet[EXAMPLE]]
    assert None not in example[:5]
    sheet.cell(FIRST, 1).value = "唯一一处"
    sheet.cell(FIRST, 5).value = "柯桥区"
    book.save(path)
    layer = finish(actions.import_sites(own, path, "wgs84"))
    assert [site.name_zh for site in layer.sites] == ["唯一一处"]
    site = layer.sites[0]
    # what was left blank is unknown, never nought
    assert (site.ticket_cny, site.sets_count, site.indoor_area_m2, site.closed_weekdays) == (
        None,
    ) * 4
    assert site.coord_basis == "district_centroid"


def test_lists_are_of_the_area_and_of_the_vocabulary(own, tmp_path):
    lists = lists_of(sheet_of(own, tmp_path / "a.xlsx"))
    assert lists["城市"] == ["绍兴"]
    assert {"柯桥区", "越城区", "诸暨市"} <= set(lists["区县"])
    assert lists["场景 (1)"] == [one.zh for one in own.vocabulary.scene_types.values()]
    assert len(lists_of(sheet_of(own, tmp_path / "b.xlsx", "zh", None))["城市"]) > 300


def test_what_is_said_about_the_inside_is_never_taken_for_a_yes(own, tmp_path):
    path = tmp_path / "a.csv"
    path.write_text(
        "名称,区县,城市,类型,场景,里面能拍吗\n甲,柯桥区,绍兴,社会场地,茶馆,看情况\n", "utf-8"
    )
    layer = finish(actions.import_sites(own, path, "wgs84"))
    assert [one.exposure for one in layer.sites[0].scene_types] == [Exposure.UNKNOWN]
    assert [one.code for one in layer.notes] == ["layer_rows_inside"]


@needs_office
def test_another_office_program_keeps_lists_and_places(own, tmp_path):
    import subprocess

    path = tmp_path / "a.xlsx"
    book = sheet_of(own, path)
    _, expected = fill(book, path, "zh")
    out = tmp_path / "out"
    profile = f"-env:UserInstallation=file://{tmp_path}/profile"
    command = [
        SOFFICE,
        profile,
        "--headless",
        "--convert-to",
        "xlsx",
        "--outdir",
        str(out),
        str(path),
    ]
    subprocess.run(command, check=True, capture_output=True, timeout=240)
    again = out / "a.xlsx"
    assert lists_of(openpyxl.load_workbook(again))["类型"] == lists_of(book)["类型"]
    first, second = (finish(actions.import_sites(own, one, "wgs84")) for one in (path, again))
    assert len(first.sites) == len(expected) == PLACES
    assert first == second
