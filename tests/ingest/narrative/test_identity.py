"""Whose document it is, of which year and kind: from its pages, never from the file's name."""

import csv
from pathlib import Path

import pytest

from ingest.narrative.identity import identify
from ingest.reading.kind import read_file
from ingest.records.document import DocumentKind, Stage
from ingest.records.layout import Line, Reading
from tests.ingest.narrative.pages import centered, grid, line, page, reading

PROSE = "本部门2026年收入预算的安排情况说明如下，各项收入均已纳入预算，并按规定公开。"


def cover(*lines: str) -> Reading:
    """A file with these lines on its cover, a contents page and some prose."""
    front = [centered(text, 200 + 40 * i) for i, text in enumerate(lines)]
    contents = (centered("目 录", 60), line("一、主要职责....1", 100, full=False))
    return reading(page(1, *front), page(2, *contents), page(3, line(PROSE, 100, indent=True)))


@pytest.mark.parametrize(
    ("lines", "department", "year", "kind"),
    [
        (("2026年", "甲市人民政府办公厅部门预算"), "甲市人民政府办公厅", 2026, DocumentKind.BUDGET_NARRATIVE),
        (("甲市审计局2026年度部门预算信息公开",), "甲市审计局", 2026, DocumentKind.BUDGET_NARRATIVE),
        (("甲市审计局（汇总）", "2026年部门预算公开说明"), "甲市审计局（汇总）", 2026, DocumentKind.BUDGET_NARRATIVE),
        (("甲市审计局（本级）", "二〇二六年单位预算"), "甲市审计局（本级）", 2026, DocumentKind.BUDGET_NARRATIVE),
        (("甲市2025年市级单位预算", "预算单位：甲市乙区财政局"), "甲市乙区财政局", 2025, DocumentKind.BUDGET_NARRATIVE),
        (("甲市乙区财政局", "2024年度部门决算"), "甲市乙区财政局", 2024, DocumentKind.DEPARTMENT_FINAL_ACCOUNT),
        (("中共甲市委宣传部", "2026年部门预算"), "中共甲市委宣传部", 2026, DocumentKind.BUDGET_NARRATIVE),
        (("甲市", "甲市水务局2026年部门预算公开"), "甲市水务局", 2026, DocumentKind.BUDGET_NARRATIVE),
        (("甲市第一中学", "2026年度单位预算公开"), "甲市第一中学", 2026, DocumentKind.BUDGET_NARRATIVE),
        (("甲县水务局2025年“三公”经费预算情况说明",), "甲县水务局", 2025, DocumentKind.BUDGET_NARRATIVE),
        (("2026年甲省财政厅一般公共预算“三公”经费预算情况",), "甲省财政厅", 2026, DocumentKind.BUDGET_NARRATIVE),
    ],
)
def test_covers(lines: tuple[str, ...], department: str, year: int, kind: DocumentKind) -> None:
    file = cover(*lines)
    found = identify(file)
    assert (found.department, found.year) == (department, year)
    assert found.inferred == ()
    # Without tables such a file is the explanation alone; an account stays an account.
    assert found.kind in (kind, DocumentKind.UNIT_BUDGET, DocumentKind.DEPARTMENT_BUDGET)
    stage = Stage.FINAL_ACCOUNT if kind is DocumentKind.DEPARTMENT_FINAL_ACCOUNT else Stage.BUDGET
    assert found.stage is stage


def test_a_report_on_the_budget_of_a_whole_place_is_its_governments_of_the_year_to_come() -> None:
    found = identify(
        cover("甲市第七届人民代表大会第五次会议文件", "关于甲市2025年预算执行情况", "和2026年预算草案的报告（书面）")
    )
    assert (found.department, found.year, found.kind) == ("甲市人民政府", 2026, DocumentKind.GOVERNMENT_BUDGET)
    assert found.title == "关于甲市2025年预算执行情况和2026年预算草案的报告（书面）"
    assert identify(cover("关于提请批准2025年甲县财政决算草案的报告")).department == "甲县人民政府"
    assert identify(cover("甲市2025年“三公”经费决算情况")).department == "甲市人民政府"
    assert identify(cover("甲县2025年财政决算报告")).kind is DocumentKind.GOVERNMENT_FINAL_ACCOUNT
    assert identify(cover("甲市乙镇人民政府2026年部门预算")).kind is not DocumentKind.GOVERNMENT_BUDGET


