"""Lists of words that reading leans on, apart from the vocabulary: they are grammar, not places."""

from __future__ import annotations

from collections.abc import Mapping


def words(text: str) -> tuple[str, ...]:
    """The words of a list written with blanks between them."""
    return tuple(text.split())


# before a colon, these are no speaker
NOT_PEOPLE = frozenset(
    words(
        """
        旁白 字幕 画外音 独白 内心独白 内心 画面 镜头 特写 闪回 音效 音乐 众人 场景 时间
        地点 备注 注 提示 旁白音 字卡 歌词 主题曲 片头 片尾 剧情 本集 集 标题 剧名 道具 服装
        服化道 天气 转场 切至 黑场 广播 系统提示 手机提示音 短信 微信 弹幕 画外 无 要求 问
        答 说明 规则
        """
    )
)

# words that hold a word of the vocabulary and mean something else
DECOYS = frozenset(
    words(
        """
        穿越剧 卓越剧 超越剧 变脸色 瞬间变脸 突然变脸 立刻变脸 立马变脸 变脸比 变脸真快 学府
        天府 首府 田园 家里人 家中长辈 上公司 子公司 母公司 公司法 市场价 市场份额
        后台硬 后台老板 有后台 舞台剧 车间隙 大街小巷 街头巷尾 桥头堡 银行卡 银行账户
        银行存款 客房服务 商场如战场 园中药 大海捞针 陆家嘴 石家庄 张家口 安家费 医院院线
        不听清音
        """
    )
)

# being spoken of is not being there
AWAY_BEFORE = words(
    """
    电话里 电话那头 说起 说到 提到 提起 想起 回忆 记得 听说 照片 相片 新闻 电视 屏幕 视频
    画面里 梦见 梦到 要去 赶往 前往 飞往 开往 送往 送去 好像 如同 仿佛 像是 不是 没有 广告
    海报 画上 信中 信里 地图 导航 约在 说在 来自 离开 逃出 通知 上写着 写着 窗外 远处 对岸 电话中
    语音里 打算去 准备去 想去 梦里
    相册 报纸 杂志 朋友圈 监控里 直播里 望向 望着远 眺望 遥望
    """
)

# denied right before the place
DENIED = words("没有 没 未 不 别 不用 不必 无法 休想 不许")

# and so with these behind the place
AWAY_AFTER = words(
    """
    的照片 的方向 的电话 打来 来电 派来 送来 的视频 的新闻 的广告 的海报 的请柬 的人 的车
    来的 的房产证 的合同 的股份
    """
)

# in action these are furniture of the sentence, not a place to shoot
TOO_COMMON_IN_ACTION = frozenset(
    words(
        """
        家中 家里 房间 公司 集团 街上 路边 院中 院子 院内 园中 屋内 船上 楼下 桥边 路口 门口
        前台 上香 学校 舞台 后院 卧室 阳台 电梯 酒坛 酒缸 酿酒 咖啡 火锅 下午茶 车流 空镜
        航拍 刺绣 绣娘 炒茶 制茶 唱戏 听戏 看戏 婚礼 祭祀 市场 银行 工作室 医馆 山上 水边
        """
    )
)

# a room is of the building named before it: the kitchen of a mansion is mansion
ROOMS = frozenset(
    words(
        """
        客厅 卧室 主卧 次卧 厨房 餐厅 卫生间 洗手间 浴室 阳台 书房 玄关 儿童房 婴儿房 衣帽间
        房间 客房 新房 包间 包厢 雅间 院子 院中 院内 小院 后院 内院 庭院 天井 厢房 柴房 灶房
        灶间 堂屋 正厅 前厅 花厅 密室 暗室 阁楼 前台 电梯 电梯间 电梯口 电梯内 楼道 茶水间
        化妆间 化妆室 会议室 办公室 外间 里间 休息室 后台 后厨 宿舍 食堂 仓库 库房 船舱 甲板 船头
        大院 展厅
        """
    )
)

