"""Names of files and names in files: what a title may be called on any disk."""

from __future__ import annotations

import re
import unicodedata

# what Windows, macOS or a shell would read as more than a name
RISKY = re.compile(r'[<>:"/\\|?*\x00-\x1f\x7f]')
SPACES = re.compile(r"\s+")
# marks that turn text around or are not seen
UNSEEN = frozenset({"Cc", "Cf", "Cs", "Co", "Cn"})
DEVICES = frozenset(
    {"con", "prn", "aux", "nul", *(f"{port}{n}" for port in ("com", "lpt") for n in range(1, 10))}
)
# 80 Chinese characters are 240 bytes; a name may have 255, and endings and numbers come after
LONGEST = 60
FALLBACK = "pitch"


def one_line(text: str) -> str:
    """``text`` on one line, without marks that turn it around or cannot be seen."""
    seen = "".join(
        one if one.isspace() or unicodedata.category(one) not in UNSEEN else "" for one in text
    )
    return SPACES.sub(" ", seen).strip()


def file_stem(text: str) -> str:
    """A file name without its ending, at most 60 characters, that stays in its folder."""
    name = SPACES.sub(" ", RISKY.sub(" ", one_line(text)))
    # a name of dots climbs, one that begins with a dot hides, one that ends so is cut by Windows
    name = name.strip(" .")[:LONGEST].rstrip(" .")
    return name if name and name.casefold() not in DEVICES else FALLBACK
