from decimal import Decimal
from pathlib import Path

import pytest

from assistant.answer import Answer, AnswerFigure, AnswerKind
from assistant.build import open_assistant
from assistant.question import Question
from assistant.saying.suggest import ANSWERED, examples, follow_ups
from ingest.pipeline import ingest
from ingest.settings import Settings
from ingest.stores.store import RecordStore, open_store

TARGETS = "澜川市应急管理局2026年项目支出绩效目标表.pdf"


@pytest.fixture(scope="module")
def settings(samples: Path, tmp_path_factory: pytest.TempPathFactory) -> Settings:
    """A store with the targets table of the sample city."""
    made = Settings(data=tmp_path_factory.mktemp("suggest"), embedding="none")
    assert not ingest([samples / "documents" / TARGETS], made, jobs=0).failed
    return made


@pytest.fixture(scope="module")
def store(settings: Settings) -> RecordStore:
    return open_store(settings)


@pytest.mark.parametrize("language", ["zh", "en"])
def test_every_example_is_answered_and_names_what_is_held(
    settings: Settings, store: RecordStore, language: str
) -> None:
    assistant = open_assistant(settings)
    offered = examples(assistant.ask, store, language)
    assert offered
    assert len(set(offered)) == len(offered)
    for question in offered:
        assert assistant.ask(Question(question, (), language)).kind in ANSWERED
    assert any("应急管理局" in question for question in offered)


def test_nothing_is_offered_that_would_be_refused(store: RecordStore) -> None:
    asked: list[str] = []

    def refuse(question: Question) -> Answer:
        asked.append(question.words)
        return Answer(AnswerKind.REFUSAL, "no")

    assert examples(refuse, store, "zh") == ()
    assert 0 < len(asked) <= 24
    assert len(set(asked)) == len(asked)


def test_examples_are_the_same_each_time(settings: Settings, store: RecordStore) -> None:
    assistant = open_assistant(settings)
    assert examples(assistant.ask, store, "zh") == examples(assistant.ask, store, "zh")


def test_follow_ups_lean_on_the_question_before() -> None:
    figure = AnswerFigure(Decimal(1), "万元", "", False, ())
    answer = Answer(AnswerKind.NUMBER, "1万元", (figure,))
    seen: list[Question] = []

    def ask(question: Question) -> Answer:
        seen.append(question)
        known = "上年" in question.words
        return Answer(AnswerKind.NUMBER, "2万元") if known else Answer(AnswerKind.REFUSAL, "no")

    offered = follow_ups(ask, Question("甲是多少", ("乙是多少",), "zh"), answer)
    assert offered and all("上年" in question for question in offered)
    assert {question.after for question in seen} == {("乙是多少", "甲是多少")}


@pytest.mark.parametrize("kind", [AnswerKind.REFUSAL, AnswerKind.CLARIFICATION, AnswerKind.TEXT])
def test_no_follow_up_where_there_is_no_figure(kind: AnswerKind) -> None:
    assert follow_ups(lambda question: Answer(AnswerKind.NUMBER, ""), Question("甲"), Answer(kind, "")) == ()
