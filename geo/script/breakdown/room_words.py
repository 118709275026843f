"""Rooms and parts of places: which belong to the building named before them, which stand alone."""

from __future__ import annotations

from collections.abc import Mapping

from geo.script.text.words import ROOMS, words

# nothing of a house: a room behind these stands for itself
OUTDOORS = frozenset(
    words(
        """
        city_street ancient_street
        republican_street ancient_town
        sea_asian_street mountain_forest
        bamboo_grove snow_mountain
        desert_grassland riverside lake
        seaside waterfall flower_field
        farmland_village night_market market
        folk_festival skyline_view
        bridge_modern ancient_bridge
        park_garden battlefield city_wall
        greenscreen_stage led_virtual_stage
        minority_village
        """
    )
)
HOUSES = words(
    """
        apartment rented_room mansion_villa
        farmhouse_courtyard mansion_ancient
        western_villa palace
    """
)
WORKS = frozenset(
    words("factory industrial_heritage warehouse winery_brewery farmland_village shopping_mall")
)
# of no use without the building around them
HOUSED = frozenset(ROOMS) | frozenset(
    words(
        """
        里屋 外屋 东屋 西屋 正屋 偏屋 堂前 卧房 客卧 寝室 睡房 寝殿 寝宫
        内殿 侧殿 偏殿 正殿 后殿 暖阁 佛堂 耳房 账房 柜台 马厩 马棚 酒窖
        地窖 菜窖 冰窖 密道 地牢入口 天字号房 地字号房 上房 通铺 厨下 后厨
        前堂 后堂 中堂 议事厅 聚义厅 前院 中庭 中院 偏院 别院 西院 东院
        跨院 西厢房 东厢房 西厢 东厢 廊下 檐下 抄手游廊 门廊 门厅 门房
        角门 侧门 二门 琴房 棋室 茶室 画室 健身房 影音室 影音厅 娱乐室
        台球室 酒柜 酒吧台 吧台 楼梯间 楼梯 楼梯口 走廊 过道 长廊 楼道
        走道 消防通道 安全通道 电梯厅 大厅 大堂 中厅 后门 设备间 配电室
        配电间 锅炉房 水房 机房 监控室 保安室 值班室 传达室 收发室 更衣室
        储物间 储藏室 杂物间 杂物房 卫生间 洗手间 女厕 男厕 厕所 洗衣房
        佣人房 保姆房 车库 地下室 地下车库 废墟 讲堂 斋房 禅房 客堂 藏经阁
        藏书阁 藏书楼 经堂 钟楼 鼓楼 山门 药圃 药房 水榭 绣房 闺房
        公共厨房 公共水房 公共浴室 澡堂 大门 院门
        """
    )
)
# these are places to look for themselves, but for the owners that are told
_WORKROOMS = words(
    """
        办公室 会议室 会客室 接待室 休息室 更衣室 监控室 值班室 传达室
        化验室 实验室 茶水间 展厅 陈列室 广播室 播音室 医务室 卫生所 卫生室
        直播间 幼儿园 托儿所 俱乐部 技术科 财务科 调度室
    """
)
_LIVING = words("宿舍 寝室 食堂 仓库 库房 礼堂 货仓 粮仓 冷库 澡堂 浴室 小卖部 图书室 阅览室")
_KEEPING = frozenset(
    (*HOUSES, *words("prison museum hotel_lobby battlefield temple taoist_temple inn_ancient"))
)
_STREETS = frozenset(
    words("city_street ancient_street republican_street ancient_town night_market campus")
)
_SQUARES = frozenset(
    words(
        """
        palace temple taoist_temple church
        railway_station industrial_heritage
        factory campus ancient_town
        minority_village farmland_village
        ancestral_hall stadium opera_stage
        """
    )
)
_OLD_ROOFS = frozenset(
    words(
        """
        inn_ancient tavern_ancient
        mansion_ancient palace temple
        taoist_temple court teahouse
        academy_ancient ancestral_hall
        """
    )
)
_GROUNDS = frozenset(words("industrial_heritage factory campus"))
_SHORES = frozenset(words("riverside lake seaside rooftop hospital"))
_BRIDGES = frozenset(words("bridge_modern ancient_bridge"))
_SECTS = frozenset({"taoist_temple"})
_VILLAS = frozenset(words("mansion_villa western_villa"))
_ESTATES = frozenset(words("old_housing_estate campus industrial_heritage factory prison"))
_RAILS = frozenset(words("metro_station railway_station"))
_WATERS = frozenset(words("park_garden campus classical_garden palace"))
# parts of a place, with the types of owner that they belong to, however far before them
_PARTS: tuple[tuple[str, frozenset[str]], ...] = (
    ("广场 前广场 门前广场 台阶 石阶 牌坊", _SQUARES),
    ("花园 后花园 草坪 泳池 泳池边 池塘边 凉亭 车库 酒窖 地下室 温室 花房 后山", _VILLAS),
    ("篮球场 停车棚 自行车棚 车棚 水塔 烟囱 凉亭 长椅 空地 晾衣场 健身区", _ESTATES),
    ("花园 草坪 长椅 凉亭 院子", frozenset({"hospital"})),
    ("操场 小广场 宣传栏前", _ESTATES),
    ("铁轨 铁路边 操场 旗杆下 公告栏前 宣传栏前", _GROUNDS),
    ("站台 月台 候车厅 候车室 候车棚 出站口 进站口 检票口 车厢 车厢内 安检口 扶梯", _RAILS),
    ("湖边 湖畔 湖心亭 池边 荷花池 荷花池边 假山 梅林 桃林 凉亭 亭子 长椅 水榭 长廊", _WATERS),
    ("长椅 石凳 栏杆 栏杆边 台阶 观景台 步道", _SHORES),
    ("桥下 桥上 桥头 桥边 桥面 桥洞 桥洞下 桥墩下", _BRIDGES),
    ("集装箱 货场 堆场 货仓 栈桥 甲板", frozenset({"dock_port"})),
    ("非遗馆 展位 展台 摊位 签约台 主席台 舞台 休息区", frozenset({"exhibition_hall"})),
    ("巷口 巷子 小巷 青石巷 石板巷 街口 巷内 巷道 深巷", frozenset({"ancient_town"})),
    ("屋顶 房顶 屋脊 楼顶 屋檐上", _OLD_ROOFS),
    ("聚义厅 议事厅 石室 石床", frozenset(words("cave mountain_forest"))),
    ("藏经阁 演武场 广场 祭坛 山门 后山 弟子房 正殿 大殿 议事厅 屋顶", _SECTS),
    ("大雄宝殿 山门 藏经阁 后山 香炉前 台阶", frozenset({"temple"})),
)  # fmt: skip
PARTS: Mapping[str, frozenset[str]] = {
    word: frozenset().union(*(owners for row, owners in _PARTS if word in row.split()))
    for listed, _ in _PARTS
    for word in listed.split()
}
STALL, HOMES = "摊", ("家", "旧居", "住处")
_BLOCKS = frozenset({"old_housing_estate", "minority_village"})


def belongs(word: str, owner: frozenset[str], *, near: bool) -> bool:
    """Whether the folded room or part ``word`` is of an owner of these types.

    ``near``: the owner is the word right before; rooms are of no other.
    """
    if owner & PARTS.get(word, frozenset()):
        return True
    if word.endswith(STALL) and owner & _STREETS:
        return True
    if word.endswith(HOMES) and owner & _BLOCKS:
        return True
    if not near or owner <= OUTDOORS:
        return False
    if word.endswith(_LIVING):
        return bool(owner & _KEEPING)
    if word.endswith(_WORKROOMS):
        return word in HOUSED and not owner & WORKS
    return word in HOUSED
