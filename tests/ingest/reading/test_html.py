"""Web pages of budget offices: data tables with spans, layout tables, declared character sets."""

from ingest.reading.html import decode, read_html

PAGE = """<html><head><title>不读</title></head><body>
<div>一、部门<b>职责</b></div><div style="display:none">藏起来的</div>
<table><caption>支出表</caption>
<tr><td colspan=3>单位：万元</td></tr>
<tr><th rowspan=2>科目</th><th colspan=2>预算</th></tr><tr><th>合计</th><th>项目</th></tr>
<tr><td>行政<br>运行</td><td>1,234.50</td><td></td></tr></table>
<p>说明<script>x=1</script>完</p></body></html>"""


def test_text_around_and_inside_is_told_apart() -> None:
    page = read_html(PAGE.encode(), "a.html").pages[0]
    assert [line.text for line in page.lines] == ["一、部门职责", "支出表", "单位：万元", "说明完"]


def test_spans_place_the_cells_below_them() -> None:
    (grid,) = read_html(PAGE.encode(), "a.html").pages[0].grids
    assert {(cell.row, cell.column): cell.text for cell in grid.cells} == {
        (0, 0): "科目",
        (0, 1): "预算",
        (1, 1): "合计",
        (1, 2): "项目",
        (2, 0): "行政\n运行",
        (2, 1): "1,234.50",
        (2, 2): "",
    }


def test_a_layout_table_is_walked_through() -> None:
    page = read_html(
        "<table><tr><td><p>头</p></td></tr><tr><td><table><tr><td>名称</td><td>金额</td></tr>"
        "<tr><td>甲</td><td>1</td></tr></table></td></tr></table>".encode(),
        "a.html",
    ).pages[0]
    assert [line.text for line in page.lines] == ["头"]
    assert len(page.grids) == 1


def test_character_sets_are_told_by_mark_declaration_or_trial() -> None:
    assert decode("预算".encode("gb18030")) == "预算"
    assert decode("预算".encode("utf-16")) == "预算"
    assert decode("<meta charset=gb2312>镕".encode("gbk")) == "<meta charset=gb2312>镕"


def test_a_page_that_names_neither_head_nor_body_keeps_its_first_sections() -> None:
    (page,) = read_html(
        "<!doctype html><meta charset=utf-8><title>标题</title><style>p{}</style><section><p>一、职责</p>"
        "<table><tr><td>名称</td><td>金额</td></tr><tr><td>甲</td><td>1</td></tr></table></section>".encode(),
        "a.html",
    ).pages
    assert [line.text for line in page.lines] == ["一、职责"]
    assert len(page.grids) == 1


def test_menus_and_the_trail_to_a_page_are_left_out() -> None:
    (page,) = read_html(
        "<body><div class=nav><ul><li><a>首页</a></li><li><a>政务公开</a></li><li><a>办事服务</a></li></ul></div>"
        "<div>当前位置：首页&gt;&gt;政务公开&gt;&gt;正文</div><h1>决算说明</h1><p>收入<a>9万元</a>。</p></body>".encode(),
        "a.html",
    ).pages
    assert [line.text for line in page.lines] == ["决算说明", "收入9万元。"]


def test_hidden_rows_and_cells_of_a_table_are_not_read() -> None:
    (grid,) = (
        read_html(
            '<table><tr><td>名称</td><td style="display:none">码</td><td>金额</td></tr>'
            '<tr><td>甲</td><td style="display:none">7</td><td>1</td></tr>'
            '<tr style="display: none"><td>旧</td><td>8</td><td>9</td></tr></table>'.encode(),
            "a.html",
        )
        .pages[0]
        .grids
    )
    assert [cell.text for cell in grid.cells] == ["名称", "金额", "甲", "1"]
