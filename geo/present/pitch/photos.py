"""Photos for a pack: turned upright, scaled, without position or device, made once.

A photo is drawn from what is inside it, never from its name; one that cannot be read is left out
and told. What was made stands in a cache, named by path, time and size of its source.
"""

from __future__ import annotations

import hashlib
import io
import os
from collections.abc import Iterable, Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

from PIL import Image

from geo.endings import HEAD_BYTES, clip_ending
from geo.files import write_whole
from geo.model import Reason
from geo.pictures import (
    BROKEN,
    CLEAR,
    MODES,
    TooManyPixelsError,
    flat,
    forget_oldest,
    in_srgb,
    open_picture,
    small_upright,
    within,
)
from geo.progress import Job, Step

MOST_KEPT = 600  # prepared photos in the cache, about 200 MB
NAME_LENGTH = 32
# pixels and quality tried in turn until a photo fits; bytes a pixel of a plain photo
SIZES = ((1280, 78), (1000, 76), (800, 74), (640, 72), (480, 68), (360, 60), (240, 50))
LEAST_PER_PIXEL = 0.09


@dataclass(frozen=True, slots=True)
class Prepared:
    """``paths``: the prepared file by the path that was asked for; ``left_out``: which not, why."""

    paths: Mapping[str, str]
    left_out: tuple[Reason, ...] = ()


@dataclass(frozen=True, slots=True)
class _Making:
    longest: int
    quality: int
    keep_place: bool


def prepared(
    paths: Iterable[str | Path],
    folder: Path,
    *,
    longest: int = 1600,
    quality: int = 82,
    keep_place: bool = False,
) -> Job[Prepared]:
    """Prepare photos in ``folder``: at most ``longest`` pixels a side, JPEG (PNG where clear).

    With ``keep_place`` they keep what the camera wrote (position, device). Never fails for a photo:
    those it cannot read are told in ``left_out``. Raises OSError when ``folder`` cannot be written.
    """
    making = _Making(longest, quality, keep_place)
    wanted = list(dict.fromkeys(str(path) for path in paths))
    folder.mkdir(parents=True, exist_ok=True)
    made: dict[str, str] = {}
    left_out: list[Reason] = []
    pool = ThreadPoolExecutor(max_workers=min(4, os.cpu_count() or 1))
    try:
        tasks = []
        for path in wanted:
            fault = _fault(Path(path))
            if fault is not None:
                left_out.append(Reason(fault, {"file": Path(path).name}))
                continue
            tasks.append((path, pool.submit(_prepare, Path(path), folder, making)))
        for done, (path, task) in enumerate(tasks, 1):
            target = task.result()
            if target is None:
                left_out.append(Reason("pitch_photo_broken", {"file": Path(path).name}))
            else:
                made[path] = str(target)
            yield Step("pitch_photos", done, len(tasks))
    finally:
        # whoever stops in the middle waits for at most one photo a worker
        pool.shutdown(cancel_futures=True)
    forget_oldest(folder, MOST_KEPT, frozenset(made.values()))
    return Prepared(made, tuple(left_out))


def unusable(paths: Iterable[str | Path]) -> tuple[Reason, ...]:
    """Photos that cannot be put into a pack, and why, as far as their heads tell."""
    faults = ((Path(path), _fault(Path(path))) for path in dict.fromkeys(paths))
    return tuple(Reason(fault, {"file": path.name}) for path, fault in faults if fault is not None)


def shrunk(path: Path, most_bytes: int) -> bytes:
    """A prepared photo as JPEG, as large as fits into ``most_bytes``; the smallest where none does.

    Raises OSError, ValueError or SyntaxError where the file is no photo.
    """
    # what surely is too large is not tried
    sizes = [one for one in SIZES if one[0] ** 2 * LEAST_PER_PIXEL <= most_bytes] or SIZES[-1:]
    with open_picture(path) as image:
        image.draft("RGB", within(image.size, sizes[0][0]))
        made = flat(image)
    data = b""
    for longest, quality in sizes:
        before = max(made.size)
        # from one try to the next the bytes shrink with the area
        likely = len(data) * (longest / before) ** 2
        if likely > most_bytes * 1.3 and longest != SIZES[-1][0]:
            continue
        made.thumbnail((longest, longest), Image.Resampling.HAMMING)
        out = io.BytesIO()
        made.save(out, "JPEG", quality=quality)
        data = out.getvalue()
        if len(data) <= most_bytes:
            break
    return data


def _fault(path: Path) -> str | None:
    """Why a photo cannot be taken, as a code; its pixels are not read yet."""
    try:
        with path.open("rb") as file:
            head = file.read(HEAD_BYTES)
        if not head:
            return "pitch_photo_empty"
        if clip_ending(head) is not None:
            return "pitch_photo_clip"
        with open_picture(path) as image:
            return None if image.mode in MODES else "pitch_photo_broken"
    except TooManyPixelsError:
        return "pitch_photo_huge"
    except BROKEN:
        return "pitch_photo_broken"


def _prepare(path: Path, folder: Path, making: _Making) -> Path | None:
    """Make the photo, or find it made; None where its pixels cannot be read."""
    try:
        stat = path.stat()
        key = f"{path.resolve()}|{stat.st_mtime_ns}|{stat.st_size}|{making}"
    except OSError:
        return None
    name = hashlib.sha256(key.encode()).hexdigest()[:NAME_LENGTH]
    for ending in (".jpg", ".png"):
        target = folder / (name + ending)
        if target.exists():
            target.touch()  # the longest unused goes first
            return target
    try:
        content, ending = _made(path, making)
    except BROKEN:
        return None
    target = folder / (name + ending)
    write_whole(target, content)
    return target


def _made(path: Path, making: _Making) -> tuple[bytes, str]:
    """The bytes of the prepared photo and the ending they want."""
    with open_picture(path) as image:
        camera = image.getexif() if making.keep_place else None
        profile = image.info.get("icc_profile")
        upright = small_upright(image, making.longest)
        clear = upright.mode in CLEAR and upright.getchannel("A").getextrema() != (255, 255)
        made = upright.convert("RGBA") if clear else flat(upright)
        if profile and not clear:
            made = in_srgb(made, profile)
    # comments, device and place ride along in these; only pixels go out
    made.info = {}
    more: dict[str, bytes] = {}
    if camera:
        camera.pop(0x0112, None)  # turned already
        more["exif"] = camera.tobytes()
    out = io.BytesIO()
    if clear:
        made.save(out, "PNG", **more)
        return out.getvalue(), ".png"
    made.save(out, "JPEG", quality=making.quality, **more)
    return out.getvalue(), ".jpg"
