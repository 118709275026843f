"""What is told of a photo: in the tile's tool tip, on the map, beside the note."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication

from geo.model.field import FieldPhoto
from gui.pages.value_words import say
from gui.pages.way_words import bearing_word, distance_word, moment_word
from gui.session import State
from gui.widgets.map_photos import PhotoMark

MARS = "gcj02"
"""The datum of public maps in the mainland, as people call it: 火星坐标."""
SHIFTED = ("photo_datum_shifted", "photo_datum_told")


def way_word(photo: FieldPhoto) -> str:
    """Which way the lens looked, in words; empty where nobody knows."""
    if photo.bearing is None:
        return ""
    told = QCoreApplication.translate("FieldPhotos", "朝{way}")
    return told.format(way=bearing_word(photo.bearing))


def told_of(photo: FieldPhoto, lang: str) -> list[str]:
    """Time, direction, distance and hand, as far as they are known."""
    told = []
    if photo.taken:
        told.append(moment_word(photo.taken, lang))
    if way := way_word(photo):
        told.append(way)
    if photo.away_m is not None:
        far = QCoreApplication.translate("FieldPhotos", "离这一处 {far}")
        told.append(far.format(far=distance_word(photo.away_m)))
    elif photo.lat is None:
        told.append(QCoreApplication.translate("FieldPhotos", "照片里没有位置"))
    if photo.converted:
        told.append(QCoreApplication.translate("FieldPhotos", "位置按火星坐标换算过"))
    if photo.who:
        told.append(photo.who)
    return told


def convertible(photo: FieldPhoto) -> bool:
    """Whether its position may be on the datum of public maps."""
    doubt = photo.doubt
    if doubt is None or photo.converted or doubt.code not in SHIFTED:
        return False
    datum = "".join(one for one in str(doubt.values.get("datum", "")).upper() if one.isalnum())
    return doubt.code == SHIFTED[0] or datum.startswith("GCJ")


def photo_marks(photos: Sequence[FieldPhoto], state: State) -> list[PhotoMark]:
    """The photos that know where they were taken, as marks of the map."""
    return [
        PhotoMark(
            one.id,
            one.lat,
            one.lon,
            one.bearing,
            one.doubt is not None,
            "\n".join(_words(one, state)),
        )
        for one in photos
        if one.lat is not None and one.lon is not None
    ]


def _words(photo: FieldPhoto, state: State) -> list[str]:
    told = [" · ".join(told_of(photo, state.language))]
    if photo.note:
        told.append(photo.note)
    if photo.doubt is not None:
        told.append(say(state, photo.doubt))
    return told
