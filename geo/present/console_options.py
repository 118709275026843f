"""What may stand after each command of the command line: options, and (bare names) operands."""

from __future__ import annotations

import argparse
from collections.abc import Mapping
from pathlib import Path
from typing import Any, TypeAlias

from geo.model import Kind, Method
from geo.present.pitch.console import WORDS as PITCH_WORDS

Options: TypeAlias = Mapping[str, Mapping[str, Any]]


def whole(text: str) -> int:
    """How many to show: a whole number, 0 or more."""
    if not (text.isascii() and text.isdigit()):
        raise argparse.ArgumentTypeError(f"“{text}” is no whole number; write it like 20")
    return int(text)


SCRIPT = {"script": {"type": Path}}
CITIES = {"default": "", "help": "苏州,绍兴 (default: the four)"}
WORDS = {"action": "append", "default": [], "metavar": "WORDS"}
PAGES = ("start", "import", "script", "sites", "money", "defend", "plan", "pitch", "field")
WHO = {"default": "", "metavar": "NAME", "help": "your name; it stands with every change"}

OPTIONS: Mapping[str, Options] = {
    "read": {
        **SCRIPT,
        "--explain": {"action": "store_true", "help": "print each line with its tag"},
        "--out": {"type": Path, "help": "write the breakdown: .xlsx, .csv or .uss"},
    },
    "rank": {
        **SCRIPT,
        "--cities": CITIES,
        "--weights": {"default": "", "help": "cost=.4,subsidy=.2,uplift=.1,fit=.3"},
        "--must": {
            **WORDS,
            "help": "insist on it: stage, no_risk, near=KM, price=CNY, city=NAME "
            "(commas, or repeated)",
        },
        "--extra": {
            **WORDS,
            "help": "weigh it too: travel (km from the home city), "
            "risk (scenes somebody must agree to)",
        },
        "--method": {"help": ", ".join(Method) + " (default: weighted_sum)"},
        "--top": {"type": whole, "default": 20},
    },
    "sites": {
        "--city": {},
        "--kind": {"choices": [kind.value for kind in Kind]},
        "--scene-type": {},
        "--find": {"metavar": "WORDS", "help": "like 同里 30公里内 园林; pinyin too"},
        "--like": {"metavar": "SITE", "help": "places like this one (id or name)"},
        "--top": {"type": whole, "default": 20, "help": "how many to show of what is found"},
    },
    "policies": {"--city": {}},
    "money": {
        **SCRIPT,
        "--city": {"action": "append", "default": [], "help": "up to six (default: the four)"},
        "--site": {"help": "name or id of one place instead of whole cities"},
        "--out": {"type": Path, "help": "write a workbook: FILE.xlsx"},
    },
    "plan": {
        **SCRIPT,
        "--cities": CITIES,
        "--lock": {
            "action": "append",
            "default": [],
            "metavar": "SET=SITE",
            "help": "shoot it there",
        },
        "--time-limit": {"type": float, "default": 60.0, "metavar": "S", "help": "default: 60"},
    },
    "pitch": {
        "--script": {"type": Path},
        **{
            f"--{name}": {"default": "", "metavar": "A,B", "help": told}
            for name, told in PITCH_WORDS.items()
        },
        "--out": {"type": Path, "metavar": "DIR", "help": "write the files there"},
    },
    "pack": {
        "--sites": {"required": True, "metavar": "A,B", "help": "places, by id or name"},
        "--out": {"type": Path, "required": True, "metavar": "FILE.gpkg"},
        "--who": WHO,
        "--private": {"action": "store_true", "help": "take contacts and quotes along"},
        "--no-photos": {"action": "store_true", "help": "leave the photos at home"},
    },
    "merge": {"packs": {"type": Path, "nargs": "+", "metavar": "PACK"}, "--who": WHO},
    "window-shot": {
        "out": {"type": Path},
        "--script": {"type": Path},
        "--page": {"default": "sites", "choices": PAGES},
        "--theme": {"choices": ("light", "dark", "sunlit"), "default": "light"},
        "--size": {"default": "1440x900", "help": "WIDTHxHEIGHT"},
    },
}
