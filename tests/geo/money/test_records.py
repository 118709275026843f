"""Records of an asset: what breaks its schema is named, never guessed."""

import pytest

from geo.errors import FactsError
from geo.money.records import Record


@pytest.fixture
def record():
    return Record({"one": "text", "mixed": ["a", 1], "list": ["a", "b"], "empty": None}, "f", "i")


@pytest.mark.parametrize("field", ["one", "mixed"])
def test_texts_are_a_list_of_texts(record, field):
    with pytest.raises(FactsError) as told:
        record.texts(field)
    assert told.value.values["field"] == field


def test_texts_left_out_are_none(record):
    assert record.texts("list") == ("a", "b")
    assert record.texts("empty") == record.texts("absent") == ()


@pytest.mark.parametrize("field", ["one", "list", "absent"])
def test_a_child_is_a_mapping(record, field):
    with pytest.raises(FactsError) as told:
        record.child(field)
    assert told.value.values["field"] == field
