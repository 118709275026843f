"""What the edits of a pack come to, and the edits themselves as JSON keeps them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from geo.edits import heads, standing
from geo.model.field import RECCE, SITE, Edit, FieldKey, Json, Why

LONGEST_ID = 200
TEXTS = ("id", "who", "when", "pack", "batch")
SCALARS = ("name_zh", "name_en", "kind", "ticket_cny", "opening_note_zh", "notes_zh")


@dataclass(slots=True)
class PackState:
    """The edits known to a pack by field, over what was said before any edit.

    ``by_id`` has them in the order in which they came into the pack.
    """

    shipped: Mapping[FieldKey, Json]
    by_key: dict[FieldKey, dict[str, Edit]] = field(default_factory=dict)
    by_record: dict[str, set[FieldKey]] = field(default_factory=dict)
    by_id: dict[str, Edit] = field(default_factory=dict)
    # where one edit alone stands for a field it is known: a field changed again and again is not
    # worked out anew each time
    _alone: dict[FieldKey, Edit] = field(default_factory=dict)
    _named: set[str] = field(default_factory=set)

    def __post_init__(self) -> None:
        for key in self.shipped:
            self._note(key)

    def _note(self, key: FieldKey) -> None:
        if key.kind in (SITE, RECCE):
            self.by_record.setdefault(key.record, set()).add(key)

    def add(self, edits: Iterable[Edit]) -> tuple[Edit, ...]:
        """Take edits in; those that are new."""
        new = []
        for edit in edits:
            if edit.id not in self.by_id:
                self.by_id[edit.id] = edit
                self._stand(edit)
                self.by_key.setdefault(edit.key, {})[edit.id] = edit
                self._note(edit.key)
                new.append(edit)
        return tuple(new)

    def _stand(self, edit: Edit) -> None:
        """Take note whether an edit that comes takes the place of all that is known of its field.

        One that others have named before it came may lie below them.
        """
        before = self._alone.pop(edit.key, None)
        self._named.update(edit.parents)
        follows = edit.parents == (before.id,) if before else edit.key not in self.by_key
        if follows and edit.id not in self._named:
            self._alone[edit.key] = edit

    def edits(self) -> tuple[Edit, ...]:
        """Every edit, in the order in which they came into the pack."""
        return tuple(self.by_id.values())

    def value(self, key: FieldKey) -> Json:
        """What a field says."""
        if (alone := self._alone.get(key)) is not None:
            return alone.value
        before, edits = self.shipped.get(key), self.by_key.get(key)
        return standing(edits.values(), before) if edits else before

    def parents(self, key: FieldKey) -> tuple[str, ...]:
        """Ids of the edits that a change made now takes the place of."""
        if (alone := self._alone.get(key)) is not None:
            return (alone.id,)
        last = heads(self.by_key.get(key, {}).values())
        if len(last) == 1:
            self._alone[key] = last[0]
        return tuple(edit.id for edit in last)

    def values(self, site_id: str) -> dict[FieldKey, Json]:
        """What every field of a place and its form says, as far as it says something."""
        told = {key: self.value(key) for key in self.by_record.get(site_id, ())}
        return {key: value for key, value in told.items() if value is not None}


def told_by(site_id: str, document: Mapping[str, Any]) -> dict[FieldKey, Json]:
    """What the record of a place says of the fields that a pack shows."""
    told: dict[str, Json] = {name: document.get(name) for name in SCALARS}
    told["position"] = {
        "lat": document["lat"],
        "lon": document["lon"],
        "basis": document.get("coord_basis"),
        "uncertainty_m": document.get("coord_uncertainty_m"),
    } | {name: document.get(name) for name in ("adcode", "city_zh", "city_en", "district_zh")}
    prices: dict[str, list[Json]] = {}
    for hire in document.get("hires") or ():
        prices.setdefault(f"hires/{hire['per']}", []).append(hire)
    told |= {name: list(rows) for name, rows in prices.items()}
    for scene in document.get("scene_types") or ():
        told[f"scenes/{scene['code']}"] = {
            "exposure": scene["exposure"],
            "sourced": scene["sourced"],
        }
    return {
        FieldKey(SITE, site_id, name): value for name, value in told.items() if value is not None
    }


def edit_json(edit: Edit) -> dict[str, Json]:
    """An edit as JSON keeps it."""
    texts: dict[str, Json] = {name: getattr(edit, name) for name in TEXTS}
    return {
        **texts,
        "key": [edit.key.kind, edit.key.record, edit.key.field],
        "value": edit.value,
        "before": edit.before,
        "parents": list(edit.parents),
        "undoes": list(edit.undoes),
        "why": edit.why.value,
    }


def edit_from(row: Any) -> Edit:  # noqa: ANN401 (JSON of a stranger, checked here)
    """The edit that a row describes. Raises ValueError, TypeError or KeyError."""
    texts = {name: _text(row[name]) for name in TEXTS}
    kind, record, name = map(_text, row["key"])
    parents, undoes = (tuple(map(_text, row[name])) for name in ("parents", "undoes"))
    if not texts["id"] or not kind or not record or not name:
        raise ValueError(texts["id"])
    if any(len(one) > LONGEST_ID for one in (texts["id"], *parents, *undoes)):
        raise ValueError(texts["id"][:LONGEST_ID])
    key = FieldKey(kind, record, name)
    return Edit(
        key=key,
        value=row["value"],
        before=row["before"],
        parents=parents,
        why=Why(row["why"]),
        undoes=undoes,
        **texts,
    )


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise TypeError(type(value).__name__)
    return value
