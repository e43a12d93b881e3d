from dataclasses import replace

from ingest.records.document import Row, RowRole
from ingest.tables.one_name import with_whole_names

OWN = Row(
    "r1",
    "t",
    "d",
    0,
    "乙区教育委员会（本级）",
    "乙区教育委员会（本级）",
    "101001",
    "unit",
    RowRole.ITEM,
    1,
    None,
    None,
    1,
    1,
    None,
)


def test_a_body_printed_without_its_city_bears_its_whole_name() -> None:
    school = replace(OWN, id="r2", label="第一中学", printed_label="第一中学", body="乙区教育委员会")
    rows, _ = with_whole_names("甲市乙区教育委员会", (OWN, school), ())
    assert [(r.label, r.printed_label, r.body) for r in rows] == [
        ("甲市乙区教育委员会（本级）", "乙区教育委员会（本级）", None),
        ("第一中学", "第一中学", "甲市乙区教育委员会"),
    ]


def test_bodies_of_other_places_and_other_organs_keep_their_names() -> None:
    other = replace(OWN, label="丙区教育委员会", printed_label="丙区教育委员会")
    rows, _ = with_whole_names("甲市乙区教育委员会", (other, replace(OWN, label="乙区教育学院")), ())
    assert [r.label for r in rows] == ["丙区教育委员会", "乙区教育学院"]


def test_a_unit_cut_short_in_a_list_bears_the_name_another_table_prints() -> None:
    label = "甲市疾病预防控制中心"
    listed = replace(
        OWN, id="r3", table_id="u", label="疫苗冷链", printed_label="疫苗冷链", code=None, code_scheme=None
    )
    whole = replace(OWN, id="r2", label=label, printed_label=label, code=None, code_scheme=None)
    rows, _ = with_whole_names("甲市卫生健康委员会", (whole, replace(listed, body="市疾控中心")), ())
    assert rows[1].body == label
    # Bodies of one table are never one another; nor is one whose rank is another's.
    beside = replace(listed, body="市疾控中心", table_id="t")
    assert with_whole_names("甲市卫生健康委员会", (whole, beside), ())[0][1].body == "市疾控中心"
    county = replace(listed, body="县疾控中心")
    assert with_whole_names("甲市卫生健康委员会", (whole, county), ())[0][1].body == "县疾控中心"


def test_a_township_printed_without_its_county_bears_its_whole_name() -> None:
    own, centre = "云岭彝族乡人民政府", "云岭彝族乡文化中心"
    rows, _ = with_whole_names("甲县云岭彝族乡人民政府", (replace(OWN, label=own), replace(OWN, label=centre)), ())
    assert [r.label for r in rows] == ["甲县云岭彝族乡人民政府", centre]
