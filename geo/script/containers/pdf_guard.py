"""What a PDF would unpack to, measured before its reader meets it."""

from __future__ import annotations

import re
import zlib

from geo.errors import ScriptError
from geo.script.containers.zipped import MEGABYTE

STREAM = re.compile(rb"stream\r?\n")
DICTIONARY = 600
FLATE = re.compile(rb"/(?:FlateDecode|Fl)\b")
OTHER_PACKING = re.compile(rb"/(?:LZWDecode|LZW|RunLengthDecode|RL)\b")
IMAGE = re.compile(rb"/(?:Subtype|S)\s*/Image\b")
FONT = re.compile(rb"/(?:Length1|FontFile\d?|CIDFontType0C|Type1C|OpenType)\b")
LARGEST_STREAM = 8 * MEGABYTE
LARGEST_FONT = 64 * MEGABYTE
LARGEST_ODD = MEGABYTE // 2
LARGEST_TOTAL = 192 * MEGABYTE
PIECE = 256 * 1024


def _unpacked(data: memoryview, layers: int, most: int) -> int:
    """How many bytes ``layers`` of deflate come to, counted up to ``most``."""
    packers = [zlib.decompressobj() for _ in range(layers)]
    done = 0

    def push(piece: bytes, depth: int) -> None:
        nonlocal done
        if depth == len(packers):
            done += len(piece)
            return
        packer = packers[depth]
        while piece and done <= most and not packer.eof:
            out = packer.decompress(piece, PIECE)
            piece = packer.unconsumed_tail
            push(out, depth + 1)

    try:
        for start in range(0, len(data), PIECE):
            push(bytes(data[start : start + PIECE]), 0)
            if done > most or packers[0].eof:
                break
    except zlib.error:
        return done
    return done


def check_streams(data: bytes) -> None:
    """Raises ScriptError ``script_unpacks_too_large`` for a PDF made to swell."""
    view = memoryview(data)
    total = 0
    for found in STREAM.finditer(data):
        opening = data.rfind(b"obj", max(0, found.start() - DICTIONARY), found.start())
        dictionary = data[max(opening, found.start() - DICTIONARY, 0) : found.start()]
        if IMAGE.search(dictionary):
            continue
        end = data.find(b"endstream", found.end())
        end = len(data) if end < 0 else end
        most = LARGEST_FONT if FONT.search(dictionary) else LARGEST_STREAM
        layers = len(FLATE.findall(dictionary))
        if OTHER_PACKING.search(dictionary):
            size = LARGEST_TOTAL + 1 if end - found.end() > LARGEST_ODD else 0
        elif layers:
            size = _unpacked(view[found.end() : end], min(layers, 4), most)
        else:
            size = end - found.end()
        total += size
        if size > most or total > LARGEST_TOTAL:
            raise ScriptError("script_unpacks_too_large", format="pdf")
