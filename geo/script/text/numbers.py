"""Scene numbers and episode markers as Chinese scripts write them, read from a folded line."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum

from geo.script.text.fold import read_number


class Family(StrEnum):
    """How the headings of a document are numbered."""

    DASH = "dash"
    ORDINAL = "ordinal"
    LIST = "list"
    SLUG = "slug"
    PLAIN = "plain"
    LABELS = "labels"


NUM = r"(?:\d{1,4}|[零〇一二两三四五六七八九十百]{1,6})"
OPEN = r"[【\[(〔「『<《]?\s*"
WORDS = r"(?:场景|场次|场号|场序|场|第|scene|sc|no\.|ep?(?=\d))"
# an inserted scene: 3A, 3-A, 3加; before other words than fields it is theirs (A座, 加油站)
SUFFIX = r"(?:(?:-?[a-z]|[加补]\d?)(?=$|[^a-z.\u4e00-\u9fff]|[日夜晨昏黄傍清早晚内外场]))?"
# several scenes played as one: 5-6, 3、4, 7至9
THROUGH = (
    r"(?:\s*[-、,/&+和及至到]\s*(?P<{0}>\d{{1,3}}|[一二三四五六七八九十]{{1,3}})"
    r"(?=\s*场|\s|$|[:】\])]))?"
)


def _pattern(*forms: str) -> re.Pattern[str]:
    """One pattern of several forms; ``E N X U`` in a form become groups of their own."""
    written = []
    for index, form in enumerate(forms):
        for stem, inner in (("E", r"\d{1,3}"), ("EC", NUM), ("N", r"\d{1,3}"), ("NC", NUM)):
            form = form.replace(f"<{stem}>", f"(?P<{stem[0].lower()}{index}>{inner})")
        form = form.replace("<X>", f"(?P<x{index}>{SUFFIX})")
        form = form.replace("<U>", THROUGH.format(f"u{index}"))
        written.append(f"^{form}")
    return re.compile("|".join(written))


DASH = _pattern(
    OPEN
    + WORDS
    + r"?[\s:.#(】\]]*<E>\s*-{1,2}\s*<N><X><U>(?!\d|\s?-\s?\d)\)?"
    + r"(?:\s?场(?=$|[\s、:,.(【\[)】\]|/-]))?",
    OPEN + r"第?\s*<EC>\s*集[\s\-,、.:·/|_]*(?:第?\s*<NC><X><U>\s*场|场次?[\s:]*(?P<n9>\d{1,3}))",
    OPEN + r"第?\s*<EC>\s*集[\s\-,、.:·/|_]+\d{1,3}\s*-\s*<N><X>(?!\d)",
    OPEN + r"e(?:p|pisode)?\.?\s*<E>[\s\-_.,/|:]*s(?:c|cene)?\.?\s*<N><X>(?![\da-z])",
    OPEN
    + r"s(?:eason)?\s?\d{1,2}\s?[-_.]?\s?ep?\.?\s?<E>\s*[\s\-_.]\s*(?:sc?\.?\s*)?<N><X>(?![\da-z])",
    OPEN + r"<E>\s?[.·•_]\s?<N><X>(?=\s|[、:】\])])",
)
ORDINAL = _pattern(
    OPEN + r"第\s*<NC>\s*<X><U>\s*(?:场[次景戏]?|幕|镜)",
    OPEN
    + r"(?:(?:场\s{0,4}次(?=[\s\d:.#(\[])|场次|场\s{0,4}[号序]|场|scene|sc)[\s:.#]*|场景[\s.#]*)"
    + r"[(\[]?\s*<NC><X><U>\s*[)\]】]?(?!\d)",
    OPEN + r"<NC><X><U>\s*场(?=$|[\s:、.,/|(\[【次]|连拍|合拍)",
)
LIST = _pattern(
    OPEN + r"<N><X><U>\s*[】\])〕]\s*[、.:]?\s*",
    r"<N><X><U>\s*[、.):](?!\d)\s*",
    r"<N><X><U>\s+(?=\S)",
    r"<N>$",
    r"(?P<n8>[一二三四五六七八九十百]{1,4})\s*[、.]\s*",
    OPEN + r"(?P<n7>[一二三四五六七八九十百]{1,4})[】\])]\s*",
)
# a sign before the number that is no word of ours: S3, No.12, 镜5; or the number in another dress
LEAD = re.compile(
    r"^[【\[(]?(?:[a-z]{1,5}|[#№]|镜头?|戏|序号?|编号)?[\s.\-_:#]{0,2}(?P<a>\d{1,3})"
    r"(?:\s?[-.·_/]\s?(?:[a-z]{1,2})?(?P<b>\d{1,3}))?(?P<x>[a-z](?![a-z]))?[】\])]?(?:场)?(?=[\s、:.,/|)-])"
)
# behind a number these go on with a heading; anything else counts: 3-2 天后, 第3场比赛
GOES_ON = re.compile(
    r"$|[\s:、.,)\]】〕」』>》/|。(\[【〔「<-]|(?:日|夜|晨|昏|黄昏|傍晚|清晨|早|晚|内|外|上午|中午|下午|凌晨|深夜|int|ext"
    r"|接|续|省略|删|拍|连拍)"
)
OMITTED = re.compile(
    r"^[\s:、.,\-(\[【]*(?:省略|略去|略|已?删除?|删去|删戏|删场|取消|作废|omit(?:ted)?|deleted)(?:本场|此场|不拍)?[\s)\]】.。]*$"
)
TOGETHER = re.compile(r"^[\s)]*(?:场)?(?:连拍|合拍|合并|一起拍|同拍)[\s:、,)]*")


@dataclass(frozen=True, slots=True)
class Numbered:
    """The number that opens a line: its end in the line, and whether words go on as in a heading.

    ``through`` is the last of several scenes played as one; ``loose``: the numbers were joined by
    a dash alone, which also tells from where to where.
    """

    family: Family
    episode: int | None
    number: int | None
    suffix: str
    end: int
    glued: bool = False
    through: int | None = None
    loose: bool = False


def _named(found: re.Match[str], stem: str) -> str:
    groups = found.groupdict()
    return next((value for key, value in groups.items() if key[0] == stem and value), "")


def read_numbered(folded: str, without: frozenset[Family] = frozenset()) -> Numbered | None:
    """The scene number that opens a folded line, of the first family that knows it."""
    for family, pattern in ((Family.DASH, DASH), (Family.ORDINAL, ORDINAL), (Family.LIST, LIST)):
        found = None if family in without else pattern.match(folded)
        if found is None:
            continue
        episode, number, through = (_named(found, stem) for stem in "enu")
        return Numbered(
            family,
            read_number(episode) if episode else None,
            read_number(number) if number else None,
            _named(found, "x").strip("-").upper(),
            found.end(),
            family is not Family.LIST
            and folded[found.end() - 1] not in ")]】"
            and not GOES_ON.match(folded, found.end()),
            read_number(through) if through else None,
            family is Family.DASH and found["e0"] is not None,
        )
    return None


def read_lead(folded: str) -> Numbered | None:
    """A number in a dress that no family knows, for documents that all wear it."""
    found = LEAD.match(folded)
    if not found:
        return None
    first, second = int(found["a"]), found["b"]
    return Numbered(
        Family.PLAIN,
        first if second else None,
        int(second) if second else first,
        (found["x"] or "").upper(),
        found.end(),
    )
