"""What the world does beside pulling the plug: full disks, locked folders, clocks, odd packs."""

from __future__ import annotations

import os
import resource
import shutil
import signal
import sqlite3
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path

from bench.torture_kills import ASSETS, CATALOGUE, Ground, opened
from geo import actions
from geo.catalogue import open_store
from geo.errors import KnownError
from geo.model.field import Hand
from geo.progress import finish

NOBODY = 65534
ROOM = "6m"
LIMIT_BYTES = 5_000_000


def outcomes() -> Iterator[tuple[str, str]]:
    """Each trial and what went wrong in it; empty: nothing."""
    for trial in (twice, tomorrow, wrong_clock, full_disk, locked_folder):
        with tempfile.TemporaryDirectory() as folder:
            ground = Ground(Path(folder))
            yield (trial.__doc__ or trial.__name__).rstrip("."), trial(ground)


def _all_edits(ground: Ground) -> set[str]:
    with opened(ground) as ws:
        return {one.id for one in ws.store.edits()}


def twice(ground: Ground) -> str:
    """The same pack brought home twice."""
    with opened(ground) as ws:
        finish(actions.merge_pack(ws, ground.packs[0], "甲"))
        before = ws.store.sites(), {one.id for one in ws.store.edits()}
        report = finish(actions.merge_pack(ws, ground.packs[0], "甲"))
        after = ws.store.sites(), {one.id for one in ws.store.edits()}
    if report.merged or report.lost:
        return f"{report.merged} edits taken a second time, {report.lost} lost"
    return "" if before == after else "the catalogue changed"


def tomorrow(ground: Ground) -> str:
    """A pack from a newer version."""
    pack = ground.packs[0]
    with closing(sqlite3.connect(pack)) as file:
        file.execute(
            "UPDATE kanjing SET value = json_set(value, '$.format', 99) WHERE key = 'manifest'"
        )
        changed = file.total_changes
        file.commit()
    before = _all_edits(ground)
    with opened(ground) as ws:
        try:
            finish(actions.merge_pack(ws, pack, "甲"))
        except KnownError as error:
            told = error.code
        else:
            return "it was taken"
    return "" if changed and told == "pack_newer" and before == _all_edits(ground) else told


def wrong_clock(ground: Ground) -> str:
    """A clock set back by thirty years between two edits."""
    with opened(ground) as ws:
        site = ws.store.sites()[0]
        site = ws.store.save_site(replace(site, ticket_cny=10.0), by=Hand("甲"))
        earlier = Hand("甲", "1996-11-21T09:00+08:00")
        ws.store.save_site(replace(site, ticket_cny=20.0), by=earlier)
        said, asking = ws.store.site(site.id).ticket_cny, ws.store.rivals()
    return "" if said == 20.0 and not asking else f"it says {said}, {len(asking)} questions"


def full_disk(ground: Ground) -> str:
    """A disk that fills up while places are saved."""
    small = ground.folder / "small"
    small.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", f"size={ROOM}", "none", str(small)]
    mounted = not subprocess.run(mount, capture_output=True, check=False).returncode
    try:
        shutil.copyfile(ground.data / CATALOGUE, small / CATALOGUE)
        return in_child(lambda: _fill(small, limited=not mounted))
    finally:
        if mounted:
            subprocess.run(["umount", str(small)], check=False)


def _fill(folder: Path, *, limited: bool) -> str:
    if limited:
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (LIMIT_BYTES, LIMIT_BYTES))
    store = finish(open_store(folder / CATALOGUE, ASSETS / "catalogue"))
    site, kept = store.sites()[0], -1
    try:
        for number in range(10_000):
            store.save_site(replace(site, notes_zh=f"{number}" + "长" * 20_000))
            kept = number
    except KnownError as error:
        code = error.code
    else:
        return "the disk did not fill up"
    store.close()
    reads = finish(open_store(folder / CATALOGUE, ASSETS / "catalogue"))
    notes = reads.site(site.id).notes_zh or ""
    if kept >= 0 and int(notes.rstrip("长")) != kept:
        return f"the last note kept was {kept}, it says {notes[:8]}"
    return "" if code in ("disk_full", "catalogue_unreachable") else code


def locked_folder(ground: Ground) -> str:
    """A folder that may only be read."""
    return in_child(lambda: _locked(ground))


def _locked(ground: Ground) -> str:
    before = (ground.data / CATALOGUE).read_bytes()
    for one in (ground.folder, ground.data, *ground.data.rglob("*")):
        one.chmod(0o555 if one.is_dir() else 0o444)
    if os.getuid() == 0:
        os.setuid(NOBODY)
    try:
        store = finish(open_store(ground.data / CATALOGUE, ASSETS / "catalogue"))
        count = len(store.sites())
        try:
            store.save_site(store.sites()[0])
        except KnownError as error:
            told = error.code
        else:
            return "it was written to"
    except KnownError as error:
        return f"it does not open: {error.code}"
    same = (ground.data / CATALOGUE).read_bytes() == before
    return "" if same and count >= 426 and told == "catalogue_read_only" else told


def in_child(work: Callable[[], str]) -> str:
    """Do something that changes the process in a child of its own; what it answers."""
    reader, writer = os.pipe()
    child = os.fork()
    if child == 0:
        answer = "it broke"
        try:
            answer = work()
        except Exception as error:
            answer = repr(error)
        finally:
            os.write(writer, answer.encode())
            sys.stderr.flush()
            os._exit(0)
    os.close(writer)
    with os.fdopen(reader, "rb") as pipe:
        told = pipe.read().decode()
    os.waitpid(child, 0)
    return told