def test_a_goals_table_names_its_year_only_in_its_contents() -> None:
    title = (centered("项目支出绩效目标表", 40, 14.0), line("部门名称：甲市水务局    单位：万元", 70, full=False))
    rows = (
        ("项目名称", "总计", "绩效目标"),
        ("2022-2023年运维项目", "1.00", "在2023年5月前完成采购。"),
        ("2023-2024年运维项目", "2.00", "2023年8月前完成验收（〔2021〕7号文）。"),
    )
    found = identify(reading(page(1, *title, grids=(grid(1, *rows, top=100),))))
    assert (found.department, found.year, found.kind) == ("甲市水务局", 2023, DocumentKind.PERFORMANCE_TARGETS)
    assert found.inferred == ("year",)
    assert found.unit == "万元"


def test_years_beside_each_other_in_a_header_are_its_columns_and_the_newest_is_the_documents() -> None:
    years = grid(1, ("项目", "2022年", "2023年", "2024年"), ("办公费", "1.00", "2.00", "3.00"))
    by_rows = grid(2, ("年度", "合计"), *((f"{year}年", "1.00") for year in range(2020, 2025)))
    pages = (page(1, line("编制单位：甲市审计局", 70), grids=(years,)), page(2, grids=(by_rows, years)))
    assert identify(reading(*pages)).year == 2024


def test_tables_of_final_accounts_without_a_cover_make_an_account() -> None:
    unit = line("部门：甲市水务局    单位：万元", 70, full=False)
    rows = (("项目", "本年收入", "本年支出"), ("城乡社区支出", "3.00", "3.00"))
    first = page(1, line("2024年度收入支出决算总表", 40, full=False), unit, grids=(grid(1, *rows, top=100),))
    title = line("2024年度政府性基金预算财政拨款收入支出决算表", 40, full=False)
    found = identify(reading(first, page(2, title, unit, grids=(grid(2, *rows, top=100),))))
    assert (found.department, found.year, found.stage) == ("甲市水务局", 2024, Stage.FINAL_ACCOUNT)


def test_a_page_without_budget_words_is_another_kind() -> None:
    note = Line("关于放假安排的通知", (100, 100, 300, 120), 16.0)
    found = identify(reading(page(1, note)))
    assert (found.kind, found.department, found.year) == (DocumentKind.OTHER, None, None)


@pytest.mark.corpus
def test_every_document_of_the_corpus_is_told_right(corpus: Path) -> None:
    with (corpus / "INDEX.tsv").open(encoding="utf-8") as lines:
        for entry in csv.DictReader(lines, delimiter="\t"):
            found = identify(read_file(corpus / entry["file"]))
            assert found.department == entry["department"], entry["file"]
            assert found.kind.value == entry["kind"], entry["file"]
            if entry["year"].isdigit():
                assert found.year == int(entry["year"]), entry["file"]
            else:
                assert (found.year, "year" in found.inferred) == (2023, True), entry["file"]


def test_a_title_without_budget_words_leaves_the_stage_to_the_sentences() -> None:
    title = centered("甲乡2025年“三公”经费支出说明", 60)
    text = "2025年公务接待费9万元，较2024年决算数下降5%；公务用车运行维护费3万元，与2024年决算数持平。"
    assert identify(reading(page(1, title, line(text, 100, indent=True)))).stage is Stage.FINAL_ACCOUNT


@pytest.mark.parametrize(
    ("title", "department"),
    [
        ("2016年甲省级三公经费公开", "甲省人民政府"),
        ("云州丙县财政局2015年部门决算公开中“三公”经费增减变化情况说明", "云州丙县财政局"),
        ("凉山州2022年州本级“三公”经费决算情况说明", "凉山州人民政府"),
        ("甲县县本级2021年“三公”经费预算说明", "甲县人民政府"),
        ("甲市政协2015年部门决算公开补充说明", "甲市政协"),
        ("甲县乙丙彝族乡2017年“三公”经费预算公开", "甲县乙丙彝族乡"),
    ],
)
def test_the_body_of_a_page_of_one_matter(title: str, department: str) -> None:
    assert identify(cover(title)).department == department


