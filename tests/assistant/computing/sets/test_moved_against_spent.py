"""Subjects by how they changed, where the document holds each against what was spent the year before."""

import pytest

from tests.assistant.conftest import Asked, asked_of_pages

_LINES = (
    ("水利（款）行政运行（项）", "2130301", 60, 50, "减少16.67%"),
    ("水利（款）防汛（项）", "2130314", 20, 30, "增加50.00%"),
    ("水利（款）抗旱（项）", "2130315", 8, 8, "持平"),
    ("水利（款）水文测报（项）", "2130313", 10, 11, "增加10.00%"),
)
_TOLD = "".join(
    f"<p>{n}. “农林水支出（类）{name}”{now}.00万元，主要用于{name}。2025年当年预算执行数为{spent}.00万元，"
    f"2026年预算安排{now}.00万元，比2025年预算执行数{moved}。主要原因是：项目调整。</p>"
    for n, (name, _, spent, now, moved) in enumerate(_LINES, 1)
)
_ROWS = "".join(
    f"<tr><td>{code}</td><td>{name.split('）')[1].split('（')[0]}</td><td>{now}.00</td></tr>"
    for name, code, _, now, _ in _LINES
)
_PAGE = f"""<html><head><meta charset="utf-8"><title>云汀市水利局2026年部门预算</title></head><body>
<h1>云汀市水利局2026年部门预算</h1><h2>2026年部门预算编制说明</h2><p>财政拨款支出主要内容如下：</p>{_TOLD}
<h2>2026年部门支出预算总表</h2><p>编制部门：云汀市水利局 单位：万元</p>
<table><tr><th>科目编码</th><th>科目名称</th><th>合计</th></tr>{_ROWS}
<tr><td></td><td>合计</td><td>99.00</td></tr></table></body></html>"""


@pytest.fixture(scope="module")
def asked(tmp_path_factory: pytest.TempPathFactory) -> Asked:
    return asked_of_pages(tmp_path_factory, {"budget.html": _PAGE})


@pytest.mark.parametrize("words", ["水利局2026年减少的科目有几个", "水利局2026年比上年执行数减少的科目有几个"])
def test_those_that_fell_are_counted(asked: Asked, words: str) -> None:
    answer = asked(words)
    assert [str(f.value) for f in answer.figures] == ["1"], answer.text
    assert "执行数" in answer.method + words


def test_those_that_rose_by_more_than_a_rate_are_listed(asked: Asked) -> None:
    answer = asked("水利局2026年增幅超过40%的科目有哪些")
    assert len(answer.items) == 1 and "防汛" in answer.items[0].label, answer.text
