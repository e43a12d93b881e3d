"""What is worked out once about something that the store holds."""

from sqlalchemy import create_engine

from assistant.finding import shelf
from assistant.finding.shelf import Shelf


def test_work_is_done_once_and_given_up_at_last() -> None:
    kept, done = Shelf(create_engine("sqlite://")), []

    def work() -> int:
        done.append(1)
        return len(done)

    assert [kept.once("a", work), kept.once("a", work), kept.once("b", work)] == [1, 1, 2]
    for number in range(shelf._KEPT_WORK):
        kept.once(number, int)
    assert kept.once("a", work) == 3
