"""Flags: what costs money or needs permission, with the words that say so."""

import pytest

from geo.model import DayPart
from geo.script import load_vocabulary
from tests.geo.script.conftest import ASSETS


@pytest.fixture(scope="module")
def flagged(read):
    """The flags of one scene with this action, by code."""

    def of(action, heading="1-1 日 外 空地", before="", after=""):
        text = f"{before}\n{heading}\n人物：林晚、沈砚\n△ {action}\n{after}\n"
        return {flag.code: flag for flag in read(text).scenes[0].flags}

    return of


def said(text):
    """Lines by the flag they stand under: ``code: line line``."""
    found = {}
    for word in text.split():
        if word.endswith(":"):
            found[word[:-1]] = own = []
        else:
            own.append(word)
    return found


YES = said(
    """
    water: 林晚失足落水。 他跳河救人。 沈砚在泳池里游了两圈。 二人在湖中挣扎。 孩子掉进河里。
        她把一盆冷水泼在他身上。 他潜水摸到箱子。 她浑身湿透地站着。
    fire: 厨房起火了。 火光冲天。 他举着火把。 汽车轰然爆炸。 篝火旁众人起舞。 她把信点燃。
        夜空烟花绽放。 门口鞭炮齐鸣。 祠堂燃烧起来。
    rain: 天上下着雨。 暴雨倾盆。 她在雨中奔跑。 他撑着伞走来。 外面下起了大雨。 雨夜里灯火昏黄。
    snow: 天上飘雪。 大雪纷飞。 她跪在雪地里。 初雪落在肩头。 两人在堆雪人。
    smoke: 屋里浓烟滚滚。 江面上起雾。 硝烟弥漫。 佛前香烟缭绕。 村里炊烟袅袅。 机器冒着烟。
    gun: 他掏出手枪。 沈砚开枪。 枪声大作。 枪口对准林晚。 士兵们端着枪。 他扣动扳机。
        巡捕扫射人群。
    fight: 两人扭打在一起。 他一拳打在沈砚脸上。 沈砚拔剑。 黑衣人围攻林晚。 一脚踹倒对方。
        双方厮杀。 拳打脚踢。 她一个过肩摔。 他挥刀砍向沈砚。
    wirework: 沈砚腾空而起。 她飞身跃上屋顶。 他从天而降。 林晚御剑而行。 她纵身一跃跳下楼。
        他失足坠崖。
    animal: 他骑马而来。 一只猫蹲在墙头。 大黄狗叫个不停。 阿公牵着水牛。 信鸽落在窗台。
        一条毒蛇爬过。 马车停在门口。 院子里几只鸡。 沈砚飞身上马。
    child: 小男孩抱住她的腿。 孩子们围着她。 襁褓里的婴儿啼哭。 一个8岁的丫头跑来。
        小女孩递来糖。 七八岁的男娃。
    crowd: 人群骚动。 宾客若干。 丫鬟两名上前。 数十名士兵冲进来。 二三十个村民围住他。
        路人纷纷侧目。 记者们蜂拥而上。 众弟子跪下。
    vehicle: 他驾车离去。 一辆豪车停下。 两车追车。 她猛踩刹车。 林晚上车。 摩托车疾驰而过。
    drone: 航拍：江城全景。 镜头俯瞰全城。 无人机掠过。
    boat: 乌篷船摇来。 她坐在船头。 二人划船。 游艇靠岸。 竹筏顺流而下。 画舫灯火通明。
    heritage: 古建筑群在夕阳下。 众人参观故居。 石窟内佛像庄严。
    """
)
NO = said(
    """
    water: 她喝了一口水杯里的水。 水果摆了一桌。 他往茶水里下药。 水落石出。 这话像一盆冷水。
        倒影映在水中倒影里。 她脑海中一片空白。 他领了薪水。 下水道堵了。
    fire: 他们吃火锅。 火车进站。 她怒火中烧。 他十分恼火。 满是人间烟火气。 火龙果切好。
        他点燃香烟。 战火未及此地。 没有起火。 灭火器挂在墙上。 她像一团烈火。
    rain: 雨伞收好放在门边。 雨停了。 大雨停了。 没有下雨。 她泪如雨下。 箭如雨下。
        风雨桥上站着人。 他想起那个雨夜。 雨后空气清新。
    snow: 没有下雪。 雪白的裙子。 她吃雪糕。 沉冤昭雪。 肤白胜雪。 大雪已停。 雪茄夹在指间。
    smoke: 他在抽烟。 烟花绽放。 烟灰缸满了。 一头雾水。 烟头扔在地上。 没有硝烟的战争。
        他买了两条香烟。
    gun: 她举着水枪。 唇枪舌剑。 他是个枪手。 玩具手枪掉在地上。 单枪匹马。 他用扫码枪扫货。
        红缨枪立在墙边。
    fight: 他在打电话。 她打开门。 正在打包行李。 打算离开。 一拳砸在墙上。 一脚踹开门。
        他交手机给她。 商业大战开始。 一记耳光。
    wirework: 他一脚踏空。 业绩飞跃。 手悬在半空。 馅饼从天而降。
    animal: 他马上离开。 他走在马路上。 牛人一个。 她喝牛奶。 狗仔队拍照。 她打着蝴蝶结。
        他像一只受惊的小猫。 马桶坏了。 鸡汤端上来。 他是行业黑马。 她抱着毛绒兔子。
    child: 她摸着肚子里的孩子。 儿童房空着。 他像个孩子。 三十岁的男人。 25岁的她。 岁月静好。
        照片里的小女孩。
    crowd: 众人大惊。 他一个人。 两个人对视。 三人坐下。 一名保镖拉开门。 观众席空无一人。
        林晚和沈砚。
    vehicle: 火车开动。 车间里机器轰鸣。 马车停下。 她推着购物车。 停车场空荡荡。 直播翻车。
    drone: 墙上挂着鸟瞰图。
    boat: 飞船起飞。 他脚踏两条船。 她收起船票。
    heritage: 文物局来电。
    """
)


