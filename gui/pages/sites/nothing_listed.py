"""Why the list is empty, and what would fill it."""

from __future__ import annotations

from collections import Counter

from geo.model import Ranking
from gui.pages.sites.list_notes import ALL, CITIES, REASONS
from gui.pages.wishes.must_words import must_words
from gui.session import State
from gui.texts import count
from gui.widgets.empty_card import EmptyCard

SCRIPT, ALL_SETS, ALL_CITIES, DROP_MUST = "script", "all_sets", "all_cities", "drop_must"


class NothingListed(EmptyCard):
    """``chosen`` tells the way that was taken."""

    def explain(self, state: State, elsewhere: int = 0) -> None:
        """Tell what is missing; ``elsewhere`` places were found that are not ranked."""
        if state.ranking is None:
            self._tell_unranked(state)
        elif state.only is not None:
            self._tell_found(elsewhere)
        elif state.ranking.wishes.musts and not state.ranking.site_order.count():
            self._tell_musts(state, state.ranking)
        else:
            self._tell_nothing_fits(state)

    def _tell_unranked(self, state: State) -> None:
        if state.script is None:
            self.tell(
                self.tr("还没有剧本"),
                self.tr("地图上是景库里的所有取景地。打开剧本，才知道哪里合适。"),
                [(SCRIPT, self.tr("去打开剧本"))],
            )
        elif not state.script.scenes:
            self.tell(
                self.tr("还没有场景"),
                self.tr("列一场，说要什么景，就能排出取景地。"),
                [(SCRIPT, self.tr("去列场景"))],
            )
        else:
            self.tell(self.tr("正在排"), self.tr("马上就好，排好的会一起出来。"))

    def _tell_found(self, elsewhere: int) -> None:
        ways = [(ALL, self.tr("看全部取景地"))]
        if elsewhere:
            ways.append((CITIES, self.tr("比别的城市…")))
        self.tell(
            self.tr("找到的都不在这张单子上"),
            self.tr("有的不在排名的城市里，有的这个剧本用不上。地图上都有，点一下看。"),
            ways,
        )

    def _tell_musts(self, state: State, ranking: Ranking) -> None:
        """Which must-haves leave nothing, and how to insist on one less."""
        lang, musts = state.language, ranking.wishes.musts
        english = {city: state.sites.city_en(city) or city for one in musts for city in one.names}
        names = english if lang == "en" else {}
        told = {must: must_words(must, names) for must in musts}
        codes = Counter(code for one in ranking.excluded for code in {r.code for r in one.because})
        lines = [self._must(told[must], codes[f"must_{must.code.value}"], lang) for must in musts]
        self.tell(
            self.tr("这些“必须”一起，一处也不剩"),
            "\n".join(lines),
            [
                (DROP_MUST, self.tr("去掉“{must}”").format(must=told[musts[-1]])),
                (REASONS, self.tr("看为什么")),
            ],
        )

    def _must(self, words: str, out: int, lang: str) -> str:
        if not out:
            return words
        return self.tr("{must}：排除了 {n} 处").format(must=words, n=count(out, lang))

    def _tell_nothing_fits(self, state: State) -> None:
        chosen = state.selection
        ways = []
        if chosen.script_set is not None:
            ways.append((ALL_SETS, self.tr("看全部场景")))
        if chosen.city is not None:
            ways.append((ALL_CITIES, self.tr("看全部城市")))
        self.tell(
            self.tr("这里没有能拍的地方"),
            self.tr("放宽一下，或者给这个场景换一种景、添一处你知道的地方。"),
            ways,
        )
