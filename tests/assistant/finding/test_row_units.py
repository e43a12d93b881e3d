"""Which unit a row is reported for."""

from assistant.finding.row_units import body_of, coded_units, is_cut_of, is_of_department, rows_over_own_office
from ingest.records.document import DocumentKind, RowRole
from ingest.wording.glyphs import bare
from tests.assistant.town import WATER, Draft


def test_a_code_makes_any_name_a_unit() -> None:
    draft = Draft("r", WATER, 2026, DocumentKind.DEPARTMENT_BUDGET)
    table = draft.table("income_total", "部门收入总表", (("合计",),))
    whole = draft.row(table, WATER, ("3.00",), code="412", scheme="unit", role=RowRole.SUBTOTAL)
    office = draft.row(table, f"{WATER}机关", ("2.00",), code="412301", scheme="unit", parent=whole, body=WATER)
    farm = draft.row(table, "青云湾良种示范点", ("1.00",), code="412901", scheme="unit", parent=whole, body=WATER)
    line = draft.row(table, "水利工程建设", ("1.00",), code="2130305", scheme="functional", parent=farm)
    coded = coded_units(draft.rows)
    department = bare(WATER)
    assert body_of(farm, [], department, coded) == farm.label
    assert body_of(office, [], department, coded) == office.label
    assert body_of(line, [farm.label], department, coded) == farm.label
    assert rows_over_own_office(draft.rows, department) == {whole.id}


def test_a_department_said_with_its_scope_is_the_whole_of_it() -> None:
    assert is_of_department(f"{WATER}部门", bare(f"{WATER}部门"), bare(WATER))
    assert not is_of_department(f"{WATER}机关", bare(f"{WATER}机关"), bare(WATER))


def test_a_name_cut_short_is_its_owners_where_both_end_alike() -> None:
    assert is_cut_of("甲县公路中心", "某市甲县公路事务中心")
    assert not is_cut_of("甲县水文中心", "某市甲县公路事务中心")  # another office
    assert not is_cut_of("甲县公路局", "某市甲县公路事务中心")  # another kind of body
    assert not is_cut_of("某市甲县公路事务中心", "某市甲县公路事务中心")
