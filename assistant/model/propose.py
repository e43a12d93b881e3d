"""A model's guess at words the grammar does not know, schema-checked, only ever a question back."""

import re

from pydantic import BaseModel, ConfigDict, ValidationError

from assistant.model.prompts import READ

MOST_KNOWN = 150  # terms shown to the model
_FIXED = re.compile(r"[0-9０-９零〇一二两三四五六七八九十百千万亿%％]")


class _Reading(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)

    word: str
    means: str


class Readings(BaseModel):
    """What the model may say: unknown word -> known term, nothing else."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    readings: tuple[_Reading, ...]


def reading_prompt(question: str, unknown: tuple[str, ...], known: list[str]) -> str:
    """The prompt that asks what unknown words mean."""
    return READ.format(question=question, unknown="、".join(unknown), known="、".join(known[:MOST_KNOWN]))


def rewritten(question: str, unknown: tuple[str, ...], known: list[str], reply: str) -> str | None:
    """The question with every unknown word put in known terms; None where the reply does not cover them all.

    Words with figures in them are never replaced: a year or amount the documents lack must stay a refusal.
    """
    found = re.search(r"\{.*\}", reply, re.S)
    if found is None:
        return None
    try:
        readings = Readings.model_validate_json(found.group())
    except ValidationError:
        return None
    means = {reading.word: reading.means for reading in readings.readings}
    words = question
    for word in unknown:
        term = means.get(word)
        if term is None or term not in known or _FIXED.search(word) or word not in words:
            return None
        words = words.replace(word, term)
    return words
