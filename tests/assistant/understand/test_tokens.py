"""Everyday words for lines, beside names that are printed."""

from pathlib import Path

from assistant.answer import AnswerKind
from assistant.ask import Assistant
from assistant.finding.library import Library
from ingest.records.document import DocumentKind
from tests.assistant.conftest import Asked
from tests.assistant.town import Draft, stored


def _prison(tmp_path: Path, *, project: bool) -> Asked:
    draft = Draft("a", "云汀省东郊监狱", 2026, DocumentKind.DEPARTMENT_BUDGET)
    subjects = draft.table("general_public", "一般公共预算支出表", (("合计",),))
    draft.row(subjects, "罪犯生活及医疗卫生", ("90.00",), code="2040704")
    if project:
        draft.row(draft.table("project_expenditure", "项目支出预算表", (("金额",),)), "罪犯生活费", ("60.00",))
    return Asked(Assistant(Library(stored(tmp_path, draft.parsed()).engine)))


def test_an_everyday_word_gives_way_to_the_name_that_is_printed_alike(tmp_path: Path) -> None:
    answer = _prison(tmp_path, project=True)("云汀省东郊监狱犯人生活费多少")
    assert [f"{f.value:.2f}" for f in answer.figures] == ["60.00"], answer.text


def test_an_everyday_word_is_the_subject_where_no_name_is_printed_alike(tmp_path: Path) -> None:
    answer = _prison(tmp_path, project=False)("云汀省东郊监狱犯人生活费多少")
    assert [f"{f.value:.2f}" for f in answer.figures] == ["90.00"], answer.text


def test_an_amount_in_the_name_of_a_target_is_not_asked_beside_it(ask: Asked) -> None:
    assert ask("水利局物资采购金额指标是多少").kind is AnswerKind.REFUSAL
    assert "200.00" in ask("水利局防汛物资采购经费金额、指标是多少").text
