"""Indicators that stand beside each other in the line of their project, each behind its kind."""

from ingest.parse import parse
from tests.ingest.narrative.pages import centered, grid, line, page, reading


def _read(header: tuple[str, ...], *rows: tuple[str, ...]) -> list[tuple[str | None, str | None, str, str]]:
    head = (centered("项目支出绩效目标表", 40, 14.0), line("部门名称：甲市水务局    单位：万元", 70, full=False))
    found = parse(reading(page(1, *head, grids=(grid(1, header, *rows, top=100),))), "b" * 16).indicators
    return [(i.row_label, i.level1, i.name, i.text) for i in found]


def test_each_kind_has_its_value_behind_it() -> None:
    header = ("项目名称", "预算金额", "产出指标", "指标值", "质量/效益指标", "指标值")
    rows = (
        ("河道清淤", "3.00", "清淤长度", "≥300公里", "群众满意度", "≥90%"),
        ("水质监测", "1.00", "监测断面", "12个", "", ""),
    )
    assert _read(header, *rows) == [
        ("河道清淤", "产出", "清淤长度", "≥300公里"),
        ("河道清淤", None, "群众满意度", "≥90%"),
        ("水质监测", "产出", "监测断面", "12个"),
    ]


def test_a_kind_without_values_holds_them_in_its_cells() -> None:
    header = ("项目名称", "预算金额", "数量指标", "指标值", "满意度指标")
    rows = (
        ("河道清淤", "3.00", "清淤长度", "300公里", "群众满意度≥95%"),
        ("水质监测", "1.00", "监测断面", "12个", "较好"),
    )
    assert _read(header, *rows) == [
        ("河道清淤", "产出", "清淤长度", "300公里"),
        ("河道清淤", "满意度", "群众满意度", "≥95%"),
        ("水质监测", "产出", "监测断面", "12个"),
    ]


def test_one_kind_alone_has_its_value_beside_it() -> None:
    header = ("序号", "项目名称", "资金总额", "实施期绩效目标", "绩效指标", "指标值")
    rows = (
        ("1", "河道清淤", "3.00", "保持河道畅通", "日清淤量", "≥12吨"),
        ("2", "水质监测", "1.00", "水质稳定", "", ""),
    )
    assert _read(header, *rows) == [("河道清淤", None, "日清淤量", "≥12吨")]


def test_one_kind_without_values_is_another_table() -> None:
    assert not _read(("项目名称", "预算金额", "产出指标", "备注"), ("河道清淤", "3.00", "清淤长度", "无"))
