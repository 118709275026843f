"""Reading a pack back: its pages, tables, figures and every text of it."""

from __future__ import annotations

from geo.present.pitch.blocks import Chart, Facts, Pictures, Table, Words
from geo.present.pitch.pages import pitch_paper
from tests.geo.present.pitch.sample_pitch import PHRASES, VOCABULARY


def paper_of(given, sketch=None):
    return pitch_paper(given, VOCABULARY, PHRASES, sketch)


def page(paper, part):
    return next(one for one in paper.pages if one.part is part)


def tables(paper):
    return {
        block.code: block for one in paper.pages for block in one.blocks if isinstance(block, Table)
    }


def said_of(block):
    match block:
        case Words():
            yield block.text
        case Facts():
            yield block.title
            for row in block.rows:
                yield from (row.label, row.value, row.note)
        case Table():
            yield block.title
            yield from block.head
            yield from (cell.text for row in block.rows for cell in row)
        case Pictures():
            yield from (one.caption for one in block.photos)
        case Chart():
            yield from (block.title, block.unit)
            for bar in block.bars:
                yield from (bar.label, bar.text)


def texts(paper):
    yield from (paper.title, paper.subtitle, paper.running, paper.foot, *paper.sources)
    for one in paper.pages:
        yield one.title
        for block in one.blocks:
            yield from said_of(block)


def whole(paper):
    return "\n".join(text for said in texts(paper) for text in said)


def fact(paper, part, label):
    rows = [
        row for block in page(paper, part).blocks if isinstance(block, Facts) for row in block.rows
    ]
    return next(row for row in rows if row.label.main == label)
