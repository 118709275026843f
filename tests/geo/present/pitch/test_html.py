"""The page for phones, in a real browser without a network and as bytes."""

from __future__ import annotations

import html
import json
import re
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from geo.errors import ExportError
from geo.model.pitch import Audience, PitchLang, PitchPart
from geo.phrases import load_phrases
from geo.present.pitch.base_packs import read_base_packs
from geo.present.pitch.blocks import Drawing, Page, Picture, Pictures, Said
from geo.present.pitch.drawing import map_drawing
from geo.present.pitch.html_page import SMALL_BYTES, write_page
from tests.geo.present.pitch.browser import CHROMIUM, Browser
from tests.geo.present.pitch.made import BASE, LILI, THREE, pitch
from tests.geo.present.pitch.sample_pages import FIRSTS, PLACES
from tests.geo.present.pitch.samples import TRAPS, bare, hostile, paper
from tests.geo.present.pitch.test_drawing import put_pack

ASSETS = Path(__file__).parents[4] / "assets"
LEAFLET = ASSETS / "leaflet"
PHRASES = load_phrases(ASSETS / "phrases")
# the page itself must not be wider than the screen; nor may a word of it stand outside
WIDTH = """(() => {
  const wide = document.documentElement.clientWidth;
  const out = [...document.querySelectorAll('main *')].filter(one => {
    const box = one.getBoundingClientRect();
    return box.width && (box.right > wide + 1 || box.left < -1) && !one.closest('svg');
  }).map(one => one.tagName + '.' + one.className);
  return [document.documentElement.scrollWidth, wide, out];
})()"""
# marks that lie inside the map, ways and shapes of the base that have an extent
DRAWN = """(() => {
  const inside = [...document.querySelectorAll('.kj-mark')].filter(one => {
    const box = one.getBoundingClientRect();
    return box.left >= 0 && box.top >= 0 && box.right <= innerWidth && box.bottom <= innerHeight;
  });
  const shapes = kind => [...document.querySelectorAll(kind)].filter(
    one => one.getBoundingClientRect().width + one.getBoundingClientRect().height > 2).length;
  const texts = kind => [...document.querySelectorAll(kind)].map(one => one.textContent);
  return {marks: inside.map(one => one.title), ways: shapes('path.kj-way'),
    base: shapes('path[class*=kj-base]'), names: texts('.kj-name span'), notes: texts('.kj-note')};
})()"""


@pytest.fixture(scope="module")
def browser():
    if CHROMIUM is None:
        pytest.skip("no Chromium here")
    with Browser() as one:
        yield one


def written(folder, made, told, pack=None, **more):
    """The page at a path; the drawing of the sample is replaced by that of the pitch."""
    drawing = map_drawing(told, PHRASES, base=BASE, pack=pack)
    pages = tuple(
        replace(
            page,
            blocks=tuple(drawing if isinstance(one, Drawing) else one for one in page.blocks),
        )
        for page in made.pages
    )
    path = folder / "page.html"
    return write_page(replace(made, pages=pages), told, BASE, PHRASES, LEAFLET, path, pack, **more)


def framed(path):
    """What the map frame holds, as it was before it was escaped."""
    return html.unescape(re.search(r'srcdoc="(.*?)"></iframe>', path.read_text("utf-8"), re.S)[1])


@pytest.mark.parametrize(
    ("lang", "audience", "widths"),
    [
        (PitchLang.BOTH, Audience.INTERNAL, (360, 1440)),
        (PitchLang.EN, Audience.PUBLIC, (360,)),
    ],
)
def test_a_page_fits_its_screen_and_its_map_is_drawn(browser, tmp_path, lang, audience, widths):
    path = written(tmp_path, paper(tmp_path, lang, audience), pitch(THREE, audience, lang))
    named = [place[1 if lang is PitchLang.EN else 0] for place in THREE]
    for width in widths:
        seen = browser.look(path, width, WIDTH, DRAWN, dark=lang is PitchLang.EN)
        assert (seen.asked, seen.complaints) == ([], [])
        assert seen.page == [width, width, []]
        assert seen.frame["marks"] == seen.frame["names"] == named
        assert seen.frame["ways"] == 2
        assert (seen.frame["base"] > 0) is (audience is Audience.INTERNAL)


def test_names_that_are_traps_stay_names(browser, tmp_path):
    places = [
        (trap, trap, 120.6 + number / 50, 31.0 + number / 70) for number, trap in enumerate(TRAPS)
    ]
    traps = "</script><script>window.caught=1</script>", "<img src=x onerror='window.caught=1'>"
    places += [(trap, trap, 120.55, 31.1 + number / 9) for number, trap in enumerate(traps)]
    told = pitch(places, lang=PitchLang.BOTH)
    path = written(tmp_path, hostile(tmp_path), told)
    asked = f"{WIDTH}.concat([window.caught, document.body.innerText, document.images.length])"
    for width in (360, 1440):
        seen = browser.look(path, width, asked, f"[window.caught, {DRAWN}]")
        assert (seen.asked, seen.complaints) == ([], [])
        *size, caught, text, images = seen.page
        assert size == [width, width, []]
        assert (caught, seen.frame[0]) == (None, None)
        assert images == 2 + len(FIRSTS)
        for trap in (*TRAPS[:3], "{{ 7*7 }} {% raw %}"):
            assert trap in text
            assert trap in seen.frame[1]["marks"]
        assert set(traps) <= set(seen.frame[1]["marks"])
    assert "\u202e" not in path.read_text("utf-8")


