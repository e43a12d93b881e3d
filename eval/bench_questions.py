"""Time of a warm numeric question, beside the bare SQL that reads the same figure, and of a cold process."""

import math
import statistics
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial

from sqlalchemy import select

from assistant.build import open_assistant
from assistant.question import Question
from assistant.warming import warm_up
from eval.bench_process import Run, run
from ingest.records.document import RowRole
from ingest.records.figure import Origin
from ingest.settings import Settings
from ingest.stores import schema
from ingest.stores.store import RecordStore, open_store


@dataclass(frozen=True, slots=True)
class Times:
    """Milliseconds of the middle one, and of the one that 95 of 100 do not exceed."""

    median: float
    p95: float


@dataclass(frozen=True, slots=True)
class QuestionTiming:
    """Times of whole answers and of the SQL behind them.

    ``cold`` is a whole process of the command line, ``first`` the milliseconds of the first question in a process.
    """

    questions: int
    cold: Run
    first: float
    answers: Times
    sql: Times


def time_questions(settings: Settings, questions: int = 100) -> QuestionTiming:
    """Asks for figures of the store by their names, one question a name; raises ValueError for a store without any."""
    with open_store(settings) as store:
        labels = _labels(store, questions)
        if not labels:
            raise ValueError("The store holds no figures to ask for.")
        sql = [_milliseconds(partial(_bare, store, label)) for label in labels]
    assistant = open_assistant(settings)
    first, *others = (partial(assistant.ask, Question(f"{label}是多少？")) for label in labels)
    asked = [_milliseconds(first)]
    warm_up(assistant)  # as every face does that stays
    asked += [_milliseconds(ask) for ask in others]
    command = (sys.executable, "-m", "ui", "ask", f"{labels[0]}是多少？", "--json", "--data", str(settings.data))
    return QuestionTiming(len(labels), run(command), asked[0], times_of(asked[1:] or asked), times_of(sql))


def times_of(milliseconds: Sequence[float]) -> Times:
    """The middle and the 95th percentile (nearest rank) of some durations."""
    ordered = sorted(milliseconds)
    return Times(statistics.median(ordered), ordered[math.ceil(0.95 * len(ordered)) - 1])


def _milliseconds(work: Callable[[], object]) -> float:
    start = time.perf_counter()
    work()
    return (time.perf_counter() - start) * 1000


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
