"""Scripts that move between two eras: each scene is of the run it stands in."""

import pytest

from geo.script.breakdown.era_runs import eras_in_runs

TEXT = """《重生之侯府主母》
故事梗概：社畜苏晚加班猝死，醒来成了侯府主母。

1、公司工位 夜 内
△苏晚对着电脑敲键盘，手机响。
苏晚：马上就好。
2、出租屋 夜 内
△苏晚倒在沙发上。
3、侯府卧房 日 内
△苏晚睁眼，丫鬟春桃扑上来。
春桃：夫人，您醒了！
4、侯府正厅 日 内
△老夫人端坐。
老夫人：你可知罪？
5、花园 日 外
△苏晚提裙疾走。
苏晚：我要回去上班。
6、书房 夜 内
△侯爷看信。
侯爷：夫人近日不同。
7、卫生间 日 内
△苏晚在现代醒来，镜子里是自己。
苏晚：手机呢？
8、医院病房 日 内
△护士换药。
9、柴房 夜 内
△春桃被关着。
春桃：夫人救我！
10、账房 日 内
△苏晚拨算盘。
"""
WANTED = ["contemporary"] * 2 + ["ancient"] * 4 + ["contemporary"] * 2 + ["ancient"] * 2


def test_a_story_that_goes_to_and_fro(read):
    script = read(TEXT)
    assert [scene.era for scene in script.scenes] == WANTED
    needs = {scene.place: scene.needs[0].scene_type for scene in script.scenes}
    assert needs["书房"] == "mansion_ancient"
    assert needs["花园"] == "classical_garden"


def told(votes, casts=None, places=None, stated=None):
    own = [max(one, key=one.get) if one else None for one in votes]
    count = len(votes)
    return eras_in_runs(
        ("old", "new"),
        votes,
        own,
        stated or [None] * count,
        casts or [()] * count,
        places or [""] * count,
    )


def test_a_scene_that_says_little_stays_in_its_run():
    assert told([{"old": 4}, {"new": 1}, {"old": 4}]) == ["old"] * 3


def test_a_scene_that_says_much_stands_alone():
    assert told([{"old": 4}, {"new": 8}, {"old": 4}]) == ["old", "new", "old"]


def test_a_person_met_in_one_era_speaks_for_it():
    votes = [{"old": 4}, {"old": 4}, {"new": 6}, {}, {"new": 6}]
    casts = [("春桃",), ("春桃", "我"), ("我",), ("春桃", "小厮"), ("我",)]
    assert told(votes, casts)[3] == "new"
    casts[3] = ("春桃", "丫鬟")
    casts[0] = ("春桃", "丫鬟")
    casts[1] = ("春桃", "丫鬟", "我")
    places = ["侯府", "侯府", "公司", "侯府", "公司"]
    assert told(votes, casts, places)[3] == "old"


@pytest.mark.parametrize("era", ["old", "new"])
def test_what_is_stated_holds(era):
    assert told([{"old": 6}, {"old": 6}, {"old": 6}], stated=[None, era, None])[1] == era
