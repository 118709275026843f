"""Office packages (docx, xlsx): which part holds what, by their relationships."""

from __future__ import annotations

import posixpath
from dataclasses import dataclass

from geo.errors import ScriptError
from geo.script.containers.xml_stream import LARGEST_TREE, local, small_tree
from geo.script.containers.zipped import Zipped

ROOT = ""


@dataclass(frozen=True, slots=True)
class Relation:
    """A link from one part to another inside the package; ``kind`` is the last word of its type."""

    id: str
    kind: str
    target: str


def relations(zipped: Zipped, part: str = ROOT) -> list[Relation]:
    """The links of ``part`` that stay inside the package. Raises ScriptError as ``small_tree``."""
    folder, name = posixpath.split(part)
    path = posixpath.join(folder, "_rels", f"{name}.rels")
    if path not in zipped.names:
        return []
    root = small_tree(zipped.read(path, LARGEST_TREE), zipped.kind)
    found = []
    for one in root:
        if local(one) != "Relationship" or one.get("TargetMode") == "External":
            continue
        target = posixpath.normpath(posixpath.join("/", folder, one.get("Target", "")))
        kind = one.get("Type", "").rpartition("/")[2]
        found.append(Relation(one.get("Id", ""), kind, target.lstrip("/")))
    return found


def main_part(zipped: Zipped, usual: str) -> str:
    """The part that holds the document; ``usual`` when the package does not say.

    Raises ScriptError: ``script_damaged`` when there is none.
    """
    targets = [one.target for one in relations(zipped) if one.kind == "officeDocument"]
    for name in (*targets, usual):
        if name in zipped.names:
            return name
    raise ScriptError("script_damaged", format=zipped.kind)


def linked_part(zipped: Zipped, part: str, kind: str, usual: str) -> str | None:
    """The part that ``part`` links to as ``kind``, or ``usual`` when it stands there."""
    targets = [one.target for one in relations(zipped, part) if one.kind == kind]
    return next((name for name in (*targets, usual) if name in zipped.names), None)
