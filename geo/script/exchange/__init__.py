"""Exchange of the breakdown: 顺场表 as XLSX and CSV, schedules as USS, out and back in."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import TypeAlias

from geo.errors import ExportError
from geo.model import Script, Site, Vocabulary
from geo.progress import Job
from geo.script.exchange.columns import Say
from geo.script.exchange.csv_table import write_breakdown_csv
from geo.script.exchange.own import read_own
from geo.script.exchange.uss import write_breakdown_uss
from geo.script.exchange.uss_reading import read_uss

Writer: TypeAlias = Callable[
    [Script, Vocabulary, Path, str, Say, Sequence[tuple[str, Site]]], Job[Path]
]


def _write_xlsx(
    script: Script,
    vocabulary: Vocabulary,
    path: Path,
    lang: str,
    say: Say,
    places: Sequence[tuple[str, Site]],
) -> Job[Path]:
    # openpyxl takes a quarter of a second to import, so only who exports pays for it
    from geo.script.exchange.sheet import write_breakdown_xlsx

    return (yield from write_breakdown_xlsx(script, vocabulary, path, lang, say, places))


WRITERS: Mapping[str, Writer] = {
    ".xlsx": _write_xlsx,
    ".csv": write_breakdown_csv,
    ".uss": write_breakdown_uss,
}


def write_breakdown(
    script: Script,
    vocabulary: Vocabulary,
    path: Path,
    lang: str,
    say: Say,
    places: Sequence[tuple[str, Site]] = (),
) -> Job[Path]:
    """Write the breakdown in the format that the ending of ``path`` names (.xlsx, .csv, .uss).

    ``say`` tells a phrase in ``lang``; ``places`` are chosen sites by set id. Raises ExportError:
    ``export_format``, ``export_refused``, ``export_disk_full``.
    """
    writer = WRITERS.get(path.suffix.lower())
    if writer is None:
        raise ExportError("export_format", format=path.suffix or path.name)
    return (yield from writer(script, vocabulary, path, lang, say, places))


__all__ = ["WRITERS", "read_own", "read_uss", "write_breakdown", "write_breakdown_uss"]
