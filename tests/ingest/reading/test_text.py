"""Text dumps, csv and running text to pages of grids and lines."""

import pytest

from ingest.reading.errors import ReadError
from ingest.reading.text import read_text

HEADER = "项目支出绩效目标表\n\n部门名称：云溪市审计局\n\n单位：万元\n\n项目名称\t总计\t绩效目标\n"


def test_cells_between_tabs_become_a_grid_and_a_repeated_header_a_page() -> None:
    reading = read_text((HEADER + "合 计\t3.00\t\n\n" + HEADER + "培训\t3.00\t<p>目标</p>\n").encode(), "x.txt")
    assert [page.number for page in reading.pages] == [1, 2]
    assert [cell.text for cell in reading.pages[1].grids[0].cells] == [
        "项目名称",
        "总计",
        "绩效目标",
        "培训",
        "3.00",
        "<p>目标</p>",
    ]
    assert [line.text for line in reading.pages[0].lines] == [
        "项目支出绩效目标表",
        "部门名称：云溪市审计局",
        "单位：万元",
    ]


def test_a_tab_over_a_table_between_bars_does_not_part_its_cells() -> None:
    text = "收入决算表\n单位：云溪市第三中学\t公开02表\n项目 | 行次 | 决算数\n其他收入 | 1 | 8.50\n合计 | 2 | 8.50\n"
    (page,) = read_text(text.encode(), "x.txt").pages
    assert [cell.text for cell in page.grids[0].cells if cell.column == 2] == ["决算数", "8.50", "8.50"]
    assert [line.text for line in page.lines] == ["收入决算表", "单位：云溪市第三中学\t公开02表"]


@pytest.mark.parametrize("mark", [",", ";", "\t"])
def test_separated_values_keep_quoted_amounts_whole(mark: str) -> None:
    text = f'项目{mark}金额{mark}备注\n办公费{mark}"1,200.00"{mark}\n差旅费{mark}"3,400.50"{mark}无\n'
    if mark == "\t":
        text = text.replace('"', "")
    (page,) = read_text(text.encode("gb18030"), "x.csv").pages
    (grid,) = page.grids
    assert [cell.text for cell in grid.cells if cell.column == 1] == ["金额", "1,200.00", "3,400.50"]


def test_running_text_has_no_grid() -> None:
    (page,) = read_text(
        "第一部分 概况\n负责全市审计工作，维护财经秩序。\n2026年收入预算3,000.00万元，比上年增加。".encode(), "x.txt"
    ).pages
    assert not page.grids
    assert len(page.lines) == 3


def test_sentences_with_half_width_commas_are_no_table() -> None:
    text = "甲局2025年收入5万元,支出5万元,结余0万元。\n其中,接待费1万元,会议费4万元。\n"
    assert read_text(text.encode(), "a.txt").pages[0].grids == ()


def test_an_empty_text_says_so() -> None:
    with pytest.raises(ReadError) as error:
        read_text(b"\n \n", "x.txt")
    assert error.value.key == "empty"
