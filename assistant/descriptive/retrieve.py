"""Passages for a descriptive question: by meaning and by words, the two ranks fused."""

import re
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Protocol

from sqlalchemy import Select, select

from ingest.records.passage import Passage, PassageKind
from ingest.stores import schema
from ingest.stores.store import RecordStore
from ingest.stores.term_index import PASSAGE_TERMS

if TYPE_CHECKING:
    from llama_index.core.retrievers import BaseRetriever

# Reciprocal rank fusion: 60 is the constant of the paper that introduced it (Cormack, Clarke, Büttcher 2009).
_RANK_OFFSET = 60
# Of two passages that both ways find, words tell better which holds the answer; meaning finds what words miss.
_MEANING_WEIGHT = 0.5
_LOOKED_AT = 60  # candidates of each way of searching, where no more are asked for
_TERM_BUDGET = 50_000  # common terms are left out once the rarer ones reach this many passages

# These repeat every key word of a document and answer few questions.
_SET_BACK = {PassageKind.CONTENTS: 0.35, PassageKind.GLOSSARY: 0.6}
_ASKS_MEANING = re.compile(
    r"是什么意思|什么是|何谓|含义|定义|指的?是?什么|名词解释|怎么理解|\bdefin|\bmeaning|\bstand for", re.I
)
_ASKS_CONTENTS = re.compile(r"目录|哪些部分|第几部分|\btable of contents\b", re.I)


class NearByMeaning(Protocol):
    """What searches by meaning (``ingest.stores.vectors.Vectors``)."""

    def near(self, words: str, limit: int, documents: Collection[str] | None = None) -> list[tuple[str, float]]:
        """Passage ids with their similarity, best first."""


@dataclass(frozen=True, slots=True)
class Found:
    """A passage with its fused score; larger is better, only the order means something."""

    passage: Passage
    score: float


def retrieve(
    store: RecordStore,
    vectors: NearByMeaning | None,
    query: str,
    documents: Collection[str] | None = None,
    kinds: Collection[PassageKind] | None = None,
    k: int = 8,
) -> tuple[Found, ...]:
    """The ``k`` passages nearest to ``query``, best first; the same on every run.

    ``documents`` and ``kinds`` narrow the search. Contents pages and glossaries stand back unless they are asked for.
    Without ``vectors`` the full text alone decides. Equal texts come once.
    """
    if documents is not None and not documents:
        return ()
    scores: dict[str, float] = {}
    most = max(k, _LOOKED_AT)
    ways = (
        (_by_words(store, query, documents, kinds, most), 1.0),
        (_by_meaning(vectors, query, documents, most), _MEANING_WEIGHT),
    )
    for ranked, weight in ways:
        for rank, passage_id in enumerate(ranked):
            scores[passage_id] = scores.get(passage_id, 0.0) + weight / (_RANK_OFFSET + rank + 1)
    passages = store.passages(scores)
    found = [
        Found(passage, round(scores[passage.id] * _weight(passage.kind, query, kinds), 9))
        for passage in passages.values()
        if kinds is None or passage.kind in kinds
    ]
    found.sort(key=lambda one: (-one.score, one.passage.document_id, one.passage.ordinal))
    return tuple(_distinct(found))[:k]


def _by_words(
    store: RecordStore, query: str, documents: Collection[str] | None, kinds: Collection[PassageKind] | None, most: int
) -> list[str]:
    among = _narrowed(documents, kinds)
    with store.engine.connect() as connection:
        terms = PASSAGE_TERMS.rarest(connection, query, _TERM_BUDGET)
        return [entry for entry, _ in PASSAGE_TERMS.search(connection, terms, most, among)]


def _narrowed(documents: Collection[str] | None, kinds: Collection[PassageKind] | None) -> Select[str] | None:
    if documents is None and kinds is None:
        return None
    table = schema.passages
    query = select(table.c.id)
    if documents is not None:
        query = query.where(table.c.document_id.in_(sorted(documents)))
    if kinds is not None:
        query = query.where(table.c.kind.in_(sorted(kinds)))
    return query


def _by_meaning(vectors: NearByMeaning | None, query: str, documents: Collection[str] | None, most: int) -> list[str]:
    if vectors is None:
        return []
    return [passage_id for passage_id, _ in vectors.near(query, most, documents)]


def _weight(kind: PassageKind, query: str, kinds: Collection[PassageKind] | None) -> float:
    if kinds is not None:
        return 1.0
    if kind is PassageKind.GLOSSARY and _ASKS_MEANING.search(query):
        return 1.5
    if kind is PassageKind.CONTENTS and _ASKS_CONTENTS.search(query):
        return 1.0
    return _SET_BACK.get(kind, 1.0)


def _distinct(found: Iterable[Found]) -> Iterable[Found]:
    seen: set[str] = set()
    for one in found:
        if one.passage.text not in seen:
            seen.add(one.passage.text)
            yield one


def as_retriever(store: RecordStore, vectors: NearByMeaning | None, k: int = 8) -> "BaseRetriever":
    """The same search as a llama-index retriever, for programs that are built on llama-index."""
    from llama_index.core.retrievers import BaseRetriever
    from llama_index.core.schema import NodeWithScore, QueryBundle, TextNode

    class PassageRetriever(BaseRetriever):  # type: ignore[misc]
        """Passages with document, page and section in their metadata."""

        def _retrieve(self, query_bundle: QueryBundle) -> list[NodeWithScore]:
            names = {document.id: document.file_name for document in store.documents()}
            found = retrieve(store, vectors, query_bundle.query_str, k=k)
            return [NodeWithScore(node=_node(one.passage, names), score=one.score) for one in found]

    def _node(passage: Passage, names: dict[str, str]) -> Any:
        metadata = {
            "document": names.get(passage.document_id, passage.document_id),
            "page": passage.page,
            "section": " / ".join(passage.section),
            "kind": passage.kind.value,
        }
        return TextNode(id_=passage.id, text=passage.text, metadata=metadata)

    return PassageRetriever()
