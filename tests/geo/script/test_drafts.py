"""New drafts: random edits whose outcome is known, decisions carried over, locked numbers."""

from bisect import bisect_left
from dataclasses import dataclass, replace
from itertools import count
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from geo.model import (
    DayPart,
    Fate,
    Flag,
    IntExt,
    Need,
    Scene,
    Script,
    ScriptLine,
    ScriptWarning,
    Tag,
)
from geo.progress import finish
from geo.script import (
    add_scene,
    carry_over,
    change_scene,
    compare_drafts,
    group_sets,
    hand_tags,
    lock_numbers,
    merge_sets,
    remove_scene,
    retag,
    take_draft,
    unlock_numbers,
)

PLACES = ("沈家客厅", "总裁办公室", "码头", "悦来客栈", "江边", "绣坊", "村口", "医院走廊")
CHARACTERS = "".join(map(chr, range(0x4E10, 0x4E10 + 900)))
TIMES = {DayPart.DAY: "日", DayPart.NIGHT: "夜"}
SIDES = {IntExt.INT: "内", IntExt.EXT: "外"}


@dataclass(frozen=True)
class Meant:
    """A scene as its writer knows it: ``name`` is what it is, in whatever draft."""

    name: int
    place: str
    time: DayPart
    side: IntExt
    cast: tuple
    body: tuple


