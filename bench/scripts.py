"""``make bench-scripts``: the accuracy of reading, and its speed. ``--misses`` names every miss.

``--write`` puts the table into docs/accuracy.md, which a test compares with what is measured.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterable, Sequence
from pathlib import Path

from bench import accuracy, script_speed
from bench.accuracy import FIELDS, Document, Score
from geo.script import load_vocabulary

ROOT = Path(__file__).resolve().parents[1]
TABLE = ROOT / "docs" / "accuracy.md"
HEAD = (
    "| script | format | style of its headings | scenes | precision | recall | F1 | fields "
    "| top-1 | top-3 | F1 by the other styles' rules |\n"
    "|---|---|---|---:|---:|---:|---:|---:|---:|---:|---:|"
)
AIMS = {"f1": 0.99, "fields": 0.98, "top1": 0.90, "top3": 0.97, "style": 0.95}
Measured = Sequence[tuple[Document, Score, Score]]


def _row(name: str, kind: str, style: str, score: Score, other: Score) -> str:
    figures = (
        *(score.precision, score.recall, score.f1, score.all_fields, score.top1, score.top3),
        other.f1,
    )
    cells = " | ".join(f"{figure:.3f}" for figure in figures)
    return f"| {name} | {kind} | {style} | {score.labelled} | {cells} |"


def total(scores: Iterable[Score]) -> Score:
    """All counts added up."""
    whole = Score()
    for score in scores:
        whole.add(score)
    return whole


def _totals(measured: Measured) -> tuple[Score, Score]:
    return total(one[1] for one in measured), total(one[2] for one in measured)


def table(measured: Measured) -> str:
    """The measured set as Markdown: a row a document, the sum, then the fields one by one."""
    rows = [
        _row(
            document.path.stem + " *" * document.held_out,
            document.path.suffix[1:],
            document.style,
            score,
            other,
        )
        for document, score, other in measured
    ]
    for name, held in (("**worked on**", False), ("**held out** *", True)):
        part = [one for one in measured if one[0].held_out is held]
        rows.append(_row(name, "", "", *_totals(part)))
    whole, others = _totals(measured)
    rows.append(_row("**all**", "", "", whole, others))
    fields = " | ".join(f"{whole.exact(name):.3f}" for name in FIELDS)
    return "\n".join(
        (
            HEAD,
            *rows,
            "",
            "| " + " | ".join(FIELDS) + " |",
            "|" + "---:|" * len(FIELDS),
            f"| {fields} |",
            "",
            f"Scenes that no scene type fits: {whole.untyped}; "
            f"kept silent or unsure in {whole.kept_silent}.",
        )
    )


def document(measured: Measured, before: str) -> str:
    """``before`` with the table between its marks replaced."""
    start, end = "<!-- measured -->", "<!-- end -->"
    above, _, rest = before.partition(start)
    _, _, below = rest.partition(end)
    return f"{above}{start}\n{table(measured)}\n{end}{below}"


def main() -> None:
    """Print the accuracy and the speed of reading."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("names", nargs="*", help="only scripts with this in their name")
    asked.add_argument("--misses", action="store_true")
    asked.add_argument("--write", action="store_true")
    args = asked.parse_args()
    vocabulary = load_vocabulary(ROOT / "assets" / "vocabulary")
    tell = print if args.misses else None
    measured = accuracy.measure(vocabulary, tell, args.names)
    print(table(measured))
    if args.write:
        TABLE.write_text(document(measured, TABLE.read_text(encoding="utf-8")), encoding="utf-8")
    if not args.names:
        script_speed.run(vocabulary)


if __name__ == "__main__":
    main()
