"""Tables whose body alone is enclosed by rules."""

from ingest.reading.marks import Char, Marks, Ruling
from ingest.reading.page import page_of

_COLUMNS = (40.0, 90.0, 260.0, 330.0, 380.0, 560.0, 640.0)
_TOP, _HEIGHT = 120.0, 14.0
_BODY = (
    ("301", "工资福利支出", "2,106.96", "302", "商品和服务支出", "253.94"),
    ("30101", "基本工资", "428.65", "30201", "办公费", "21.46"),
    ("30102", "津贴补贴", "376.48", "30202", "印刷费", "4.82"),
    ("30103", "奖金", "412.36", "30203", "咨询费", "1.10"),
)


def _words(text: str, x0: float, top: float) -> list[Char]:
    made, x = [], x0
    for sign in text:
        width = 8.0 if ord(sign) > 255 else 4.5
        made.append(Char(sign, x, top, x + width, top + 8, 8.0, False))
        x += width
    return made


def _middle(text: str, low: float, high: float) -> float:
    return (low + high) / 2 - sum(8.0 if ord(s) > 255 else 4.5 for s in text) / 2


def _page() -> Marks:
    chars = _words("六、一般公共预算财政拨款基本支出决算明细表", 200, 40) + _words("金额单位：万元", 580, 62)
    chars += _words("人员经费", _middle("人员经费", 40, 330), 78) + _words(
        "公用经费", _middle("公用经费", 330, 640), 78
    )
    for low, high in ((40, 330), (330, 640)):
        edges = [x for x in _COLUMNS if low <= x <= high]
        for name, a, b in zip(("编码", "科目名称", "决算数"), edges, edges[1:], strict=False):
            chars += _words(name, _middle(name, a, b), 100)
    for r, row in enumerate(_BODY):
        for text, left in zip(row, _COLUMNS, strict=False):
            chars += _words(text, left + 3, _TOP + _HEIGHT * r + 3)
    bottom = _TOP + _HEIGHT * len(_BODY)
    chars += _words("人员经费合计", 93, bottom + 3) + _words("2,216.99", 263, bottom + 3)
    chars += _words("公用经费合计", 383, bottom + 3) + _words("265.98", 563, bottom + 3)
    level = [74.0, 92.0, *(_TOP + _HEIGHT * r for r in range(len(_BODY) + 1)), bottom + _HEIGHT]
    rules = [Ruling(True, y, 40, 640) for y in level]
    rules += [Ruling(False, x, _TOP, bottom) for x in _COLUMNS]
    return Marks(700, 500, chars, rules, 0.0)


def test_names_above_and_totals_below_belong_to_the_table() -> None:
    (grid,) = page_of(1, _page()).grids
    rows = [[(c.text, c.column_span) for c in grid.cells if c.row == row] for row in range(grid.rows)]
    assert rows[0] == [("人员经费", 3), ("公用经费", 3)]
    assert [text for text, _ in rows[1]] == ["编码", "科目名称", "决算数"] * 2
    assert [text for text, _ in rows[-1]] == ["", "人员经费合计", "2,216.99", "", "公用经费合计", "265.98"]


def test_the_title_stays_outside() -> None:
    page = page_of(1, _page())
    assert [line.text for line in page.lines] == ["六、一般公共预算财政拨款基本支出决算明细表", "金额单位：万元"]
