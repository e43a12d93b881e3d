"""How many bodies there are, and which: printed, or counted from the names a sentence lists."""

from types import SimpleNamespace
from typing import cast

import pytest

from assistant.descriptive.enumerated import Bodies, bodies_told, tabled_bodies
from assistant.descriptive.places import Spot
from assistant.finding.holdings import Holding
from ingest.records.document import DocumentKind
from ingest.records.passage import Passage, PassageKind, PassageSpot
from tests.assistant.town import Draft

TEXT = (
    "1.市水务局内设机构3个，包括：办公室、规划处（总工办）、建设处。\n"
    "2.市水务局河道管理署内设机构2个：综合科、巡查科。\n"
    "设1个派出审计处，为：派出河道审计处。\n"
    "本部门预算编制范围的预算单位包括：\n1.云汀市水务局\n2.云汀市水文站\n3.云汀市河道管理中心和水质监测中心"
)
OWNERS = ("云汀市水务局", "市水务局", "水务局")


def told(question: str, section: str = "organisation", text: str = TEXT) -> list[Bodies]:
    passage = Passage("p", "d", 1, PassageKind.NARRATIVE, ("机构设置",), text, 3, 3,
                      (PassageSpot(3, None, 0, len(text)),))  # fmt: skip
    return bodies_told([Spot(cast(Holding, None), passage, "")], section, question, OWNERS)


@pytest.mark.parametrize(
    ("question", "section", "number"),
    [
        ("水务局有几个内设机构", "organisation", 3),
        ("水务局机关里一共设了多少个处室", "organisation", 3),
        ("水务局河道管理署下面有几个科", "organisation", 2),
        ("水务局有几个派出审计处", "organisation", 1),
        ("水务局一共几家预算单位", "units", 4),
        ("水务局下属几家单位", "units", 3),
    ],
)
def test_bodies_are_counted(question: str, section: str, number: int) -> None:
    assert {int(one.number) for one in told(question, section)} == {number}


def test_bodies_are_named_as_printed() -> None:
    (one,) = told("水务局设了哪些处室")
    assert one.names == ("办公室", "规划处（总工办）", "建设处")


def test_a_part_that_no_sentence_speaks_of_is_not_counted() -> None:
    assert told("水务局水库管理所有几个科") == []


def test_names_that_do_not_come_to_the_printed_number_are_no_list() -> None:
    (one,) = told("水务局有哪些处室", text="市水务局内设机构4个，包括：办公室、规划处、建设处。")
    assert one.names == () and one.number == 4


def test_names_listed_before_their_number_say_nothing_of_whose_they_are() -> None:
    (one,) = told("有几个科室", text="局机关内设办公室、规划科、建设科、人事科4个科室，另设机关党委。")
    assert int(one.number) == 4


def test_units_told_beside_the_body_itself_are_not_all_of_them() -> None:
    text = "部门决算由实行独立核算的局本级决算和5个下属单位决算组成。"
    assert [int(one.number) for one in told("下属单位有几个", "units", text)] == [5]
    assert told("有几家预算单位", "units", text) == []


def test_a_list_of_its_own_belongs_to_the_count_before_it() -> None:
    text = (
        "下属预算单位3个（含局机关），其中行政单位1个，事业单位2个。主要包括：\n1.云汀市水务局（机关）\n2.云汀市水文站\n"
        "3.云汀市河道管理中心\n截至年底共有编制40名。"
    )
    (one,) = told("水务局有哪些预算单位", "units", text)
    assert one.names == ("云汀市水务局（机关）", "云汀市水文站", "云汀市河道管理中心")


def test_the_bodies_of_a_table_of_words_that_a_sentence_announces() -> None:
    said = "纳入云汀市水务局部门决算编制范围的单位包括："
    table = "序号：1；单位名称：云汀市水务局（本级）\n序号：2；单位名称：云汀市水文站；备注：独立核算"
    passages = [
        Passage(f"p{at}", "d", at, PassageKind.NARRATIVE, ("单位构成",), text, 3, 3,
                (PassageSpot(3, None, 0, len(text)),))
        for at, text in enumerate((said, table))
    ]  # fmt: skip
    document = Draft("a", "云汀市水务局", 2026, DocumentKind.DEPARTMENT_BUDGET).document
    holding = cast(Holding, SimpleNamespace(passages=passages, tables=[], document=document))
    spots = [Spot(holding, passages[0], "")]
    assert tabled_bodies(spots, "水务局部门决算包括哪些单位", OWNERS)[0].names == (
        "云汀市水务局（本级）",
        "云汀市水文站",
    )
    assert tabled_bodies(spots, "水务局下属哪些单位", OWNERS)[0].names == ("云汀市水文站",)
    assert len(tabled_bodies(spots, "水务局下面有哪些单位纳入了部门决算", OWNERS)[0].names) > 1  # all of the account


def test_a_part_in_a_project_is_no_unit() -> None:
    assert not told("水务局下属单位有几家", "units", "设计单位：云汀设计院有限公司；\n施工单位：云汀建工有限公司；")


@pytest.mark.parametrize(
    "question",
    ["水务局预算单位里的中心名单", "水务局属于中心的单位分别是哪几家", "哪些中心的预算是放在水务局部门预算里面的"],
)
def test_bodies_of_one_kind_are_those_of_its_name(question: str) -> None:
    (one,) = told(question, "units")
    assert one.names == ("云汀市河道管理中心", "水质监测中心")


def test_a_table_of_bodies_holds_none_of_another_kind() -> None:
    assert [one.names for one in told("水务局预算单位里的监狱名单", "units")] == [()]


@pytest.mark.parametrize(
    ("question", "section", "text", "names"),
    [
        (
            "水务局内设哪几个科室",
            "organisation",
            "市水务局内设办公室、规划科、建设科3个科室。",
            ("办公室", "规划科", "建设科"),
        ),
        (
            "水务局下面管着哪两个事业单位",
            "units",
            "市水务局属行政单位,下属参照公务员法管理的事业单位0个,其他事业单位2个,分别是水文站和河道管理中心。",
            ("水文站", "河道管理中心"),
        ),
    ],
)
def test_named_before_their_number_or_as_the_rest_of_a_kind(
    question: str, section: str, text: str, names: tuple[str, ...]
) -> None:
    assert [one.names for one in told(question, section, text)] == [names]
