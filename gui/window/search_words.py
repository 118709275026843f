"""What a search found, in words for the popup: rows, parts, ways to narrow and to widen."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QObject

from geo.model import Found, Hit, Reason, ScriptSet, Site, Term, Understood
from gui.session import State
from gui.texts import count
from gui.widgets.search_list import Suggestion
from gui.widgets.search_popup import Answers

MOST, MOST_SETS = 12, 3
SET, SITE = "set", "site"


class SearchWords(QObject):
    """Turns what the session found into what the popup shows."""

    def answers(self, state: State, text: str, *, slow: bool = False) -> Answers:
        """What to show for ``text``: sets of the script now, places as they were found last.

        ``slow``: the first answer takes so long that somebody has to say so.
        """
        sets = tuple(self._set_row(one, text) for one in _sets(state, text))
        found = state.found
        if found is None:
            return Answers(sets, none=self.tr("正在找…") if slow else "")
        hits = [
            row
            for hit in found.hits[:MOST]
            if (row := _hit_row(state, hit, text, found.terms)) is not None
        ]
        every = len(found.hits)
        rest = every - len(hits)
        return Answers(
            rows=(*sets, *hits),
            parts=self._parts(state, found),
            more=self.tr("还有 {n} 处").format(n=count(rest, state.language)) if rest else "",
            only=self.tr("只看这 {n} 处").format(n=count(every, state.language)) if every else "",
            none="" if every else self._none(state),
            wider=tuple(self._wider(state)),
            add="" if every else self.tr("添一处…"),
        )

    def _none(self, state: State) -> str:
        if state.wider:
            return self.tr("没找到。去掉一样就有：")
        if state.is_busy("wider"):
            return self.tr("没找到。正在看去掉哪一样会有。")
        return self.tr("没找到。换个说法，拼音和首字母也行；景库里没有的可以添。")

    def _wider(self, state: State) -> list[str]:
        text = self.tr("去掉“{part}”能找到 {n} 处")
        return [
            text.format(part=told(state, one.part), n=count(one.count, state.language))
            for one in state.wider
        ]

    def _parts(self, state: State, found: Found) -> tuple[tuple[str, str], ...]:
        """A lone name says no more than the field does; anything else shows how it was taken."""
        if len(found.terms) == 1 and found.terms[0].term is Term.NAME:
            return ()
        tip = self.tr("去掉“{part}”")
        words = [told(state, one) for one in found.terms]
        return tuple((one, tip.format(part=one)) for one in words)

    def _set_row(self, one: ScriptSet, text: str) -> Suggestion:
        where = self.tr("场景 · {n} 场").format(n=len(one.scenes))
        return Suggestion(f"{SET}:{one.id}", one.name, where, strong=_typed(one.name, (text,)))


def told(state: State, part: Understood) -> str:
    """What a part of the query was taken for."""
    return _say(state, part.told) or part.written


def _say(state: State, reason: Reason) -> str:
    return "" if state.phrases is None else state.phrases.tell(reason, state.language)


def _sets(state: State, text: str) -> list[ScriptSet]:
    wanted = text.casefold()
    sets = state.script.sets if state.script is not None else ()
    return [one for one in sets if wanted and wanted in one.name.casefold()][:MOST_SETS]


def _hit_row(state: State, hit: Hit, text: str, terms: Sequence[Understood]) -> Suggestion | None:
    site = state.site(hit.site_id)
    if site is None:
        return None
    english = state.language == "en"
    name = site.name_en or site.name_zh if english else site.name_zh
    why = ("; " if english else "，").join(
        told for reason in hit.why if (told := _say(state, reason))
    )
    words = (text, *(one.written for one in terms if one.term is Term.NAME))
    return Suggestion(
        f"{SITE}:{site.id}", name, _where(site, english=english), why, site.kind,
        _typed(name, words),
    )  # fmt: skip


def _where(site: Site, *, english: bool) -> str:
    if english:
        return site.city_en or site.city_zh
    return f"{site.city_zh} {site.district_zh or ''}".rstrip()


def _typed(name: str, words: Sequence[str]) -> tuple[int, int]:
    """Which part of ``name`` one of ``words`` is; nothing when the sound or a type matched."""
    folded = name.casefold()
    for word in words:
        wanted = word.strip().casefold()
        at = folded.find(wanted) if wanted else -1
        # folding lengthens a few letters: then the places no longer agree
        if at >= 0 and len(folded) == len(name):
            return at, at + len(wanted)
    return 0, 0
