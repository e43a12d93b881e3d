"""Loading beforehand what questions need: it changes no answer, and the store may change after it."""

from pathlib import Path

from assistant.ask import Assistant
from assistant.finding.library import Library
from assistant.question import Question
from assistant.warming import warm_up, warm_up_beside
from tests.assistant.town import parks, stored, water

QUESTION = Question("公务接待费是多少？")


def test_answers_stay_what_they_are(tmp_path: Path) -> None:
    engine = stored(tmp_path, water(), water(2025), parks()).engine
    cold, warm = Assistant(Library(engine)), Assistant(Library(engine))
    warm_up(warm)
    assert warm.ask(QUESTION) == cold.ask(QUESTION)


def test_an_empty_store_is_no_fault(tmp_path: Path) -> None:
    assistant = Assistant(Library(stored(tmp_path).engine))
    warm_up(assistant)
    warm_up_beside(assistant).join()


def test_documents_that_come_later_are_seen(tmp_path: Path) -> None:
    store = stored(tmp_path, water())
    assistant = Assistant(Library(store.engine))
    warm_up(assistant)
    before = assistant.ask(QUESTION)
    store.replace(parks())
    assert assistant.ask(QUESTION) != before
