"""An example desk for the picture of the page 外勘: two packs, filled in by two people.

Everything is done on a copy of the catalogue in a folder that goes with the picture.
"""

from __future__ import annotations

import shutil
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path

from PIL import ExifTags, Image, ImageDraw

from geo.model import Site
from geo.model.field import Fix, Track
from gui.session import Session

Rest = Callable[[], None]

FIRST, SECOND, OWNER = "沈砚", "顾南", "陆经理"
MOST = 5
SAID = {"truck": "near", "power": "enough", "parking": "car", "signal": "good", "ceiling": 3.8}
AWAY = ((-0.0009, -0.0010), (-0.0013, 0.0004), (-0.0002, -0.0017))
"""Where the three photos are taken: degrees north and east of the place."""
SKIES = ((216, 224, 226), (226, 220, 208), (214, 218, 226))
PARTS = ("catalogue*", "own/**/*.yaml")


def copy_of(data: Path, folder: Path) -> Path:
    """A copy of what the window needs of the data, to write to; without photos and tiles."""
    folder.mkdir(parents=True, exist_ok=True)
    for pattern in PARTS:
        for one in data.glob(pattern):
            if one.is_file():
                target = folder / one.relative_to(data)
                target.parent.mkdir(parents=True, exist_ok=True)
                shutil.copy2(one, target)
    return folder


def lay_out_desk(session: Session, folder: Path, rest: Rest) -> None:
    """Open a pack of the first places of the ranking, filled in, and one question beside it."""
    ranking = session.state.ranking
    if ranking is None or not ranking.sites:
        return
    first = ranking.site_order.index[:MOST]
    wishes = session.pack_wishes(tuple(ranking.sites[int(at)].site.id for at in first))
    if wishes is None:
        return
    mine, theirs = (folder / f"{wishes.name}-{one}.gpkg" for one in (FIRST, SECOND))
    session.make_pack(wishes, mine)
    rest()
    session.forget_notes("pack")
    shutil.copy(mine, theirs)
    _fill_in(session, theirs, SECOND, rest, {"price": _price(8000, "")})
    until = f"{date.today() + timedelta(days=40):%Y-%m-%d}"
    _fill_in(session, mine, FIRST, rest, {**SAID, "price": _price(6000, until)})
    for path in (theirs, mine):
        session.merge_pack(path)
        rest()
    session.forget_notes("home")
    site = _site(session)
    if site is None:
        return
    here = Fix(site.lat - 0.0022, site.lon - 0.0024, 6.0, source="gpx")
    steps = ((0.0016, 0.0031), (0.0011, 0.0024), (0.0013, 0.0013), (0.0004, 0.0006))
    walked = tuple(Fix(here.lat - north, here.lon - east) for north, east in steps)
    session.put_field(track=Track((*walked, here)))
    session.set_fix(here)
    session.hang_field_photos(tuple(_photos(folder, site)))
    rest()


def _fill_in(session: Session, path: Path, who: str, rest: Rest, said: dict[str, object]) -> None:
    session.set_who(who)
    session.open_pack(path)
    rest()
    for key, value in said.items():
        session.answer(key, value)  # type: ignore[arg-type]
    rest()


def _price(amount: float, until: str) -> dict[str, object]:
    return {"amount": amount, "per": "day", "who": OWNER, "until": until}


def _site(session: Session) -> Site | None:
    field = session.state.outdoors
    sheet = None if field.desk is None else field.desk.sheet(field.site)
    return None if sheet is None else sheet.site


def _photos(folder: Path, site: Site) -> list[Path]:
    """Three drawn pictures that say, as a camera does, when and where they were taken."""
    made = []
    for at, ((north, east), sky) in enumerate(zip(AWAY, SKIES, strict=True)):
        path = folder / f"{at}.jpg"
        picture = Image.new("RGB", (600, 400), sky)
        draw = ImageDraw.Draw(picture)
        draw.ellipse((-200, 240, 800, 700), fill=(150, 174, 160))
        draw.rectangle((170 + 30 * at, 220, 370 + 30 * at, 310), fill=(240, 232, 222))
        roof = [(140 + 30 * at, 220), (270 + 30 * at, 130), (400 + 30 * at, 220)]
        draw.polygon(roof, fill=(58, 58, 54))
        exif = Image.Exif()
        taken = f"{date.today():%Y:%m:%d} 14:2{1 + 3 * at}:00"
        exif.get_ifd(ExifTags.IFD.Exif)[ExifTags.Base.DateTimeOriginal] = taken
        exif.get_ifd(ExifTags.IFD.GPSInfo).update(
            {
                1: "N",
                2: _degrees(site.lat + north),
                3: "E",
                4: _degrees(site.lon + east),
                16: "T",
                17: (48.0, 340.0, 82.0)[at],
            }
        )
        picture.save(path, exif=exif)
        made.append(path)
    return made


def _degrees(value: float) -> tuple[int, int, float]:
    whole, minutes = int(value), int(value % 1 * 60)
    return whole, minutes, round((value % 1 * 60 - minutes) * 60, 3)
