"""Words of requests for places: cities, and what is said around a place without naming it."""

from __future__ import annotations

import re
from collections.abc import Iterable

from geo.script.text.words import words

# cities of China by their short names; names that are common words too (中山, 东方, 朝阳) apart
CITIES = frozenset(
    words(
        """
        北京 上海 天津 重庆 香港 澳门 石家庄 唐山 秦皇岛 邯郸 邢台 保定 张家口 承德 沧州 廊坊
        衡水 太原 大同 阳泉 长治 晋城 朔州 晋中 运城 忻州 临汾 吕梁 呼和浩特 包头 乌海 赤峰 通辽
        鄂尔多斯 呼伦贝尔 巴彦淖尔 乌兰察布 锡林郭勒 阿拉善 沈阳 大连 鞍山 抚顺 本溪 丹东 锦州
        营口 阜新 辽阳 盘锦 铁岭 葫芦岛 长春 四平 辽源 通化 松原 延边 哈尔滨 齐齐哈尔 鸡西 鹤岗
        双鸭山 大庆 伊春 佳木斯 七台河 牡丹江 黑河 绥化 大兴安岭 南京 无锡 徐州 常州 苏州 南通
        连云港 淮安 盐城 扬州 镇江 泰州 宿迁 杭州 宁波 温州 嘉兴 湖州 绍兴 金华 衢州 舟山 台州
        丽水 合肥 芜湖 蚌埠 淮南 马鞍山 淮北 铜陵 安庆 滁州 阜阳 宿州 六安 亳州 池州 宣城 福州
        厦门 莆田 泉州 漳州 龙岩 宁德 南昌 景德镇 萍乡 九江 新余 鹰潭 赣州 吉安 宜春 抚州 上饶
        济南 青岛 淄博 枣庄 东营 烟台 潍坊 济宁 泰安 威海 日照 临沂 德州 聊城 滨州 菏泽 郑州 开封
        洛阳 平顶山 安阳 鹤壁 新乡 焦作 濮阳 许昌 漯河 三门峡 南阳 商丘 信阳 周口 驻马店 济源
        武汉 黄石 十堰 宜昌 襄阳 鄂州 荆门 孝感 荆州 黄冈 咸宁 随州 恩施 长沙 株洲 湘潭 衡阳 邵阳
        岳阳 常德 张家界 益阳 郴州 永州 怀化 娄底 湘西 广州 韶关 深圳 珠海 汕头 佛山 江门 湛江
        茂名 肇庆 惠州 梅州 汕尾 河源 阳江 清远 东莞 潮州 揭阳 云浮 南宁 柳州 桂林 梧州 防城港
        钦州 贵港 玉林 百色 贺州 河池 来宾 崇左 海口 三亚 儋州 成都 自贡 攀枝花 泸州 德阳 绵阳
        广元 遂宁 内江 乐山 南充 眉山 宜宾 达州 雅安 巴中 资阳 阿坝 甘孜 凉山 贵阳 六盘水 遵义
        安顺 毕节 铜仁 黔东南 昆明 曲靖 玉溪 保山 昭通 丽江 普洱 临沧 楚雄 西双版纳 大理 德宏
        迪庆 拉萨 日喀则 林芝 西安 铜川 宝鸡 咸阳 渭南 延安 汉中 榆林 安康 商洛 兰州 嘉峪关 金昌
        天水 武威 张掖 平凉 酒泉 庆阳 定西 陇南 甘南 西宁 银川 石嘴山 吴忠 固原 中卫 乌鲁木齐
        克拉玛依 吐鲁番 哈密 昌吉 阿克苏 喀什 和田 伊犁 阿勒泰 台北 高雄 台南 台中
        """
    )
)
# towns and counties where crews go
TOWNS = frozenset(
    words(
        """
        横店 东阳 义乌 象山 柯桥 上虞 诸暨 嵊州 新昌 余姚 慈溪 桐乡 乌镇 南浔 安吉 德清 海宁 平湖
        松阳 缙云 遂昌 楠溪江 昆山 周庄 同里 甪直 吴江 常熟 太仓 张家港 江阴 宜兴 车墩 胜强 松江
        平遥 祁县 乔家大院 阳朔 三江 龙胜 武鸣 崇武 都江堰 大邑 安仁 崇州 邛崃 武夷山 泰宁 永定
        婺源 宏村 西递 黟县 歙县 泾县 敦煌 涿州 怀柔 凤凰 香格里拉 腾冲 镇北堡 长影 曲阜 焦庄
        登封 库尔勒 伊宁 瑞丽 景洪
        """
    )
)
# behind the name it is a road, a dish or a bridge of that name
NOT_A_CITY = "路街菜话桥滩姑腔评"