# people without names; a number, 们 or 众 makes extras of them
EXTRAS = words(
    """
    丫鬟 侍女 宫女 婢女 丫头 奴婢 太监 侍卫 护卫 护院 家丁 家仆 仆人 仆妇 下人 佣人 女佣 保镖
    打手 黑衣人 蒙面人
    杀手 刺客 死士 士兵 兵士 兵丁 官兵 骑兵 将士 将领 武士 亲兵 日本兵 伪军 战士 民兵 衙役 捕快
    狱卒 随从 小厮 嬷嬷 弟子
    门徒 山贼 土匪 劫匪 歹徒 混混 小混混 流氓 喽啰 手下 小弟 记者 同学 学生 学员 员工 同事 职员
    工人 女工 男工 绣娘 绣女 织女
    护士 医生 医护人员 医护 警察 民警 特警 巡捕 保安 服务员 服务生 侍者 店员 店伙 伙计 顾客
    客人 宾客 来宾 嘉宾 贵宾 亲戚 亲友
    族人 族老 邻居 村民 村妇 农民 农妇 大妈 大婶 大爷 大娘 老人 老头 老太太 妇女 妇人 百姓 壮汉
    大汉 彪形大汉 汉子 男子 女子 男人
    女人 年轻人 青年 大臣 官员 朝臣 妃嫔 嫔妃 秀女 贵女 名媛 富太太 太太 股东 董事 高管 模特
    舞女 舞者 舞姬 舞伴 乐师 乐手
    演员 戏子 龙套 群演 群众演员 群众 路人 行人 乘客 旅客 游客 观众 食客 茶客 酒客 香客 看客
    票友 戏迷 粉丝 僧人 和尚 道士
    尼姑 仙子 仙娥 天兵 魔兵 丧尸 孩子 小孩 孩童 小朋友 小学生 囚犯 犯人 灾民 难民 乞丐 商贩
    小贩 摊贩 挑夫 轿夫 车夫 船夫 纤夫 猎户
    渔民 牧民 主播 助播 网红 场务 工作人员 剧组人员 志愿者 运动员 球员 选手 评委 队员 壮丁 知青
    社员 红卫兵
    """
)

# of these the bare word in a cast list means many
TOGETHER = frozenset(
    words(
        """
        宾客 来宾 嘉宾 客人 客人们 村民 百姓 路人 行人 群众 群演 群众演员 围观群众 观众 食客
        茶客 酒客 香客 看客 乘客 旅客 游客 士兵
        官兵 家丁 侍卫 衙役 众人 众宾客 众大臣 大臣 朝臣 文武百官 百官 记者 同学 同学们 员工
        众员工 工人 乡亲 乡亲们 街坊 邻居们 亲戚
        亲友 族人 弟子 众弟子 下人 仆人 黑衣人 打手 混混 山贼 土匪 难民 灾民 丧尸 粉丝 戏迷
        学生 学生们 工作人员
        """
    )
)

# what is on a screen, in a picture, told or only thought is not there to be shot
SHOWN_BEFORE = words(
    """
    照片里 照片上 照片中 电视里 电视上 新闻里 屏幕里 屏幕上 手机里 视频里 画里 画上 画中 海报上
    报纸上 广告里 听说 说起 提起 提到
    想起 想到 梦见 梦到 记得 担心 害怕 准备 打算 以为 据说
    """
)

# words of one meaning in place names, the first for all: rooms, then buildings
SAME_ROOM = tuple(
    words(line)
    for line in (
        "客厅 大厅 起居室 会客厅 正厅 前厅 厅堂",
        "大堂 大厅 前厅 接待大厅",
        "卧室 房间 卧房 睡房 闺房 寝室",
        "卫生间 洗手间 厕所 盥洗室",
        "餐室 餐厅 饭厅",
        "书房 书斋",
        "厨房 灶房 伙房 灶间",
        "走廊 过道 楼道",
        "门口 门外 大门口 大门外 门前 大门 大门前",
        "院子 院内 院中 庭院 小院 院落",
        "花园 后花园",
        "停车场 车库 地下车库 地下停车场 地库",
        "天台 楼顶 屋顶",
        "阳台 露台",
        "柴房 柴屋",
        "总裁办公室 总裁办 总裁室 ceo办公室",
        "办公室 办公间",
        "会议室 会议厅",
        "病房 住院病房",
        "包间 包厢 雅间",
        "祠堂 宗祠 家祠",
        "教室 课室",
    )
)
SAME_BUILDING = tuple(
    words(line)
    for line in (
        "咖啡馆 咖啡厅 咖啡店 咖啡屋",
        "茶馆 茶楼 茶室 茶肆",
        "饭店 饭馆 餐馆 餐厅",
        "派出所 警察局 警局 公安局",
        "菜市场 农贸市场",
        "书店 书屋 书局",
        "别墅 豪宅",
        "出租屋 出租房 租屋",
        "公司 集团 公司大楼 集团大厦 集团大楼",
        "医院 人民医院",
        "江边 江畔 江岸",
        "河边 河畔 河岸",
        "湖边 湖畔 湖岸",
        "海边 海滩 沙滩",
        "树林 小树林 林子",
        "街道 街头 街上 大街 大街上",
        "小巷 巷子 胡同",
        "马路 马路边 路边",
        "村口 村头",
        "山洞 洞穴",
        "悬崖 悬崖边 崖边",
        "工厂 厂房",
        "店 铺 铺子 店铺",
    )
)
# a home named by its kind is the home of its owner
KINDS_OF_HOME = frozenset(words("别墅 出租屋 公寓 豪宅"))
# what tells one place from its neighbour: it is never a slip of the pen, nor left out for short
TELLING = frozenset(
    "东南西北前后左右上下大小内外新旧老主次正偏男女父母公婆甲乙丙丁春夏秋冬弟兄姐妹爷奶号楼层班"
    "零一二三四五六七八九十百千0123456789abcdefgh废弃破荒旁隔对假地中高低长短御"
)
# so common that they are the same place only where the same people are
VAGUE_ROOMS = frozenset(words("门口 走廊 卧室 客厅 院子 卫生间 包间 大堂 阳台 厨房 书房 餐室"))