@pytest.mark.parametrize(
    ("code", "action"), [(code, line) for code, lines in YES.items() for line in lines]
)
def test_what_is_to_be_shot_is_flagged(code, action, flagged):
    found = flagged(action)
    assert code in found
    assert found[code].because


@pytest.mark.parametrize(
    ("code", "action"), [(code, line) for code, lines in NO.items() for line in lines]
)
def test_what_only_sounds_alike_is_not(code, action, flagged):
    assert code not in flagged(action)


def test_what_is_said_flags_nothing(flagged):
    said = "林晚：外面下雨了，开枪，放火，骑马，跳河！\n"
    assert set(flagged("她坐下。", after=said)) == set()


@pytest.mark.parametrize(
    ("words", "count"),
    [
        ("丫鬟两名", 2), ("二三十个村民", 20), ("士兵30余人", 30), ("宾客若干", None),
        ("数十名士兵", None), ("十几个混混", 10),
        ("一群记者", None), ("三五个路人", 3), ("上百名百姓", 100), ("20名保镖", 20),
        ("工人x15", 15), ("八十多人围住他", 80),
        ("路人甲和两名丫鬟、四个家丁", 6),
    ],
)  # fmt: skip
def test_extras_are_counted_where_a_number_is_said(words, count, flagged):
    assert flagged(f"{words}。")["crowd"].count == count


def test_extras_in_the_list_of_people_are_counted_once(read):
    text = (
        "1-1 日 内 沈府\n"
        "人物：林晚、丫鬟两名、宾客若干、路人甲、路人乙\n"
        "△ 两名丫鬟上前。\n"
        "林晚：走。\n"
    )
    crowd = next(flag for flag in read(text).scenes[0].flags if flag.code == "crowd")
    assert crowd.count == 4
    assert {"丫鬟两名", "宾客若干", "路人甲", "路人乙"} <= set(crowd.because)


def test_night_is_every_scene_whose_heading_says_so(read):
    text = (
        "1-1 深夜 内 客厅\n"
        "△ 静。\n"
        "1-2 日 内 客厅\n"
        "△ 夜里的梦。\n"
        "1-3 凌晨 外 街道\n"
        "△ 静。\n"
        "1-4 黄昏 外 街道\n"
        "△ 静。\n"
    )
    scenes = read(text).scenes
    nights = [next((f.because for f in s.flags if f.code == "night"), None) for s in scenes]
    assert nights == [("深夜",), None, ("凌晨",), None]
    assert scenes[2].time is DayPart.NIGHT


