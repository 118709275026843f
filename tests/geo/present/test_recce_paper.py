"""The blank recce form on paper: every line of the form, a sheet for each place."""

from datetime import date
from pathlib import Path

import pypdfium2
import pytest

from geo.errors import ExportError
from geo.files import PDFIUM
from geo.model import Kind, VenueClass
from geo.model.field import RecceField
from geo.model.sites import Exposure, Site, SiteScene
from geo.phrases import load_phrases
from geo.present.recce_paper import BlankForm, recce_document, write_recce_paper
from geo.script import load_vocabulary
from geo.sync.form import load_form

ROOT = Path(__file__).parents[3]
TEMPLATE = ROOT / "assets" / "templates" / "recce.typ"
FORM = load_form(ROOT / "assets" / "recce.yaml", ROOT / "nothing.yaml")
PHRASES = load_phrases(ROOT / "assets" / "phrases").naming(
    load_vocabulary(ROOT / "assets" / "vocabulary")
)
TONGLI = Site(
    "tongli", "同里影视摄制基地", "Tongli Film Base", Kind.BASE, "320500", "苏州", "Suzhou",
    "吴江区", 31.16046, 120.71536, "source", 600.0, VenueClass.OPEN,
    scene_types=(SiteScene("teahouse", Exposure.INSIDE), SiteScene("#[*x*]", Exposure.INSIDE)),
)  # fmt: skip


def blank(lang="zh", sites=(), lines=FORM):
    return BlankForm(lines, tuple(sites), PHRASES, lang, date(2026, 11, 22))


def pages(path):
    with PDFIUM:
        file = pypdfium2.PdfDocument(path)
        texts = [file[at].get_textpage().get_text_range() for at in range(len(file))]
        sizes = [file[at].get_size() for at in range(len(file))]
        file.close()
    return texts, sizes


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_all_lines_and_answers_stand_on_one_a4_page(tmp_path, lang):
    path = write_recce_paper(blank(lang), TEMPLATE, tmp_path / "form.pdf")
    (text,), (size,) = pages(path)
    assert size == pytest.approx((595.28, 841.89), abs=0.1)
    flat = "".join(text.split())
    for line in FORM:
        assert "".join((line.zh if lang == "zh" else line.en).split()) in flat
        for one in line.options:
            assert "".join((one.zh if lang == "zh" else one.en).split()) in flat
    assert "recce_" not in text
    assert "2026-11-22" in text


def test_each_place_has_a_page_with_what_is_known_of_it(tmp_path):
    path = write_recce_paper(blank("zh", [TONGLI, TONGLI]), TEMPLATE, tmp_path / "form.pdf")
    texts, _ = pages(path)
    assert len(texts) == 2
    assert "同里影视摄制基地" in texts[0]
    assert "31.16046" in texts[0]
    assert "茶馆" in texts[0]
    # words of a place are never taken for commands of the template
    assert "#[*x*]" in texts[0]
    english = recce_document(blank("en", [TONGLI]))["places"][0]
    assert (english["name"], english["area"]) == ("Tongli Film Base", "Suzhou")


def test_many_lines_of_ones_own_flow_on_to_a_second_page(tmp_path):
    own = tuple(
        RecceField(f"own.{at}", "flag", "own", f"自己的第{at}行", f"Own {at}", own=True)
        for at in range(12)
    )
    path = write_recce_paper(blank("zh", lines=(*FORM, *own)), TEMPLATE, tmp_path / "form.pdf")
    texts, _ = pages(path)
    assert len(texts) == 2
    assert "自己的第11行" in "".join(texts[1].split())


def test_a_folder_that_cannot_be_written_is_told(tmp_path):
    (tmp_path / "file").write_text("x", encoding="utf-8")
    with pytest.raises(ExportError, match="export_refused"):
        write_recce_paper(blank(), TEMPLATE, tmp_path / "file" / "form.pdf")
