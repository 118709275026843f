"""What is private never leaves: not in the pack, not in a byte of any file, unless ticked."""

from __future__ import annotations

import io
import zipfile
from dataclasses import replace
from datetime import date
from pathlib import Path

import pypdfium2
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from geo import actions
from geo.actions.pitch import writing
from geo.errors import CatalogueError, ExportError
from geo.model import Basis, Hire, Planned, ProjectFacts
from geo.model.pitch import (
    Audience,
    BureauCard,
    Disclosure,
    PitchFormat,
    PitchPart,
    PitchWishes,
    SiteFile,
)
from geo.progress import finish
from tests.test_plan_command import SCENES

ASSETS = Path(__file__).parents[3] / "assets"
TODAY = date(2026, 11, 22)
PLACE, OTHER = "suzhou-lili", "suzhou-jinxi"
PRIVATE = {
    Disclosure.OWNER: ("沈业主", "13911112222", "周师傅 13733334444"),
    Disclosure.FLOOR: ("43217",),
    Disclosure.QUOTES: ("61283", "钱经理"),
    Disclosure.NOTES: ("只肯周二", "后门钥匙"),
}
CAMERA = "Secretphone 9"


@pytest.fixture(scope="module")
def desk(tmp_path_factory):
    """A workspace whose office keeps secrets of two places."""
    data = tmp_path_factory.mktemp("data")
    ws = finish(actions.open_workspace(ASSETS, data))
    photo = data / "photo.jpg"
    exif = Image.Exif()
    exif[0x0110] = CAMERA
    exif.get_ifd(0x8825).update({1: "N", 2: (31.0, 0.0, 0.0), 3: "E", 4: (120.0, 42.0, 0.0)})
    Image.effect_noise((640, 480), 40).convert("RGB").save(photo, exif=exif)
    site = ws.store.site(PLACE)
    quoted = Hire(61_283.0, "day", Basis.QUOTED, "钱经理", "2026-11-01")
    actions.save_site(
        ws, replace(site, hires=(*site.hires, quoted), notes_zh="后门钥匙", photos=(str(photo),))
    )
    file = SiteFile(
        PLACE,
        "黎里管委会",
        "0512-1",
        owner="沈业主",
        owner_phone="13911112222",
        floor_price=43_217.0,
        notes="只肯周二",
    )
    actions.save_site_file(ws, file, "小王", TODAY)
    yield ws
    ws.store.close()


@pytest.fixture(scope="module")
def script(desk):
    return finish(actions.read_script(desk, ASSETS / "samples" / "yiqu_gusu.fdx"))


@pytest.fixture(scope="module")
def short(desk, tmp_path_factory):
    """Five scenes: files of it are soon written."""
    path = tmp_path_factory.mktemp("script") / "short.fountain"
    path.write_text(SCENES, encoding="utf-8")
    return finish(actions.read_script(desk, path))


def pitched(desk, script, **wishes):
    planned = Planned(contacts={OTHER: "周师傅 13733334444", PLACE: "黎里管委会 0512-1"})
    wished = PitchWishes(sites=(PLACE, OTHER), **wishes)
    job = actions.make_pitch(desk, None, script, ProjectFacts(), wished, planned, TODAY)
    return finish(job)


@settings(max_examples=20)
@given(
    st.frozensets(st.sampled_from(Disclosure)),
    st.sampled_from([None, *Audience]),
    st.booleans(),
)
def test_a_pack_holds_only_the_secrets_that_are_ticked(desk, script, ticked, audience, scripted):
    told = script if scripted else None
    said = repr(pitched(desk, told, disclose=ticked, audience=audience))
    for kind, secrets in PRIVATE.items():
        for secret in secrets:
            assert (secret in said) == (kind in ticked), (kind, secret)
    assert "小王" not in said
    assert "黎里管委会" in said


