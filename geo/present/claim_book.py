"""Claim files as a workbook: a checklist to tick off, and the bills."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from openpyxl.worksheet.datavalidation import DataValidation

from geo.model import ClaimFile, ClaimStep, Evidence, Voucher
from geo.phrases import Phrases
from geo.present.sheet import Book, Sheet, Value

CLAIM_HEAD = (
    "head_tick", "head_who", "head_due", "head_paper", "head_policy", "head_issuer", "head_usual",
    "head_why", "head_ceiling", "head_evidenced", "head_sources",
)  # fmt: skip
BILL_HEAD = (
    "head_proved", "head_line", "head_vendor", "head_city", "head_amount", "head_date",
    "head_invoice", "head_proof", "head_note",
)  # fmt: skip
TICK = "✓"


def write_claims(
    files: Sequence[ClaimFile], evidence: Evidence, phrases: Phrases, path: Path, lang: str
) -> Path:
    """Write the checklist as XLSX; ExportError when the file cannot be written."""
    book = _Claims(phrases, lang)
    book.write_steps(files)
    book.write_bills(evidence)
    book.write_sources()
    return book.save(path)


class _Claims(Book):
    """The sheets of some claim files."""

    def write_steps(self, files: Sequence[ClaimFile]) -> None:
        """One row a paper; below each award what to remember."""
        sheet = self.open("sheet_claims", CLAIM_HEAD)
        for one in files:
            for step in one.steps:
                sheet.add(self.step_row(step, one))
            for reason in one.reasons:
                sheet.add(["", "", "", self.phrases.tell(reason, self.lang), one.title])
        _ticks(sheet)
        sheet.fit()

    def step_row(self, step: ClaimStep, file: ClaimFile) -> list[Value]:
        """One paper of one award."""
        return [
            TICK if step.done else "",
            self.say(f"role.{step.who}"),
            step.due if step.due is not None else self.end(None),
            step.what[self.lang],
            file.title,
            file.issuer,
            self.say("paper_usual" if step.usual else "paper_text"),
            self.told(step.reasons),
            self.end(file.ceiling),
            file.evidenced,
            self.noted(file.sources),
        ]

    def write_bills(self, evidence: Evidence) -> None:
        """Every bill, and whether it counts as evidence."""
        sheet = self.open("sheet_bills", BILL_HEAD)
        for bill in evidence.vouchers:
            sheet.add(self.bill_row(bill))
        sheet.fit()

    def bill_row(self, bill: Voucher) -> list[Value]:
        """One bill."""
        proved = bill.invoice_title.strip() and bill.proof.strip()
        return [
            self.say("said_yes" if proved else "said_no"),
            self.say(f"line.{bill.line}"),
            bill.vendor,
            bill.city,
            bill.amount,
            bill.date,
            bill.invoice_title,
            bill.proof,
            bill.note,
        ]


def _ticks(sheet: Sheet) -> None:
    """The first column takes a tick or nothing."""
    rule = DataValidation(type="list", formula1=f'"{TICK}"', allow_blank=True)
    sheet.sheet.add_data_validation(rule)
    rule.add(f"A2:A{max(2, sheet.row - 1)}")
