import pytest

from ingest.wording.own_units import own_units

NAMES = ("单位名称", "编制数", "在职人数", "收入预算", "“三公”经费", "办公用房面积", "合计")


@pytest.mark.parametrize(
    ("line", "own", "rest"),
    [
        ("金额单位：元（“三公”经费单位：万元）", {"三公经费": "万元"}, "元"),
        ("单位：万元（人数单位：人）", {"人数": "人"}, "万元"),
        ("单位：元（其中：“三公”经费单位为万元）", {"三公经费": "万元"}, "元"),
        ("单位：元（除“三公”经费为万元外）", {"三公经费": "万元"}, "元"),
        ("“三公”经费单位：万元，其余单位：元", {"三公经费": "万元"}, "元"),
        ("除“三公”经费以万元列示外，其他各列均为元", {"三公经费": "万元"}, "元"),
        ("金额单位：万元；编制数和在职人数单位：人", {"编制数": "人", "在职人数": "人"}, "万元"),
        ("单位：万元（除在职人数外）", {"在职人数": None}, "万元"),
        ("单位：人、万元", {}, "万元"),
        ("面积单位：平方米  金额单位：万元", {"面积": "平方米"}, "万元"),
        ("编制单位：某某局 单位：万元", {}, "万元"),
        ("金额单位：元", {}, "元"),
        ("编制单位：万元", {}, "万元"),
    ],
)
def test_a_unit_line_names_other_units_for_some_columns(line: str, own: dict[str, str | None], rest: str) -> None:
    found, unit = own_units(line, NAMES)
    assert {o.of: None if o.unit is None else o.unit.name for o in found} == own
    assert unit is not None
    assert unit.name == rest


def test_a_name_no_column_bears_declares_nothing() -> None:
    assert own_units("单位：元（接待费单位：万元）", NAMES)[0] == ()
