"""Rows of several years in one table of debts."""

from ingest.tables.dated_rows import date_rows, without_dated_bands
from ingest.tables.rows import DraftRow


def drafts(*labels: str) -> list[DraftRow]:
    """Rows with these names; one that begins with 其中 is a part."""
    return [
        DraftRow(
            i, 0, name.removeprefix("其中："), name, None, None, None, None, name.startswith("其中"), None, None, None
        )
        for i, name in enumerate(labels)
    ]


DEBTS = ("2023年末债务余额", "2024年债务发行额", "其中：新增债券发行额", "2025年还本额")


def test_rows_that_say_their_year_are_of_it_with_their_parts() -> None:
    rows = drafts(*DEBTS)
    date_rows(rows, [("预算数",), ("执行数",)])
    assert [row.period for row in rows] == ["2023年", "2024年", "2024年", "2025年"]


def test_columns_of_years_and_projects_named_after_a_year_date_no_rows() -> None:
    rows = drafts(*DEBTS)
    date_rows(rows, [("2024年执行数",)])
    assert not any(row.period for row in rows)
    projects = drafts("2024年老旧小区改造", "2025年老旧小区改造")
    date_rows(projects, [("预算数",)])
    assert not any(row.period for row in projects)


def test_rows_without_amounts_date_those_below_them() -> None:
    rows = drafts("2024年预算数", "甲镇政府", "2025年预算数", "甲镇政府")
    kept = without_dated_bands(rows)
    assert [(row.label, row.period) for row in kept] == [("甲镇政府", "2024年预算数"), ("甲镇政府", "2025年预算数")]


def test_one_such_row_or_one_with_amounts_is_a_row_like_others() -> None:
    rows = drafts("2024年预算数", "甲镇政府")
    assert without_dated_bands(rows) == rows
    rows = drafts("2024年预算数", "2025年预算数")
    assert without_dated_bands(rows) == rows
