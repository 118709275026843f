"""Photos for a pack: turned upright, scaled, without position or device, made once.

A photo is drawn from what is inside it, never from its name; one that cannot be read is left out
and told. What was made stands in a cache, named by path, time and size of its source.
"""

from __future__ import annotations

import hashlib
import io
import os
import warnings
from collections.abc import Iterable, Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from PIL import Image, ImageCms, ImageOps

from geo.files import write_whole
from geo.model import Reason
from geo.progress import Job, Step

FORMATS = ("JPEG", "PNG", "WEBP", "TIFF", "BMP", "GIF", "AVIF")
MODES = ("1", "L", "LA", "P", "PA", "RGB", "RGBA", "RGBX", "CMYK", "YCbCr")
CLEAR = ("LA", "PA", "RGBA")
MOST_KEPT = 600  # prepared photos in the cache, about 200 MB
NAME_LENGTH = 32
# pixels and quality tried in turn until a photo fits; bytes a pixel of a plain photo
SIZES = ((1280, 78), (1000, 76), (800, 74), (640, 72), (480, 68), (360, 60), (240, 50))
LEAST_PER_PIXEL = 0.09
HEIC = (b"ftypheic", b"ftypheix", b"ftypmif1", b"ftyphevc")
HEAD_BYTES = 16
# what Pillow raises for files that are damaged, cut short or made to harm
BROKEN = (OSError, ValueError, SyntaxError, TypeError, IndexError, EOFError, MemoryError)


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
    _forget_old(folder, set(made.values()))
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
    with Image.open(path, formats=_formats()) as image:
        image.draft("RGB", _within(image.size, sizes[0][0]))
        made = _flat(image)
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


@cache
def _formats() -> tuple[str, ...]:
    """The formats taken, as far as this build of the library reads them."""
    Image.init()
    return tuple(one for one in FORMATS if one in Image.OPEN)


def _fault(path: Path) -> str | None:
    """Why a photo cannot be taken, as a code; its pixels are not read yet."""
    try:
        with path.open("rb") as file:
            head = file.read(HEAD_BYTES)
        if not head:
            return "pitch_photo_empty"
        if any(sign in head for sign in HEIC):
            return "pitch_photo_heic"
        with warnings.catch_warnings():
            # more pixels than any camera has: a picture made to fill the memory
            warnings.simplefilter("error", Image.DecompressionBombWarning)
            with Image.open(path, formats=_formats()) as image:
                return None if image.mode in MODES else "pitch_photo_broken"
    except (Image.DecompressionBombWarning, Image.DecompressionBombError):
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
    with Image.open(path, formats=_formats()) as image:
        # a JPEG is read at half, a quarter or an eighth where that is enough
        image.draft("RGB", _within(image.size, making.longest))
        camera = image.getexif() if making.keep_place else None
        profile = image.info.get("icc_profile")
        small = image if image.mode in ("RGB", "RGBA", "L") else _plain(image)
        small.thumbnail((making.longest,) * 2, Image.Resampling.HAMMING, reducing_gap=None)
        upright = ImageOps.exif_transpose(small)
        clear = upright.mode in CLEAR and upright.getchannel("A").getextrema() != (255, 255)
        made = upright.convert("RGBA") if clear else _flat(upright)
        if profile and not clear:
            made = _in_srgb(made, profile)
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


def _within(size: tuple[int, int], longest: int) -> tuple[int, int]:
    """``size`` scaled to ``longest``; asked for a square, the reader would take too many pixels."""
    share = min(1.0, longest / max(size))
    return max(1, round(size[0] * share)), max(1, round(size[1] * share))


def _plain(image: Image.Image) -> Image.Image:
    """Palettes and inks as red, green and blue, clear parts kept; scaling needs it."""
    clear = image.mode in CLEAR or "transparency" in image.info
    made = image.convert("RGBA" if clear else "RGB")
    made.info = dict(image.info)
    return made


def _flat(image: Image.Image) -> Image.Image:
    """``image`` without clear parts: white paper shows through."""
    if image.mode in CLEAR:
        whole = image.convert("RGBA")
        paper = Image.new("RGBA", whole.size, (255, 255, 255, 255))
        return Image.alpha_composite(paper, whole).convert("RGB")
    return image.convert("RGB")


def _in_srgb(image: Image.Image, profile: bytes) -> Image.Image:
    """Colours of a phone's wide screen as every other screen shows them."""
    try:
        source = ImageCms.ImageCmsProfile(io.BytesIO(profile))
        if "sRGB" in ImageCms.getProfileDescription(source):
            return image
        target = ImageCms.createProfile("sRGB")
        return ImageCms.profileToProfile(image, source, target, outputMode="RGB") or image
    except (ImageCms.PyCMSError, OSError, ValueError):
        return image  # a damaged profile: the pixels as they are


def _forget_old(folder: Path, used: set[str]) -> None:
    """Keep the cache from growing without end: the longest unused go."""
    files = [one for one in folder.iterdir() if one.suffix in (".jpg", ".png")]
    if len(files) <= MOST_KEPT:
        return
    ages = sorted(files, key=lambda one: one.stat().st_mtime_ns)
    for one in ages[: len(files) - MOST_KEPT]:
        if str(one) not in used:
            one.unlink(missing_ok=True)
