"""The sites that ship with the program, read from the reviewable text asset."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from geo.catalogue.records import site_of
from geo.errors import FactsError
from geo.model import Site

SCHEMA = 1
MANIFEST = "manifest.json"


@dataclass(frozen=True, slots=True)
class Seed:
    """What ships: the sites of ``folder``, their date (ISO), a digest of their text.

    ``credits`` are the lines, by language, that must go wherever the data goes.
    """

    folder: Path
    date: str
    digest: str
    credits: tuple[Mapping[str, str], ...]


def open_seed(folder: Path) -> Seed:
    """Look at the seed in ``folder`` without reading its sites.

    Raises FactsError seed_broken when the manifest is missing or broken.
    """
    manifest = _read(folder / MANIFEST)
    date, credit = manifest.get("date"), manifest.get("credits")
    if not isinstance(date, str) or not isinstance(credit, list):
        raise FactsError("seed_broken", file=MANIFEST)
    digest = hashlib.sha256()
    for path in _files(folder):
        digest.update(path.name.encode())
        digest.update(path.read_bytes())
    return Seed(folder, date, digest.hexdigest(), tuple(credit))


def read_seed(folder: Path) -> tuple[Site, ...]:
    """All sites in ``folder``/sites.

    Raises FactsError seed_broken, site_record_broken or site_twice, each naming the file.
    """
    sites: dict[str, Site] = {}
    for path in _files(folder):
        records = _read(path).get("sites")
        if not isinstance(records, list):
            raise FactsError("seed_broken", file=path.name)
        for number, record in enumerate(records, start=1):
            site = site_of(record, path.name, number)
            if site.id in sites:
                raise FactsError("site_twice", file=path.name, record=site.id)
            sites[site.id] = site
    return tuple(sites.values())


def _files(folder: Path) -> list[Path]:
    return sorted((folder / "sites").glob("*.json"))


def _read(path: Path) -> dict[str, Any]:
    try:
        content = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise FactsError("seed_broken", file=path.name) from error
    if not isinstance(content, dict) or content.get("schema") != SCHEMA:
        raise FactsError("seed_broken", file=path.name)
    return content