def test_a_pack_with_nothing_in_it_is_still_a_page(browser, tmp_path):
    path = write_page(bare(), pitch(()), None, PHRASES, LEAFLET, tmp_path / "page.html")
    seen = browser.look(path, 360, WIDTH)
    assert (seen.asked, seen.complaints, seen.page) == ([], [], [360, 360, []])
    assert "iframe title" not in path.read_text("utf-8")


def test_the_reviewed_base_is_in_the_frame_with_its_number(browser, tmp_path):
    put_pack(tmp_path / "packs" / "js")
    (pack,) = read_base_packs(tmp_path / "packs")
    path = written(tmp_path, paper(tmp_path), pitch(), pack)
    seen = browser.look(path, 360, "1", DRAWN)
    assert seen.frame["base"] == 3
    assert "审图号：苏S(2026)001号" in seen.frame["notes"]
    assert path.read_text("utf-8").count("苏S(2026)001号") >= 2  # beside the drawing as well


@pytest.mark.parametrize("audience", [Audience.PUBLIC, None])
def test_a_page_for_the_public_holds_no_border(tmp_path, audience):
    path = written(tmp_path, paper(tmp_path), pitch(audience=audience))
    data = re.search(r"drawPitch\(\s*\w+, (\{.*?\})\);", framed(path), re.S)[1]
    assert not {"land", "china", "counties", "lakes", "rivers", "nine"} & set(json.loads(data))
    assert "<polygon" not in path.read_text("utf-8")
    office = written(tmp_path, paper(tmp_path), pitch(audience=Audience.INTERNAL))
    assert '"china":[{' in framed(office)


def test_sixty_photos_of_any_kind_stay_under_five_megabytes(tmp_path):
    dice = np.random.default_rng(7)
    noise = dice.integers(0, 255, (700, 1050, 3), dtype=np.uint8)
    photos = []
    for number in range(60):
        path = tmp_path / f"{number}.jpg"
        Image.fromarray(np.roll(noise, number)).save(path, quality=82)
        photos.append(Picture(str(path), Said(f"照片 {number}")))
    photos.append(Picture(str(tmp_path / "gone.jpg"), Said("不在")))
    page = Page(PitchPart.ANSWER, Said("照片"), (Pictures(tuple(photos)),))
    told = pitch(audience=Audience.INTERNAL)
    path = written(tmp_path, replace(paper(tmp_path), pages=(page,)), told)
    assert path.stat().st_size < 5_000_000
    text = path.read_text("utf-8")
    assert text.count("data:image/jpeg;base64,") == 60
    assert "不在" not in text


def test_a_row_bears_a_small_photo_that_is_named_and_light(tmp_path):
    made = paper(tmp_path)
    scenes = next(one for one in made.pages if one.part is PitchPart.SCENES)
    text = written(tmp_path, replace(made, pages=(scenes,), logo=""), pitch()).read_text("utf-8")
    shown = re.findall(
        r'<img class="small" src="data:image/jpeg;base64,([^"]+)" alt="(.+?)">', text
    )
    assert [alt for _, alt in shown] == [PLACES[n % len(PLACES)][0] for n in FIRSTS]
    assert all(len(data) < SMALL_BYTES * 4 / 3 + 4 for data, _ in shown)
    gone = tmp_path / f"photo{FIRSTS[1]}.jpg"
    gone.write_bytes(b"no photo")
    text = written(tmp_path, replace(made, pages=(scenes,), logo=""), pitch()).read_text("utf-8")
    assert text.count('<img class="small"') == len(FIRSTS) - 1


def test_a_template_of_ones_own_is_used_and_its_faults_are_told(tmp_path):
    own = tmp_path / "page.html"
    own.write_text("<p>{{ paper.title.main }}</p>", encoding="utf-8")
    made = replace(bare(), title=Said("<b>"))
    path = tmp_path / "out.html"
    write_page(made, pitch(()), None, PHRASES, LEAFLET, path, template=own)
    assert path.read_text("utf-8") == "<p>&lt;b&gt;</p>"
    for fault, line in (
        ("a\n{% if %}", 2),
        ("a\nb\n{{ paper.nothing.at_all }}", 3),
        ("{{ ''.__class__.__mro__[1].__subclasses__() }}", 1),
        ("{{ 1 / 0 }}", 1),
        ("{% include 'secret' %}", 1),
        ("\n{{ svg('no drawing') }}", 2),
        ("{% macro again() %}{{ again() }}{% endmacro %}{{ again() }}", 1),
    ):
        own.write_text(fault, encoding="utf-8")
        with pytest.raises(ExportError) as told:
            write_page(made, pitch((LILI,)), None, PHRASES, LEAFLET, path, template=own)
        assert (told.value.code, told.value.values["line"]) == ("pitch_page_template", line)
        assert path.read_text("utf-8") == "<p>&lt;b&gt;</p>"  # what stood there is untouched
    for bad, code in ((b"", "pitch_page_empty"), (b"\n \n", "pitch_page_empty")):
        own.write_bytes(bad)
        with pytest.raises(ExportError, match=code):
            write_page(made, pitch((LILI,)), None, PHRASES, LEAFLET, path, template=own)
    own.write_bytes("<p>勘景</p>".encode("gbk"))
    with pytest.raises(ExportError, match="paper_unreadable"):
        write_page(made, pitch((LILI,)), None, PHRASES, LEAFLET, path, template=own)
    assert path.read_text("utf-8") == "<p>&lt;b&gt;</p>"
