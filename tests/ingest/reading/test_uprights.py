"""Columns told by upright rules where no level rule parts rows or header."""

from ingest.reading.marks import Ruling
from tests.ingest.reading.test_unruled import Sheet, rows_of

EDGES = (40.0, 65.0, 90.0, 115.0, 250.0, 365.0, 480.0, 595.0)


def test_upright_rules_tell_the_columns_of_a_table_without_level_ones() -> None:
    sheet = Sheet()
    for x in EDGES:
        sheet.rulings.append(Ruling(False, x, 117 if x in (65.0, 90.0, 365.0, 480.0) else 100, 260))
    for name, middle, y in (("科目编码", 77, 102), ("科目名称", 182, 109), ("本年支出", 422, 102)):
        sheet.text(name, middle, y, "c")
    for name, middle in (("类", 52), ("款", 77), ("项", 102), ("小计", 307), ("基本支出", 422), ("项目支出", 537)):
        sheet.text(name, middle, 120, "c")
    rows = [
        ("213", "03", "", "水利", "649.83", "124.83", "525.00"),
        ("213", "03", "01", "行政运行", "516.08", "32.69", "483.39"),
        ("213", "03", "06", "水利工程运行与维护", "465.99", "465.99", ""),
        ("213", "03", "14", "防汛", "522.59", "480.98", "41.61"),
    ]
    for k, (*codes, name, whole, first, second) in enumerate(rows):
        y = 142 + 22 * k
        for code, middle in zip(codes, (52, 77, 102), strict=True):
            sheet.text(code, middle, y, "c")
        sheet.text(name, 117, y)
        for amount, right in ((whole, 363), (first, 478), (second, 593)):
            sheet.text(amount, right, y, "r")
    assert rows_of(sheet.grid()) == [
        ["科目编码", "", "", "科目名称", "本年支出", "", ""],
        ["类", "款", "项", "", "小计", "基本支出", "项目支出"],
        *map(list, rows),
    ]