def test_a_told_price_leaves_no_trace_in_any_figure(desk, script):
    with_it = pitched(desk, script, disclose=frozenset({Disclosure.QUOTES}))
    without = pitched(desk, script)
    venue = next(line for line in with_it.sites[0].cost.lines if line.code == "venue")
    assert venue.amount.basis is Basis.QUOTED
    venue = next(line for line in without.sites[0].cost.lines if line.code == "venue")
    assert not venue.amount.known
    assert without.money[0].cost.total.mid is None
    codes = [one.what.code for one in without.to_confirm if one.site_id == PLACE]
    assert "confirm_quote" in codes


def test_the_list_counts_what_is_held_back_and_never_tells_it(desk, script):
    pitch = pitched(desk, script, disclose=frozenset({Disclosure.FLOOR}))
    told = {one.code: (one.count, one.private, one.given) for one in pitch.disclosed}
    assert told == {
        "sites": (2, False, True),
        "contacts": (1, False, True),
        "photos": (1, False, True),
        "owner": (2, True, False),
        "floor": (1, True, True),
        "quotes": (1, True, False),
        "notes": (1, True, False),
        "photo_place": (1, True, False),
        "rivals": (0, True, True),
        "broken_packs": (0, False, False),
    }
    said = repr(pitch.disclosed)
    assert not [secret for some in PRIVATE.values() for secret in some if secret in said]


def test_a_photo_that_cannot_go_out_is_told_beforehand(desk, script, tmp_path):
    clip = tmp_path / "VID_1.mp4"
    clip.write_bytes(b"\0\0\0\x18ftypmp42" + bytes(40))
    site = desk.store.site(OTHER)
    desk.store.set_photos(OTHER, [str(clip)])
    try:
        pitch = pitched(desk, script)
    finally:
        desk.store.set_photos(OTHER, site.photos)
    photos = next(one for one in pitch.disclosed if one.code == "photos")
    assert photos.count == 1
    assert photos.items[-1].code == "pitch_photo_clip"
    assert "视频" in desk.phrases.tell(photos.items[-1], "zh")


def test_a_rate_of_ones_own_stays_at_home_too(desk, script):
    line = next(one for one in actions.own_lines(desk) if one.per == "day")
    actions.set_rate(desk, line.code, 7_391.0, "会计老吴", TODAY)
    try:
        held, given_out = (
            pitched(desk, script, disclose=frozenset(kinds)) for kinds in ((), (Disclosure.QUOTES,))
        )
    finally:
        actions.set_rate(desk, line.code, None)
    assert "会计老吴" in repr(given_out)
    assert "会计老吴" not in repr(held)
    assert "7391" not in repr(held)
    quotes = next(one for one in held.disclosed if one.code == "quotes")
    assert quotes.count == 2


def test_who_told_an_assumption_is_nobodys_business(desk, script):
    parameter = actions.uplift_parameters(desk)[0]
    actions.set_parameter(desk, parameter.key, parameter.values, "统计老林", TODAY)
    try:
        pitch = pitched(desk, script, compare=("苏州", OTHER))
    finally:
        actions.set_parameter(desk, parameter.key, None)
    assert f"uplift.yaml: {parameter.key}" in repr(pitch.gain)
    assert "统计老林" not in repr(pitch)


def test_who_told_of_a_policy_is_nobodys_business(desk, script):
    counted = pitched(desk, script).money[0].subsidy.policies
    told = next(one.policy_id for one in counted if one.counts)
    policy = next(one for one in actions.policy_book(desk).policies if one.id == told)
    actions.save_policy(desk, replace(policy, sources=()), "政策老孙", TODAY)
    try:
        pitch = pitched(desk, script, compare=("苏州", OTHER))
    finally:
        actions.drop_policy(desk, told)
    source = next(one for one in pitch.money[0].subsidy.policies if one.policy_id == told).sources
    assert [(one.publisher, one.date) for one in source] == [(policy.issuer, TODAY.isoformat())]
    assert "政策老孙" not in repr(pitch)


# ---- what is written


