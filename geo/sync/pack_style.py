"""How QGIS and QField show a pack: one form in groups, choices in words, names in Chinese."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Mapping, Sequence
from xml.etree.ElementTree import Element, SubElement, tostring

from geo.model.field import RecceOption
from geo.sync.pack_base import LINES as BASE_LINES
from geo.sync.pack_lines import HOURS, PERS, PLACES, SCENES, Line

DOCTYPE = "<!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'>\n"
ASIDE = {"id": "编号", "city": "城市", "district": "区县", "who": "谁填的"}
PLAIN = {"IsMultiline": "false", "UseHtml": "false"}
GROUPS = {
    "place": "这一处",
    "access": "怎么到",
    "supply": "电和水",
    "room": "屋里",
    "around": "周围",
    "people": "人",
    "talk": "人",
    "money": "价钱",
    "own": "自己加的",
}
OTHER, BY_HOUR = "其他", "各时段噪声"


# red, green, blue; width in mm; how it is drawn: a border nobody has settled is never a full line
BORDERS = {
    "province": ("省界", "110,110,110", "0.5", "solid"),
    "city": ("市界", "140,140,140", "0.35", "solid"),
    "county": ("区县界", "170,170,170", "0.2", "solid"),
    "nine_dash": ("南海断续线", "110,110,110", "0.6", "solid"),
    "undetermined": ("未定国界", "110,110,110", "0.5", "dash"),
    "river": ("河流", "120,165,190", "0.4", "solid"),
}


def put_style(db: sqlite3.Connection, lines: Sequence[Line], groups: Mapping[str, str]) -> None:
    """Write the default styles of the layers. ``groups``: Chinese names of headings."""
    for table, style in ((PLACES, style_of(lines, groups)), (BASE_LINES, border_style())):
        db.execute(
            "INSERT INTO layer_styles (f_table_catalog, f_table_schema, f_table_name,"
            " f_geometry_column, styleName, styleQML, styleSLD, useAsDefault, description, owner)"
            " VALUES ('', '', ?, 'geom', 'kanjing', ?, '', 1, '', '')",
            (table, style),
        )


def border_style() -> str:
    """How borders and rivers are drawn, as QML (QGIS 3)."""
    root = Element("qgis", version="3.22.0", styleCategories="Symbology")
    renderer = SubElement(root, "renderer-v2", type="categorizedSymbol", attr="kind")
    categories, symbols = SubElement(renderer, "categories"), SubElement(renderer, "symbols")
    for at, (kind, (name, colour, width, drawn)) in enumerate(BORDERS.items()):
        SubElement(categories, "category", symbol=str(at), value=kind, label=name, render="true")
        symbol = SubElement(symbols, "symbol", name=str(at), type="line", alpha="1")
        layer = SubElement(symbol, "layer", {"class": "SimpleLine", "enabled": "1", "pass": "0"})
        told = {"line_color": f"{colour},255", "line_style": drawn, "line_width": width}
        for key, value in {**told, "line_width_unit": "MM"}.items():
            SubElement(layer, "prop", k=key, v=value)
    return DOCTYPE + tostring(root, encoding="unicode")


def style_of(lines: Sequence[Line], groups: Mapping[str, str]) -> str:
    """The style as QML (QGIS 3)."""
    root = Element(
        "qgis", version="3.22.0", styleCategories="Fields|Forms|MapTips|Labeling|AttributeTable"
    )
    fields = SubElement(root, "fieldConfiguration")
    aliases, editable = SubElement(root, "aliases"), SubElement(root, "editable")
    names = {**ASIDE, **{name: zh for name, zh, _, _ in _columns(lines)}}
    for at, (name, alias) in enumerate(names.items()):
        SubElement(aliases, "alias", index=str(at), field=name, name=alias)
        locked = "0" if name in ("id", "city", "district") else "1"
        SubElement(editable, "field", name=name, editable=locked)
    for name, _, kind, options in _columns(lines):
        field = SubElement(fields, "field", name=name, configurationFlags="None")
        _widget(field, kind, options)
    SubElement(root, "previewExpression").text = '"name_zh"'
    SubElement(root, "editorlayout").text = "tablayout"
    form = SubElement(root, "attributeEditorForm")
    for heading, columns in _groups(lines, groups).items():
        box = SubElement(
            form,
            "attributeEditorContainer",
            name=heading,
            groupBox="0",
            columnCount="1",
            showLabel="1",
            visibilityExpressionEnabled="0",
            visibilityExpression="",
        )
        for name in columns:
            index = str(list(names).index(name))
            SubElement(box, "attributeEditorField", name=name, index=index, showLabel="1")
    return DOCTYPE + tostring(root, encoding="unicode")


def _columns(lines: Sequence[Line]) -> Iterator[tuple[str, str, str, tuple[RecceOption, ...]]]:
    """Name, words, kind and choices of every column but the geometry."""
    for line in lines:
        for at, (name, words) in enumerate(zip(line.columns, line.words, strict=True)):
            if name == "geom":
                continue
            kind = line.asked.type if line.asked.type != SCENES else "text"
            options: tuple[RecceOption, ...] = line.options if kind != "text" else ()
            if kind == "price":
                kind = ("number", "choice", "text", "text")[at]
                options = PERS if at == 1 else ()
            if kind == "position":
                kind = "number"
            yield name, words[0], kind, options


def _groups(lines: Sequence[Line], names: Mapping[str, str]) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for line in lines:
        by_hour = line.key != line.asked.key
        heading = names.get(line.asked.group) or GROUPS.get(line.asked.group, OTHER)
        columns = [name for name in line.columns if name != "geom"]
        found.setdefault(BY_HOUR if by_hour else heading, []).extend(columns)
    place = next(iter(found))
    found[place] += ["city", "district", "who"]
    # hours come last: there are many
    return {**{key: one for key, one in found.items() if key != BY_HOUR}, **_last(found)}


def _last(found: dict[str, list[str]]) -> dict[str, list[str]]:
    hours = found.get(BY_HOUR, [])
    return {BY_HOUR: hours} if len(hours) >= len(HOURS) else {}


def _widget(field: Element, kind: str, options: Sequence[RecceOption]) -> None:
    if kind in ("choice", "noise") and options:
        config = _config(field, "ValueMap")
        choices = SubElement(config, "Option", name="map", type="List")
        for one in options:
            pair = SubElement(choices, "Option", type="Map")
            SubElement(pair, "Option", name=one.zh, type="QString", value=one.value)
        return
    if kind == "flag":
        config = _config(field, "CheckBox")
        for name, value in (("CheckedState", "1"), ("UncheckedState", "0")):
            SubElement(config, "Option", name=name, type="QString", value=value)
        return
    config = _config(field, "TextEdit")
    many = "true" if kind == "text" else "false"
    for name, value in {**PLAIN, "IsMultiline": many}.items():
        SubElement(config, "Option", name=name, type="bool", value=value)


def _config(field: Element, kind: str) -> Element:
    widget = SubElement(field, "editWidget", type=kind)
    return SubElement(SubElement(widget, "config"), "Option", type="Map")
