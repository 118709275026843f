"""How edits come together: hand-worked histories, and every history against a plain model."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from geo.edits import canonical, heads, rivals, same, standing
from geo.model.field import SITE, Edit, FieldKey

KEY = FieldKey(SITE, "garden", "ticket_cny")
VALUES = st.sampled_from([None, 0, 70, 70.0, 80, "七十", True, [1], {"amount": 1}])


def edit(name, value, *parents):
    return Edit(name, KEY, value, parents=parents)


@st.composite
def histories(draw):
    """Edits made in some order, each in sight of some made before; no parent is made up."""
    made = []
    for number in range(draw(st.integers(0, 9))):
        names = [one.id for one in made]
        parents = draw(st.lists(st.sampled_from(names), unique=True, max_size=3)) if names else []
        made.append(edit(f"e{number}", draw(VALUES), *parents))
    return made


def _ancestors(one, known):
    """By following every way back, without memory."""
    return {one.id}.union(*(_ancestors(known[each], known) for each in one.parents))


def _model(edits, shipped):
    """What stands, worked out from whole sets of ancestors."""
    known = {one.id: one for one in edits}
    seen = {key: _ancestors(one, known) - {key} for key, one in known.items()}
    asked = [key for key in known if not any(key in seen[other] for other in known)]
    while asked:
        if len({canonical(known[key].value) for key in asked}) == 1:
            return known[asked[0]].value
        both = set.intersection(*(seen[key] for key in asked))
        asked = [key for key in both if not any(key in seen[other] for other in both)]
    return shipped


@given(edits=histories(), shipped=VALUES)
def test_what_stands_is_what_the_model_says(edits, shipped):
    assert same(standing(edits, shipped), _model(edits, shipped))


@given(edits=histories(), order=st.randoms(), cut=st.integers(0, 9))
def test_neither_order_nor_times_nor_pieces_matter(edits, order, cut):
    mixed = [*edits, *edits[:cut]]
    order.shuffle(mixed)
    assert heads(mixed) == heads(edits)
    assert rivals(mixed) == rivals(edits)
    assert same(standing(mixed, 1), standing(edits, 1))


@given(edits=histories())
def test_sides_are_all_the_heads_and_differ(edits):
    sides = rivals(edits)
    if sides:
        assert sorted(one.id for side in sides for one in side) == [one.id for one in heads(edits)]
        texts = [canonical(side[0].value) for side in sides]
        assert len(set(texts)) == len(texts) > 1
        assert all(same(one.value, side[0].value) for side in sides for one in side)
    else:
        assert len({canonical(one.value) for one in heads(edits)}) <= 1


@given(one=VALUES, other=VALUES)
def test_values_are_the_same_as_their_texts_are(one, other):
    assert same(one, other) == (canonical(one) == canonical(other))
    assert same([one, {"a": other}], [other, {"a": one}]) == same(one, other)


def test_one_and_one_point_nought_agree_and_true_does_not():
    assert same({"a": [1, 2.0]}, {"a": [1.0, 2]})
    assert not same(1, True)
    assert not same([0], [False])
    assert not same({"a": 1}, {"a": 1, "b": None})


def test_equal_answers_are_no_question():
    two = [edit("a", 70), edit("b", 70.0)]
    assert rivals(two) == ()
    assert standing(two, None) == 70


def test_different_answers_leave_what_both_had_seen():
    seen = edit("a", 60)
    two = [seen, edit("b", 70, "a"), edit("c", 80, "a")]
    assert standing(two, 50) == 60
    assert [[one.id for one in side] for side in rivals(two)] == [["b"], ["c"]]
    decided = [*two, edit("d", 80, "b", "c")]
    assert rivals(decided) == ()
    assert standing(decided, 50) == 80


def test_clocks_do_not_matter():
    late = replace(edit("a", 70), when="2030-01-01T00:00:00+08:00")
    after = replace(edit("b", 80, "a"), when="1999-01-01T00:00:00+08:00")
    assert standing([after, late], None) == 80


def test_a_parent_that_has_not_come_yet_is_waited_for():
    late = edit("b", 80, "a")
    assert standing([late], 50) == 80
    assert standing([late, edit("a", 70)], 50) == 80


def test_edits_that_name_each_other_as_parents_end_somewhere():
    ring = [edit("a", 1, "b"), edit("b", 2, "a"), edit("c", 3, "a")]
    assert standing(ring, 9) == 3
    assert standing(ring[:2], 9) == 9


def test_nothing_is_swallowed_by_edits_that_name_each_other_or_themselves():
    ring = [edit("a", 1, "b"), edit("b", 2, "a")]
    assert [[one.id for one in side] for side in rivals(ring)] == [["a"], ["b"]]
    assert standing([edit("s", 5, "s")], 9) == 5
    assert [one.id for one in heads([*ring, edit("c", 3, "a", "b")])] == ["c"]


def test_long_histories_of_one_field_are_quick():
    steps = [edit("s0", 0)]
    for at in range(1, 4_000):
        seen = [f"s{at - 1}", f"t{at - 1}"][: 1 if at == 1 else 2]
        steps += [edit(f"s{at}", at, *seen), edit(f"t{at}", -at, *seen)]
    # every step contested: what all had seen is the very first
    assert standing(steps, None) == 0
    many = [*steps, *(edit(f"u{at}", at, "s3999", "t3999") for at in range(2_000))]
    assert standing(many, None) == 0
    assert len(rivals(many)) == 2_000
