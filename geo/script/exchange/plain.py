"""Values of the model as plain JSON and back, every type checked on the way in."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import MISSING, Field, fields, is_dataclass
from enum import Enum
from functools import cache
from types import NoneType, UnionType
from typing import Any, TypeVar, Union, cast, get_args, get_origin, get_type_hints

T = TypeVar("T")
LARGEST = 10**9


def plain(value: object) -> object:
    """``value`` in what JSON knows; a field that has its default is left out."""
    if isinstance(value, Enum):
        return value.value
    if is_dataclass(value):
        return {
            each.name: plain(getattr(value, each.name))
            for each in fields(value)
            if getattr(value, each.name) != _default(each)
        }
    if isinstance(value, tuple):
        return [plain(each) for each in value]
    if isinstance(value, Mapping):
        return {key: plain(each) for key, each in value.items()}
    return value


def made(kind: type[T], value: object) -> T:
    """The ``kind`` (a dataclass) that ``plain`` took apart.

    Raises ValueError when a field is missing, strange, or of another type than the model says.
    """
    return cast("T", _made(kind, value))


def _default(each: Field[Any]) -> object:
    if each.default_factory is not MISSING:
        return each.default_factory()
    return each.default


@cache
def _hints(kind: type) -> Mapping[str, object]:
    return get_type_hints(kind)


def _made(hint: Any, value: object) -> object:  # noqa: ANN401 (a type, or what typing makes of several)
    origin = get_origin(hint)
    if origin in (Union, UnionType):
        return _one_of(get_args(hint), value)
    if origin is tuple:
        return _tuple(get_args(hint), value)
    if origin is not None and issubclass(origin, Mapping):
        return _mapping(get_args(hint), value)
    if is_dataclass(hint):
        return _dataclass(cast("type", hint), value)
    if issubclass(hint, Enum):
        return hint(value)
    return _scalar(hint, value)


def _one_of(hints: tuple[Any, ...], value: object) -> object:
    for hint in hints:
        try:
            return _made(hint, value)
        except ValueError:
            continue
    raise ValueError(value)


def _tuple(hints: tuple[Any, ...], value: object) -> tuple[object, ...]:
    if not isinstance(value, list):
        raise ValueError(value)
    if hints[-1] is Ellipsis:
        hints = (hints[0],) * len(value)
    return tuple(_made(hint, each) for hint, each in zip(hints, value, strict=True))


def _mapping(hints: tuple[Any, ...], value: object) -> dict[object, object]:
    if not isinstance(value, dict):
        raise ValueError(value)
    return {_made(hints[0], key): _made(hints[1], each) for key, each in value.items()}


def _dataclass(kind: type, value: object) -> object:
    if not isinstance(value, dict) or not value.keys() <= _hints(kind).keys():
        raise ValueError(value)
    found = {name: _made(_hints(kind)[name], each) for name, each in value.items()}
    try:
        return kind(**found)
    except TypeError as error:
        raise ValueError(kind.__name__) from error


def _scalar(kind: type, value: object) -> object:
    if kind is NoneType:
        right = value is None
    elif kind is float:
        right = isinstance(value, int | float) and not isinstance(value, bool)
        right = right and math.isfinite(cast("float", value))
    elif kind is int:
        right = type(value) is int and abs(value) <= LARGEST
    else:
        right = type(value) is kind
    if not right:
        raise ValueError(value)
    return value
