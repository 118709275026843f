"""How rightly scripts are read: the labelled set in tests/data/scripts against the reader.

A heading is right when the reader made a scene of that line, aligned in order; fields are compared
only in scenes that were found, blanks and widths apart. A scene type is right when the first (or
one of the first three) needs is the labelled one, or one the labels hold equally right.
"""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

import yaml

from geo.model import Scene, Script, Tag, Vocabulary
from geo.progress import finish
from geo.script import read_script
from geo.script.grammar.headings import Family
from geo.script.grammar.tagging import tag_lines
from geo.script.opening import open_source

SET = Path(__file__).resolve().parents[1] / "tests" / "data" / "scripts"
# nobody looked at what the reader made of these while it was being put right
HELD_OUT = frozenset(
    (
        "autonumber_republic",
        "bold_md_livestream",
        "celtx_campus",
        "fenchang_suspense",
        "numbered_rebirth",
    )
)
FIELDS = ("number", "int_ext", "time", "place", "cast", "era")
UNSURE = 0.5


@dataclass(frozen=True)
class Label:
    """One scene as a person labelled it."""

    heading: str
    episode: int | None
    number: str | None
    int_ext: str | None
    time: str | None
    place: str
    cast: frozenset[str]
    era: str | None
    types: tuple[str, ...]
    accepted: frozenset[str]


@dataclass(frozen=True)
class Document:
    """A labelled script."""

    path: Path
    style: str
    genre: str
    labels: tuple[Label, ...]

    @property
    def held_out(self) -> bool:
        """Whether the reader was put right without a look at this one."""
        return self.path.stem in HELD_OUT


@dataclass
class Score:
    """Counts of one document, or of several added up."""

    labelled: int = 0
    read: int = 0
    found: int = 0
    fields: Counter[str] = field(default_factory=Counter)
    typed: int = 0
    first: int = 0
    third: int = 0
    untyped: int = 0
    kept_silent: int = 0

    def add(self, other: Score) -> None:
        """Add the counts of another document."""
        for name in ("labelled", "read", "found", "typed", "first", "third"):
            setattr(self, name, getattr(self, name) + getattr(other, name))
        self.untyped += other.untyped
        self.kept_silent += other.kept_silent
        self.fields += other.fields

    @property
    def precision(self) -> float:
        """Scenes read that are scenes."""
        return self.found / self.read if self.read else 0.0

    @property
    def recall(self) -> float:
        """Scenes that were read."""
        return self.found / self.labelled if self.labelled else 0.0

    @property
    def f1(self) -> float:
        """Harmonic mean of precision and recall."""
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0

    def exact(self, name: str) -> float:
        """Share of found scenes whose field is as labelled."""
        return self.fields[name] / self.found if self.found else 0.0

    @property
    def all_fields(self) -> float:
        """Share of all fields of found scenes that are as labelled."""
        return sum(self.fields.values()) / (self.found * len(FIELDS)) if self.found else 0.0

    @property
    def top1(self) -> float:
        """Share of typed scenes whose first need is right."""
        return self.first / self.typed if self.typed else 0.0

    @property
    def top3(self) -> float:
        """Share of typed scenes with a right need among the first three."""
        return self.third / self.typed if self.typed else 0.0


def squeezed(text: str) -> str:
    """``text`` without blanks, widths or letter case."""
    return "".join(unicodedata.normalize("NFKC", text).casefold().split())


def _label(entry: Mapping[str, Any]) -> Label:
    types = tuple(entry.get("types") or ())
    number = entry.get("number")
    return Label(
        heading=str(entry.get("heading") or ""),
        episode=entry.get("ep"),
        number=None if number is None else str(number),
        int_ext=entry.get("ie"),
        time=entry.get("time"),
        place=str(entry.get("place") or ""),
        cast=frozenset(squeezed(str(name)) for name in entry.get("cast") or ()),
        era=entry.get("era"),
        types=types,
        accepted=frozenset((*types[:1], *(entry.get("also") or ()))),
    )


def documents(folder: Path = SET) -> list[Document]:
    """Every labelled script of the set, by name."""
    found = []
    for path in sorted(folder.glob("*.labels.yaml")):
        content = yaml.safe_load(path.read_text(encoding="utf-8"))
        labels = tuple(_label(entry) for entry in content["scenes"])
        found.append(Document(folder / content["file"], content["style"], content["genre"], labels))
    return found


def number_of(scene: Scene) -> str | None:
    """Scene number with its letter, as on the slate."""
    return None if scene.number is None else f"{scene.number}{scene.suffix}"


def _same(label: Label, heading: str, episode: int | None, number: str | None) -> bool:
    if not label.heading:
        return (label.episode, label.number) == (episode, number)
    wanted, written = squeezed(label.heading), squeezed(heading)
    return wanted == written or (len(wanted) > 2 and (wanted in written or written in wanted))