def test_children_are_known_by_the_list_of_people_before_the_first_scene(read):
    text = (
        "人物小传\n"
        "林晚：28岁，绣娘\n"
        "团团：6岁，林晚的女儿\n"
        "1-1 日 内 客厅\n"
        "人物：林晚、团团\n"
        "△ 静。\n"
        "1-2 日 内 客厅\n"
        "人物：林晚\n"
        "△ 静。\n"
    )
    first, second = read(text).scenes
    (child,) = [flag for flag in first.flags if flag.code == "child"]
    assert child.because == ("团团（6岁）",)
    assert "child" not in {flag.code for flag in second.flags}


def test_a_child_of_a_grown_up_in_the_cast(read):
    text = (
        "1-1 日 内 客厅\n"
        "人物：林晚\n"
        "△ 静。\n"
        "1-2 日 内 老屋\n"
        "人物：小林晚、大宝、沈父（50岁）\n"
        "△ 静。\n"
    )
    (child,) = [flag for flag in read(text).scenes[1].flags if flag.code == "child"]
    assert child.because == ("小林晚", "大宝")


def test_a_place_raises_its_own_flags(flagged):
    assert flagged("静。", "1-1 日 外 沈府后花园")["heritage"].because
    assert flagged("静。", "1-1 日 内 豪车内")["vehicle"].because[0] == "豪车内"
    assert "boat" in flagged("静。", "1-1 日 外 游艇上")
    assert "vehicle" not in flagged("静。", "1-1 日 内 火车车厢")


def test_the_carriage_of_old_days_is_no_car(flagged):
    found = flagged("娘娘上车，丫鬟扶着。", "1-1 日 外 王府马车内", before="类型：古装")
    assert "vehicle" not in found


def test_remarks_and_columns_of_a_sheet_raise_flags(flagged):
    found = flagged("静。", after="天气：雨\n道具：手枪、水杯\n备注：吊威亚、航拍\n")
    assert {"rain", "gun", "wirework", "drone"} <= set(found)
    assert "water" not in found


def test_a_name_is_no_weather(read):
    text = "1-1 日 内 客厅\n人物：小雨、林雪花\n△ 小雨坐下。雪花进来。\n"
    assert {flag.code for flag in read(text).scenes[0].flags} == set()


@pytest.mark.parametrize(("action", "code"), [("雨。林晚独行。", "rain"), ("夜。雪。", "snow")])
def test_weather_in_one_word(action, code, flagged):
    assert code in flagged(action)


@pytest.mark.parametrize(
    "line", ["铜钱雨点般落下。", "鼓声雨点一样。", "从滚水里抽丝。", "镜片起雾。"]
)
def test_likenesses_and_everyday_water_and_mist(line, flagged):
    assert not {"rain", "water", "smoke"} & set(flagged(line))


def test_every_flag_has_its_words_and_every_decoy_holds_one(vocabulary):
    kinds = vocabulary.flags
    assert list(kinds) == [
        "water", "fire", "rain", "snow", "smoke", "gun", "fight", "wirework", "animal", "child",
        "crowd", "vehicle", "drone", "night", "heritage", "boat",
    ]  # fmt: skip
    words = {word for kind in kinds.values() for word in kind.words}
    for kind in kinds.values():
        assert kind.words or kind.code == "night"
        assert not set(kind.words) & set(kind.decoys)
        for decoy in kind.decoys:
            inside = any(word in decoy for word in words)
            ahead = any(decoy.endswith(word[:n]) for word in words for n in range(1, len(word)))
            assert inside or ahead, decoy


def test_a_users_own_flag_words_are_laid_over(tmp_path):
    own = tmp_path / "own.yaml"
    own.write_text("flags:\n- {code: drone, words: [穿越机]}\n", encoding="utf-8")
    kinds = load_vocabulary(ASSETS / "vocabulary", own).flags
    assert "穿越机" in kinds["drone"].words
    assert "航拍" in kinds["drone"].words
