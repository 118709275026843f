"""A place word that the user explained, kept in the user's own vocabulary file."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import yaml

from geo.errors import FactsError
from geo.files import UnreadableError, read_yaml, write_whole


def learn_word(path: Path, word: str, code: str) -> None:
    """Put ``word`` under the scene type ``code`` in the vocabulary file at ``path``.

    The file is written whole; everything else in it stays, comments apart. A word that stood under
    another type of this file moves. Raises FactsError: ``vocabulary_unreadable``,
    ``vocabulary_broken``; OSError when the file cannot be written.
    """
    word = word.strip()
    content = _content(path)
    entries = content.setdefault("scene_types", [])
    if not isinstance(entries, list) or not all(isinstance(entry, dict) for entry in entries):
        raise FactsError("vocabulary_broken", file=path.name, entry="", field="scene_types")
    for entry in entries:
        if "synonyms" in entry:
            entry["synonyms"] = [one for one in entry["synonyms"] or () if one != word]
    own = next((entry for entry in entries if entry.get("code") == code), None)
    if own is None:
        own = {"code": code}
        entries.append(own)
    own.setdefault("synonyms", []).append(word)
    content["scene_types"] = [
        entry for entry in entries if entry.get("synonyms") != [] or len(entry) > 2
    ]
    text = yaml.safe_dump(content, allow_unicode=True, sort_keys=False, width=100)
    write_whole(path, text.encode("utf-8"))


def _content(path: Path) -> dict[str, Any]:
    if not path.exists():
        return {}
    try:
        content = read_yaml(path) or {}
    except UnreadableError as error:
        raise FactsError("vocabulary_unreadable", file=path.name) from error
    if not isinstance(content, dict):
        raise FactsError("vocabulary_broken", file=path.name, entry="", field="mapping")
    return content