# what a place is whose last character says so though no word of it is known: surely, or perhaps
SURE_ENDINGS: Mapping[str, tuple[str, ...]] = {
    ending: tuple(codes.split())
    for endings, codes in (
        ("厂", "factory"),
        ("村 屯 庄子", "farmland_village"),
        ("镇", "ancient_town"),
        ("街 大道", "city_street ancient_street republican_street"),
        ("路", "city_street republican_street"),
        ("巷 胡同", "city_street ancient_street republican_street"),
        ("桥", "bridge_modern ancient_bridge"),
        ("河 江 溪", "riverside"),
        ("湖 潭", "lake"),
        ("海 湾 岛 滩", "seaside"),
        ("山 岭 峰 崖 谷 林 坡 墓 坟", "mountain_forest"),
        ("洞 窟", "cave"),
        ("寺 庙 庵", "temple"),
        ("宗", "taoist_temple"),
        ("寨", "minority_village mountain_forest"),
        ("府", "mansion_ancient"),
        ("宫 殿", "palace"),
        ("宅", "mansion_villa mansion_ancient western_villa"),
        ("墅", "mansion_villa"),
        ("仓 库 库房", "warehouse"),
        ("医院", "hospital"),
        ("酒店 宾馆 大饭店", "hotel_lobby"),
        ("大厦 写字楼", "office"),
        ("小站", "railway_station"),
        ("池", "classical_garden lake"),
        ("公司 集团 办公室 工作室", "office"),
        ("家", "apartment farmhouse_courtyard mansion_ancient western_villa"),
        ("餐厅 面馆 饭馆 菜馆", "restaurant"),
        ("会所", "hotel_lobby"),
        ("集市", "market"),
    )
    for ending in endings.split()
}
VAGUE_ENDINGS: Mapping[str, tuple[str, ...]] = {
    ending: tuple(codes.split())
    for endings, codes in (
        ("店 专柜", "shopping_mall ancient_street republican_street"),
        ("铺 号 庄 行", "market ancient_street republican_street"),
        ("楼", "office tavern_ancient western_villa"),
        ("馆", "restaurant tavern_ancient"),
        ("阁 轩 苑 斋 居 院", "apartment mansion_ancient"),
        ("园", "park_garden classical_garden"),
        ("坊", "ich_workshop"),
        ("厅", "banquet_hall mansion_ancient"),
        ("局 处 科 部 所 室 中心 署", "office"),
        ("校 学院", "campus"),
        ("班", "classroom"),
        ("站", "railway_station"),
        ("港", "dock_port"),
        ("田 地", "farmland_village"),
        ("屋 户", "apartment farmhouse_courtyard mansion_ancient"),
        ("摊", "market night_market"),
        ("展", "exhibition_hall"),
        ("赛 大会", "exhibition_hall"),
        ("宴 典礼", "banquet_hall"),
        ("节", "folk_festival"),
        ("界 境 域", "greenscreen_stage led_virtual_stage"),
        ("观", "taoist_temple"),
        ("营 关", "battlefield city_wall"),
        ("牢 狱", "prison"),
        ("塔", "temple skyline_view"),
        ("区", "old_housing_estate industrial_heritage"),
    )
    for ending in endings.split()
}

# before a factory: what is left of it
RUINED = words("废弃 废旧 荒废 旧址 遗址 破败 倒闭 停产 烂尾")

# where in a place: it stands behind the word that says what the place is
POSITIONS = words(
    """
    深处 附近 外围 入口 出口 角落 一角 门口 门外 门前 大门口 大门外 大门 楼下 楼上 外面 里面 外
    内 里 旁边 旁 边上 边 上
    下 前 后 中 尽头 现场
    """
)

# a home that says what kind of home it is
KIND_OF_HOME = words(
    """
    别墅 豪宅 庄园 老宅 大宅 祖宅 古宅 出租 合租 租房 租屋 公寓 平层 公馆 洋楼 洋房 帅府 督军府
    侯府 王府 将军府 相府
    尚书府 农家 小院 老屋 土房 土坯 茅 村 乡下 老家 筒子楼 家属院 家属楼 大院 地下室 四合院 木屋
    竹楼 破屋 寒窑
    """
)
