import pytest

from assistant.question import Question
from ingest.messages import LANGUAGES, catalog
from tests.ui.fakes import FakeAssistant
from ui.web.terms import SHOWN, WORDS, terms_in

ANSWER = FakeAssistant().ask(Question("平台"))


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_term_is_explained(language: str) -> None:
    told = catalog(language)
    for key in WORDS:
        assert told[f"term.{key}"] and len(told[f"term.{key}_is"]) > 10


def test_terms_of_the_question_come_first_and_are_few() -> None:
    found = terms_in("“三公”经费、财政拨款、基本支出、项目支出、政府采购各是多少", ANSWER, "zh")
    assert [term for term, _ in found] == ["“三公”经费", "财政拨款", "基本支出", "项目支出"]
    assert len(found) == SHOWN


def test_plain_question_needs_no_explanation() -> None:
    assert terms_in("智慧政务平台多少钱", ANSWER, "zh") == []
