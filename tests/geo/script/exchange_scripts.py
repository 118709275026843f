"""Scripts for the exchange tests: one as a crew would have it, and any that the model allows."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from hypothesis import strategies as st

from geo.model import (
    CultureNeed,
    DayPart,
    Flag,
    IntExt,
    Need,
    Scene,
    Script,
    ScriptLine,
    ScriptSet,
    ScriptWarning,
    Seconds,
    Tag,
)
from geo.phrases import load_phrases
from geo.progress import finish
from geo.script.exchange import read_own, write_breakdown

ASSETS = Path(__file__).parents[3] / "assets"
PHRASES = load_phrases(ASSETS / "phrases")
FORMATS = ("xlsx", "csv", "uss")


def say_in(lang):
    """Phrases of one language."""
    return lambda code, values: PHRASES.say(code, lang, values)


def exported(script, path, vocabulary, lang="zh", places=()):
    """Write ``script`` to ``path``."""
    return finish(write_breakdown(script, vocabulary, path, lang, say_in(lang), places))


def taken_back(path, vocabulary):
    """Read an export of ours."""
    return finish(read_own(path, vocabulary))


def there_and_back(script, path, vocabulary, lang="zh"):
    """``script`` through a file, under the file name it came with."""
    back = taken_back(exported(script, path, vocabulary, lang), vocabulary)
    assert back.origin == path.name
    return replace(back, origin=script.origin)


HALL = Scene(
    "1-1", 1, 1, IntExt.INT, DayPart.NIGHT, "沈家正厅", "republican", ("沈知秋", "顾三"), 11,
    needs=(Need("mansion_republican", 0.9, ("沈家",)), Need("living_room", 0.4)),
    line=2, heading="1-1 夜 内 沈家正厅", screen=Seconds(62, 80, 118),
    flags=(Flag("rain", ("暴雨",)), Flag("crowd", ("宾客", "家丁"), 40), Flag("night", ("夜",))),
    details=(("props", "怀表、家书"), ("wardrobe", "长衫"), ("remarks", "=1+1 要清场")),
    edited=("time",),
)  # fmt: skip
GATE = Scene(
    "1-2", 1, 2, IntExt.EXT, DayPart.DAY, "沈家大门外", "republican", ("顾三",), 4,
    needs=(Need("ancient_street", 0.7),), culture=(CultureNeed("yueju", ("唱越剧",)),),
    line=6, heading="1-2 日 外 沈家大门外", screen=Seconds(20, 25, 40),
    flags=(Flag("crowd", ("看热闹的",)), Flag("vehicle", ("黄包车",))),
)  # fmt: skip
STUDY = Scene(
    "1-2A", 1, 2, IntExt.INT, DayPart.DUSK, "沈家书房", None, ("沈知秋",), 1,
    line=9, suffix="A", heading="1-2A 黄昏 内 沈家书房", details=(("synopsis", "一封信"),),
)  # fmt: skip
DOCK = Scene(
    "2-1", 2, 1, IntExt.BOTH, None, "码头", "republican", (), 3, line=12, heading="2-1 码头",
    omitted=True,
)  # fmt: skip
CREW = Script(
    title="一曲姑苏",
    scenes=(HALL, GATE, STUDY, DOCK),
    sets=(
        ScriptSet("set-1", "沈家正厅", ("1-1",)),
        ScriptSet("set-2", "沈家大门", ("1-2",)),
        ScriptSet("set-3", "沈家书房", ("1-2A",)),
        ScriptSet("set-4", "码头", ("2-1",)),
    ),
    warnings=(ScriptWarning(12, "scene_without_time", {"scene": "2-1", "place": "码头"}),),
    origin="一曲姑苏.docx",
    style="number",
    lines=(
        ScriptLine(1, "《一曲姑苏》", Tag.FRONT),
        ScriptLine(2, "1-1 夜 内 沈家正厅", Tag.HEADING, "1-1", by_hand=True),
        ScriptLine(3, "△暴雨。沈知秋把怀表放在桌上。", Tag.ACTION, "1-1"),
        ScriptLine(4, "沈知秋：你来了。", Tag.DIALOGUE, "1-1"),
        ScriptLine(5, "", Tag.BLANK, "1-1"),
        ScriptLine(6, "1-2 日 外 沈家大门外", Tag.HEADING, "1-2"),
        ScriptLine(7, '=HYPERLINK("x")', Tag.ACTION, "1-2"),
        ScriptLine(9, "1-2A 黄昏 内 沈家书房", Tag.HEADING, "1-2A", scene_number="2A"),
        ScriptLine(12, "2-1 码头", Tag.HEADING, "2-1"),
    ),
    draft=2,
    locked=True,
    settled=("sets_alike|沈家正厅|沈家大厅",),
)

NASTY = st.sampled_from(
    [
        *("=1+1", "+1", "-1", "@SUM(A1)", "'=1", "''", "'", "\t=1", "\r\n=1", "＝1", "|calc"),
        *("%0A", "a\nb\r\nc\rd", "\x00\x01\x08\x0b\x1f", "\ufffe\uffff", "\ud83d"),
        *("\ude00\ud83d", "\ud83d\ude00", "\U0001f468\u200d\U0001f469", "\u202eעברית العربية"),
        *("_x0041_", "_x005F_x0041_", "_x000D_", "e\u0301", "  x  ", "\u3000", "\xa0"),
        *("1-3", "3E5", "0012", "TRUE", "#N/A", "=cmd|' /C calc'!A0", "<a>&amp;]]>", '"'),
        *('","', "、，", "kanjing 1/1 x", "\x85\u2028\u2029"),
    ]
)  # fmt: skip
TEXTS = st.text(max_size=12) | NASTY
SURROGATES = st.text(st.characters(categories=["Cs", "Cc", "Lo"]), max_size=5)
ANY_TEXT = TEXTS | SURROGATES
WHOLE = st.integers(0, 9999)
MAYBE = st.none() | WHOLE
BECAUSE = st.lists(ANY_TEXT, max_size=2).map(tuple)
CONFIDENCE = st.floats(0, 1)


def _tuples(values, size=3):
    return st.lists(values, max_size=size).map(tuple)


def _scenes(ids):
    return st.builds(
        Scene,
        id=ids,
        episode=MAYBE,
        number=MAYBE,
        int_ext=st.none() | st.sampled_from(IntExt),
        time=st.none() | st.sampled_from(DayPart),
        place=ANY_TEXT,
        era=st.none() | st.sampled_from(["ancient", "republican", "no such era"]) | ANY_TEXT,
        cast=_tuples(ANY_TEXT),
        length_eighths=st.integers(0, 800),
        needs=_tuples(
            st.builds(
                Need, st.sampled_from(["teahouse", "villa_living_room"]) | ANY_TEXT, CONFIDENCE,
                BECAUSE,
            )
        ),
        culture=_tuples(st.builds(CultureNeed, st.just("yueju") | ANY_TEXT, BECAUSE)),
        line=WHOLE,
        heading=ANY_TEXT,
        by_hand=st.booleans(),
        suffix=st.sampled_from(["", "A", "BC"]) | ANY_TEXT,
        screen=st.none() | st.builds(Seconds, WHOLE, WHOLE, WHOLE),
        flags=_tuples(
            st.builds(Flag, st.sampled_from(["crowd", "water"]) | ANY_TEXT, BECAUSE, MAYBE)
        ),
        details=_tuples(
            st.tuples(st.sampled_from(["props", "remarks", "synopsis"]) | ANY_TEXT, ANY_TEXT)
        ),
        omitted=st.booleans(),
        edited=_tuples(st.sampled_from(["time", "place"])),
    )  # fmt: skip


@st.composite
def scripts(draw):
    """Any script of a few scenes."""
    count = draw(st.integers(0, 4))
    ids = draw(
        st.lists(
            st.from_regex(r"(?:[1-9]-[1-9][A-C]?|s[1-9]{1,2})", fullmatch=True),
            min_size=count,
            max_size=count,
            unique=True,
        )
    )
    scenes = tuple(draw(_scenes(st.just(one))) for one in ids)
    shared = draw(st.permutations(ids))
    cut = draw(st.integers(0, count))
    parts = [part for part in (shared[:cut], shared[cut:]) if part]
    sets = tuple(
        ScriptSet(f"set-{number}", draw(ANY_TEXT), tuple(part))
        for number, part in enumerate(parts, 1)
    )
    scalars = ANY_TEXT | st.integers(-9999, 9999) | st.booleans() | st.floats(-1e6, 1e6)
    warnings = st.builds(
        ScriptWarning, WHOLE, ANY_TEXT, st.dictionaries(ANY_TEXT, scalars, max_size=2)
    )
    lines = st.builds(
        ScriptLine, WHOLE, ANY_TEXT, st.sampled_from(Tag), st.sampled_from(["", *ids]), ANY_TEXT,
        st.booleans(),
    )  # fmt: skip
    return Script(
        title=draw(ANY_TEXT),
        scenes=scenes,
        sets=sets,
        warnings=draw(_tuples(warnings)),
        origin=draw(ANY_TEXT),
        style=draw(ANY_TEXT),
        lines=draw(_tuples(lines, 5)),
        marked=draw(st.booleans()),
        draft=draw(st.integers(1, 99)),
        locked=draw(st.booleans()),
        settled=draw(_tuples(ANY_TEXT)),
    )
