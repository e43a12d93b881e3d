"""From pages to passages and stated figures."""

from ingest.narrative.build import Narrative, narrative_of
from ingest.narrative.identity import Identity
from ingest.records.document import DocumentKind, Row, RowRole, RowText, Stage, Table
from ingest.records.figure import Origin, Relation
from ingest.records.layout import Reading
from ingest.records.passage import PassageKind
from tests.ingest.narrative.pages import centered, grid, line, page, page_number, reading

ID = "a" * 16
IDENTITY = Identity(
    "甲市审计局2026年部门预算", "甲市审计局", 2026, Stage.BUDGET, DocumentKind.DEPARTMENT_BUDGET, "万元"
)


def told(file: Reading, rows: tuple[Row, ...] = (), texts: tuple[RowText, ...] = ()) -> Narrative:
    """The narrative of a file of that department."""
    table = Table(ID + "-t0", ID, 0, "支出总表", None, "expenditure_total", None, 2026, Stage.BUDGET, "万元", 1, 1, ())
    return narrative_of(file, ID, IDENTITY, (table,), rows, texts)


def row(code: str, label: str) -> Row:
    """A functional row."""
    return Row(
        f"{ID}-{code}", ID + "-t0", ID, 0, label, label, code, "functional", RowRole.ITEM, 1, None, None, 1, 1, None
    )


EXPLANATION = reading(
    page(
        1,
        centered("第三部分 情况说明", 60),
        line("一、收支情况", 110, indent=True, full=False),
        line("2026年本部门收入预算100.00万元，比上年增加", 140, indent=True),
        page_number(7),
    ),
    page(
        2,
        line("10.00万元，增长11.11%，主要原因是人员增加。", 80, full=False),
        line("二、支出情况", 120, indent=True, full=False),
        line("1.“一般公共服务支出（类）审计事务（款）行政运行", 150, indent=True),
        line("（项）”80.00万元，主要用于日常运转。", 170, full=False),
        centered("第四部分 名词解释", 300),
        line("一、基本支出：指100.00万元以上的支出。", 350, indent=True, full=False),
    ),
)


def test_figures_know_passage_line_and_reason() -> None:
    found = told(EXPLANATION)
    assert [(f.relation, f.label, str(f.value), f.page) for f in found.figures] == [
        (Relation.AMOUNT, "收入预算", "100.00", 1),
        (Relation.CHANGE, "收入预算", "10.00", 2),
        (Relation.RATE, "收入预算", "11.11", 2),
        (Relation.AMOUNT, "一般公共服务支出（类）审计事务（款）行政运行（项）", "80.00", 2),
    ]
    change = found.figures[1]
    assert (change.origin, change.basis, change.reason) == (Origin.NARRATIVE, "上年", "人员增加")
    assert change.box == (90.0, 80.0, 450.0, 95.0)
    passage = next(p for p in found.passages if p.id == change.passage_id)
    assert (passage.page, passage.page_end) == (1, 2)
    assert change.text in passage.text


def test_a_functional_line_takes_the_code_its_tables_print() -> None:
    rows: tuple[Row, ...] = (
        row("201", "一般公共服务支出"),
        row("20108", "审计事务"),
        row("2010801", "行政运行"),
        row("2040601", "行政运行"),
    )
    rows = (*rows, row("204", "公共安全支出"), row("20406", "司法"))
    assert told(EXPLANATION, rows).figures[-1].code == "2010801"
    project = row("2010801", "审计业务经费")  # a table of projects prints the code of the subject beside their names
    assert told(EXPLANATION, (*rows, project)).figures[-1].code == "2010801"


def test_passages_keep_to_their_section_and_kind() -> None:
    found = told(EXPLANATION).passages
    assert [(p.kind, p.section[-1]) for p in found] == [
        (PassageKind.NARRATIVE, "一、收支情况"),
        (PassageKind.NARRATIVE, "二、支出情况"),
        (PassageKind.GLOSSARY, "第四部分名词解释"),
    ]
    for passage in found:
        assert "".join(passage.text[s.start : s.end] for s in passage.spots) == passage.text.replace("\n", "")


