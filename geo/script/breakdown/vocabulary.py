"""The words that scenes are read with: types, culture terms and flags, checked on the way in."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any, TypeVar

from geo.errors import FactsError
from geo.files import UnreadableError, read_yaml
from geo.model import CultureTerm, FlagKind, IntExt, SceneType, StandIn, Vocabulary

SCENE_TYPES = "scene_types.yaml"
CULTURE = "culture.yaml"
FLAGS = "flags.yaml"
ERAS = ("ancient", "republican", "1950s-80s", "contemporary", "futuristic")


T = TypeVar("T")


def _entries(path: Path) -> object:
    try:
        return read_yaml(path)
    except UnreadableError as error:
        raise FactsError("vocabulary_unreadable", file=path.name) from error


def _broken(file: str, code: object, field: str) -> FactsError:
    return FactsError("vocabulary_broken", file=file, entry=str(code), field=field)


def _words(entry: Mapping[str, Any], field: str, file: str) -> tuple[str, ...]:
    words = entry.get(field) or []
    if not isinstance(words, list) or any(not isinstance(word, str) or not word for word in words):
        raise _broken(file, entry.get("code"), field)
    return tuple(dict.fromkeys(words))


def _text(entry: Mapping[str, Any], field: str, file: str) -> str:
    text = entry.get(field)
    if not isinstance(text, str) or not text.strip():
        raise _broken(file, entry.get("code"), field)
    return text


def _scene_type(entry: Mapping[str, Any], file: str) -> SceneType:
    code = _text(entry, "code", file)
    eras = _words(entry, "eras", file)
    if not eras or any(era not in ERAS for era in eras):
        raise _broken(file, code, "eras")
    if entry.get("int_ext") not in tuple(IntExt):
        raise _broken(file, code, "int_ext")
    stand_ins = entry.get("stand_ins") or {}
    if not isinstance(stand_ins, dict):
        raise _broken(file, code, "stand_ins")
    for quality in stand_ins.values():
        if (
            isinstance(quality, bool)
            or not isinstance(quality, (int, float))
            or not 0 < quality < 1
        ):
            raise _broken(file, code, "stand_ins")
    return SceneType(
        code=code,
        zh=_text(entry, "zh", file),
        en=_text(entry, "en", file),
        group=_text(entry, "group", file),
        int_ext=IntExt(entry["int_ext"]),
        eras=eras,
        synonyms=_words(entry, "synonyms", file),
        stand_ins=tuple(StandIn(str(other), float(value)) for other, value in stand_ins.items()),
    )


def _culture_term(entry: Mapping[str, Any], file: str) -> CultureTerm:
    return CultureTerm(
        code=_text(entry, "code", file),
        zh=_text(entry, "zh", file),
        en=_text(entry, "en", file),
        in_script=_words(entry, "in_script", file),
        in_catalogue=_words(entry, "in_catalogue", file),
        scene_types=_words(entry, "scene_types", file),
    )


def _flag(entry: Mapping[str, Any], file: str) -> FlagKind:
    return FlagKind(
        code=_text(entry, "code", file),
        zh=_text(entry, "zh", file),
        en=_text(entry, "en", file),
        words=_words(entry, "words", file),
        decoys=_words(entry, "not", file),
        scene_types=_words(entry, "scene_types", file),
    )


def _read(entries: object, file: str, make: Callable[[Mapping[str, Any], str], T]) -> dict[str, T]:
    if not isinstance(entries, list):
        raise _broken(file, "", "list")
    made: dict[str, T] = {}
    for entry in entries:
        if not isinstance(entry, dict):
            raise _broken(file, entry, "mapping")
        value = make(entry, file)
        code = entry["code"]
        if code in made:
            raise _broken(file, code, "code")
        made[code] = value
    return made


def _added(entries: list[Any], known: Mapping[str, Mapping[str, Any]]) -> list[Any]:
    """The user's entries, each laid over the entry of the same code: lists grow, texts replace."""
    merged = []
    for entry in entries:
        if not isinstance(entry, dict):
            merged.append(entry)
            continue
        base = dict(known.get(str(entry.get("code")), {}))
        for field, value in entry.items():
            old = base.get(field)
            if isinstance(old, list) and isinstance(value, list):
                base[field] = old + value
            elif isinstance(old, dict) and isinstance(value, dict):
                base[field] = {**old, **value}
            else:
                base[field] = value
        merged.append(base)
    return merged


def _merged(shipped: object, own: object, file: str) -> object:
    if not own or not isinstance(shipped, list):
        return shipped
    if not isinstance(own, list):
        raise _broken(file, "", "list")
    known = {str(entry.get("code")): entry for entry in shipped if isinstance(entry, dict)}
    if len(known) != len(shipped):
        return shipped
    additions = _added(own, known)
    changed = {str(entry.get("code")): entry for entry in additions if isinstance(entry, dict)}
    kept = [changed.get(str(entry.get("code")), entry) for entry in known.values()]
    return kept + [one for one in additions if not _known(one, known)]


def _known(entry: object, known: Mapping[str, object]) -> bool:
    return isinstance(entry, dict) and str(entry.get("code")) in known


def load_vocabulary(folder: Path, user_file: Path | None = None) -> Vocabulary:
    """Read the shipped vocabulary of ``folder`` and lay ``user_file`` over it, if there is one.

    A user's file is ``{scene_types: [...], culture: [...], flags: [...]}``; an entry with a known
    code adds its words to that entry. Raises FactsError: ``vocabulary_unreadable``,
    ``vocabulary_broken``.
    """
    own: Mapping[str, Any] = {}
    if user_file is not None and user_file.exists():
        content = _entries(user_file) or {}
        if not isinstance(content, dict):
            raise _broken(user_file.name, "", "mapping")
        own = content
    name = user_file.name if user_file is not None else ""
    types = _merged(_entries(folder / SCENE_TYPES), own.get("scene_types"), name)
    culture = _merged(_entries(folder / CULTURE), own.get("culture"), name)
    flags = _merged(_entries(folder / FLAGS), own.get("flags"), name)
    vocabulary = Vocabulary(
        _read(types, SCENE_TYPES, _scene_type),
        _read(culture, CULTURE, _culture_term),
        _read(flags, FLAGS, _flag),
        _learned(own.get("scene_types")),
    )
    _check_references(vocabulary)
    return vocabulary


def _learned(entries: object) -> dict[str, str]:
    """The user's own place words and the type each was put under; the last of several wins."""
    listed = entries if isinstance(entries, list) else []
    return {
        word: str(entry["code"])
        for entry in listed
        if isinstance(entry, dict)
        for word in entry.get("synonyms") or ()
    }


def _check_references(vocabulary: Vocabulary) -> None:
    scene_types = vocabulary.scene_types
    for kind in scene_types.values():
        for other in kind.stand_ins:
            if other.scene_type not in scene_types or other.scene_type == kind.code:
                raise _broken(SCENE_TYPES, kind.code, "stand_ins")
    for file, entries in ((CULTURE, vocabulary.culture), (FLAGS, vocabulary.flags)):
        for entry in entries.values():
            if any(code not in scene_types for code in entry.scene_types):
                raise _broken(file, entry.code, "scene_types")
