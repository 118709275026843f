"""The project document: everything comes back as it was kept."""

import json
from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from geo.actions.documents import project_document, restore_project
from geo.model import (
    Evidence,
    Method,
    Must,
    MustCode,
    OwnCriterion,
    OwnValue,
    Project,
    ProjectFacts,
    Voucher,
    Wishes,
)
from tests.geo.money.made import CALM

TEXT = st.text(max_size=8)
VOUCHERS = st.builds(
    Voucher,
    id=TEXT, line=TEXT, vendor=TEXT, city=TEXT,
    amount=st.floats(0, 1e7, allow_nan=False).map(lambda each: round(each, 2)),
    date=st.one_of(st.none(), st.dates()),
    invoice_title=TEXT, proof=TEXT, note=TEXT,
)  # fmt: skip


@CALM
@given(st.lists(VOUCHERS, max_size=4), st.frozensets(st.tuples(TEXT, TEXT), max_size=4))
def test_evidence_comes_back_as_it_was_kept(vouchers, done):
    facts = ProjectFacts(
        {"shoot.start_date": date(2026, 5, 6), "work.theme": ("甲",), "crew.size": 45}
    )
    project = Project("x", facts=facts, evidence=Evidence(tuple(vouchers), done))
    text = json.dumps(project_document(project), ensure_ascii=True)
    assert restore_project(json.loads(text)) == project


def test_a_project_kept_before_there_were_bills_has_none():
    document = project_document(Project("x"))
    del document["evidence"]
    assert restore_project(document).evidence == Evidence()


AMOUNT = st.floats(-1e6, 1e6)
SAID = st.builds(OwnValue, AMOUNT, AMOUNT, TEXT, TEXT)
WISHES = st.builds(
    Wishes,
    musts=st.lists(
        st.builds(
            Must, st.sampled_from(MustCode), AMOUNT, st.lists(TEXT, max_size=2).map(tuple)
        ),
        max_size=3,
    ).map(tuple),
    agreed=st.frozensets(TEXT, max_size=3),
    extra=st.lists(st.sampled_from(["travel", "risk", "own.1"]), unique=True).map(tuple),
    own=st.lists(
        st.builds(
            OwnCriterion,
            code=TEXT.map("own.{}".format), name=TEXT, unit=TEXT, worst=AMOUNT, best=AMOUNT,
            values=st.dictionaries(TEXT, SAID, max_size=2),
        ),
        max_size=2,
    ).map(tuple),
    method=st.sampled_from(Method),
)  # fmt: skip


@CALM
@given(WISHES)
def test_wishes_come_back_as_they_were_kept(wishes):
    project = Project("x", wishes=wishes)
    text = json.dumps(project_document(project), ensure_ascii=True)
    assert restore_project(json.loads(text)) == project


def test_a_project_kept_before_there_were_wishes_has_none():
    document = project_document(Project("x"))
    del document["wishes"]
    assert restore_project(document).wishes == Wishes()