def aligned(
    labels: Sequence[Label], read: Sequence[tuple[str, int | None, str | None]]
) -> list[tuple[int, int]]:
    """Pairs (label, scene read) of the longest common run in order."""
    same = [[_same(label, *one) for one in read] for label in labels]
    best = [[0] * (len(read) + 1) for _ in range(len(labels) + 1)]
    for row in range(len(labels) - 1, -1, -1):
        for column in range(len(read) - 1, -1, -1):
            if same[row][column]:
                best[row][column] = best[row + 1][column + 1] + 1
            else:
                best[row][column] = max(best[row + 1][column], best[row][column + 1])
    pairs, row, column = [], 0, 0
    while row < len(labels) and column < len(read):
        if same[row][column]:
            pairs.append((row, column))
            row, column = row + 1, column + 1
        elif best[row + 1][column] >= best[row][column + 1]:
            row += 1
        else:
            column += 1
    return pairs


def _right_fields(label: Label, scene: Scene) -> Iterable[str]:
    checks = {
        "number": (scene.episode, number_of(scene)) == (label.episode, label.number),
        "int_ext": (scene.int_ext.value if scene.int_ext else None) == label.int_ext,
        "time": (scene.time.value if scene.time else None) == label.time,
        "place": squeezed(scene.place) == squeezed(label.place),
        "cast": frozenset(map(squeezed, scene.cast)) == label.cast,
        "era": scene.era == label.era,
    }
    return (name for name, right in checks.items() if right)


Tell = Callable[[str], object]


def score(document: Document, script: Script, tell: Tell | None = None) -> Score:
    """Counts of one document; ``tell`` hears of every miss."""
    say = tell or (lambda _text: None)
    labels = document.labels
    scenes = [scene for scene in script.scenes if not scene.omitted]
    pairs = aligned(labels, [(one.heading, one.episode, number_of(one)) for one in scenes])
    counts = Score(labelled=len(labels), read=len(scenes), found=len(pairs))
    for at in sorted(set(range(len(labels))) - {pair[0] for pair in pairs}):
        say(f"missed   {labels[at].heading or labels[at].place} [{labels[at].number}]")
    for at in sorted(set(range(len(scenes))) - {pair[1] for pair in pairs}):
        say(f"invented line {scenes[at].line}: {scenes[at].heading}")
    for one, other in pairs:
        label, scene = labels[one], scenes[other]
        right = set(_right_fields(label, scene))
        counts.fields.update(right)
        for name in FIELDS:
            if name not in right:
                have = number_of(scene) if name == "number" else getattr(scene, name)
                say(f"{name:8} {scene.heading!r} read {have!r}, label {getattr(label, name)!r}")
        codes = [need.scene_type for need in scene.needs]
        if not label.types:
            counts.untyped += 1
            counts.kept_silent += all(need.confidence < UNSURE for need in scene.needs)
            continue
        counts.typed += 1
        counts.first += codes[:1] != [] and codes[0] in label.accepted
        counts.third += not label.accepted.isdisjoint(codes[:3])
        if codes[:1] == [] or codes[0] not in label.accepted:
            say(f"type     {scene.place!r} read {codes[:3]}, label {sorted(label.accepted)}")
    return counts


def headings_without(document: Document, script: Script) -> Score:
    """Headings found with the rules of the document's own style taken away.

    A file whose format marks its headings is read as if it did not.
    """
    source = finish(open_source(document.path))
    plain = type(source)(
        tuple(type(line)(line.number, line.text) for line in source.lines), source.title
    )
    own = frozenset() if source.marked else frozenset({Family(script.style)})
    tagged, _ = finish(tag_lines(plain, without=own))
    found = [
        (one.heading.fields.place, one.heading.episode, None)
        for one in tagged
        if one.tag is Tag.HEADING and one.heading is not None
    ]
    # a heading of two lines, or a row of a table, is known by its place here
    wanted = [replace(label, heading=label.place) for label in document.labels]
    pairs = aligned(wanted, found)
    return Score(labelled=len(wanted), read=len(found), found=len(pairs))


def measure(
    vocabulary: Vocabulary, tell: Tell | None = None, names: Sequence[str] = ()
) -> list[tuple[Document, Score, Score]]:
    """Every document with its counts, and the counts of its headings without its own rules."""
    found = []
    for document in documents():
        if names and not any(name in document.path.name for name in names):
            continue
        if tell is not None:
            tell(f"--- {document.path.name}")
        script = finish(read_script(document.path, vocabulary))
        found.append((document, score(document, script, tell), headings_without(document, script)))
    return found