def script_of(scenes, episodes=1, numbers=None):
    """A draft with these scenes, numbered from 1 in each episode."""
    lines, read = [], []
    at = count(1)
    size = -(-len(scenes) // episodes) or 1
    for index, one in enumerate(scenes):
        episode, number = index // size + 1, index % size + 1
        if numbers is not None:
            number = numbers[index]
        scene_id = f"{episode}-{number}"
        heading = f"{episode}-{number} {TIMES[one.time]} {SIDES[one.side]} {one.place}"
        first = next(at)
        lines.append(ScriptLine(first, heading, Tag.HEADING, scene_id))
        lines += [ScriptLine(next(at), text, Tag.ACTION, scene_id) for text in one.body]
        read.append(
            Scene(
                scene_id, episode, number, one.side, one.time, one.place, cast=one.cast,
                line=first, heading=heading, length_eighths=2, needs=(Need("villa", 0.9),),
            )
        )  # fmt: skip
    return Script("剧", tuple(read), group_sets(read), lines=tuple(lines), origin="剧.txt")


def names_of(script, scenes):
    return {scene.id: one.name for scene, one in zip(script.scenes, scenes, strict=True)}


def line_of(random):
    return "".join(random.choices(CHARACTERS, k=random.randint(8, 25)))


def scene_of(random, name):
    body = [line_of(random) for _ in range(random.randint(2, 6))]
    if random.random() < 0.5:
        body.insert(1, "△众人沉默。")
    return Meant(
        name,
        random.choice(PLACES),
        random.choice(tuple(TIMES)),
        random.choice(tuple(SIDES)),
        tuple(random.sample(("林晚", "沈砚", "阿福"), 2)),
        tuple(body),
    )


def edit(random, scenes, names):
    """The scenes after a handful of edits."""
    now = list(scenes)
    for _ in range(random.randint(0, 8)):
        at = random.randrange(len(now)) if now else 0
        match random.choice(("insert", "delete", "move", "line", "place", "time", "everywhere")):
            case "insert":
                now.insert(at, scene_of(random, next(names)))
            case "delete" if len(now) > 1:
                del now[at]
            case "move" if len(now) > 1:
                now.insert(random.randrange(len(now)), now.pop(at))
            case "line" if now:
                body = list(now[at].body)
                body[random.randrange(len(body))] = line_of(random)
                now[at] = replace(now[at], body=tuple(body))
            case "place" if now:
                place = random.choice(PLACES)
                now[at] = replace(now[at], place=place)
            case "time" if now:
                other = random.choice(tuple(TIMES))
                now[at] = replace(now[at], time=other)
            case "everywhere" if now:
                was, place = now[at].place, "新" + now[at].place
                now = [replace(one, place=place) if one.place == was else one for one in now]
    return now


def differing(one, other):
    return {
        name
        for name, same in (
            ("place", one.place == other.place),
            ("time", one.time is other.time),
            ("text", one.body == other.body),
        )
        if not same
    }


def kept_share(one, other):
    both = set(one.body) & set(other.body)
    return sum(map(len, both)) / max(sum(map(len, each.body)) for each in (one, other))


def longest_in_order(numbers):
    tails = []
    for number in numbers:
        at = bisect_left(tails, number)
        tails[at : at + 1] = [number]
    return len(tails)


def drafts(seed):
    """Two drafts as meant and as read, and the chance that made them."""
    random = Random(seed)
    names = count()
    old = [scene_of(random, next(names)) for _ in range(random.randint(1, 25))]
    episodes = random.choice((1, 1, 3))
    new = edit(random, old, names)
    return random, old, new, script_of(old, episodes), script_of(new, episodes)


SEEDS = st.integers(0, 2**32)


@settings(max_examples=80, deadline=None)
@given(SEEDS)
def test_the_fates_found_are_the_edits_made(seed):
    _, was, now, old, new = drafts(seed)
    changes = compare_drafts(old, new)
    mine, yours = names_of(old, was), names_of(new, now)
    before = {one.name: one for one in was}
    after = {one.name: one for one in now}
    assert [change.new for change in changes.changes if change.new] == [s.id for s in new.scenes]
    pairs = [change for change in changes.changes if change.old and change.new]
    for change in pairs:
        one, other = mine[change.old], yours[change.new]
        if one != other:
            # the one ambiguity: a scene gone and another come with the same heading
            assert one not in after or kept_share(before[one], after[one]) < 0.5
            assert other not in before or kept_share(before[other], after[other]) < 0.5
            assert before[one].place == after[other].place
            continue
        what = differing(before[one], after[one])
        assert set(change.what) - {"number"} == what
        if change.fate is not Fate.MOVED:
            assert change.fate is (Fate.CHANGED if what else Fate.SAME)
    # what stayed was found, one by one; only what moved and was mostly rewritten may be lost
    found = {mine[change.old] for change in pairs if mine[change.old] == yours[change.new]}
    for name in (set(before) & set(after)) - found:
        assert kept_share(before[name], after[name]) < 0.5
    order = {scene.id: at for at, scene in enumerate(old.scenes)}
    moved = len(pairs) - longest_in_order([order[change.old] for change in pairs])
    assert changes.count(Fate.MOVED) == moved
    assert changes.count(Fate.NEW) == len(now) - len(pairs)
    assert changes.count(Fate.OMITTED) == len(was) - len(pairs)


@settings(max_examples=80, deadline=None)
@given(SEEDS)
def test_new_one_way_is_omitted_the_other_way(seed):
    _, _, _, old, new = drafts(seed)
    there, back = compare_drafts(old, new), compare_drafts(new, old)
    assert there.count(Fate.NEW) == back.count(Fate.OMITTED)
    assert there.count(Fate.OMITTED) == back.count(Fate.NEW)
    for fate in (Fate.SAME, Fate.CHANGED, Fate.MOVED):
        assert there.count(fate) == back.count(fate)
    assert {(c.old, c.new) for c in there.changes} == {(c.new, c.old) for c in back.changes}


def decide(random, script):
    """The script after decisions of every kind."""
    scenes = list(script.scenes)
    for at in random.sample(range(len(scenes)), min(4, len(scenes))):
        field, value = random.choice(
            (
                ("needs", (Need("palace", 1.0, ("by hand",)),)),
                ("cast", ("覃阿妹",)),
                ("time", DayPart.DUSK),
                ("era", "republican"),
                ("flags", (Flag("fire"),)),
                ("length_eighths", 9),
            )
        )
        edited = (*scenes[at].edited, field)
        scenes[at] = replace(scenes[at], **{field: value}, edited=edited)
    script = replace(script, scenes=tuple(scenes), settled=("place_unknown|江边",), title="新名")
    if len(script.sets) > 1 and random.random() < 0.7:
        one, other = random.sample(script.sets, 2)
        script = merge_sets(script, one.id, other.id)
    if random.random() < 0.5:
        script = add_scene(script, place="码头", episode=1)
    return script


@settings(max_examples=80, deadline=None)
@given(SEEDS, st.booleans())
def test_decisions_survive_a_new_draft(seed, locked):
    random, _, _, old, new = drafts(seed)
    old = replace(decide(random, old), locked=locked)
    changes = compare_drafts(old, new)
    taken = take_draft(old, new, changes)
    assert taken.draft == old.draft + 1
    assert (taken.title, taken.settled, taken.locked) == (old.title, old.settled, locked)
    ids = [scene.id for scene in taken.scenes]
    assert len(ids) == len(set(ids))
    after = {scene.id: scene for scene in taken.scenes}
    fates = {change.old: change for change in changes.changes if change.old}
    before_set = {scene: one for one in old.sets for scene in one.scenes}
    after_set = {scene: one for one in taken.sets for scene in one.scenes}
    for scene in old.scenes:
        if scene.by_hand:
            assert after[scene.id] == scene
            continue
        change = fates[scene.id]
        if change.fate is Fate.OMITTED:
            assert (scene.id in after) == locked
            continue
        for field in scene.edited:
            assert getattr(after[scene.id], field) == getattr(scene, field)
            assert (field in change.kept) != (field in change.asked)
        assert after[scene.id].edited == scene.edited
        if change.fate is Fate.SAME:
            assert not change.asked
        if after[scene.id].place == scene.place:
            assert after_set[scene.id].id == before_set[scene.id].id
            assert after_set[scene.id].name == before_set[scene.id].name
    asked = {(change.old, field) for change in changes.changes for field in change.asked}
    assert asked == {
        (warning.values["scene"], warning.values["field"])
        for warning in taken.warnings
        if warning.code == "decision_to_check"
    }
    assert {line.scene for line in taken.lines} <= set(after)
    assert [line.text for line in taken.lines] == [line.text for line in new.lines]


@settings(max_examples=80, deadline=None)
@given(SEEDS)
def test_every_scene_stands_in_one_set_of_its_place(seed):
    _, _, _, old, new = drafts(seed)
    taken = take_draft(old, new, compare_drafts(old, new))
    listed = [scene for one in taken.sets for scene in one.scenes]
    assert sorted(listed) == sorted(scene.id for scene in taken.scenes)
    places = {scene.id: scene.place for scene in taken.scenes}
    for one in taken.sets:
        assert len({places[scene] for scene in one.scenes}) == 1
    assert len({places[one.scenes[0]] for one in taken.sets}) == len(taken.sets)


@settings(max_examples=80, deadline=None)
@given(SEEDS, st.booleans())
def test_the_same_text_read_again_changes_nothing(seed, locked):
    random, _, _, read, _ = drafts(seed)
    old = replace(decide(random, read), locked=locked)
    assert carry_over(old, read) == old
    changes = compare_drafts(old, read)
    assert {change.fate for change in changes.changes} == {Fate.SAME}
    assert take_draft(old, read, changes) == replace(old, draft=2)


@settings(max_examples=80, deadline=None)
@given(SEEDS, st.booleans())
def test_locked_numbers_stay_and_stand_once(seed, renumbered):
    _, was, now, old, new = drafts(seed)
    old = lock_numbers(old)
    if not renumbered:
        new = script_of(now, numbers=[100 + index for index in range(len(now))])
        old = lock_numbers(script_of(was))
    changes = compare_drafts(old, new)
    taken = take_draft(old, new, changes)
    after = {scene.id: scene for scene in taken.scenes}
    for scene in old.scenes:
        one = after[scene.id]
        assert (one.episode, one.number, one.suffix) == (
            scene.episode, scene.number, scene.suffix
        )  # fmt: skip
    numbers = [(scene.episode, scene.number, scene.suffix) for scene in taken.scenes]
    assert len(set(numbers)) == len(numbers)
    moved = {change.old for change in changes.changes if change.fate is Fate.MOVED}
    for episode in {scene.episode for scene in taken.scenes}:
        own = [
            (scene.number, scene.suffix)
            for scene in taken.scenes
            if scene.episode == episode and scene.id not in moved
        ]
        assert own == sorted(own)
    for change in changes.changes:
        if change.fate is Fate.OMITTED:
            gone = after[change.old]
            assert gone.omitted
            assert (gone.needs, gone.flags, gone.cast, gone.length_eighths) == ((), (), (), 0)
            assert gone.id not in {scene for one in taken.sets for scene in one.scenes}


def meant(name, place="码头", text=None, **rest):
    body = (text or CHARACTERS[name * 30 : name * 30 + 29],)
    return Meant(name, place, DayPart.DAY, IntExt.INT, ("林晚",), body, **rest)


def numbers_of(script):
    return [f"{scene.number}{scene.suffix}" for scene in script.scenes]


def next_draft(old, now):
    new = script_of(now)
    return take_draft(old, new, compare_drafts(old, new))


def test_inserted_scenes_get_letters_as_on_set():
    scenes = [meant(name) for name in range(12)]
    a, b, *fresh = scenes
    locked = lock_numbers(script_of([a, b]))
    second = next_draft(locked, [a, fresh[0], b])
    assert numbers_of(second) == ["1", "1A", "2"]
    third = next_draft(second, [fresh[1], a, fresh[2], fresh[0], fresh[3], b, fresh[4]])
    # 1B is out of its letter's order: nothing stands between 1 and 1A
    assert numbers_of(third) == ["0A", "1", "1B", "1A", "1AA", "2", "3"]
    many = [a, *[meant(name) for name in range(2, 12)], b]
    assert numbers_of(next_draft(locked, many))[1:11] == [
        "1A", "1B", "1C", "1D", "1E", "1F", "1G", "1H", "1J", "1K",
    ]  # fmt: skip


def test_a_number_that_the_locked_draft_gives_itself_stays():
    a, b, c = (meant(name) for name in range(3))
    locked = lock_numbers(script_of([a, b]))
    new = script_of([a, c, b])
    scenes = list(new.scenes)
    scenes[1] = replace(scenes[1], number=1, suffix="C")
    new = replace(new, scenes=tuple(scenes))
    taken = take_draft(locked, new, compare_drafts(locked, new))
    assert numbers_of(taken) == ["1", "1C", "2"]


def test_an_omitted_scene_keeps_its_number_until_it_is_played_again():
    a, b, c = (meant(name) for name in range(3))
    locked = lock_numbers(script_of([a, b, c]))
    second = next_draft(locked, [a, c])
    assert numbers_of(second) == ["1", "2", "3"]
    assert [scene.omitted for scene in second.scenes] == [False, True, False]
    third = next_draft(second, [a, c])
    assert third == replace(second, draft=3)
    again = script_of([a, meant(7, b.place), c])
    changes = compare_drafts(third, again)
    assert [change.fate for change in changes.changes] == [Fate.SAME, Fate.NEW, Fate.SAME]
    fourth = take_draft(third, again, changes)
    assert [scene.id for scene in fourth.scenes] == [scene.id for scene in locked.scenes]
    assert not any(scene.omitted for scene in fourth.scenes)
    assert fourth.scenes[1].needs


def test_unlocked_the_new_numbers_count_and_omitted_scenes_go():
    a, b, c, d = (meant(name) for name in range(4))
    second = next_draft(unlock_numbers(lock_numbers(script_of([a, b, c]))), [a, d, c])
    assert numbers_of(second) == ["1", "2", "3"]
    assert not any(scene.omitted for scene in second.scenes)


def test_scenes_without_any_number_are_numbered_by_locking():
    plain = script_of([meant(name) for name in range(3)])
    bare = replace(plain, scenes=tuple(replace(one, number=None) for one in plain.scenes))
    assert numbers_of(lock_numbers(bare)) == ["1", "2", "3"]


def test_one_count_through_all_episodes_is_kept_unique():
    scenes = [meant(name) for name in range(5)]
    old = script_of(scenes[:4], episodes=2)
    through = [replace(one, number=at) for at, one in enumerate(old.scenes, start=1)]
    old = lock_numbers(replace(old, scenes=tuple(through)))
    new = script_of(scenes[:4], episodes=2)
    extra = Scene("1-3", 1, 3, None, None, "绣坊", line=99)
    new = replace(new, scenes=(*new.scenes[:2], extra, *new.scenes[2:]))
    taken = take_draft(old, new, compare_drafts(old, new))
    assert numbers_of(taken) == ["1", "2", "2A", "3", "4"]


def test_a_scene_that_only_says_omitted():
    a, b = (meant(name) for name in range(2))
    old, new = script_of([a, b]), script_of([a, b])
    gone = Scene("1-2", 1, 2, None, None, "", line=5, heading="1-2 省略", omitted=True)
    new = replace(new, scenes=(new.scenes[0], gone), lines=new.lines[:2])
    changes = compare_drafts(old, new)
    assert [(c.fate, c.old, c.new) for c in changes.changes][1] == (Fate.OMITTED, "1-2", "1-2")
    taken = take_draft(old, new, changes)
    assert taken.scenes[1].omitted
    assert (taken.scenes[1].heading, taken.scenes[1].needs) == ("1-2 省略", ())


def decided(script, scene_id, **values):
    scenes = tuple(
        replace(one, **values, edited=tuple(values)) if one.id == scene_id else one
        for one in script.scenes
    )
    return replace(script, scenes=scenes)


@pytest.mark.parametrize(
    ("values", "change", "asked"),
    [
        ({"needs": (Need("lake", 1.0),)}, {"place": "江边"}, True),
        ({"needs": (Need("lake", 1.0),)}, {"text": CHARACTERS[:25] + "风"}, False),
        ({"place": "三号码头"}, {"place": "江边"}, True),
        ({"place": "三号码头"}, {"text": CHARACTERS[:25] + "风"}, False),
        ({"place": "江边"}, {"place": "江边"}, False),
        ({"time": None}, {"place": "江边"}, False),
        ({"era": "ancient"}, {"place": "江边"}, True),
        ({"length_eighths": 12}, {"text": CHARACTERS[:29] + "风"}, False),
        ({"length_eighths": 12}, {"text": CHARACTERS[:29] + "风" * 30}, True),
    ],
)
def test_what_changed_under_a_decision_is_asked_about(values, change, asked):
    old = decided(script_of([meant(0), meant(1)]), "1-1", **values)
    changes = compare_drafts(old, script_of([meant(0, **change), meant(1)]))
    first = changes.changes[0]
    assert bool(first.asked) == asked
    assert set(first.asked) | set(first.kept) == set(values)


def test_a_person_come_or_gone_puts_a_cast_by_hand_in_question():
    text = CHARACTERS[:20]
    old = decided(script_of([meant(0, text=f"林晚{text}")]), "1-1", cast=("林晚", "群众"))
    same = script_of([meant(0, text=f"林晚说{text}")])
    assert not compare_drafts(old, same).changes[0].asked
    new = script_of([meant(0, text=f"沈砚{text}")])
    assert compare_drafts(old, new).changes[0].asked == ("cast",)


def test_a_question_about_a_decision_is_asked_again_when_its_ground_changes_again():
    old = decided(script_of([meant(0), meant(1)]), "1-1", needs=(Need("lake", 1.0),))
    second = next_draft(old, [meant(0, place="江边"), meant(1)])
    assert [one.code for one in second.warnings] == ["decision_to_check"]
    # carried through a reading again, gone once settled
    again = carry_over(second, script_of([meant(0, place="江边"), meant(1)]))
    assert again.warnings == second.warnings
    settled = replace(second, settled=("decision_to_check|1-1|needs",))
    again = carry_over(settled, script_of([meant(0, place="江边"), meant(1)]))
    assert not again.warnings
    third = next_draft(again, [meant(0, place="村口"), meant(1)])
    assert [one.code for one in third.warnings] == ["decision_to_check"]


def test_a_heading_taken_back_joins_its_lines_to_the_scene_before():
    old = script_of([meant(0), meant(1), meant(2)])
    old = decided(old, "1-3", cast=("沈砚",))
    lines = tuple(
        replace(line, scene="a" if line.number <= 4 else "b", tag=tag)
        for line, tag in zip(
            old.lines,
            (Tag.HEADING, Tag.ACTION, Tag.ACTION, Tag.ACTION, Tag.HEADING, Tag.ACTION),
            strict=True,
        )
    )
    scenes = (replace(old.scenes[0], id="a"), replace(old.scenes[2], id="b", cast=(), edited=()))
    new = replace(old, scenes=scenes, lines=lines, sets=group_sets(scenes))
    taken = carry_over(old, new)
    assert [scene.id for scene in taken.scenes] == ["1-1", "1-3"]
    assert taken.scenes[1].cast == ("沈砚",)
    assert [line.scene for line in taken.lines] == ["1-1"] * 4 + ["1-3"] * 2


def test_a_new_heading_gets_a_free_id_and_the_set_of_its_place():
    old = script_of([meant(0), meant(1, place="江边")])
    merged = merge_sets(old, old.sets[0].id, old.sets[1].id)
    new = script_of([meant(0), meant(1, place="江边")])
    third = replace(new.scenes[1], id="1-1b", line=4)
    lines = (*new.lines[:3], replace(new.lines[3], tag=Tag.HEADING, scene="1-1b"))
    scenes = (*new.scenes, third)
    new = replace(new, scenes=scenes, lines=lines, sets=group_sets(scenes))
    taken = carry_over(merged, new)
    assert [one.scenes for one in taken.sets] == [("1-1", "1-2", "1-1b")]


def test_answered_questions_are_not_asked_again():
    old = script_of([meant(0), meant(1), meant(2)])
    old = decided(old, "1-1", needs=(Need("lake", 1.0),))
    asked = ScriptWarning(1, "place_unknown", {"scene": "1-1", "place": "码头"})
    new = replace(script_of([meant(0), meant(1), meant(2)]), warnings=(asked,))
    # two scenes more play there
    assert carry_over(old, new).warnings[0].values["scene"] == "1-2"
    settled = replace(old, settled=("place_unknown|码头",))
    assert not carry_over(settled, new).warnings


def test_six_hundred_scenes_all_rewritten_are_found():
    random = Random(3)
    old = [scene_of(random, name) for name in range(600)]
    new = []
    for one in old:
        body = list(one.body)
        body[0] = line_of(random)
        new.append(replace(one, body=tuple(body)))
    random.shuffle(new)
    first, second = script_of(old, 60), script_of(new, 60)
    names, others = names_of(first, old), names_of(second, new)
    changes = compare_drafts(first, second).changes
    right = sum(bool(c.old and c.new) and names[c.old] == others[c.new] for c in changes)
    assert right >= 590


def by_hand(script, tags):
    lines = tuple(
        replace(line, tag=tags[line.number], by_hand=True) if line.number in tags else line
        for line in script.lines
    )
    return replace(script, lines=lines)


def test_what_was_said_of_lines_by_hand_is_said_of_the_same_lines_again():
    old = by_hand(
        script_of([meant(0), meant(1), meant(2)]), {3: Tag.SKIP, 4: Tag.SKIP, 6: Tag.DIALOGUE}
    )
    # numbers have shifted, and the last line was written anew
    new = script_of([meant(5), meant(0), meant(1), meant(2, text="风" * 20)])
    assert hand_tags(old, new) == {5: Tag.SKIP, 6: Tag.SKIP}
    assert hand_tags(old, script_of([meant(0), meant(2)])) == {4: Tag.DIALOGUE}


def test_of_lines_that_stand_twice_the_one_behind_the_same_line_is_meant():
    walk = "△他走了。" * 3
    old = by_hand(script_of([meant(0, text=walk), meant(1, "江边", text=walk)]), {4: Tag.DIALOGUE})
    new = script_of([meant(3), meant(0, text=walk), meant(1, "江边", text=walk)])
    assert hand_tags(old, new) == {6: Tag.DIALOGUE}


def test_a_removed_scene_stays_removed_in_the_next_draft(read, vocabulary):
    text = "1-1 日 内 客厅\n林晚：走。\n1-2 夜 外 码头\n沈砚：留下。\n1-3 日 内 病房\n林晚：好。\n"
    old = remove_scene(read(text), "1-2")
    shifted = "1-1 日 外 村口\n阿福：来了。\n" + "".join(
        line.replace("1-3", "1-4").replace("1-2", "1-3").replace("1-1", "1-2")
        for line in text.splitlines(keepends=True)
    )
    new = read(shifted)
    new = finish(retag(new, vocabulary, hand_tags(old, new)))
    changes = compare_drafts(old, new)
    assert [change.fate for change in changes.changes] == [Fate.NEW, Fate.SAME, Fate.SAME]
    assert [scene.place for scene in take_draft(old, new, changes).scenes] == [
        "村口", "客厅", "病房",
    ]  # fmt: skip


def test_a_word_learned_later_reaches_a_place_typed_by_hand(read, vocabulary):
    script = read("1-1 日 内 客厅\n林晚：走。\n1-2 夜 外 码头\n沈砚：留下。\n")
    typed = change_scene(script, "1-1", vocabulary, place="蟠龙魍魉")
    kind = vocabulary.scene_types["teahouse"]
    knowing = replace(kind, synonyms=(*kind.synonyms, "蟠龙魍魉"))
    learned = replace(vocabulary, scene_types={**vocabulary.scene_types, "teahouse": knowing})
    again = finish(retag(typed, learned, {}))
    assert again.scenes[0].place == "蟠龙魍魉"
    assert again.scenes[0].needs[0].scene_type == "teahouse"
    assert finish(retag(typed, vocabulary, {})).scenes == typed.scenes