def everything(path):
    """All that can be read out of a file: its bytes, its parts unpacked, its text."""
    content = path.read_bytes()
    found = [content]
    if zipfile.is_zipfile(path):
        with zipfile.ZipFile(path) as packed:
            for name in packed.namelist():
                found += [name.encode(), packed.read(name)]
    if path.suffix == ".pdf":
        with pypdfium2.PdfDocument(content) as pdf:
            found += [page.get_textpage().get_text_bounded().encode() for page in pdf]
    return b"\n".join(found)


@pytest.fixture(scope="module")
def written(desk, short, tmp_path_factory):
    """Every format of a pack in both languages, nothing ticked."""
    folder = tmp_path_factory.mktemp("pack") / "new"
    pitch = pitched(
        desk,
        short,
        formats=frozenset(PitchFormat),
        parts=tuple(PitchPart),
        audience=Audience.PUBLIC,
    )
    return finish(actions.export_pitch(desk, pitch, folder))


def test_every_format_is_there_and_nothing_else(written):
    assert len(written) == len(PitchFormat)
    assert sorted(written) == sorted(written[0].parent.iterdir())
    assert all(path.stat().st_size > 100 for path in written)


def test_no_byte_of_any_format_holds_a_secret(written):
    secrets = [secret for some in PRIVATE.values() for secret in some]
    for path in written:
        content = everything(path)
        for secret in (*secrets, "小王", CAMERA, "43,217", "61,283", "4.3 万", "6.1 万"):
            assert secret.encode() not in content, (path.name, secret)
        assert "GPSInfo" not in content.decode("latin-1"), path.name
    text = next(path for path in written if path.suffix == ".txt").read_text(encoding="utf-8")
    assert "短的" in text


def test_ticked_secrets_do_go_out(desk, short, tmp_path):
    kinds = frozenset({Disclosure.OWNER, Disclosure.NOTES, Disclosure.PHOTO_PLACE})
    pitch = pitched(
        desk,
        short,
        formats=frozenset({PitchFormat.HTML}),
        parts=tuple(PitchPart),
        audience=Audience.PUBLIC,
        disclose=kinds,
    )
    (page,) = finish(actions.export_pitch(desk, pitch, tmp_path))
    said = page.read_text(encoding="utf-8")
    # all that the list counts as given out, what stands in the record of the place too
    for secret in ("13911112222", *PRIVATE[Disclosure.NOTES]):
        assert secret in said, secret


def test_nobody_asked_who_will_see_it_so_nothing_is_written(desk, short, tmp_path):
    with pytest.raises(ExportError, match="pitch_audience_unknown"):
        finish(actions.export_pitch(desk, pitched(desk, short), tmp_path / "new"))
    pitch = pitched(desk, short, audience=Audience.PUBLIC, formats=frozenset())
    with pytest.raises(ExportError, match="pitch_no_formats"):
        finish(actions.export_pitch(desk, pitch, tmp_path / "new"))
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("fault", [ExportError("export_refused", file="x"), OSError(28, "full")])
def test_all_files_are_written_or_none(desk, short, tmp_path, monkeypatch, fault):
    formats = frozenset({PitchFormat.TEXT, PitchFormat.XLSX})
    pitch = pitched(desk, short, audience=Audience.PUBLIC, formats=formats)
    first = finish(actions.export_pitch(desk, pitch, tmp_path))
    before = {path.name: path.read_bytes() for path in first}

    def fails(_ready, path):
        path.write_text("half", encoding="utf-8")
        raise fault

    monkeypatch.setitem(writing.WRITERS, PitchFormat.TEXT, fails)
    with pytest.raises(ExportError, match="export_"):
        finish(actions.export_pitch(desk, pitch, tmp_path))
    assert {path.name: path.read_bytes() for path in tmp_path.iterdir()} == before
    with pytest.raises(ExportError, match="export_"):
        finish(actions.export_pitch(desk, pitch, tmp_path / "new"))
    assert not (tmp_path / "new").exists()


