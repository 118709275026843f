"""What is kept of a place beside the lines of its form: ticks, words on photos, where they stood.

All are fields of the recce record of the place, under keys of the form that no line can have:

====================  ==========================  ===========================================
key                   the answer                  the field says
====================  ==========================  ===========================================
``check@<desk>.<n>``  {line, done}                the same; None: neither ticked nor added
``photo_note@<id>``   words                       the same
``photo_at@<id>``     datum the camera was on     {lat, lon} WGS-84 and that datum
====================  ==========================  ===========================================
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from hashlib import sha256
from pathlib import Path

from geo.endings import NAME_LETTERS
from geo.errors import SyncError
from geo.model.checks import Check
from geo.model.field import RECCE, Edit, FieldKey, Json, RecceOption
from geo.sync.answers import LONGEST, plain_number

CHECK, NOTE, AT = "check@", "photo_note@", "photo_at@"
AT_HOME = "home"
MOST_LETTERS = 200


def is_aside(key: str) -> bool:
    """Whether a key of the form is one of these."""
    return key.startswith((CHECK, NOTE, AT))


def photo_id(path: Path) -> str:
    """What a photo is called here: the head of its digest, the same in every pack."""
    return path.stem[:NAME_LETTERS]


def aside_of(key: str, value: Json, shifted: tuple[float, float] | None = None) -> Json:
    """The value that is kept; ``shifted``: where the photo stood, on WGS-84.

    Raises SyncError answer_line where it can be none.
    """
    if value is None or value == "":
        return None
    if key.startswith(NOTE) and isinstance(value, str) and len(value) <= LONGEST:
        whole = value.encode("utf-8", "ignore").decode("utf-8")
        return "".join(char for char in whole if char >= " " or char == "\n").strip() or None
    if key.startswith(CHECK) and (said := _said(value)) is not None:
        return {"line": said[0], "done": said[1]}
    if key.startswith(AT) and isinstance(value, str) and shifted is not None:
        return {"lat": shifted[0], "lon": shifted[1], "datum": value}
    raise SyncError("answer_line", line=key)


def _said(value: Json) -> tuple[str, bool] | None:
    if not isinstance(value, dict):
        return None
    line, done = value.get("line"), value.get("done")
    if not isinstance(line, str) or not isinstance(done, bool):
        return None
    line = " ".join(line.split())
    return (line, done) if 0 < len(line) <= MOST_LETTERS else None


# ---- the checklist


def check_key(pack: str, words: str) -> str:
    """The key of a line of the checklist of a pack (empty: without one), told by its words."""
    told = sha256(" ".join(words.split()).encode("utf-8", "ignore")).hexdigest()[:12]
    return f"{CHECK}{pack or AT_HOME}.{told}"


def checks_of(
    pack: str,
    lines: Sequence[RecceOption],
    values: Mapping[FieldKey, Json],
    site_id: str,
    last: Mapping[FieldKey, Edit],
) -> tuple[Check, ...]:
    """The checklist of one place: ``lines`` (``value``: the words), then those added there."""
    keys = {check_key(pack, one.value): one for one in lines}
    found = {key: Check(key, one.zh, one.en) for key, one in keys.items()}
    start = f"{CHECK}{pack or AT_HOME}."
    for key, value in sorted(values.items(), key=lambda item: item[0]):
        if (key.kind, key.record) != (RECCE, site_id) or not key.field.startswith(start):
            continue
        said = _said(value)
        if said is None:
            continue
        words, done = said
        known = found.get(key.field, Check(key.field, words, words, own=True))
        by = last.get(key)
        who, when = ("", "") if by is None else (by.who, by.when)
        found[key.field] = replace(known, done=done, who=who, when=when)
    return tuple(found.values())


# ---- photos


def photo_note(values: Mapping[FieldKey, Json], site_id: str, photo: str) -> str | None:
    """What somebody wrote to a photo; None: nobody did."""
    said = values.get(FieldKey(RECCE, site_id, f"{NOTE}{photo}"))
    return said if isinstance(said, str) else None


def photo_place(
    values: Mapping[FieldKey, Json], site_id: str, photo: str
) -> tuple[float, float] | None:
    """Where a photo stood after somebody had its position converted; None: as the camera says."""
    said = values.get(FieldKey(RECCE, site_id, f"{AT}{photo}"))
    if not isinstance(said, dict):
        return None
    lat, lon = plain_number(said.get("lat")), plain_number(said.get("lon"))
    if lat is None or lon is None or not (-90 <= lat <= 90 and -180 <= lon <= 180):
        return None
    return lat, lon


def photos_touched(edits: Iterable[Edit]) -> set[tuple[str, str]]:
    """Site and photo of the edits that say something to a photo."""
    return {
        (one.key.record, one.key.field.partition("@")[2])
        for one in edits
        if one.key.kind == RECCE and one.key.field.startswith(NOTE)
    }
