"""How firm a ranking is, in words: for a terminal, and what the sheets say the same way."""

from __future__ import annotations

from geo.model import Defence, FindOut, Loss, Method, Ranking, Scalar
from geo.phrases import Phrases, pct
from geo.present.figures import site_name
from geo.present.firm_documents import sum_leader

CALLS, LEFT_OUT = 3, 5
"""So many calls and excluded places are told on a terminal."""


class FirmWords:
    """A defence told in one language."""

    def __init__(self, ranking: Ranking, phrases: Phrases, lang: str) -> None:
        self.ranking, self.phrases, self.lang = ranking, phrases, lang
        self.own = {one.code: one.name for one in ranking.wishes.own}

    def say(self, code: str, **values: Scalar) -> str:
        """A code in words."""
        return self.phrases.say(code, self.lang, values)

    def site(self, column: int) -> str:
        """The name of a site."""
        return site_name(self.ranking.sites[column].site, self.lang)

    def criterion(self, code: str) -> str:
        """The name of a criterion."""
        return self.own.get(code) or self.say(f"criterion_{code}")

    def call(self, one: FindOut) -> str:
        """A call in one line: what, how, whom, how likely it changes the first three, what then."""
        line = self.say(
            "find_out_line",
            about=self.phrases.tell(one.about, self.lang),
            way=self.say(f"find_out_way_{one.way}"),
            whom=self.phrases.tell(one.whom, self.lang),
            gain=one.gain,
        )
        if one.lifts is None:
            return line
        return self.say("find_out_then", line=line, lifts=self.phrases.tell(one.lifts, self.lang))

    def loses(self, loss: Loss | None) -> str:
        """What would cost the leader the lead."""
        if loss is None:
            return self.say("firm_never_loses")
        now = loss.weight - loss.change
        code = "firm_loses_up" if loss.change >= 0 else "firm_loses_down"
        # a change too small to be seen in percents is no "from 30% to 30%"
        code += "_little" if pct(now) == pct(loss.weight) else ""
        values = {"criterion": self.criterion(loss.criterion), "other": self.site(loss.column)}
        return self.say(code, **values, now=now, weight=loss.weight)


def firm_lines(ranking: Ranking, defence: Defence, phrases: Phrases, lang: str) -> list[str]:
    """Tell how firm the lead is, what would cost it, the first calls, and who is left out."""
    words = FirmWords(ranking, phrases, lang)
    lines: list[str] = []
    lead = sum_leader(defence)
    if lead is not None:
        known, opened = defence.as_known, defence.robustness
        lines = ["", words.say("firm_title")]
        told = [
            words.say(
                "firm_known",
                site=words.site(lead),
                first=float(known.first[lead]),
                top3=float(known.top3[lead]),
            ),
            words.say(
                "firm_opened", first=float(opened.first[lead]), top3=float(opened.top3[lead])
            ),
            words.loses(defence.loss),
        ]
        if ranking.wishes.method is not Method.WEIGHTED_SUM:
            told.append(words.say("firm_sum"))
        lines += [f"  {line}" for line in told]
    if defence.find_out:
        lines += ["", words.say("find_out_title")]
        lines += [f"  {words.call(one)}" for one in defence.find_out[:CALLS]]
    return lines + _left_out(ranking, words)


def _left_out(ranking: Ranking, words: FirmWords) -> list[str]:
    if not ranking.excluded:
        return []
    lines = ["", words.say("excluded_title")]
    for one in ranking.excluded[:LEFT_OUT]:
        name = one.name_en if words.lang == "en" and one.name_en else one.name
        because = " ".join(words.phrases.tell(reason, words.lang) for reason in one.because)
        line = words.say("excluded_line", site=name or one.site_id, because=because)
        lines.append(f"  {line}")
    more = len(ranking.excluded) - LEFT_OUT
    return [*lines, f"  {words.say('excluded_more', n=more)}"] if more > 0 else lines
