"""Numbers as Word counts them: letters, Roman, Chinese in its many ways, circles."""

from __future__ import annotations

from collections.abc import Callable, Mapping

DIGITS = "零一二三四五六七八九"
LEGAL = "零壹贰叁肆伍陆柒捌玖"
OLD_LEGAL = "零壹貳參肆伍陸柒捌玖"
STEMS = "甲乙丙丁戊己庚辛壬癸"
BRANCHES = "子丑寅卯辰巳午未申酉戌亥"
ROMAN = (
    *((1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC")),
    *((50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I")),
)
LARGEST = 9_999
SIXTY = 60


def roman(number: int) -> str:
    """XIV of 14."""
    text = ""
    for value, sign in ROMAN:
        times, number = divmod(number, value)
        text += sign * times
    return text


def letters(number: int) -> str:
    """C of 3, AA of 27, BBB of 54, as Word repeats them."""
    times, index = divmod(number - 1, 26)
    return chr(ord("A") + index) * (times + 1)


def chinese(number: int, digits: str = DIGITS, units: str = "十百千", short: bool = True) -> str:
    """一百零三 of 103; ``short`` leaves out the one of 十二."""
    if number == 0:
        return digits[0]
    text, gap = "", False
    for place in range(len(str(number)) - 1, -1, -1):
        digit = number // 10**place % 10
        if digit:
            text += digits[0] * (gap and bool(text)) + digits[digit]
            text += units[place - 1] if place else ""
        gap = not digit
    return text[1:] if short and text.startswith(digits[1] + units[0]) else text


def by_digit(number: int) -> str:
    """一〇三 of 103."""
    return "".join("〇一二三四五六七八九"[int(char)] for char in str(number))


def _of(signs: str) -> Callable[[int], str]:
    """The signs one by one, plain digits behind the last."""
    return lambda number: signs[number - 1] if number <= len(signs) else str(number)


def _stem_and_branch(number: int) -> str:
    stem, branch = STEMS[(number - 1) % len(STEMS)], BRANCHES[(number - 1) % len(BRANCHES)]
    return stem + branch if number <= SIXTY else str(number)


def _row(first: str, length: int) -> Callable[[int], str]:
    """Signs that follow each other in Unicode, plain digits behind the last."""

    def write(number: int) -> str:
        return chr(ord(first) + number - 1) if number <= length else str(number)

    return write


def _circled(number: int) -> str:
    for first, offset, last in (("①", 1, 20), ("㉑", 21, 35), ("㊱", 36, 50)):
        if offset <= number <= last:
            return chr(ord(first) + number - offset)
    return str(number)


def _full_width(number: int) -> str:
    return "".join(chr(ord(char) + 0xFEE0) for char in str(number))


def _ordinal(number: int) -> str:
    teen = 10 <= number % 100 <= 20
    return f"{number}{'th' if teen else {1: 'st', 2: 'nd', 3: 'rd'}.get(number % 10, 'th')}"


FORMATS: Mapping[str, Callable[[int], str]] = {
    "decimalZero": lambda number: f"{number:02}",
    "upperRoman": roman,
    "lowerRoman": lambda number: roman(number).lower(),
    "upperLetter": letters,
    "lowerLetter": lambda number: letters(number).lower(),
    "ordinal": _ordinal,
    "numberInDash": lambda number: f"- {number} -",
    "decimalFullWidth": _full_width,
    "decimalFullWidth2": _full_width,
    "decimalEnclosedCircle": _circled,
    "decimalEnclosedCircleChinese": _circled,
    "decimalEnclosedParen": _row("⑴", 20),
    "decimalEnclosedFullstop": _row("⒈", 20),
    "ideographEnclosedCircle": _row("㊀", 10),
    **dict.fromkeys(
        (
            *("chineseCounting", "chineseCountingThousand", "japaneseCounting"),
            *("taiwaneseCounting", "taiwaneseCountingThousand"),
        ),
        chinese,
    ),
    **dict.fromkeys(
        ("ideographDigital", "taiwaneseDigital", "japaneseDigitalTenThousand"), by_digit
    ),
    "chineseLegalSimplified": lambda number: chinese(number, LEGAL, "拾佰仟", short=False),
    **dict.fromkeys(
        ("ideographLegalTraditional", "japaneseLegal"),
        lambda number: chinese(number, OLD_LEGAL, "拾佰仟", short=False),
    ),
    "ideographTraditional": _of(STEMS),
    "ideographZodiac": _of(BRANCHES),
    "ideographZodiacTraditional": _stem_and_branch,
}


def numeral(number: int, form: str) -> str:
    """``number`` as ``form`` (Word's numFmt) writes it; plain digits for a form we do not know."""
    if form == "none":
        return ""
    write = FORMATS.get(form)
    return write(number) if write and 0 < number <= LARGEST else str(number)
