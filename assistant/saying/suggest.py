"""Questions to offer: examples drawn from the stored documents, and ways a conversation may go on.

Every question offered has been asked and answered first, so that no button leads to a refusal.
"""

from collections.abc import Callable, Iterator, Sequence
from itertools import zip_longest

from assistant.answer import Answer, AnswerKind
from assistant.question import Question
from ingest.messages import say
from ingest.records.document import Document, RowRole, Table
from ingest.stores.store import RecordStore

Ask = Callable[[Question], Answer]
Facts = dict[str, object]

EXAMPLES = 6
FOLLOW_UPS = 3
DOCUMENTS_LOOKED_AT = 6
TRIED = 24  # candidates asked at most; a store where they all fail must not keep the page waiting
NAME_LENGTHS = range(5, 23)  # shorter names are too common, longer ones do not fit a button
PROJECT_TABLES = ("performance_targets", "project_expenditure")
TOTAL_TABLES = ("expenditure_total", "income_expenditure_total")
ANSWERED = frozenset({AnswerKind.NUMBER, AnswerKind.LIST, AnswerKind.TEXT})


def examples(ask: Ask, store: RecordStore, language: str) -> tuple[str, ...]:
    """Up to six answerable questions on different documents and different matters."""
    documents = _varied(store.documents())[:DOCUMENTS_LOOKED_AT]
    sorts = [_candidates(store, document, language) for document in documents]
    # Document by document a different sort of question each: the first of one, the second of the next.
    turned = [sort[at % len(sort) :] + sort[: at % len(sort)] for at, sort in enumerate(sorts) if sort]
    waiting = [one for layer in zip_longest(*turned) for one in layer if one]
    found: list[str] = []
    matters: list[str] = []
    tried = 0
    while waiting and len(found) < EXAMPLES and tried < TRIED:
        matter, question = min(waiting, key=lambda one: matters.count(one[0]))  # the first of the least told matter
        waiting = [one for one in waiting if one[1] != question]
        tried += 1
        if ask(Question(question, (), language)).kind in ANSWERED:
            found.append(question)
            matters.append(matter)
    return tuple(found)


def follow_ups(ask: Ask, question: Question, answer: Answer) -> tuple[str, ...]:
    """Up to three questions that lean on the one just answered."""
    if answer.kind not in {AnswerKind.NUMBER, AnswerKind.LIST}:
        return ()
    language = question.language or "zh"
    before = (*question.after, question.words)
    found: list[str] = []
    for key in _turns_after(answer):
        words = say(f"suggest.{key}", language)
        next_answer = ask(Question(words, before, language))
        if next_answer.kind in ANSWERED and next_answer.text != answer.text:
            found.append(words)
        if len(found) == FOLLOW_UPS:
            break
    return tuple(found)


def _turns_after(answer: Answer) -> Sequence[str]:
    """The follow-ups that make sense after an answer, best first."""
    if answer.kind is AnswerKind.LIST:
        return ("then_sum", "then_largest", "then_count")
    unit = answer.figures[0].unit if answer.figures else ""
    if unit.endswith("元"):
        return ("then_change", "then_reason", "then_share", "then_goal", "then_last_year")
    return ("then_reason", "then_last_year")


def _varied(documents: Sequence[Document]) -> list[Document]:
    """The latest document of each department first, then the others."""
    named = [document for document in documents if document.department and document.year]
    ranked = sorted(named, key=lambda found: (-(found.year or 0), found.department or "", found.kind.value, found.id))
    first: list[Document] = []
    rest: list[Document] = []
    for document in ranked:
        seen = any(document.department == other.department for other in first)
        (rest if seen else first).append(document)
    return first + rest


def _candidates(store: RecordStore, document: Document, language: str) -> list[tuple[str, str]]:
    """The questions that a document's tables invite, one of a matter, each with its matter."""
    tables = store.tables(document.id)
    facts: Facts = {"department": document.department, "year": document.year, "stage": document.stage.value}
    matters = {
        "project": _project(store, tables, facts, language),
        "three_public": _by_table(tables, ("three_public",), "three_public", facts, language),
        "largest": _by_table(tables, PROJECT_TABLES, "largest", facts, language),
        "total": _by_table(tables, TOTAL_TABLES, "total", facts, language),
        "indicator": _indicator(store, document, language),
        "reason": _by_table(tables, TOTAL_TABLES, "reason", facts, language),
        "count": _by_table(tables, PROJECT_TABLES, "count", facts, language),
    }
    return [(matter, question) for matter, questions in matters.items() for question in questions]


def _by_table(tables: Sequence[Table], kinds: tuple[str, ...], key: str, facts: Facts, language: str) -> Iterator[str]:
    if any(table.kind in kinds and not table.is_nil for table in tables):
        yield say(f"suggest.{key}", language, **facts)


def _project(store: RecordStore, tables: Sequence[Table], facts: Facts, language: str) -> Iterator[str]:
    for table in tables:
        if table.kind not in PROJECT_TABLES:
            continue
        rows = store.rows(table.document_id, table.id)
        labels = [row.label for row in rows]
        for row in rows:
            fits = row.role is RowRole.ITEM and not row.is_secret and len(row.label) in NAME_LENGTHS
            if fits and labels.count(row.label) == 1:
                yield say("suggest.project", language, project=row.label, **facts)
                return


def _indicator(store: RecordStore, document: Document, language: str) -> Iterator[str]:
    for indicator in store.indicators(document.id):
        fits = len(indicator.row_label) in NAME_LENGTHS and len(indicator.name) in NAME_LENGTHS
        if fits and indicator.value is not None and indicator.other_year is None:
            yield say("suggest.indicator", language, project=indicator.row_label, indicator=indicator.name)
            return
