"""Programs killed (SIGKILL) at random moments while they write: what is acknowledged must be kept.

A child tells through a pipe what has been acknowledged to it; the parent kills it, opens the files
as the next start would, and counts what is missing. Needs a system that can fork (Linux, macOS).
"""

from __future__ import annotations

import json
import os
import random
import shutil
import signal
import sqlite3
import time
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TypeAlias

from PIL import Image

from geo import actions
from geo.actions.workspace import Workspace
from geo.catalogue import migrations, open_store
from geo.catalogue.tables import Base
from geo.errors import KnownError
from geo.files import digest_at
from geo.model.field import Hand, PackWishes
from geo.progress import finish
from geo.sync.pack import read_pack

ASSETS = Path(__file__).resolve().parents[1] / "assets"
CATALOGUE = "catalogue.sqlite"
SITE_ID = "torture"
LONGEST_S = 0.12
LONGER_S = {"merge": 0.8, "photo": 0.5, "undo": 0.4, "together": 0.4, "passphrase": 2.5}
"""How long at most a child works before it is killed: as long as what it does takes, and more."""


@dataclass
class Losses:
    """What the kills came to. ``acknowledged``: how often a child was told that it is kept."""

    kills: Counter[str] = field(default_factory=Counter)
    acknowledged: int = 0
    lost: list[str] = field(default_factory=list)
    unopenable: list[str] = field(default_factory=list)
    halves: list[str] = field(default_factory=list)

    @property
    def clean(self) -> bool:
        """Whether nothing went wrong."""
        return not (self.lost or self.unopenable or self.halves)


