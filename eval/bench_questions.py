"""Time of a warm numeric question, beside the bare SQL that reads the same figure."""

import statistics
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from sqlalchemy import select

from assistant.build import open_assistant
from assistant.question import Question
from ingest.records.document import RowRole
from ingest.records.figure import Origin
from ingest.settings import Settings
from ingest.stores import schema
from ingest.stores.store import RecordStore, open_store


@dataclass(frozen=True, slots=True)
class QuestionTiming:
    """Milliseconds of the middle question and of the SQL behind it.

    ``cold`` is a whole process of the command line from its start to its end, ``first`` the first question in one.
    """

    questions: int
    cold: float
    first: float
    median: float
    sql: float

    @property
    def ratio(self) -> float:
        """How many times the SQL's time a whole answer takes."""
        return self.median / self.sql if self.sql else 0.0


def time_questions(settings: Settings, questions: int = 40) -> QuestionTiming:
    """Asks for figures of the store by their names, one question a name; raises ValueError for a store without any."""
    with open_store(settings) as store:
        labels = _labels(store, questions)
        if not labels:
            raise ValueError("The store holds no figures to ask for.")
        sql = [_milliseconds(partial(_bare, store, label)) for label in labels]
    assistant = open_assistant(settings)
    asked = [_milliseconds(partial(assistant.ask, Question(f"{label}是多少？"))) for label in labels]
    cold = _milliseconds(partial(_ask_cold, settings, labels[0]))
    return QuestionTiming(len(labels), cold, asked[0], statistics.median(asked[1:] or asked), statistics.median(sql))


def _milliseconds(work: Callable[[], object]) -> float:
    start = time.perf_counter()
    work()
    return (time.perf_counter() - start) * 1000


def _ask_cold(settings: Settings, label: str) -> None:
    command = [sys.executable, "-m", "ui", "ask", f"{label}是多少？", "--json", "--data", str(settings.data)]
    subprocess.run(command, check=True, capture_output=True)


def _labels(store: RecordStore, count: int) -> list[str]:
    column = schema.figures.c
    query = (
        select(column.label)
        .where(column.origin == Origin.TABLE, column.role == RowRole.ITEM, column.value.is_not(None))
        .distinct()
        .order_by(column.label)
    )
    labels = [str(row["label"]) for row in store.fetch(query)]
    step = max(1, len(labels) // count)
    return labels[::step][:count]


def _bare(store: RecordStore, label: str) -> object:
    column = schema.figures.c
    return store.fetch(select(column.value, column.unit, column.page, column.box).where(column.label == label))
