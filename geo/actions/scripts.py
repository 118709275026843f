"""Scripts and projects: read, correct, compare drafts, exchange, keep, take up again."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import replace
from datetime import datetime
from pathlib import Path

from geo.actions.workspace import OWN_WORDS_FILE, Workspace
from geo.errors import FactsError
from geo.model import Ranking, Request, Scalar, Script, Site, Tag
from geo.progress import Job, Step
from geo.script import (
    add_habit,
    habit_of,
    hand_tags,
    learn_word,
    load_habits,
    load_vocabulary,
    save_habits,
)
from geo.script import read_request as read_words
from geo.script import read_script as read_file
from geo.script import retag as tag_again
from geo.script.breakdown.needs import reader_of
from geo.script.exchange import write_breakdown

HABITS_FILE = "reading.yaml"


def prepare_reading(ws: Workspace) -> Job[None]:
    """Load what reading takes, so that the first correction or request answers at once."""
    yield Step("open_words")
    reader_of(ws.vocabulary)


def read_script(ws: Workspace, path: Path, over: Script | None = None) -> Job[Script]:
    """Read a script file; ScriptError says kindly why it cannot be.

    What was corrected in earlier files of the same style is read so from the start, and what was
    said of lines of ``over``, an earlier draft, holds for the same lines of this one.
    """
    script = yield from read_file(path, ws.vocabulary, load_habits(ws.data / HABITS_FILE))
    said = hand_tags(over, script) if over is not None else {}
    return (yield from tag_again(script, ws.vocabulary, said)) if said else script


def retag(
    ws: Workspace, script: Script, tags: Mapping[int, Tag], *, remember: bool = False
) -> Job[Script]:
    """Take lines (by number) for what the user says; with ``remember`` in later files too.

    Raises FactsError ``words_not_kept`` when it cannot be remembered; nothing is changed then.
    """
    if remember:
        path = ws.data / HABITS_FILE
        habits = load_habits(path)
        for number, tag in tags.items():
            habits = add_habit(habits, habit_of(script, number, tag))
        with _kept(path):
            save_habits(path, habits)
    return (yield from tag_again(script, ws.vocabulary, tags))


@contextmanager
def _kept(path: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise FactsError("words_not_kept", file=path.name) from error


def learn_place(ws: Workspace, word: str, code: str) -> Workspace:
    """Keep what the user calls a place in the user's own vocabulary; the workspace that knows it.

    Raises FactsError when the user's vocabulary is damaged, or ``words_not_kept``.
    """
    own = ws.data / OWN_WORDS_FILE
    with _kept(own):
        learn_word(own, word, code)
    vocabulary = load_vocabulary(ws.assets / "vocabulary", own)
    return replace(ws, vocabulary=vocabulary)


def read_request(ws: Workspace, text: str) -> Request:
    """Read a request pasted from a chat; nothing of it counts before the user says so."""
    return read_words(text, ws.vocabulary, datetime.now().astimezone().date())


def _chosen(script: Script, ranking: Ranking | None) -> list[tuple[str, Site]]:
    """The site of the first-ranked city that serves each set best; nothing without a ranking."""
    if ranking is None or not len(ranking.city_order.index):
        return []
    city = ranking.cities[ranking.city_order.index[0]]
    home = {scene: one.id for one in script.sets for scene in one.scenes}
    best: dict[str, tuple[float, Site]] = {}
    for offer in ranking.sites:
        if offer.site.id not in city.sites:
            continue
        for match in offer.matches:
            own = home.get(match.scene_id)
            if own is not None and match.fit > best.get(own, (0.0, None))[0]:
                best[own] = (match.fit, offer.site)
    return [(own, site) for own, (_, site) in best.items()]


def export_breakdown(
    ws: Workspace, script: Script, path: Path, lang: str, ranking: Ranking | None = None
) -> Job[Path]:
    """Write the breakdown as .xlsx, .csv or .uss, by the ending of ``path``."""
    places = _chosen(script, ranking)

    def say(code: str, values: Mapping[str, Scalar]) -> str:
        return ws.phrases.say(code, lang, values)

    return (yield from write_breakdown(script, ws.vocabulary, path, lang, say, places))
