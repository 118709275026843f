"""Pictures as files: opened within limits, made small and upright, told by what is in them.

Shared by the field, the pitch and the window. Any thread may ask.
"""

from __future__ import annotations

import hashlib
import io
import os
import struct
from functools import cache
from pathlib import Path
from typing import BinaryIO, TypeAlias

from pi_heif import register_heif_opener
from PIL import Image, ImageCms, ImageOps

from geo.endings import HEAD_BYTES, brands_of
from geo.files import write_whole

Picture: TypeAlias = Image.Image

FORMATS = ("JPEG", "PNG", "WEBP", "TIFF", "BMP", "GIF", "AVIF", "HEIF")
MODES = ("1", "L", "LA", "P", "PA", "RGB", "RGBA", "RGBX", "CMYK", "YCbCr")
CLEAR = ("LA", "PA", "RGBA")
# phones take up to 200 million pixels, as JPEG, which is read at an eighth; the rest fills memory
MOST_JPEG_PIXELS = 210_000_000
MOST_PIXELS = 110_000_000
# these are read as a whole before anything is known of them
MOST_BOXED_BYTES = 128 * 1024 * 1024
# what Pillow raises for files that are damaged, cut short or made to harm
BROKEN = (
    OSError,
    ValueError,
    SyntaxError,
    TypeError,
    LookupError,
    ArithmeticError,
    AttributeError,
    EOFError,
    MemoryError,
    RuntimeError,
    struct.error,
)
SHOWN_PX = 2048
SHOWN_QUALITY = 85
MOST_SHOWN = 1500  # copies kept, about 800 MB
NAME_LENGTH = 32


class TooManyPixelsError(ValueError):
    """More pixels than any camera has: a picture made to fill the memory."""


@cache
def formats() -> tuple[str, ...]:
    """The formats taken, as far as this build of the libraries reads them."""
    register_heif_opener(thumbnails=False)
    # beyond this Pillow itself warns, and at twice this it stops; the limits above are narrower
    Image.MAX_IMAGE_PIXELS = MOST_JPEG_PIXELS
    Image.init()
    return tuple(one for one in FORMATS if one in Image.OPEN)


def open_picture(source: Path | BinaryIO) -> Picture:
    """Open a picture, its pixels not read yet. Whoever opens it closes it.

    Raises TooManyPixelsError, or one of ``BROKEN``.
    """
    known = formats()
    if isinstance(source, Path) and not source.is_file():  # a pipe would be waited at for ever
        raise FileNotFoundError(source.name)
    if _is_boxed(source) and _length(source) > MOST_BOXED_BYTES:
        raise TooManyPixelsError
    try:
        image = Image.open(source, formats=known)
    except (Image.DecompressionBombError, Image.DecompressionBombWarning) as error:
        raise TooManyPixelsError from error
    most = MOST_JPEG_PIXELS if image.format in ("JPEG", "MPO") else MOST_PIXELS
    if image.width * image.height > most:
        image.close()
        raise TooManyPixelsError
    return image


def _is_boxed(source: Path | BinaryIO) -> bool:
    if isinstance(source, Path):
        with source.open("rb") as file:
            return bool(brands_of(file.read(HEAD_BYTES)))
    head = source.read(HEAD_BYTES)
    source.seek(0)
    return bool(brands_of(head))


def _length(source: Path | BinaryIO) -> int:
    if isinstance(source, Path):
        return source.stat().st_size
    length = source.seek(0, os.SEEK_END)
    source.seek(0)
    return length


def small_upright(image: Picture, longest: int) -> Picture:
    """At most ``longest`` pixels a side, turned as the camera was held; clear parts stay.

    Raises one of ``BROKEN``.
    """
    # a JPEG is read at half, a quarter or an eighth where that is enough
    image.draft("RGB", within(image.size, longest))
    small = image if image.mode in ("RGB", "RGBA", "L") else _plain(image)
    small.thumbnail((longest,) * 2, Image.Resampling.HAMMING, reducing_gap=None)
    return ImageOps.exif_transpose(small)


def within(size: tuple[int, int], longest: int) -> tuple[int, int]:
    """``size`` scaled to ``longest``; asked for a square, the reader would take too many pixels."""
    share = min(1.0, longest / max(size))
    return max(1, round(size[0] * share)), max(1, round(size[1] * share))


def _plain(image: Picture) -> Picture:
    """Palettes and inks as red, green and blue, clear parts kept; scaling needs it."""
    clear = image.mode in CLEAR or "transparency" in image.info
    made = image.convert("RGBA" if clear else "RGB")
    made.info = dict(image.info)
    return made


def flat(image: Picture) -> Picture:
    """``image`` without clear parts: white paper shows through."""
    if image.mode in CLEAR:
        whole = image.convert("RGBA")
        paper = Image.new("RGBA", whole.size, (255, 255, 255, 255))
        return Image.alpha_composite(paper, whole).convert("RGB")
    return image.convert("RGB")


def in_srgb(image: Picture, profile: bytes) -> Picture:
    """Colours of a phone's wide screen as every other screen shows them."""
    try:
        source = ImageCms.ImageCmsProfile(io.BytesIO(profile))
        if "sRGB" in ImageCms.getProfileDescription(source):
            return image
        target = ImageCms.createProfile("sRGB")
        return ImageCms.profileToProfile(image, source, target, outputMode="RGB") or image
    except (ImageCms.PyCMSError, OSError, ValueError):
        return image  # a damaged profile: the pixels as they are


def shown_copy(path: Path, folder: Path, longest: int = SHOWN_PX) -> Path:
    """A JPEG of a photo in ``folder``, upright and without what the camera wrote; made once.

    Raises TooManyPixelsError, or one of ``BROKEN`` (OSError also when ``folder`` refuses).
    """
    stat = path.stat()
    key = f"{path.resolve()}|{stat.st_mtime_ns}|{stat.st_size}|{longest}"
    target = folder / (hashlib.sha256(key.encode()).hexdigest()[:NAME_LENGTH] + ".jpg")
    if target.exists():
        target.touch()  # the longest unused goes first
        return target
    write_whole(target, shown_bytes(path, longest))
    forget_oldest(folder, MOST_SHOWN)
    return target


def shown_bytes(path: Path, longest: int = SHOWN_PX) -> bytes:
    """The JPEG that ``shown_copy`` keeps. Raises as it does."""
    with open_picture(path) as image:
        profile = image.info.get("icc_profile")
        made = flat(small_upright(image, longest))
    if profile:
        made = in_srgb(made, profile)
    made.info = {}
    out = io.BytesIO()
    made.save(out, "JPEG", quality=SHOWN_QUALITY)
    return out.getvalue()


def forget_oldest(folder: Path, most: int, used: frozenset[str] = frozenset()) -> None:
    """Keep a folder of copies at ``most``: the longest unused go, those ``used`` (paths) stay."""
    files = [one for one in folder.iterdir() if one.suffix in (".jpg", ".png")]
    if len(files) <= most:
        return
    ages: list[tuple[int, Path]] = []
    for one in files:
        try:
            ages.append((one.stat().st_mtime_ns, one))
        except FileNotFoundError:  # another window did the same
            continue
    for _, one in sorted(ages)[: max(0, len(ages) - most)]:
        if str(one) not in used:
            one.unlink(missing_ok=True)