class Ground:
    """A data folder that is worked on, and the files that the work needs."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.data = folder / "data"
        self.packs: list[Path] = []
        self.old = folder / "old.sqlite"
        self.table = folder / "places.csv"
        # words and rules are read once; a start of the program opens the files anew
        ws = self._words = finish(actions.open_workspace(ASSETS, self.data))
        self.sites = tuple(one.id for one in actions.list_sites(ws)[:5])
        ws.store.close()
        self._prepare_packs()
        self._prepare_old()
        lines = ["名称,类型,经度,纬度"]
        lines += [f"厂房{one},社会,120.{one:03},31.{one:03}" for one in range(100, 400)]
        self.table.write_text("\n".join(lines), encoding="utf-8")

    def _prepare_packs(self) -> None:
        """Packs in which somebody has worked, each by a hand of its own."""
        ws = self.workspace()
        wishes = PackWishes(self.sites, "折腾", "甲")
        for number in range(6):
            path = self.folder / f"pack{number}.gpkg"
            finish(actions.make_pack(ws, wishes, path))
            desk = finish(actions.open_pack(ws, path))
            for at, site in enumerate(self.sites):
                actions.answer(ws, desk, site, "said", f"{number}-{at}", f"手{number}")
            photo = self.folder / f"photo{number}.png"
            Image.new("RGB", (640, 480), (number * 40, 90, 90)).save(photo)
            finish(actions.hang_field_photos(ws, desk, self.sites[0], [photo], f"手{number}"))
            self.packs.append(path)
        ws.store.close()

    def _prepare_old(self) -> None:
        """A catalogue as the revision before this one kept it, with all its places."""
        from sqlalchemy import create_engine

        engine = create_engine(f"sqlite:///{self.old}")
        with engine.begin() as connection:
            migrations.upgrade(connection, migrations.REVISIONS[-2])
        engine.dispose()
        with closing(sqlite3.connect(self.old)) as old:
            old.execute("ATTACH ? AS new", (str(self.data / CATALOGUE),))
            known = {row[0] for row in old.execute("SELECT name FROM main.sqlite_master")}
            for table in (one.name for one in Base.metadata.sorted_tables if one.name in known):
                mine = [row[1] for row in old.execute(f"PRAGMA main.table_info({table})")]
                columns = ", ".join(mine)
                old.execute(
                    f"INSERT OR REPLACE INTO main.{table} ({columns}) "
                    f"SELECT {columns} FROM new.{table}"
                )
            old.commit()

    def photo(self, number: int) -> str:
        """Digest of the photo that hangs in a pack."""
        return digest_at(self.folder / f"photo{number}.png")

    def workspace(self) -> Workspace:
        """The data folder as a start of the program opens it."""
        store = finish(open_store(self.data / CATALOGUE, ASSETS / "catalogue"))
        return replace(self._words, store=store)


@contextmanager
def opened(ground: Ground) -> Iterator[Workspace]:
    """Open and close."""
    ws = ground.workspace()
    try:
        yield ws
    finally:
        ws.store.close()


Say = Callable[[object], None]
Check = Callable[[Ground, list[object], Losses], None]
Job: TypeAlias = "tuple[Callable[[Ground, Say, random.Random], None], Check, int]"
"""What is done, how it is checked, and its share of all kills."""


# ---- the work of the children


def save(ground: Ground, say: Say, rng: random.Random) -> None:
    """Keep places and answers, one after the other, as fast as it goes."""
    with opened(ground) as ws:
        desk = finish(actions.home_desk(ws, ground.sites))
        site = ws.store.site(ground.sites[0])
        say("ready")
        while True:
            ticket = float(rng.randrange(10**9))
            site = ws.store.save_site(replace(site, ticket_cny=ticket), by=Hand("甲"))
            say([site.id, "ticket_cny", ticket])
            word = f"{rng.randrange(10**9)}"
            actions.answer(ws, desk, ground.sites[1], "said", word, "乙")
            say([ground.sites[1], "said", word])


def merge(ground: Ground, say: Say, rng: random.Random) -> None:
    """Bring packs home."""
    with opened(ground) as ws:
        say("ready")
        for number in rng.sample(range(len(ground.packs)), len(ground.packs)):
            finish(actions.merge_pack(ws, ground.packs[number], "甲"))
            say(["merged", number])


def migrate(ground: Ground, say: Say, rng: random.Random) -> None:
    """Open a catalogue of the revision before."""
    say("ready")
    store = finish(open_store(ground.data / CATALOGUE, ASSETS / "catalogue"))
    say(["migrated", len(store.sites())])
    store.close()


def bring_in(ground: Ground, say: Say, rng: random.Random) -> None:
    """Take in a table of places."""
    with opened(ground) as ws:
        say("ready")
        finish(actions.import_sites(ws, ground.table, "wgs84"))
        say(["imported"])


def copy(ground: Ground, say: Say, rng: random.Random) -> None:
    """Copy the catalogue, put a copy back, over and over."""
    with opened(ground) as ws:
        say("ready")
        while True:
            made = finish(actions.back_up(ws))
            say(["copied", made.path])
            finish(actions.restore_backup(ws, made))
            say(["restored", made.path])


def fill_in(ground: Ground, say: Say, rng: random.Random) -> None:
    """Fill the form of a pack in."""
    with opened(ground) as ws:
        desk = finish(actions.open_pack(ws, ground.packs[0]))
        say("ready")
        while True:
            word = f"{rng.randrange(10**9)}"
            actions.answer(ws, desk, ground.sites[2], "said", word, "丙")
            say([word])


# ---- what the next start must find


def held(ground: Ground) -> dict[tuple[str, str], set[str]]:
    """Every value that the log holds of each field."""
    with opened(ground) as ws:
        found: dict[tuple[str, str], set[str]] = {}
        for one in ws.store.edits():
            found.setdefault((one.key.record, one.key.field), set()).add(json.dumps(one.value))
        return found


def check_saved(ground: Ground, told: list[object], losses: Losses) -> None:
    """Every acknowledged value stands in the log."""
    if not told:
        return
    known = held(ground)
    for site, name, value in told:
        if json.dumps(value) not in known.get((site, name), set()):
            losses.lost.append(f"save {site} {name} {value}")


def check_merged(ground: Ground, told: list[object], losses: Losses) -> None:
    """A pack is in the log as a whole or not at all, and whole where it was acknowledged."""
    known = held(ground)
    done = {each[1] for each in told}
    photos = {digest_at(one) for one in (ground.data / "photos").glob("*.png")}
    for number in range(len(ground.packs)):
        words = [
            json.dumps(f"{number}-{at}") in known.get((site, "said"), set())
            for at, site in enumerate(ground.sites)
        ]
        if any(words) and not all(words):
            losses.halves.append(f"merge {number}")
        if any(words) and ground.photo(number) not in photos:
            losses.halves.append(f"photo of merge {number}")
        if number in done and not all(words):
            losses.lost.append(f"merge {number}")


def check_places(ground: Ground, told: list[object], losses: Losses) -> None:
    """All shipped places are there; of a table that came in all its places or none."""
    with opened(ground) as ws:
        names = [one.name_zh for one in ws.store.sites()]
    if len(names) < 426:
        losses.lost.append(f"places {len(names)}")
    came = sum(name.startswith("厂房") for name in names)
    if came not in (0, 300):
        losses.halves.append(f"import {came}")
    if ["imported"] in told and came != 300:
        losses.lost.append("import")


def check_copies(ground: Ground, told: list[object], losses: Losses) -> None:
    """Whatever is listed as a copy is sound, and what stands is too."""
    with opened(ground) as ws:
        if any(not one.sound for one in actions.backups(ws)):
            losses.halves.append("copy")
        if len(ws.store.sites()) < 426:
            losses.lost.append("places after a copy")
    for _, path in told[-1:]:
        if not Path(path).exists():
            losses.lost.append(path)


def check_pack(ground: Ground, told: list[object], losses: Losses) -> None:
    """Every acknowledged answer stands in the log of the pack."""
    pack = read_pack(ground.packs[0])
    words = {json.dumps(one.value) for one in pack.edits() if one.key.field == "said"}
    pack.close()
    losses.lost.extend(f"pack {word}" for (word,) in told if json.dumps(word) not in words)


JOBS: Mapping[str, Job] = {
    "save": (save, check_saved, 30),
    "merge": (merge, check_merged, 20),
    "migrate": (migrate, check_places, 15),
    "import": (bring_in, check_places, 15),
    "copy": (copy, check_copies, 10),
    "pack": (fill_in, check_pack, 10),
}
FRESH = ("merge", "migrate", "import", "undo", "passphrase", "together")
"""These end, or leave behind what the next would trip over: each begins with a fresh folder."""


def kill_one(
    ground: Ground, job: str, jobs: Mapping[str, Job], rng: random.Random, losses: Losses
) -> None:
    """Let a child work, kill it at a random moment, and look at what it left."""
    work, check, _ = jobs[job]
    keep = ground.folder / "model"
    if not keep.exists():
        shutil.copytree(ground.data, keep)
    if job in FRESH:
        shutil.rmtree(ground.data)
        shutil.copytree(keep, ground.data)
    if job == "migrate":
        for one in ground.data.glob(f"{CATALOGUE}*"):
            one.unlink()
        shutil.copyfile(ground.old, ground.data / CATALOGUE)
    told = _run_and_kill(ground, work, rng, losses, job)
    losses.kills[job] += 1
    losses.acknowledged += len(told)
    try:
        check(ground, told, losses)
    except (KnownError, sqlite3.Error) as error:
        losses.unopenable.append(f"{job}: {error}")


@contextmanager
def loosed(work: Callable[[], None]) -> Iterator[None]:
    """Let a second process work beside this one; it is killed with its group."""
    child = os.fork()
    if child == 0:
        try:
            work()
        finally:
            os._exit(1)
    yield
    os.waitpid(child, 0)


def _run_and_kill(
    ground: Ground,
    work: Callable[[Ground, Say, random.Random], None],
    rng: random.Random,
    losses: Losses,
    job: str,
) -> list[object]:
    reader, writer = os.pipe()
    seed = rng.randrange(2**32)
    child = os.fork()
    if child == 0:
        status = 1
        try:
            os.close(reader)
            os.setpgid(0, 0)
            work(
                ground,
                lambda what: os.write(writer, (json.dumps(what) + "\n").encode()) and None,
                random.Random(seed),
            )
            status = 0
        finally:
            os._exit(status)
    os.close(writer)
    with os.fdopen(reader, "rb") as pipe:
        first = pipe.readline()
        time.sleep(rng.random() * LONGER_S.get(job, LONGEST_S))
        # whatever it started goes down with it, at the same moment
        with suppress(ProcessLookupError):
            os.killpg(child, signal.SIGKILL)
        with suppress(ProcessLookupError):
            os.kill(child, signal.SIGKILL)
        _, status = os.waitpid(child, 0)
        rest = pipe.read()
    if os.WIFEXITED(status) and os.WEXITSTATUS(status):
        losses.unopenable.append(f"{job}: ended by itself, before it was killed")
    lines = [one for one in rest.split(b"\n") if one]
    if not first:
        return []
    return [json.loads(one) for one in lines if _whole(one)]


def _whole(line: bytes) -> bool:
    try:
        json.loads(line)
    except ValueError:
        return False
    return True


def run(
    kills: int, folder: Path, jobs: Mapping[str, Job], seed: int = 1, until: float = float("inf")
) -> Losses:
    """Kill ``kills`` children, or as many as there is time for (``until``: monotonic seconds)."""
    losses, rng, ground = Losses(), random.Random(seed), Ground(folder)
    names = [name for name, (_, _, share) in jobs.items() for _ in range(share)]
    for _ in range(kills):
        if time.monotonic() > until:
            break
        kill_one(ground, rng.choice(names), jobs, rng, losses)
    return losses
