"""What is kept of a plan comes back as it was kept."""

import json

from hypothesis import given
from hypothesis import strategies as st

from geo.actions.documents import project_document, restore_project
from geo.model import (
    Arrangement,
    Booking,
    BookingStatus,
    DayOrder,
    Entry,
    Planned,
    PlanWishes,
    Project,
)
from tests.geo.money.made import CALM

TEXT = st.text(max_size=6)
AMOUNT = st.one_of(st.none(), st.floats(0, 1e7))
DAY = st.one_of(st.none(), st.dates())
ENTRY = st.builds(Entry, TEXT, TEXT, st.integers(0, 900))
ORDER = st.builds(
    DayOrder, st.integers(0, 60), st.lists(ENTRY, max_size=3).map(tuple),
    st.one_of(st.none(), st.integers(0, 1439)),
)  # fmt: skip
BOOKING = st.builds(
    Booking, TEXT, TEXT, st.sampled_from(BookingStatus), TEXT, TEXT, TEXT, DAY, AMOUNT, DAY,
    AMOUNT, DAY, DAY, TEXT,
)  # fmt: skip
SPANS = st.lists(st.tuples(st.dates(), st.dates()), max_size=2).map(tuple)
COUNT = st.one_of(st.none(), st.integers(1, 40))
WISHES = st.builds(
    PlanWishes,
    locks=st.dictionaries(TEXT, TEXT, max_size=2),
    must_use=st.frozensets(TEXT, max_size=2),
    must_not_use=st.frozensets(TEXT, max_size=2),
    windows=st.dictionaries(TEXT, SPANS, max_size=2),
    weights=st.dictionaries(TEXT, st.floats(0, 9), max_size=2),
    cities=st.lists(TEXT, max_size=2).map(tuple),
    most_days=COUNT,
    most_sites=COUNT,
    least_fit=st.one_of(st.none(), st.floats(0, 1)),
    rules=st.dictionaries(TEXT, st.floats(0, 1e4), max_size=2),
    expected=st.booleans(),
    short_holds=st.booleans(),
    keep=st.booleans(),
)
PLANNED = st.builds(
    Planned,
    WISHES,
    st.one_of(st.none(), st.builds(Arrangement, st.lists(ORDER, max_size=3).map(tuple))),
    st.lists(BOOKING, max_size=2).map(tuple),
    st.dictionaries(TEXT, TEXT, max_size=2),
    st.dictionaries(TEXT, TEXT, max_size=2),
    st.booleans(),
)


@CALM
@given(PLANNED)
def test_a_plan_comes_back_as_it_was_kept(planned):
    project = Project("x", planned=planned)
    text = json.dumps(project_document(project), ensure_ascii=True)
    assert restore_project(json.loads(text)) == project


def test_a_project_kept_before_there_were_plans_has_none():
    document = project_document(Project("x"))
    del document["planned"]
    assert restore_project(document).planned == Planned()
