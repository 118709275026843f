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
        地府 天府 首府 田园 家里人 家中长辈 上公司 子公司 母公司 公司法 市场价 市场份额
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
    海报 画上 信中 信里 地图 导航 约在 说在 来自 离开 逃出 通知 上写着 写着 窗外 远处 对岸
    """
)

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
        化妆间 化妆室 后台 后厨 宿舍 食堂 仓库 库房 船舱 甲板 船头 大院 展厅
        """
    )
)

# things and people that tell an era
ERA_CUES: Mapping[str, tuple[str, ...]] = {
    "ancient": words(
        """
        王爷 侯爷 世子 皇上 陛下 娘娘 贵妃 皇后 太后 太监 公公 丫鬟 小厮 嬷嬷 将军 丞相 郡主
        县主 圣旨 银两 马车 轿子 夫君 娘子 官人 本宫 本王 朕 臣妾 奴婢 知府 县令 捕快 书童
        举人 秀才 长袍 罗裙 发簪 宫女
        """
    ),
    "republican": words(
        """
        少帅 督军 大帅 黄包车 租界 银元 大洋 旗袍 姨太太 巡捕 留声机 电车 洋行 百乐门 长衫
        军阀 报童 大新戏院
        """
    ),
    "1950s-80s": words(
        """
        生产队 公社 知青 粮票 工分 供销社 大队长 国营厂 二八大杠 红卫兵 搪瓷缸
        """
    ),
    "contemporary": words(
        """
        手机 微信 电脑 总裁 集团 公司 直播 轿车 豪车 出租车 网约车 短信 西装 合同 热搜 电梯
        朋友圈 视频 外卖 助理 秘书 保镖 拍照 屏幕 咖啡 高跟鞋 快递 耳机 行李箱 面包车 充电
        签约 投资
        """
    ),
    "futuristic": words(
        """
        机甲 星舰 飞船 全息 仿生人 人工智能体
        """
    ),
}
