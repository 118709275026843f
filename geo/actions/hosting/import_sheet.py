"""A workbook in which a bureau brings its own places, forty in an hour."""

from __future__ import annotations

from pathlib import Path

from geo.actions.workspace import Workspace, locate
from geo.model.hosting import Ours
from geo.progress import Job, Step


def write_import_sheet(ws: Workspace, path: Path, lang: str, ours: Ours | None = None) -> Job[Path]:
    """A workbook to fill in with sites: lists to choose from, checks, an example, notes.

    ``ours`` narrows the lists of cities and districts to the area asked about; ``import_sites``
    reads what is filled in. Raises ExportError.
    """
    from geo.present.import_book import Example, write_places

    yield Step("export_write")
    city = locate(ours.city) if ours is not None else None
    if ours is None or city is None:
        cities = sorted({one.name for one in ws.regions.values() if one.level == "city"})
        districts, example = [], Example()
    else:
        cities = [ours.city]
        below = [one.name for one in ws.regions.values() if one.parent == city.adcode]
        districts = [ours.district] if ours.district else below
        point = locate(ours.district) if ours.district else None
        # the first of the list lies in the city for sure; a district's name may stand elsewhere too
        spot = point if point is not None and point.parent == city.adcode else city
        example = Example(ours.city, (districts or [""])[0], round(spot.lat, 4), round(spot.lon, 4))
    types = tuple(ws.vocabulary.scene_types.values())
    return write_places(types, (cities, districts), example, ws.phrases, path, lang)
