"""Every encoding met in China comes back as it was; rubbish is called rubbish."""

import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from geo.errors import ScriptError
from geo.script.containers.decoding import decode

SIMPLIFIED = (
    "1-1 日 内 总裁办公室\n△ 林晚推开门，看见沈砚站在窗前。\n沈砚：你来了？\n"
    "林晚（冷笑）：“合同呢？”\n1-2 夜 外 江边码头\n△ 渡船靠岸，众人散去，只剩她一个。\n"
)
TRADITIONAL = (
    "1-1 日 內 總裁辦公室\n△ 林晚推開門，看見沈硯站在窗前。\n沈硯：你來了？\n"
    "林晚（冷笑）：「合同呢？」\n1-2 夜 外 江邊碼頭\n△ 渡船靠岸，眾人散去，只剩她一個。\n"
)
MARKED = ("utf-8-sig", "utf-16")
PLAIN = ("utf-8", "utf-16-le", "utf-16-be", "gb18030")


@pytest.mark.parametrize("encoding", MARKED + PLAIN)
@pytest.mark.parametrize("text", [SIMPLIFIED, TRADITIONAL], ids=["simplified", "traditional"])
def test_a_script_survives_its_encoding(text, encoding):
    assert decode(text.encode(encoding)).text == text


@pytest.mark.parametrize("encoding", ["big5", "cp950", "big5hkscs"])
def test_big5_is_told_from_gb18030(encoding):
    data = TRADITIONAL.encode(encoding)
    data.decode("gb18030", errors="replace")
    assert decode(data).text == TRADITIONAL


def test_gb2312_is_not_taken_for_big5():
    data = SIMPLIFIED.encode("gb2312")
    assert decode(data).text == SIMPLIFIED


WORDS = [line for line in SIMPLIFIED.splitlines() if line]


@settings(max_examples=60, deadline=None)
@given(
    lines=st.lists(st.sampled_from(WORDS), min_size=2, max_size=20),
    encoding=st.sampled_from(MARKED + PLAIN),
)
def test_any_few_lines_survive_any_encoding(lines, encoding):
    text = "\n".join(lines)
    assert decode(text.encode(encoding)).text == text


def test_a_file_cut_in_the_middle_of_a_character_is_read_and_said_to_be_damaged():
    data = (SIMPLIFIED * 10).encode("gb18030")[:-2]
    found = decode(data)
    assert found.text.startswith(SIMPLIFIED)
    assert found.broken >= 1


def test_one_broken_byte_does_not_lose_a_long_script():
    data = bytearray((SIMPLIFIED * 40).encode("utf-8"))
    data[3000:3001] = b"\xff"
    found = decode(bytes(data))
    assert found.encoding == "utf-8"
    assert found.broken == pytest.approx(2, abs=2)
    assert found.text.count("林晚") > 70


def test_invisible_characters_go():
    assert decode("\ufeff1-1 日\u200b 内 客\u200b厅".encode()).text == "1-1 日 内 客厅"


@pytest.mark.parametrize("seed", range(20))
def test_noise_is_refused(seed):
    noise = random.Random(seed).randbytes(4000)
    with pytest.raises(ScriptError) as caught:
        decode(noise)
    assert caught.value.code in {"script_binary", "script_encoding"}


def test_another_language_in_another_encoding_is_refused_not_turned_to_rubbish():
    with pytest.raises(ScriptError, match="script_encoding"):
        decode("Привет, это сценарий на русском языке. Сцена первая.".encode("cp1251"))