def test_a_file_that_cannot_be_replaced_leaves_the_others_as_they_were(desk, short, tmp_path):
    formats = frozenset({PitchFormat.TEXT, PitchFormat.XLSX})
    pitch = pitched(desk, short, audience=Audience.PUBLIC, formats=formats)
    text, page = sorted(finish(actions.export_pitch(desk, pitch, tmp_path)))
    page.write_text("mine", encoding="utf-8")
    text.unlink()
    # a folder of that name cannot become a file, and is not thrown away
    text.mkdir()
    (text / "kept").touch()
    with pytest.raises(ExportError, match="export_refused"):
        finish(actions.export_pitch(desk, pitch, tmp_path))
    assert page.read_text(encoding="utf-8") == "mine"
    assert (text / "kept").exists()
    assert sorted(tmp_path.iterdir()) == [text, page]


def test_stopping_in_the_middle_leaves_nothing(desk, short, tmp_path):
    pitch = pitched(desk, short, audience=Audience.PUBLIC, formats=frozenset({PitchFormat.TEXT}))
    job = actions.export_pitch(desk, pitch, tmp_path / "new")
    for step in job:
        if step.code == "pitch_write" and step.done:
            break
    job.close()
    assert list(tmp_path.iterdir()) == []


def test_pages_are_shown_as_wide_as_asked(desk, short):
    pitch = pitched(desk, short, parts=(PitchPart.COVER, PitchPart.ANSWER))
    pages = finish(actions.preview_pitch(desk, pitch, "phone", 300))
    assert pages
    for page in pages:
        assert Image.open(io.BytesIO(page)).width == pytest.approx(300, abs=2)
    assert "短的" in actions.pitch_text(desk, pitch)


# ---- what the office keeps


def test_what_is_told_of_a_place_comes_back_with_who_and_when(desk):
    file = SiteFile(OTHER, contact="锦溪", permit_days=5)
    kept = actions.save_site_file(desk, file, "小李", TODAY)
    assert kept == replace(file, told_by="小李", told_on="2026-11-22")
    try:
        assert actions.site_files(desk)[OTHER] == kept
    finally:
        actions.save_site_file(desk, SiteFile(OTHER), "", TODAY)


def test_a_logo_is_copied_in_and_a_file_that_is_none_refused(desk, tmp_path):
    logo = tmp_path / "logo.png"
    Image.new("RGBA", (40, 40), (200, 0, 0, 120)).save(logo)
    card = BureauCard("黎里镇文旅办", "Lili", "苏州", "吴江区", logo=str(logo))
    kept = actions.save_bureau_card(desk, card)
    logo.unlink()
    try:
        assert Path(kept.logo).is_relative_to(desk.data)
        with Image.open(kept.logo) as image:
            assert image.size == (40, 40)
        assert actions.bureau_card(desk) == kept == actions.save_bureau_card(desk, kept)
        broken = tmp_path / "logo.svg"
        broken.write_text("<svg/>", encoding="utf-8")
        with pytest.raises(CatalogueError, match="photo_unreadable"):
            actions.save_bureau_card(desk, replace(kept, logo=str(broken)))
        assert actions.bureau_card(desk) == kept
    finally:
        actions.save_bureau_card(desk, BureauCard())


def test_a_template_of_ones_own_wins_and_is_never_overwritten(desk):
    name = "pitch.typ"
    assert not next(one for one in actions.pitch_templates(desk) if one.name == name).own
    path = actions.own_template(desk, name)
    try:
        path.write_text("mine", encoding="utf-8")
        assert actions.own_template(desk, name).read_text(encoding="utf-8") == "mine"
        template = next(one for one in actions.pitch_templates(desk) if one.name == name)
        assert (template.path, template.own) == (str(path), True)
    finally:
        path.unlink()
    with pytest.raises(ExportError, match="pitch_template_unknown"):
        actions.own_template(desk, "../../x")
