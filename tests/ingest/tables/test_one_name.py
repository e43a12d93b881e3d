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
