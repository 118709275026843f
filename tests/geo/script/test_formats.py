"""Fountain and FDX, the latter as another program writes it."""

from fountain.parser import FountainParser
from fountain.renderers.fdx import FDXRenderer
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from geo.model import DayPart, IntExt
from tests.geo.script.writing import PEOPLE, PLACES

LATIN_SCRIPT = """Title: The Lantern
Author: Somebody

# Act one

INT. HOSPITAL - NIGHT #1#

A door opens. [[check the door]] /* a whole
scene was here

EXT. NOWHERE - DAY
*/

LIN WAN (O.S.)
(softly)
INT. OFFICE is where I would rather be.

EXT. RIVERSIDE - DAY #2#

= she leaves

CUT TO:

.内景 沈府正厅 - 黄昏 #3#

@沈砚
你来了。
"""
# as Final Draft itself writes it: runs of one text, scene properties, dual dialogue, revisions
FINAL_DRAFT = """<?xml version="1.0" encoding="UTF-8" standalone="no" ?>
<FinalDraft DocumentType="Script" Template="No" Version="5">
  <Content>
    <Paragraph Number="1" Type="Scene Heading">
      <SceneProperties Length="3/8" Page="1" Title=""/>
      <Text>INT. </Text><Text Style="Bold">老茶馆</Text><Text> - </Text><Text>NIGHT</Text>
    </Paragraph>
    <Paragraph Type="Action"><Text>茶客</Text><Text Style="Italic">散去。</Text></Paragraph>
    <Paragraph Type="Action"><Text>手机亮起：一条短信。</Text></Paragraph>
    <Paragraph>
      <DualDialogue>
        <Paragraph Type="Character"><Text>林晚 (O.S.)</Text></Paragraph>
        <Paragraph Type="Dialogue"><Text>1-1 日 内 医院</Text></Paragraph>
        <Paragraph Type="Character"><Text>沈砚</Text></Paragraph>
        <Paragraph Type="Dialogue"><Text>走。</Text></Paragraph>
      </DualDialogue>
    </Paragraph>
    <Paragraph Number="2" Type="Scene Heading"><Text>EXT. 竹林 - DAWN</Text></Paragraph>
    <Paragraph Type="Character"><Text>林晚</Text></Paragraph>
    <Paragraph Type="Dialogue"><Text>等等。</Text></Paragraph>
  </Content>
  <TitlePage><Content><Paragraph><Text>《竹影》</Text></Paragraph></Content></TitlePage>
  <Paragraphs/>
</FinalDraft>
"""


def test_fountain_with_notes_cut_scenes_and_chinese_headings(read):
    script = read(LATIN_SCRIPT, "lantern.fountain")
    assert script.title == "The Lantern"
    assert [(s.number, s.int_ext, s.time, s.place) for s in script.scenes] == [
        (1, IntExt.INT, DayPart.NIGHT, "HOSPITAL"),
        (2, IntExt.EXT, DayPart.DAY, "RIVERSIDE"),
        (3, IntExt.INT, DayPart.DUSK, "沈府正厅"),
    ]
    assert [s.cast for s in script.scenes] == [("LIN WAN",), (), ("沈砚",)]
    assert [s.needs[0].scene_type for s in script.scenes] == [
        "hospital",
        "riverside",
        "mansion_ancient",
    ]
    lines = LATIN_SCRIPT.splitlines()
    assert [lines[s.line - 1].split("#")[0].strip() for s in script.scenes] == [
        "INT. HOSPITAL - NIGHT",
        "EXT. RIVERSIDE - DAY",
        ".内景 沈府正厅 - 黄昏",
    ]


def test_a_long_fountain_script_is_read_in_parts_without_a_seam(read):
    scene = ".内景 客厅{n} - 日\n\n@林晚\n标题：你来了。\n\n她笑。\n\n"
    script = read("".join(scene.format(n=n) for n in range(900)), "long.fountain")
    assert [s.place for s in script.scenes] == [f"客厅{n}" for n in range(900)]
    assert [s.line for s in script.scenes] == [1 + 7 * n for n in range(900)]
    assert {s.cast for s in script.scenes} == {("林晚",)}


def test_plain_chinese_in_a_fountain_file_is_read_as_plain_text(read):
    script = read("1-1 日 内 客厅\n林晚：你来了。\n1-2 夜 外 码头\n", "plain.fountain")
    assert [s.id for s in script.scenes] == ["1-1", "1-2"]


def test_final_draft_with_split_runs_and_dual_dialogue(read):
    script = read(FINAL_DRAFT, "bamboo.fdx")
    assert script.title == "竹影"
    assert [(s.id, s.int_ext, s.time, s.place) for s in script.scenes] == [
        ("s1", IntExt.INT, DayPart.NIGHT, "老茶馆"),
        ("s2", IntExt.EXT, DayPart.DAWN, "竹林"),
    ]
    assert script.scenes[0].cast == ("林晚", "沈砚")


def test_final_draft_under_a_text_name_is_still_final_draft(read):
    assert read(FINAL_DRAFT, "bamboo.txt").title == "竹影"


@settings(
    max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(
    scenes=st.lists(
        st.tuples(
            st.sampled_from(("INT", "EXT")),
            st.sampled_from(tuple(PLACES)),
            st.sampled_from(("DAY", "NIGHT", "DAWN", "DUSK")),
            st.sampled_from(PEOPLE),
        ),
        min_size=1,
        max_size=12,
    )
)
def test_fdx_written_by_another_program_comes_back(read, scenes):
    body = "她走进来。\n\n@{}\n你来了。\n\n"
    text = "".join(f"{s}. {p} - {t}\n\n{body.format(who)}" for s, p, t, who in scenes)
    written = FDXRenderer().render(FountainParser().parse(text))
    for content, name in ((written, "written.fdx"), (text, "written.fountain")):
        script = read(content, name)
        found = [(s.int_ext, s.place, s.time, *s.cast) for s in script.scenes]
        assert found == scenes
