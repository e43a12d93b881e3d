"""When the events of a table are held: all of them, those a question names, with what each counts or costs."""

from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest

from assistant.answer import AnswerKind
from assistant.ask import Assistant
from assistant.finding.library import Library
from ingest.records.document import DocumentKind
from ingest.records.units import Amount, Unit, UnitKind
from tests.assistant.conftest import Asked
from tests.assistant.town import WATER, Draft, parks, stored

_DAYS = ("2026-03-12", "2026-09-14", "2026-10-19")
_TRAININGS = (("防汛技能培训", "95", "3.65"), ("节水知识培训", "120", "8.70"), ("全市河长培训", "50", "2.65"))


@pytest.fixture
def rows(tmp_path: Path) -> Asked:
    """A department with a table of its trainings, one of its one meeting, and a target of how long trainings take."""
    draft = Draft("a", WATER, 2026, DocumentKind.DEPARTMENT_BUDGET)
    people = Unit("人", UnitKind.COUNT)
    events = {
        "培训费明细表": list(zip(_DAYS, _TRAININGS, strict=True)),
        "会议费明细表": [("2026-3-26", ("防汛业务会", "100", "2.00"))],
    }
    for title, held in events.items():
        table = draft.table("other", title, (("人数",), ("金额",)))
        for day, (label, count, money) in held:
            draft.words(draft.row(table, label, (count, money)), "时间", day)
            draft.figures[-2] = replace(draft.figures[-2], unit=people, amount=Amount(Decimal(count), people))
    return Asked(Assistant(Library(stored(tmp_path, draft.parsed(), parks()).engine)))


@pytest.mark.parametrize(
    ("question", "words"),
    [
        ("水利局办几场培训，分别什么时候", _DAYS),
        ("水利局今年有哪些培训，什么时候办", _DAYS),
        ("水利局的培训安排在哪几个月", _DAYS),
        ("水利局列出每场培训的时间", _DAYS),
        ("水利局今年的培训分别在几月，各多少人", (*_DAYS, "95人", "120人", "50人")),
        ("水利局会议什么时候开，多少人参加", ("2026-3-26", "100人")),
        ("水利局开几次会，什么时候", ("2026-3-26",)),
        ("水利局河长培训什么时候办", ("2026-10-19",)),
    ],
)
def test_each_event_is_told_with_its_date(rows: Asked, question: str, words: tuple[str, ...]) -> None:
    answer = rows(question)
    assert all(word in answer.text for word in words), answer.text
    assert answer.sources


@pytest.mark.parametrize(
    "question", ["水利局消防培训什么时候办", "水利局去年的培训分别什么时候办", "水利局下半年的培训分别什么时候"]
)
def test_a_word_that_no_event_carries_is_not_dropped(rows: Asked, question: str) -> None:
    answer = rows(question)
    assert answer.kind is AnswerKind.REFUSAL, answer.text
