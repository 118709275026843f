"""HTML: the export of Celtx with its marks, and the text of any other page."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geo.errors import ScriptError
from geo.model import Tag
from geo.progress import finish
from geo.script.containers.html_page import read_html
from geo.script.opening import open_source
from tests.geo.script.packing import zipped

# as Celtx writes it: line breaks inside paragraphs, marks of breakdown, notes of the page
CELTX = """<!DOCTYPE html PUBLIC "-//W3C//DTD HTML 4.01//EN" "http://www.w3.org/TR/html4/strict.dtd">
<html><head><title>旧事</title><meta http-equiv="content-type" content="text/html; charset=gb2312">
<style type="text/css">p.sceneheading { color: red }</style>
<script>document.write('1-1 日 内 假')</script></head><body>
<p class="sceneheading" id="a1">内景 沈家正厅 - 夜<br></p>
<p class="action">她把<span class="propsmed">箱子</span>放下&nbsp;&amp; 坐下。<br></p>
<p class="character">沈知秋<br></p>
<p class="parenthetical">低声<br></p>
<p class="dialog">你来了。<br></p>
<p class="transition">切至：<br></p>
<p class="sceneheading">EXT. 码头 - DAY</p>
<p class="action"></p>
</body></html>"""


def lines_of(text):
    source = finish(read_html(text))
    return [(line.tag, line.text) for line in source.lines]


def test_the_export_of_celtx_keeps_its_marks():
    source = finish(read_html(CELTX))
    assert source.marked
    assert source.title == "旧事"
    assert [(line.tag, line.text) for line in source.lines] == [
        (Tag.HEADING, "内景 沈家正厅 - 夜"),
        (Tag.ACTION, "她把箱子放下 & 坐下。"),
        (Tag.SPEAKER, "沈知秋"),
        (Tag.DIALOGUE, "低声"),
        (Tag.DIALOGUE, "你来了。"),
        (Tag.CARD, "切至："),
        (Tag.HEADING, "EXT. 码头 - DAY"),
    ]


def test_a_celtx_script_is_understood(read):
    script = read(CELTX, "celtx.html")
    assert [scene.place for scene in script.scenes] == ["沈家正厅", "码头"]
    assert script.scenes[0].cast == ("沈知秋",)


@pytest.mark.parametrize("encoding", ["utf-8", "gb18030", "utf-16"])
def test_a_page_says_one_encoding_and_is_in_another(encoding, tmp_path):
    path = tmp_path / "celtx.htm"
    path.write_bytes(CELTX.encode(encoding))
    assert finish(open_source(path)).lines[0].text == "内景 沈家正厅 - 夜"


def test_any_other_page_is_its_text():
    page = (
        "<html><body><div>1-1 日 内<br>客厅</div><p>林晚：&#20320;来了。</p><p></p>"
        "<ul><li>一<li>二</ul><pre>甲\n乙</pre><img src='http://127.0.0.1:9/x.png'>"
        "<noscript>没有</noscript><iframe src='file:///etc/passwd'>无</iframe></body></html>"
    )
    assert [text for _, text in lines_of(page)] == [
        *("1-1 日 内", "客厅", "林晚：你来了。", "", "一", "二", "甲", "乙"),
    ]


def test_a_celtx_project_is_refused_with_the_way_out(tmp_path):
    path = tmp_path / "film.celtx"
    path.write_bytes(zipped({"local.rdf": "<rdf/>", "script-x.html": CELTX}))
    with pytest.raises(ScriptError, match="script_celtx"):
        finish(open_source(path))


@given(st.text(st.characters(blacklist_categories=("Cs", "Cc", "Zl", "Zp")), max_size=40))
def test_text_between_tags_comes_back(text):
    written = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    found = " ".join(line for _, line in lines_of(f"<html><body><p>x{written}x</p></body></html>"))
    assert "".join(found.split()) == "".join(f"x{text}x".split())
