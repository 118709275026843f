"""The genre mix: what a bureau may assume of titles to come, and titles made up from it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any
from zlib import crc32

import numpy as np

from geo.errors import FactsError
from geo.files import UnreadableError, read_yaml
from geo.model import DayPart, IntExt, Need, Scene, SceneType, Script, ScriptSet, Vocabulary
from geo.model.hosting import DemandTitle, Genre, Origin

FILE = Path("rules") / "demand.yaml"
ERAS = ("", "ancient", "republican", "1950s-80s", "contemporary", "futuristic")
MOST_SCENES, MOST_GENRES = 500, 40
SURE = 0.95
"""How sure a made-up scene is of the place it asks for: as a heading that names it."""


@dataclass(frozen=True, slots=True)
class DemandRules:
    """What ships: the numbers by name, why each, the sets that can be built, the genres.

    ``named``: what a made-up title is called in Chinese and English; the name says it is made up.
    """

    values: Mapping[str, float]
    why: Mapping[str, Mapping[str, str]]
    buildable: tuple[str, ...]
    genres: tuple[Genre, ...]
    named: tuple[str, str]


@lru_cache(maxsize=2)
def demand_rules(assets: Path) -> DemandRules:
    """Read the rules that ship. Raises FactsError("demand_broken")."""
    try:
        read = read_yaml(assets / FILE)
        rules = read["rules"]
        return DemandRules(
            {name: float(one["value"]) for name, one in rules.items()},
            {name: {"zh": one["why_zh"], "en": one["why_en"]} for name, one in rules.items()},
            tuple(map(str, read["buildable"])),
            tuple(read_genre(one) for one in read["genres"]),
            (str(read["made_zh"]), str(read["made_en"])),
        )
    except (KeyError, TypeError, ValueError, AttributeError, UnreadableError) as error:
        raise FactsError("demand_broken", detail=str(error)) from error


def read_genre(row: Mapping[str, Any]) -> Genre:
    """A genre of a file or record. Raises KeyError, TypeError or ValueError."""
    return Genre(
        str(row["code"]),
        str(row["zh"]),
        str(row["en"]),
        float(row["share"]),
        int(row["scenes"]),
        {str(code): float(share) for code, share in row["needs"].items()},
        float(row["night"]),
        {"zh": str(row.get("why_zh", "")), "en": str(row.get("why_en", ""))},
        str(row.get("era", "")),
    )


def genre_row(genre: Genre) -> dict[str, Any]:
    """A genre as it is kept; ``read_genre`` reads it again."""
    return {
        "code": genre.code,
        "zh": genre.zh,
        "en": genre.en,
        "share": genre.share,
        "scenes": genre.scenes,
        "needs": dict(genre.needs),
        "night": genre.night,
        "why_zh": genre.why.get("zh", ""),
        "why_en": genre.why.get("en", ""),
        "era": genre.era,
    }


def checked_genres(genres: Sequence[Genre], vocabulary: Vocabulary) -> tuple[Genre, ...]:
    """The genres as given. Raises FactsError genres_none, genres_twice, genre_<what is wrong>."""
    if not 0 < len(genres) <= MOST_GENRES or not sum(max(0.0, one.share) for one in genres):
        raise FactsError("genres_none")
    codes = [one.code for one in genres]
    for genre in genres:
        if codes.count(genre.code) > 1:
            raise FactsError("genres_twice", genre=genre.zh)
        for wrong, code in _faults(genre, vocabulary):
            if wrong:
                raise FactsError(code, genre=genre.zh)
    return tuple(genres)


def _faults(genre: Genre, vocabulary: Vocabulary) -> tuple[tuple[bool, str], ...]:
    shares = list(genre.needs.values())
    known = set(genre.needs) <= set(vocabulary.scene_types) and genre.era in ERAS
    # a comparison with what is no number is false, so each is asked for being right
    return (
        (not (0 <= genre.share <= 1 and 0 <= genre.night <= 1), "genre_share"),
        (not 1 <= genre.scenes <= MOST_SCENES, "genre_scenes"),
        (not known, "genre_words"),
        (not all(0 <= share <= 1 for share in shares) or not sum(shares) > 0, "genre_needs"),
    )


def made_titles(
    genres: Sequence[Genre], rules: DemandRules, vocabulary: Vocabulary, count: int | None = None
) -> tuple[DemandTitle, ...]:
    """Titles drawn from the mix, the same every time; a genre that is edited moves no other."""
    asked = int(rules.values["titles"]) if count is None else count
    found: list[DemandTitle] = []
    for genre, number in zip(genres, _counts([one.share for one in genres], asked), strict=True):
        seed = (int(rules.values["seed"]), crc32(genre.code.encode()))
        rng = np.random.default_rng(seed)
        found.extend(_title(genre, at, rng, rules, vocabulary) for at in range(number))
    return tuple(found)


def _counts(shares: Sequence[float], total: int) -> list[int]:
    """``total`` shared out by ``shares``, what is left over to the largest remainders."""
    exact = np.array(shares, float) / sum(shares) * total
    counts = np.floor(exact).astype(int)
    left = np.argsort(counts - exact, kind="stable")[: total - int(counts.sum())]
    counts[left] += 1
    return [int(one) for one in counts]


def _title(
    genre: Genre, at: int, rng: np.random.Generator, rules: DemandRules, vocabulary: Vocabulary
) -> DemandTitle:
    spread, reach = rules.values["spread"], rules.values["lengths"]
    count = max(1, round(genre.scenes * (1 + reach * ((at + 1) % 3 - 1))))
    codes = [code for code, share in genre.needs.items() if share > 0]
    shares = np.array([genre.needs[code] for code in codes])
    mine = rng.dirichlet(shares / shares.sum() * spread)
    types = [vocabulary.scene_types[codes[one]] for one in rng.choice(len(codes), count, p=mine)]
    dark, inside = rng.random(count) < genre.night, rng.random(count) < 0.5
    eighths = int(rules.values["eighths"])
    scenes = tuple(
        _scene(number, kind, genre.era, bool(dark[number]), bool(inside[number]), eighths)
        for number, kind in enumerate(types)
    )
    sets = tuple(
        ScriptSet(code, vocabulary.scene_types[code].zh, ids)
        for code in dict.fromkeys(kind.code for kind in types)
        if (ids := tuple(one.id for one in scenes if one.needs[0].scene_type == code))
    )
    named, named_en = (
        text.format(genre=name, n=at + 1)
        for text, name in zip(rules.named, (genre.zh, genre.en), strict=True)
    )
    return DemandTitle(
        f"mix.{genre.code}.{at + 1}",
        named,
        Origin.MIX,
        Script(named, scenes, sets),
        rules.values["mix"],
        genre.code,
        named_en,
    )


def _scene(number: int, kind: SceneType, era: str, dark: bool, inside: bool, eighths: int) -> Scene:
    where = kind.int_ext
    if where is IntExt.BOTH:
        where = IntExt.INT if inside else IntExt.EXT
    return Scene(
        f"m{number + 1}",
        None,
        number + 1,
        where,
        DayPart.NIGHT if dark else DayPart.DAY,
        kind.zh,
        era or (kind.eras[0] if kind.eras else None),
        length_eighths=eighths,
        needs=(Need(kind.code, SURE),),
    )
