"""The project document: everything comes back as it was kept."""

import json
from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from geo.actions.documents import project_document, restore_project
from geo.model import Evidence, Project, ProjectFacts, Voucher
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
