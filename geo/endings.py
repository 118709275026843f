"""What a file is, told from its first bytes: photo or clip, and the ending it should have.

A name says nothing: chat programs call everything .jpg.
"""

from __future__ import annotations

HEAD_BYTES = 64
NAME_LETTERS = 24
"""How much of its SHA-256 names a kept photo."""
PHOTO_ENDINGS = frozenset(
    (".jpg", ".jpeg", ".png", ".webp", ".heic", ".heif", ".hif", ".bmp", ".gif", ".tif", ".tiff")
) | {".avif"}
"""What people call photos, also where this machine may not be able to show them."""
CLIP_ENDINGS = frozenset([".mp4", ".mov", ".m4v", ".3gp"])
# the first bytes of what cameras and phones write
SIGNS = {
    b"\xff\xd8\xff": ".jpg",
    b"\x89PNG": ".png",
    b"GIF8": ".gif",
    b"BM": ".bmp",
    b"II*\x00": ".tif",
    b"MM\x00*": ".tif",
}
# brands of the boxed formats (ISO/IEC 14496-12): photos, and what is boxed yet neither photo nor
# clip (sound, raw photos, JPEG 2000)
HEIC_BRANDS = frozenset(b"heic heix heim heis hevc hevx hevm hevs mif1 msf1".split())
AVIF_BRANDS = frozenset((b"avif", b"avis"))
OTHER_BRANDS = frozenset((b"M4A ", b"M4B ", b"M4P ", b"F4A ", b"F4B ", b"crx ", b"jp2 ", b"jpx "))
# films of old cameras begin with a box of their own
OLD_FILM = frozenset((b"moov", b"mdat", b"wide"))


def photo_ending(head: bytes) -> str | None:
    """The ending a photo should have, told from its first ``HEAD_BYTES``; None: it is none."""
    for sign, ending in SIGNS.items():
        if head.startswith(sign):
            return ending
    if head[:4] == b"RIFF" and head[8:12] == b"WEBP":
        return ".webp"
    brands = brands_of(head)
    if brands & AVIF_BRANDS:
        return ".avif"
    return ".heic" if brands & HEIC_BRANDS else None


def clip_ending(head: bytes) -> str | None:
    """The ending a clip should have, told from its first ``HEAD_BYTES``; None: it is none."""
    if head[4:8] in OLD_FILM:
        return ".mov"
    brands = brands_of(head)
    major = head[8:12]
    if not brands or brands & (HEIC_BRANDS | AVIF_BRANDS) or major in OTHER_BRANDS:
        return None
    if major.startswith(b"3g"):
        return ".3gp"
    return ".mov" if major == b"qt  " else ".mp4"


def brands_of(head: bytes) -> frozenset[bytes]:
    """What a boxed file says it is; nothing where it is none."""
    if head[4:8] != b"ftyp":
        return frozenset()
    end = min(int.from_bytes(head[:4], "big"), len(head))
    return frozenset((head[8:12], *(head[at : at + 4] for at in range(16, end - 3, 4))))
