"""Offices right behind a body that no document is of are no part of what the body itself prints."""

from pathlib import Path

import pytest

from assistant.answer import AnswerKind
from assistant.ask import Assistant
from assistant.finding.library import Library
from assistant.understand.bodies.offices_below import offices_below
from assistant.understand.words.spans import Span
from assistant.understand.words.text import words_of
from ingest.records.document import DocumentKind
from tests.assistant.conftest import Asked
from tests.assistant.town import WATER, Draft, stored


@pytest.mark.parametrize(
    ("question", "office"),
    [
        ("云汀市水利局财政所三公多少", "财政所"),
        ("云汀市水利局下属的卫生院2026年支出多少", "卫生院"),
        ("云汀市水利局水文站的预算", "水文站"),
        ("云汀市水利局各水文站的预算", None),
        ("云汀市水利局派出所改造项目预算", None),
        ("云汀市水利局财政所是干什么的", None),  # what its text may tell
    ],
)
def test_what_is_an_office(question: str, office: str | None) -> None:
    body = Span(0, 6, "department", "exact", WATER, (WATER,))
    made = offices_below(words_of(question), [body], lambda of, word: False)
    assert [span.text for span in made] == ([office] if office else [])


def test_a_word_that_the_body_prints_is_a_line_of_it() -> None:
    body = Span(0, 6, "department", "exact", WATER, (WATER,))
    assert not offices_below(words_of("云汀市水利局水文站的预算"), [body], lambda of, word: word == "水文站")


def test_the_money_of_an_office_is_not_the_money_of_its_body(tmp_path: Path) -> None:
    draft = Draft("a", WATER, 2026, DocumentKind.DEPARTMENT_BUDGET)
    table = draft.table("three_public", "“三公”经费预算表", (("“三公”经费合计",),))
    draft.row(table, WATER, ("5.00",))
    answer = Asked(Assistant(Library(stored(tmp_path, draft.parsed()).engine)))("水利局财政所三公经费多少")
    assert answer.kind is AnswerKind.REFUSAL and "财政所" in answer.text