def test_long_sections_are_cut_at_sentences() -> None:
    sentence = "负责这一类工作的组织协调和监督检查，并承担相应的责任。"
    lines = [line(sentence, 100 + 20 * i, indent=True, full=False) for i in range(30)]
    found = told(reading(page(1, *lines))).passages
    assert len(found) == 3
    assert all(len(p.text) <= 400 and p.text.endswith("。") for p in found)


def test_notes_under_tables_and_goals_of_rows_are_passages() -> None:
    note = line("注：本表不含涉密项目。", 420, full=False)
    file = reading(
        page(1, centered("支出总表", 250, 14.0), note, grids=(grid(1, ("项目", "预算数"), ("运维", "1.00")),))
    )
    project = row("2010801", "运维")
    goal = RowText(project.id + "-x", project.id, ID, "绩效目标", "保障系统全年稳定运行。", 1, (1.0, 2.0, 3.0, 4.0))
    found = told(file, (project,), (goal,)).passages
    assert [(p.kind, p.text, p.table_id, p.row_id) for p in found] == [
        (PassageKind.TABLE_NOTE, "注：本表不含涉密项目。", ID + "-t0", None),
        (PassageKind.GOAL, "保障系统全年稳定运行。", ID + "-t0", project.id),
    ]


def test_a_unit_in_a_heading_owns_what_is_said_below_it() -> None:
    file = reading(
        page(
            1,
            line("一、甲市审计服务中心", 100, indent=True, full=False),
            line("2026年收入预算5.00万元。", 130, indent=True, full=False),
            line("二、甲市审计局", 160, indent=True, full=False),
            line("2026年收入预算6.00万元。", 190, indent=True, full=False),
        )
    )
    assert [(f.body, str(f.value)) for f in told(file).figures] == [("甲市审计服务中心", "5.00"), (None, "6.00")]


def test_a_heading_dates_what_a_report_on_two_years_says_below_it() -> None:
    file = reading(
        page(
            1,
            line("一、2025年预算执行情况", 100, indent=True, full=False),
            line("全市一般公共预算收入完成159.74亿元，为预算的99.84%，比上年增长3.14%。", 130, indent=True),
            line("二、2026年预算草案", 160, indent=True, full=False),
            line("全市一般公共预算收入安排162.20亿元。", 190, indent=True, full=False),
        )
    )
    assert [(f.label, f.year, f.stage, str(f.value)) for f in told(file).figures] == [
        ("一般公共预算收入", 2025, Stage.EXECUTION, "159.74"),
        ("一般公共预算收入", 2025, Stage.EXECUTION, "99.84"),
        ("一般公共预算收入", 2025, Stage.EXECUTION, "3.14"),
        ("一般公共预算收入", 2026, Stage.BUDGET, "162.20"),
    ]


def test_a_heading_that_a_paragraph_begins_with_dates_it_too() -> None:
    file = reading(
        page(
            1,
            line("（一）2025年预算执行情况。全市一般公共预算收入完成159.74亿元，增长3.14%。", 130, indent=True),
            line("（二）2026年预算草案。全市一般公共预算收入安排162.20亿元。", 190, indent=True, full=False),
        )
    )
    assert [(f.year, f.stage, str(f.value)) for f in told(file).figures] == [
        (2025, Stage.EXECUTION, "159.74"),
        (2025, Stage.EXECUTION, "3.14"),
        (2026, Stage.BUDGET, "162.20"),
    ]


def test_a_functional_line_named_above_its_amounts() -> None:
    file = reading(
        page(
            1,
            centered("第三部分 情况说明", 60),
            line("一、财政拨款支出情况", 110, indent=True, full=False),
            line("1、农林水支出（类）水利（款）防汛（项）。", 140, indent=True, full=False),
            line("年初预算为30.00万元，支出决算为45.00万元，完成年初预算的150.00%。", 170, indent=True, full=False),
            line("2、农林水支出（类）水利（款）抗旱（项）。", 200, indent=True, full=False),
            line("年初预算为10.00万元，支出决算为9.00万元。", 230, indent=True, full=False),
        )
    )
    flood, drought = ("农林水支出（类）水利（款）" + name + "（项）" for name in ("防汛", "抗旱"))
    assert [(f.label, str(f.value)) for f in told(file).figures] == [
        (flood, "30.00"), (flood, "45.00"), (flood, "150.00"), (drought, "10.00"), (drought, "9.00"),
    ]  # fmt: skip
