"""More that is killed: photos, undoing, a passphrase being set, two windows on one file."""

from __future__ import annotations

import os
import random
from collections import Counter
from collections.abc import Mapping
from dataclasses import replace

from PIL import Image

from bench.torture_kills import Ground, Job, Losses, Say, held, loosed, opened
from geo import actions
from geo.edits import is_sealed
from geo.errors import SyncError
from geo.files import digest_at
from geo.model.field import FieldKey, Hand, Lock
from geo.progress import finish
from geo.sync.pack import read_pack

PHOTOS = "photos/"
NAMED = 24  # how much of its digest a photo is named by
PASSPHRASE = "折腾折腾折腾再折腾"


def hang(ground: Ground, say: Say, rng: random.Random) -> None:
    """Hang photos in a pack and at home."""
    with opened(ground) as ws:
        pack = finish(actions.open_pack(ws, ground.packs[-1]))
        home = finish(actions.home_desk(ws, ground.sites))
        say("ready")
        while True:
            photo = ground.folder / "new.png"
            Image.frombytes("RGB", (64, 48), rng.randbytes(64 * 48 * 3)).save(photo)
            for where, desk in (("pack", pack), ("home", home)):
                finish(actions.hang_field_photos(ws, desk, ground.sites[3], [photo], "丁"))
                say([where, digest_at(photo)])


def check_hung(ground: Ground, told: list[object], losses: Losses) -> None:
    """What was acknowledged hangs there, and all that hangs there is whole."""
    known = {name for site, name in held(ground) if name.startswith(PHOTOS)}
    whole_files(ground, losses)
    pack = read_pack(ground.packs[-1])
    hung = {one.key.field for one in pack.edits() if one.key.field.startswith(PHOTOS)}
    whole = {photo.digest for photo in pack.photos}
    pack.close()
    losses.halves += [
        f"pack {one}" for one in hung if not any(each[:NAMED] in one for each in whole)
    ]
    for row in told:
        where, digest = row  # type: ignore[misc]
        there = hung if where == "pack" else known
        if not any(digest[:NAMED] in one for one in there):
            losses.lost.append(f"photo {where} {digest}")


def whole_files(ground: Ground, losses: Losses) -> None:
    """Every photo that the log hangs at home lies there, whole."""
    for _, name in held(ground):
        if name.startswith(PHOTOS):
            path = ground.data / name.removeprefix(PHOTOS)
            if not path.exists() or path.stem not in digest_at(path):
                losses.halves.append(name)


def undo(ground: Ground, say: Say, rng: random.Random) -> None:
    """Write many answers in one go, take them back, bring them back, over and over."""
    keys = [FieldKey("recce", site, f"own.x{at}") for site in ground.sites for at in range(12)]
    with opened(ground) as ws:
        word, batch = f"{rng.randrange(10**9)}", f"undo-{rng.randrange(10**9)}"
        ws.store.write_values(dict.fromkeys(keys, word), Hand("戊", batch=batch))
        say("ready")
        while True:
            batch = ws.store.undo_batch(batch, Hand("戊"))
            say(batch)


def check_undone(ground: Ground, told: list[object], losses: Losses) -> None:
    """A batch was taken back as a whole or not at all; every undoing told is in the log."""
    with opened(ground) as ws:
        edits = [one for one in ws.store.edits("recce") if one.key.field.startswith("own.x")]
        values = {
            str(value)
            for site in ground.sites
            for at in range(12)
            for value in [
                ws.store.values("recce", [site]).get(FieldKey("recce", site, f"own.x{at}"))
            ]
        }
        crooked = ws.store.disagreeing()
    if len(values) > 1 or crooked:
        losses.halves.append(f"undo {sorted(values)} {crooked}")
    sizes = Counter(one.batch for one in edits)
    losses.lost.extend(f"undo {batch}" for batch in told if sizes[batch] != len(ground.sites) * 12)


def seal(ground: Ground, say: Say, rng: random.Random) -> None:
    """Set a passphrase and take it away."""
    with opened(ground) as ws:
        values = {
            FieldKey("site_file", site, "phone"): f"138{at}" for at, site in enumerate(ground.sites)
        }
        ws.store.write_values(values, Hand("己"))
        say("ready")
        finish(actions.set_passphrase(ws, None, PASSPHRASE))
        say(["sealed"])
        finish(actions.set_passphrase(ws, PASSPHRASE, None))
        say(["open"])


def check_sealed(ground: Ground, told: list[object], losses: Losses) -> None:
    """All of it is sealed or none, the passphrase opens it, and what it says is still said."""
    with opened(ground) as ws:
        state = ws.store.lock_state
        raw = [one for one in ws.store.edits("site_file") if one.key.field == "phone"]
        if {is_sealed(one.value) for one in raw} != {state is Lock.LOCKED}:
            losses.halves.append(f"sealed by halves: {state}")
        if told == [["sealed"]] and state is Lock.NONE and not raw:
            losses.lost.append("sealed phones")
        if state is Lock.LOCKED:
            try:
                ws.store.open_with(ws.store.keys_by(PASSPHRASE))
            except SyncError as error:
                losses.unopenable.append(f"seal: {error.code}")
                return
        said = ws.store.values("site_file", ground.sites)
        for at, site in enumerate(ground.sites):
            if said.get(FieldKey("site_file", site, "phone")) != f"138{at}":
                losses.lost.append(f"phone of {site}")


def together(ground: Ground, say: Say, rng: random.Random) -> None:
    """Two windows on one file write as fast as they can; both are killed."""
    with loosed(lambda: _notes(ground, say, "notes_en")):
        _notes(ground, say, "notes_zh")


def _notes(ground: Ground, say: Say, name: str) -> None:
    rng = random.Random(os.getpid())
    with opened(ground) as ws:
        site = ws.store.site(ground.sites[4])
        say("ready")
        while True:
            word = f"{rng.randrange(10**12)}"
            # each has the whole place before the eyes, and the other's words grow old in it
            seen = site
            site = replace(site, **{name: word})
            ws.store.save_site(site, seen=seen, by=Hand(name))
            say([site.id, name, word])


def check_together(ground: Ground, told: list[object], losses: Losses) -> None:
    """Every word of both is in the log; what stands is the last of each; nobody is asked."""
    known = held(ground)
    last: dict[str, str] = {}
    for row in told:
        if row == "ready":
            continue
        site, name, word = row  # type: ignore[misc]
        last[name] = word
        if f'"{word}"' not in known.get((site, name), set()):
            losses.lost.append(f"together {name} {word}")
    with opened(ground) as ws:
        asked = [key for key, _, _ in ws.store.rivals() if key.record == ground.sites[4]]
        crooked = ws.store.disagreeing()
    if asked or crooked:
        losses.halves.append(f"together {asked} {crooked}")


JOBS: Mapping[str, Job] = {
    "photo": (hang, check_hung, 10),
    "undo": (undo, check_undone, 10),
    "passphrase": (seal, check_sealed, 8),
    "together": (together, check_together, 10),
}
