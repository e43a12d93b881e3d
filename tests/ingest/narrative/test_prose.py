"""Lines of running text: what is left out, and how lines become paragraphs and sections."""

from ingest.narrative.paragraphs import paragraphs_of, sentence_bounds
from ingest.narrative.prose import prose_lines
from ingest.narrative.sections import placed
from ingest.reading.text import read_text
from ingest.records.layout import Line, Page, Reading
from tests.ingest.narrative.pages import centered, grid, line, page, page_number, reading


def test_a_page_number_never_enters_an_amount() -> None:
    file = reading(
        page(1, line("2026年收入预算9,230.46万元，比上年执行数增加", 700, indent=True), page_number(3)),
        page(2, line("7,331.92万元，增长8.0%。", 80, full=False), page_number(4)),
    )
    (paragraph,) = paragraphs_of(prose_lines(file))
    assert paragraph.text == "2026年收入预算9,230.46万元，比上年执行数增加7,331.92万元，增长8.0%。"
    assert [spot.page for spot in paragraph.spots] == [1, 2]
    assert paragraph.text[paragraph.spots[1].start : paragraph.spots[1].end] == "7,331.92万元，增长8.0%。"


def test_running_heads_and_captions_are_left_out() -> None:
    head = Line("某市某局2026年度部门预算公开", (90, 20, 300, 32), 9.0)
    pages = [
        page(n, head, line(f"第{n}页的正文写得足够长所以一直排到右边为止", 100, indent=True), page_number(n))
        for n in (1, 2, 3)
    ]
    caption = (centered("收支总表", 200, 14.0), line("部门名称：某市某局    单位：万元", 240, full=False))
    pages.append(page(4, *caption, grids=(grid(4, ("项目", "预算数"), ("合计", "1.00")),)))
    texts = [each.text for each in prose_lines(reading(*pages))]
    assert texts == [f"第{n}页的正文写得足够长所以一直排到右边为止" for n in (1, 2, 3)]


def test_numbers_printed_below_their_sentence_go_back_into_its_gaps() -> None:
    file = reading(
        page(
            1,
            Line("年初预算为 万元，支出决算为 万元。决", (72, 575, 513, 590), 12.0),
            Line("62.29    60.99", (309, 582, 462, 594), 12.0),
            Line("算数小于预算数。", (72, 593, 300, 605), 12.0),
        )
    )
    assert prose_lines(file)[0].text == "年初预算为62.29万元，支出决算为60.99万元。决"


def test_sections_nest_and_lists_are_no_headings() -> None:
    file = reading(
        page(
            1,
            centered("第一部分 部门概况", 60),
            line("一、主要职责", 110, indent=True, full=False),
            line("（一）负责第一件事情。", 140, indent=True, full=False),
            line("（二）负责第二件事情。", 170, indent=True, full=False),
            line("二、机构设置", 200, indent=True, full=False),
            line("下属单位包括：", 230, indent=True, full=False),
            line("1.甲中心", 260, indent=True, full=False),
            line("2.乙中心", 290, indent=True, full=False),
            centered("第二部分 名词解释", 330),
            line("一、基本支出：指保障机构正常运转的支出。", 380, indent=True, full=False),
        )
    )
    found = placed(paragraphs_of(prose_lines(file)))
    assert [(p.paragraph.text, p.section[-1]) for p in found if p.depth is None] == [
        ("（一）负责第一件事情。", "一、主要职责"),
        ("（二）负责第二件事情。", "一、主要职责"),
        ("下属单位包括：", "二、机构设置"),
        ("1.甲中心", "二、机构设置"),
        ("2.乙中心", "二、机构设置"),
        ("一、基本支出：指保障机构正常运转的支出。", "第二部分名词解释"),
    ]


def test_sentences_end_outside_brackets() -> None:
    text = "运行维护费0万元（购置费0万元，减少70万元；运行费0万元。）比上年减少70万元。其中：接待费1万元。"
    assert [text[a:b] for a, b in sentence_bounds(text)] == [
        "运行维护费0万元（购置费0万元，减少70万元；运行费0万元。）比上年减少70万元。",
        "其中：接待费1万元。",
    ]


def _texts(text: str) -> list[str]:
    return [p.text for p in paragraphs_of(prose_lines(read_text(text.encode(), "a.txt")))]


def test_a_line_of_a_plain_text_is_a_paragraph() -> None:
    assert _texts("甲局2025年经费说明\n一、接待费\n2025年接待费5万元。") == [
        "甲局2025年经费说明",
        "一、接待费",
        "2025年接待费5万元。",
    ]


def test_a_plain_text_broken_at_a_column_is_joined() -> None:
    broken = [
        "甲局2025年经费说明",
        "2025年政府采购预算5万元，同比增加1万元，其",
        "中货物类采购预算3万元，服务类采购预算2万元，",
        "主要原因是办公活动增加，还有公务车辆的维修维",
        "护费用增加。",
        "二、资产",
    ]
    assert _texts("\n".join(broken)) == [broken[0], "".join(broken[1:5]), broken[5]]


def test_a_cell_of_a_sheet_is_a_paragraph_where_it_is_closed_or_short() -> None:
    rows = ["一、收支总体情况说明", "2022年度收、支总计42万元。", "二、" + "甲" * 45 + "，", "续写在下一行。"]
    sheet = Page(1, 1, 9, lines=tuple(Line(text, (0, i, 1, i + 1)) for i, text in enumerate(rows)))
    lines = prose_lines(Reading("a.xlsx", "spreadsheet", (sheet,)))
    assert [len(paragraph.spots) for paragraph in paragraphs_of(lines)] == [1, 1, 2]


def test_a_short_numbered_line_that_ends_in_a_stop_is_a_heading() -> None:
    text = (
        "一、主要职责\n（一）提出水务改革方案。\n（二）负责河道养护，维护河道安全。\n五、预算绩效管理情况说明\n"
        "（二）绩效自评发现的问题。\n一是泵站指标不够细化，二是巡河员更换频繁。\n（三）改进措施。\n浮标统一编号，按月通报。\n"
    )
    found = placed(paragraphs_of(prose_lines(read_text(text.encode()))))
    sections = {p.paragraph.text: p.section for p in found if p.depth is None}
    assert sections["浮标统一编号，按月通报。"] == ("五、预算绩效管理情况说明", "（三）改进措施")
    assert sections["（一）提出水务改革方案。"] == ("一、主要职责",)
