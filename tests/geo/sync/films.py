"""Clips made by hand, box by box (ISO/IEC 14496-12)."""

import struct

EPOCH_1970 = 2_082_844_800  # seconds from 1904 to 1970


def box(kind, *parts):
    body = b"".join(parts)
    return struct.pack(">I4s", len(body) + 8, kind) + body


def head(brand=b"mp42"):
    return box(b"ftyp", brand, bytes(4), b"isom")


def made(seconds, version=0):
    if version:
        return box(b"mvhd", b"\1\0\0\0", struct.pack(">QQ", seconds, seconds), bytes(90))
    return box(b"mvhd", bytes(4), struct.pack(">II", seconds, seconds), bytes(90))


def picture_track():
    hdlr = box(b"hdlr", bytes(8), b"vide", bytes(13))
    return box(b"trak", box(b"tkhd", bytes(84)), box(b"mdia", hdlr))


def place(word):
    return box(b"udta", box(b"\xa9xyz", struct.pack(">HH", len(word), 0x15C7), word))


def apple(**values):
    """The table of names and values that iPhones write into ``moov``."""
    names = [f"com.apple.quicktime.{key.replace('__', '.')}".encode() for key in values]
    keys = b"".join(box(b"mdta", name) for name in names)
    items = b"".join(
        box(struct.pack(">I", n), box(b"data", struct.pack(">II", 1, 0), word))
        for n, word in enumerate(values.values(), 1)
    )
    return box(
        b"meta",
        box(b"hdlr", bytes(8), b"mdta", bytes(13)),
        box(b"keys", bytes(4), struct.pack(">I", len(names)), keys),
        box(b"ilst", items),
    )


def film(*inside, brand=b"mp42", frames=b"\0" * 64):
    return head(brand) + box(b"mdat", frames) + box(b"moov", *inside, picture_track())
