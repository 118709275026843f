"""Wishes as people write them: on the command line, and in the ``[wishes]`` of a project file."""

from __future__ import annotations

import tomllib
from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace
from difflib import get_close_matches
from math import isfinite
from pathlib import Path
from typing import Any

from geo.actions.workspace import Workspace
from geo.errors import FactsError
from geo.model import (
    CRITERIA,
    EXTRA_CRITERIA,
    Method,
    Must,
    MustCode,
    Weights,
    Wishes,
)

WISHES = "wishes"
"""The table of a project file that is no fact of the project."""

FIRST_WEIGHT = 0.1
"""What a criterion weighs that is asked for without a weight; the others keep their proportions."""

MOST_WEIGHT = 1e6
"""Only proportions count; beyond this a weight is a slip of the pen, and sums would overflow."""

_LISTS = ("must", "extra", "agreed")
_AMOUNTS = {MustCode.NEAR: "near=100", MustCode.PRICE: "price=8000"}
_NEAR = 0.5


def read_wishes(
    ws: Workspace,
    musts: Iterable[str] = (),
    extra: Iterable[str] = (),
    method: str | None = None,
    path: Path | None = None,
) -> Wishes:
    """Read wishes: ``stage``, ``no_risk``, ``near=KM``, ``price=CNY``, ``city=NAME``.

    Several stand with commas between or one by one; several cities are alternatives. What the
    project file at ``path`` wishes is added. Raises FactsError with the nearest word for one that
    is not known, and for an amount that is no number.
    """
    table = {} if path is None else _table(path)
    words = [*table.get("must", ()), *_split(musts)]
    codes = [*table.get("extra", ()), *_split(extra)]
    named = table.get("method", Method.WEIGHTED_SUM) if method is None else method
    return Wishes(
        _musts(ws, words),
        _places(ws, table.get("agreed", ())),
        tuple(dict.fromkeys(_known(code, EXTRA_CRITERIA) for code in codes)),
        method=Method(_known(named, tuple(Method))),
    )


def read_weights(text: str, default: Weights, wishes: Wishes) -> tuple[Weights, Wishes]:
    """Read ``cost=.4,travel=.1``: the weights, and the wishes with every criterion named weighed.

    What is not named keeps its default; a criterion of the wishes without one takes
    ``FIRST_WEIGHT`` of the whole. Raises FactsError("weights_unreadable").
    """
    named: dict[str, float] = {}
    for part in filter(None, text.replace("，", ",").split(",")):
        name, _, amount = part.partition("=")
        try:
            named[_known(name.strip(), (*CRITERIA, *EXTRA_CRITERIA))] = float(amount)
        except ValueError as error:
            raise FactsError("weights_unreadable", text=part) from error
    extra = dict.fromkeys((*wishes.extra, *(one for one in named if one not in CRITERIA)))
    wishes = replace(wishes, extra=tuple(extra))
    weights = {str(one): share for one, share in default.items()} | named
    total = sum(weights.values())
    new = [code for code in wishes.extra if code not in weights]
    share = FIRST_WEIGHT * total / (1 - FIRST_WEIGHT * len(new))
    weights |= dict.fromkeys(new, share)
    if not all(0 <= one <= MOST_WEIGHT for one in weights.values()) or total <= 0:
        raise FactsError("weights_unreadable", text=text)
    return weights, wishes


def _split(texts: Iterable[str]) -> list[str]:
    parts = (part.strip() for text in texts for part in text.replace("，", ",").split(","))
    return [part for part in parts if part]


def _musts(ws: Workspace, words: Sequence[str]) -> tuple[Must, ...]:
    musts: list[Must] = []
    cities: list[str] = []
    for word in words:
        name, _, value = word.partition("=")
        code = MustCode(_known(name.strip(), tuple(MustCode)))
        if code is MustCode.CITY:
            cities.append(_city(ws, value.strip()))
        else:
            musts.append(Must(code, _amount(word, value, _AMOUNTS.get(code))))
    if cities:
        musts.append(Must(MustCode.CITY, names=tuple(dict.fromkeys(cities))))
    return tuple(dict.fromkeys(musts))


def _amount(word: str, value: str, example: str | None) -> float:
    """The number of a must-have that takes one (``example`` shows how), else 0."""
    if example is None:
        if value:
            raise FactsError("wish_takes_nothing", word=word)
        return 0.0
    try:
        amount = float(value)
    except ValueError as error:
        raise FactsError("wish_amount", word=word, example=example) from error
    if not (isfinite(amount) and amount >= 0):
        raise FactsError("wish_amount", word=word, example=example)
    return amount


def _city(ws: Workspace, name: str) -> str:
    sites = ws.store.sites()
    english = {site.city_en.casefold(): site.city_zh for site in sites if site.city_en}
    known = {site.city_zh for site in sites}
    short = english.get(name.casefold(), name.removesuffix("市"))
    return _known(short, (*sorted(known), *sorted(english)))


def _places(ws: Workspace, words: Collection[str]) -> frozenset[str]:
    """Ids of places, each in the catalogue."""
    known = {site.id for site in ws.store.sites()} if words else set()
    for word in words:
        if word not in known:
            raise FactsError("wish_place_unknown", word=word)
    return frozenset(words)


def _known(word: str, options: Collection[str]) -> str:
    """``word`` where it is one of ``options``; else FactsError with the nearest one, or all."""
    if word in options:
        return str(word)
    near = get_close_matches(word, [str(one) for one in options], 1, _NEAR)
    if near:
        raise FactsError("wish_unknown_near", word=word, near=near[0])
    few = [str(one) for one in options][:12]
    raise FactsError("wish_unknown", word=word, options=", ".join(few))


def _table(path: Path) -> dict[str, Any]:
    """``[wishes]`` of a project file that ``read_facts`` could read."""
    table = tomllib.loads(path.read_text(encoding="utf-8-sig")).get(WISHES, {})
    if not isinstance(table, dict):
        raise FactsError("facts_wanted.table", file=path.name, key=WISHES)
    for key, value in table.items():
        _known(key, (*_LISTS, "method"))
        listed = isinstance(value, list) and all(isinstance(one, str) for one in value)
        if key in _LISTS and not listed:
            raise FactsError("facts_wanted.tags", file=path.name, key=f"{WISHES}.{key}")
        if key not in _LISTS and not isinstance(value, str):
            raise FactsError("facts_wanted.text", file=path.name, key=f"{WISHES}.{key}")
    return table