# said before a place, not part of it
BEFORE = words(
    """
    请问 贵 谁家 大佬们 不收费的 免费的
    老师们 老师 兄弟们 各位 大家 哪位 谁 你好 您好 我们组 我们剧组 我们 咱们 组里 急求 急需 急
    求推荐 求助 诚求 求 想要 想找 想拍 想租 想咨询一下 想咨询下 想咨询 想 需要 需求 需 要求 要找
    要拍 要 寻找 寻 找到 找 租用 租借 租 借用 借 用一下 用下 用 拍摄场景 拍摄地点 拍摄地 主要
    主场景 拍摄 拍 取景地 取景 场景 场地 地点 景点 景 有没有 有无 有知道 知道 有 哪里 哪儿 哪
    推荐 帮问一下 帮问下 实景 求景 短剧 竖屏短剧 竖屏 微电影 网剧 电影 电视剧 广告 能看到 能拍
    可以拍 可拍 带 一个 个 一套 套 一间 间 一处 处 一座 座 一条 条 几个 两个 三个 这种 那种 类似
    像 周边 附近 当地 本地 区域 市区 市 的 里 在 是 把 了 下 和 或者 或 及 与 各
    """
)
BEHIND = words(
    """
    有吗 有没有 有么 在哪 哪里有 哪里 都行 都可以 也行 也可以 就行 优先 最好 资源 推荐 各一个
    各一套 各一间 各一处 各一座 各一层 各一栋 各一条 一个 一套 一间 一处 一座 一层 一栋 一条 各
    那种 这种 类型的 类型 之类 能拍 可拍 可以拍 取景 拍摄 的戏 戏 的话 的地方 地方 场地方 场地
    场景 的场 的景 的 吗 呢 吧 都 等
    """
)
# nothing that anybody need understand
FILLING = words(
    """
    剧组 全组 大组 组里 摄制组 团队 小团队 人数 人员 人 工作人员 预算 费用 价格 价位 价 场地费
    场租 租金 时间 日期 拍摄日期 拍摄 拍 场地方 场地 场景 地点 城市 需求 勘景 求 急求 急 找 需要
    要 想 有 吗 呢 吧 了 的 在 是 开机 开始 开 起 进场 用 左右 大概 大约 约 预计 共 一共 总共
    全部 每天 一天 天 以内 以下 之内 内 最好 优先 都行 都可以 周边 附近 一个 一套 各一个 场 个
    老师们 老师 各位 哪位 资源 一下 我们 短剧 竖屏短剧 竖屏 主要 主 日 号 连 就 也 全套 为期 周期
    工期 档期 能 给 最多 不超过 不超 控制 场戏 戏 哪里 谢谢 感谢 拜托 你好 靠谱 便宜 免费 方 学生
    夜景
    """
)


def _run(listed: Iterable[str]) -> str:
    """A run of these words, the longest first and never tried in another way (possessive)."""
    return "(?:" + "|".join(sorted(listed, key=len, reverse=True)) + ")"


LEADING = re.compile(_run(BEFORE) + "++")
TRAILING = re.compile(_run(BEHIND) + "++$")
EMPTY = re.compile(_run(FILLING) + "*+")
# all up to here is asking, whatever it says
ASKED = re.compile(
    r".*(?:求|找|想拍|租|借|有没有|附近|周边|能[^的\W]{1,4}的|要(?!塞|饭|道)|[拍用]一?[个套间处座条])"
)
# a word behind which something is asked for, even when no vocabulary knows it
ASKING = re.compile(r"(?:[求找租]|(?:场景|场地|地点|取景地|需要|需求)\s*+:?)\s*+$")
# characters of signs, and words that join
BETWEEN = re.compile(
    r"[\W_①-⑳]+|或者?|以及|(?<![共柔祥])和(?!平|睦|尚|服|室|风|硕|田)|及(?!第|时)|与|各拍|那种|这种"
)
