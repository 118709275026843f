"""What is watched after a release: kept, judged, written as a sheet and read back."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, replace
from pathlib import Path
from typing import Any
from uuid import uuid4

from geo.actions.workspace import Workspace
from geo.model.hosting import Month, Watch, WatchVerdict
from geo.money import judge_months
from geo.progress import Job, Step

KIND = "watch"


def watches(ws: Workspace) -> tuple[Watch, ...]:
    """What is watched, without retired ones; a record that cannot be read is passed over."""
    kept = (_restored(key, document) for key, document in ws.store.records(KIND).items())
    return tuple(one for one in kept if one is not None and not one.retired)


def save_watch(ws: Workspace, watch: Watch) -> Watch:
    """Keep a series; a new one (empty id) gets its id. Raises CatalogueError."""
    kept = watch if watch.id else replace(watch, id=f"w-{uuid4().hex[:12]}")
    ws.store.save_record(KIND, kept.id, asdict(kept))
    return kept


def judge_watch(ws: Workspace, watch: Watch) -> WatchVerdict:
    """What the months say, and whether that is noise."""
    return judge_months(watch, ws.money.uplift)


def write_watch_sheet(ws: Workspace, watch: Watch, path: Path, lang: str) -> Job[Path]:
    """The months as XLSX, to be filled in. Raises ExportError."""
    from geo.present.watch_book import write_months

    yield Step("export_write")
    sites = {site.id: site for site in ws.store.sites(include_retired=True)}
    site = sites.get(watch.site_id)
    named = (site.name_en if lang == "en" else site.name_zh) if site is not None else ""
    return write_months(watch, named, ws.phrases, path, lang)


def read_watch_sheet(ws: Workspace, watch: Watch, path: Path) -> Watch:
    """The months as filled in, in place of those of ``watch``. Raises ImportLayerError."""
    from geo.present.watch_book import read_months

    return replace(watch, months=read_months(path))


def _restored(key: str, kept: Mapping[str, Any]) -> Watch | None:
    try:
        months = tuple(
            Month(str(one["month"]), _count(one["place"]), _count(one["control"]))
            for one in kept["months"]
        )
        words = {
            name: str(kept[name]) for name in ("title", "site_id", "control", "released", "source")
        }
        return Watch(id=key, **words, months=months, retired=kept["retired"] is True)
    except (KeyError, TypeError, ValueError):
        return None


def _count(value: object) -> float | None:
    return None if value is None else float(str(value))
