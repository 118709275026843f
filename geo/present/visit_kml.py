"""The visitors' route as KML 2.2 (WGS-84): a folder a day, a point a stop, a line in order."""

from __future__ import annotations

import html
from collections.abc import Iterable, Sequence
from pathlib import Path

from lxml import etree

from geo.files import exported_file
from geo.model import Site
from geo.model.hosting import VisitDay, VisitStop
from geo.present.pitch.names import one_line
from geo.present.pitch.plain import plain
from geo.present.visit_paper import VisitTold, clock

SPACE = "http://www.opengis.net/kml/2.2"
DECIMALS = 6


def write_kml(told: VisitTold, path: Path) -> Path:
    """Write the route. Raises ExportError: ``export_refused``, ``export_disk_full``."""
    root = etree.Element(f"{{{SPACE}}}kml", nsmap={None: SPACE})
    document = etree.SubElement(root, f"{{{SPACE}}}Document")
    _text(document, "name", told.title)
    _described(document, [told.say("visit_doubt"), *_rules(told)])
    for day in told.route.days:
        _day(document, told, day)
    made = etree.tostring(root, xml_declaration=True, encoding="UTF-8", pretty_print=True)
    with exported_file(path) as part:
        part.write_bytes(made)
    return path


def _rules(told: VisitTold) -> Iterable[str]:
    return (told.phrases.tell(one, told.lang) for one in told.route.reasons)


def _day(document: etree._Element, told: VisitTold, day: VisitDay) -> None:
    folder = etree.SubElement(document, f"{{{SPACE}}}Folder")
    _text(folder, "name", told.day(day))
    _described(folder, [told.phrases.tell(one, told.lang) for one in day.notes])
    stops = [(stop, told.sites[stop.site_id]) for stop in day.stops if stop.site_id in told.sites]
    for number, (stop, site) in enumerate(stops, 1):
        _stop(folder, told, number, stop, site)
    if len(stops) > 1:
        mark = etree.SubElement(folder, f"{{{SPACE}}}Placemark")
        _text(mark, "name", told.say("visit_line", n=day.day))
        _described(mark, [told.say("visit_line_note")])
        line = etree.SubElement(mark, f"{{{SPACE}}}LineString")
        _text(line, "tessellate", "1")
        _text(line, "coordinates", " ".join(_point(site) for _, site in stops))


def _stop(
    folder: etree._Element, told: VisitTold, number: int, stop: VisitStop, site: Site
) -> None:
    mark = etree.SubElement(folder, f"{{{SPACE}}}Placemark")
    _text(mark, "name", f"{number}. {told.name(stop)}")
    ticket = told.say("visit_ticket", ticket=told.ticket(stop.ticket))
    when = f"{clock(stop.arrive)}–{clock(stop.leave)}"
    _described(mark, [when, told.shot(stop), told.way(stop), ticket, *told.notes(stop)])
    point = etree.SubElement(mark, f"{{{SPACE}}}Point")
    _text(point, "coordinates", _point(site))


def _point(site: Site) -> str:
    return f"{round(site.lon, DECIMALS)},{round(site.lat, DECIMALS)}"


def _text(parent: etree._Element, name: str, text: str) -> None:
    etree.SubElement(parent, f"{{{SPACE}}}{name}").text = plain(one_line(text))


def _described(parent: etree._Element, lines: Sequence[str]) -> None:
    """Programs read a description as HTML, so what is in it is escaped for that too."""
    told = "<br>".join(html.escape(one_line(plain(line))) for line in lines if line)
    if told:
        etree.SubElement(parent, f"{{{SPACE}}}description").text = told
