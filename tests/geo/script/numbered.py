"""Word documents whose lists count in many ways; LibreOffice has printed each of them."""

from tests.geo.script.packing import (
    abstract,
    docx,
    level,
    listed,
    num,
    paragraph,
    start_at,
)

NUMBERS = (
    *(1, 2, 9, 10, 11, 12, 20, 21, 30, 35, 50, 99, 100, 101, 110, 111, 123, 200),
    *(1000, 1001, 1024),
)
# a form, and up to which number LibreOffice writes it as Word does
FORMS = {
    "decimal": 9999,
    "decimalZero": 9999,
    "upperRoman": 9999,
    "lowerRoman": 9999,
    "upperLetter": 9999,
    "lowerLetter": 9999,
    "ordinal": 9999,
    "chineseCounting": 9999,
    "chineseCountingThousand": 9999,
    "japaneseCounting": 9999,
    "taiwaneseCounting": 9999,
    "taiwaneseCountingThousand": 9999,
    "chineseLegalSimplified": 9999,
    "ideographLegalTraditional": 9999,
    "ideographTraditional": 9999,
    "ideographZodiac": 9999,
    "ideographDigital": 9,
    "decimalEnclosedCircle": 9999,
    "decimalEnclosedCircleChinese": 9999,
}


def counted(form, numbers=NUMBERS):
    """One list for each number, which starts there."""
    body = "".join(listed(f"n{number}", at) for at, number in enumerate(numbers, start=1))
    lists = "".join(
        abstract(at, level(0, "%1#", form, start=number))
        for at, number in enumerate(numbers, start=1)
    )
    return docx(body, lists + "".join(num(at, at) for at in range(1, len(numbers) + 1)))


STYLES = (
    '<w:style w:type="paragraph" w:default="1" w:styleId="a"><w:name w:val="Normal"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="S1"><w:name w:val="场"/><w:basedOn w:val="a"/>'
    '<w:pPr><w:numPr><w:ilvl w:val="1"/><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
    '<w:style w:type="paragraph" w:styleId="S2"><w:name w:val="场2"/><w:basedOn w:val="S1"/>'
    "</w:style>"
    '<w:style w:type="paragraph" w:styleId="S0"><w:name w:val="集"/><w:basedOn w:val="a"/>'
    '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
)


def styled(text, style, more=""):
    """A paragraph of a style."""
    return paragraph(text, f'<w:pStyle w:val="{style}"/>{more}')


def steps(*depths):
    """Paragraphs of list 1 at these depths."""
    return "".join(listed(f"p{at}", 1, depth) for at, depth in enumerate(depths))


OFF = '<w:numPr><w:numId w:val="0"/></w:numPr>'
PLAIN = abstract(0, level(0, "%1、"))
THREE = (
    level(0, "第%1集", "chineseCounting"),
    level(1, "%1-%2"),
    level(2, "%1.%2.%3", "lowerLetter"),
)
DOTTED = (level(0, "%1."), level(1, "%1.%2"), level(2, "%1.%2.%3"))
LISTS = {
    "levels": docx(steps(0, 1, 1, 2, 2, 1, 0, 1), abstract(0, *THREE) + num(1, 0)),
    "deeper_first": docx(steps(1, 1, 0, 1), abstract(0, *DOTTED) + num(1, 0)),
    "level_left_out": docx(steps(0, 2, 1, 2), abstract(0, *DOTTED) + num(1, 0)),
    "shared": docx(
        "".join(listed(f"p{at}", one) for at, one in enumerate((1, 1, 2, 2, 1, 3, 2))),
        PLAIN + num(1, 0) + num(2, 0, start_at(0, 1)) + num(3, 0),
    ),
    "starts_at_five": docx(
        "".join(listed(f"p{at}", one) for at, one in enumerate((1, 2, 2, 1))),
        PLAIN + num(1, 0) + num(2, 0, start_at(0, 5)),
    ),
    "level_written_anew": docx(
        "".join(listed(f"p{at}", one) for at, one in enumerate((1, 2, 2))),
        PLAIN
        + num(1, 0)
        + num(2, 0, f'<w:lvlOverride w:ilvl="0">{level(0, "场%1", start=7)}</w:lvlOverride>'),
    ),
    "by_style": docx(
        styled("一", "S0")
        + styled("x", "S1")
        + styled("y", "S2")
        + styled("none", "S1", OFF)
        + styled("二", "S0")
        + styled("z", "S1")
        + paragraph("plain"),
        abstract(
            0,
            level(0, "第%1集", more='<w:pStyle w:val="S0"/>'),
            level(1, "%1-%2", more='<w:pStyle w:val="S1"/>'),
        )
        + num(1, 0),
        STYLES,
    ),
    "what_follows": docx(
        listed("a", 1) + listed("b", 2) + listed("", 1) + listed("c", 1),
        abstract(0, level(0, "%1", more='<w:suff w:val="nothing"/>'))
        + abstract(1, level(0, "%1", more='<w:suff w:val="space"/>'))
        + num(1, 0)
        + num(2, 1),
    ),
    **{form: counted(form, [n for n in NUMBERS if n <= most]) for form, most in FORMS.items()},
}