def test_a_page_without_a_title_is_of_the_body_and_year_its_sentences_begin_with() -> None:
    told = "乙丙镇人民政府2022年部门预算“三公”经费支出预算18万元，比2021年预算数增加2万元，按规定公开。"
    found = identify(reading(page(1, line(told, 100, indent=True))))
    assert (found.department, found.year, found.kind) == ("乙丙镇人民政府", 2022, DocumentKind.BUDGET_NARRATIVE)
    assert "department" in found.inferred


def test_what_is_dated_after_its_year_is_spent() -> None:
    lines = (centered("甲县2019年度“三公”经费公开说明", 60), line("2020-09-27 15:24 点击", 90, full=False))
    found = identify(reading(page(1, *lines, line(PROSE.replace("2026", "2019"), 130, indent=True))))
    assert found.stage is Stage.FINAL_ACCOUNT


@pytest.mark.parametrize(
    ("lines", "department"),
    [
        (("甲县乙台学区2023年部门预算公开说明",), "甲县乙台学区"),
        (("甲县老年公寓二〇二三年单位预算",), "甲县老年公寓"),
        (("2022年度", "甲县水库移民工作专班部门决算"), "甲县水库移民工作专班"),
        (("甲县2023年部门预算公开表",), None),
        (("甲县县级2023年部门预算汇总",), None),
        (("甲县财政拨款2023年部门预算",), None),
    ],
)
def test_the_build_of_a_title_tells_a_body_of_any_kind(lines: tuple[str, ...], department: str | None) -> None:
    assert identify(cover(*lines)).department == department


def test_the_longest_name_of_a_party_body_is_kept() -> None:
    label = line("编制单位：中共甲市乙河区纪律检查委员会", 80, full=False)
    pages = [page(n, label) for n in range(2, 8)]
    title = centered("2022年度中共乙河区纪律检查委员会部门决算", 200)
    assert identify(reading(page(1, title), *pages)).department == "中共甲市乙河区纪律检查委员会"


@pytest.mark.parametrize(
    ("title", "department", "kind"),
    [
        ("甲县乙山中学2022年度单位决算之第三部分 情况说明", "甲县乙山中学", DocumentKind.UNIT_FINAL_ACCOUNT),
        ("2015年甲市司法局部门“三公”经费情况统计表", "甲市司法局", None),
        ("甲州乙商投资区2022年政府预决算相关重要事项说明", "甲州乙商投资区人民政府", None),
    ],
)
def test_a_part_of_a_document_names_its_body(title: str, department: str, kind: DocumentKind | None) -> None:
    found = identify(cover(title))
    assert found.department == department and kind in (None, found.kind)


def test_the_day_of_publishing_on_a_cover_is_not_the_year() -> None:
    found = identify(cover("发布日期", "2024-10-12", "甲县2023年“三公”经费决算情况说明"))
    assert (found.department, found.year) == ("甲县人民政府", 2023)


@pytest.mark.parametrize(
    "row", [("920甲县乙镇财政所", "预算年度：2025", "单位：万元"), ("甲县乙镇财政所2025年“三公”经费预算表", "", "")]
)
def test_a_table_may_be_all_that_names_the_body(row: tuple[str, ...]) -> None:
    rows = grid(1, row, ("项目", "收入", "预算数"), ("1", "一般公共预算拨款收入", "675.82"))
    assert identify(reading(page(1, line("收支总表", 60, full=False), grids=(rows,)))).department == "甲县乙镇财政所"


def test_a_set_of_forms_is_of_the_department_in_charge_that_all_of_them_name() -> None:
    def form(number: int, charged: str, by: str) -> Reading:
        rows = (("项目名称", "防汛物资", "项目编码", "1"), ("主管部门", charged, "实施单位", by))
        return page(number, centered("项目支出绩效目标表", 60), grids=(grid(number, *rows),))

    bodies = ("云汀市水务局", "云汀市河道管理中心")
    assert identify(reading(*(form(n, "云汀市水务局", by) for n, by in enumerate(bodies, 1)))).department == bodies[0]
    both = reading(form(1, "云汀市水务局", bodies[0]), form(2, "云汀市园林局", "云汀市园林局"))
    assert identify(both).department is None
