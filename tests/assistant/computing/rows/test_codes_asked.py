"""The code of a line, where it is the code that is asked for."""

from pathlib import Path

import pytest

from assistant.answer import AnswerKind
from assistant.ask import Assistant
from assistant.finding.library import Library
from ingest.records.document import DocumentKind
from tests.assistant.conftest import Asked
from tests.assistant.town import WATER, Draft, stored


@pytest.mark.parametrize(
    "question",
    [
        "水利局水利前期工作的功能科目编码是什么",
        "水利局2026年“水利前期工作”的代码是多少",
        "水利局水利前期工作是什么编码",
    ],
)
def test_the_code_beside_the_name_is_told(ask: Asked, question: str) -> None:
    answer = ask(question)
    assert "2130317" in answer.text
    assert answer.sources


@pytest.mark.parametrize("question", ["水利局公务接待费的编码是多少", "水利局水利前期工作的经济科目编码是什么"])
def test_no_amount_is_given_for_a_code_that_is_not_printed(ask: Asked, question: str) -> None:
    assert ask(question).kind is AnswerKind.REFUSAL


def test_a_code_that_is_said_names_the_line(ask: Asked) -> None:
    assert [str(f.value) for f in ask("编码2130317的科目，水利局安排了多少").figures] == ["900.00"]


def test_the_project_behind_a_code_is_told(tmp_path: Path) -> None:
    draft = Draft("k", WATER, 2026, DocumentKind.DEPARTMENT_BUDGET)
    table = draft.table("projects", "项目支出表", (("金额",),))
    draft.row(table, "船闸检修", ("12.00",), code="11000024Y000002800001", scheme="project")
    ask = Asked(Assistant(Library(stored(tmp_path, draft.parsed()).engine)))
    answer = ask("水利局项目编码11000024Y000002800001是哪个项目")
    assert answer.kind is AnswerKind.TEXT and "船闸检修" in answer.text
    assert [str(f.value) for f in ask("水利局编码11000024Y000002800001的项目多少钱").figures] == ["12.00"]
