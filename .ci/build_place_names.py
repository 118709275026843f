"""Make ``assets/basemap/place_names_en.json``: English names of provinces, cities, some counties.

Run by hand, with pypinyin installed: ``.venv/bin/python .ci/build_place_names.py``. Counties only
of the four cities, as a map names counties only inside a chosen city. Readings that pinyin alone
gets wrong, and names that English spells otherwise (Harbin, Lhasa), are listed here by hand.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

from pypinyin import lazy_pinyin

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

FOUR = ("3205", "3306", "4501", "5101")
SUFFIXES = ("特别行政区", "自治区", "地区", "林区", "市", "盟", "省", "区", "县")
BY_HAND = {
    "内蒙古自治区": "Inner Mongolia",
    "西藏自治区": "Xizang",
    "广西壮族自治区": "Guangxi",
    "宁夏回族自治区": "Ningxia",
    "新疆维吾尔自治区": "Xinjiang",
    "陕西省": "Shaanxi",
    "香港特别行政区": "Hong Kong",
    "澳门特别行政区": "Macao",
    "台湾省": "Taiwan",
    "长治市": "Changzhi",
    "朝阳市": "Chaoyang",
    "漯河市": "Luohe",
    "吕梁市": "Lüliang",
    "呼和浩特市": "Hohhot",
    "鄂尔多斯市": "Ordos",
    "呼伦贝尔市": "Hulunbuir",
    "巴彦淖尔市": "Bayannur",
    "乌兰察布市": "Ulanqab",
    "兴安盟": "Hinggan",
    "锡林郭勒盟": "Xilingol",
    "阿拉善盟": "Alxa",
    "哈尔滨市": "Harbin",
    "齐齐哈尔市": "Qiqihar",
    "佳木斯市": "Jiamusi",
    "大兴安岭地区": "Da Hinggan Ling",
    "延边朝鲜族自治州": "Yanbian",
    "恩施土家族苗族自治州": "Enshi",
    "湘西土家族苗族自治州": "Xiangxi",
    "白沙黎族自治县": "Baisha",
    "昌江黎族自治县": "Changjiang",
    "乐东黎族自治县": "Ledong",
    "陵水黎族自治县": "Lingshui",
    "保亭黎族苗族自治县": "Baoting",
    "琼中黎族苗族自治县": "Qiongzhong",
    "阿坝藏族羌族自治州": "Aba",
    "甘孜藏族自治州": "Garze",
    "凉山彝族自治州": "Liangshan",
    "黔西南布依族苗族自治州": "Qianxinan",
    "黔东南苗族侗族自治州": "Qiandongnan",
    "黔南布依族苗族自治州": "Qiannan",
    "楚雄彝族自治州": "Chuxiong",
    "红河哈尼族彝族自治州": "Honghe",
    "文山壮族苗族自治州": "Wenshan",
    "西双版纳傣族自治州": "Xishuangbanna",
    "大理白族自治州": "Dali",
    "德宏傣族景颇族自治州": "Dehong",
    "怒江傈僳族自治州": "Nujiang",
    "迪庆藏族自治州": "Diqing",
    "拉萨市": "Lhasa",
    "日喀则市": "Xigaze",
    "昌都市": "Qamdo",
    "林芝市": "Nyingchi",
    "山南市": "Shannan",
    "那曲市": "Nagqu",
    "阿里地区": "Ngari",
    "临夏回族自治州": "Linxia",
    "甘南藏族自治州": "Gannan",
    "海北藏族自治州": "Haibei",
    "黄南藏族自治州": "Huangnan",
    "海南藏族自治州": "Hainan",
    "果洛藏族自治州": "Golog",
    "玉树藏族自治州": "Yushu",
    "海西蒙古族藏族自治州": "Haixi",
    "乌鲁木齐市": "Urumqi",
    "克拉玛依市": "Karamay",
    "吐鲁番市": "Turpan",
    "哈密市": "Hami",
    "昌吉回族自治州": "Changji",
    "博尔塔拉蒙古自治州": "Bortala",
    "巴音郭楞蒙古自治州": "Bayingolin",
    "阿克苏地区": "Aksu",
    "克孜勒苏柯尔克孜自治州": "Kizilsu",
    "喀什地区": "Kashgar",
    "和田地区": "Hotan",
    "伊犁哈萨克自治州": "Ili",
    "塔城地区": "Tacheng",
    "阿勒泰地区": "Altay",
    "阿拉尔市": "Aral",
    "图木舒克市": "Tumxuk",
    "可克达拉市": "Kokdala",
    "新都区": "Xindu",
    "郫都区": "Pidu",
}


def spelled(name: str) -> str | None:
    """The English name; None where neither list nor pinyin can be trusted."""
    if name in BY_HAND:
        return BY_HAND[name]
    suffix = next((s for s in SUFFIXES if name.endswith(s) and len(name) > len(s) + 1), "")
    bare = name.removesuffix(suffix)
    if len(bare) > 4:
        return None
    first, *rest = lazy_pinyin(bare)
    return (first + "".join(f"'{s}" if s[0] in "aeo" else s for s in rest)).capitalize()


def main() -> None:
    """Write the names, by division code."""
    from geo.catalogue.boundaries import load_boundaries

    provinces, cities, counties, *_ = load_boundaries()
    inner = [county for county in counties if county.adcode[:4] in FOUR]
    named = {area.adcode: spelled(area.name) for area in (*provinces, *cities, *inner)}
    names = {code: name for code, name in sorted(named.items()) if name is not None}
    out = ROOT / "assets" / "basemap" / "place_names_en.json"
    text = json.dumps({"schema": 1, "names": names}, ensure_ascii=False, indent=1)
    out.write_text(text + "\n", encoding="utf-8")
    print(len(names), "names,", [code for code, name in named.items() if name is None])


if __name__ == "__main__":
    main()
