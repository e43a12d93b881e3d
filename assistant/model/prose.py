"""A model's wording of an answer, held word by word against the answer's evidence before anyone relies on it."""

import re
import unicodedata
from collections.abc import Iterable
from decimal import Decimal

from assistant.answer import Answer, AnswerKind
from assistant.model.prompts import WRITE
from ingest.wording.glyphs import bare, normal
from ingest.wording.numbers import value_of

_NUMBER = re.compile(r"\d[\d,]*(?:\.\d+)?")
_CITATION = re.compile(r"\[(\d{1,3})\]")
# 三百万元, 两成: amounts in words escape a check of digits, so they must stand in the evidence as they are.
_SPELLED = re.compile(
    r"[零〇一二两三四五六七八九十百千万亿]{2,}(?:元|个|人|辆|项|倍)|[一二两三四五六七八九]成|翻[一二两三]?番"
)
_QUOTED = re.compile(r"[“「『《\"]([^”」』》\"]{2,80})[”」』》\"]")
_DIRECTIONS = ("增加", "增长", "上升", "提高", "减少", "下降", "降低", "increase", "decrease", "rose", "fell", "grew")
_STRAY = re.compile(r"https?:|www\.|[/\\](?:home|root|etc|usr|work|tmp)\b|<[a-z/]|```", re.I)
MOST_EVIDENCE = 12  # sources shown to the model; more would not be read by a small one
LONGEST = 900  # characters of an answer of three sentences, with room


def evidence_of(answer: Answer) -> list[str]:
    """The numbered evidence: the sources in the answer's order."""
    return [
        f"{source.title or source.document}, p. {source.page}, {source.table or ''} {source.row or ''} "
        f"{source.column or ''}: {source.text}"
        for source in answer.sources[:MOST_EVIDENCE]
    ]


def writing_prompt(question: str, answer: Answer) -> str:
    """The prompt that asks for an answer's wording."""
    evidence = "\n".join(f"[{number}] {text}" for number, text in enumerate(evidence_of(answer), 1))
    return WRITE.format(question=question, answer=answer.text, evidence=evidence)


def fault_of(prose: str, answer: Answer, names: Iterable[str]) -> str | None:
    """Why a wording may not stand for an answer, None where every number, name and key holds.

    ``names`` are all names of the store: one that the prose uses must stand in this answer's evidence.
    """
    text = prose.strip()
    if not text or len(text) > LONGEST:
        return "length"
    if _STRAY.search(text):
        return "stray"
    keys = [int(key) for key in _CITATION.findall(text)]
    if not keys or any(not 1 <= key <= min(len(answer.sources), MOST_EVIDENCE) for key in keys):
        return "citation"
    told = _told(answer)
    words = _CITATION.sub("", text)
    known = {_value(number) for number in _numbers(_said(answer))}
    if any(_value(number) not in known for number in _numbers(words)):
        return "number"
    if any(found.group() not in told for found in _SPELLED.finditer(words)):
        return "number"
    if answer.kind is AnswerKind.NUMBER and not _states_figure(words, answer):
        return "figure"
    flat = normal(words)
    if any(word in flat.lower() and word not in told.lower() for word in _DIRECTIONS):
        return "direction"
    if any(normal(found.group(1)) not in told for found in _QUOTED.finditer(words)):
        return "name"
    plain, told_plain = bare(words), bare(told)
    if any(len(name) >= 4 and name in plain and name not in told_plain for name in names):
        return "name"
    return None


def _states_figure(words: str, answer: Answer) -> bool:
    if not answer.figures:
        return True
    wanted = answer.figures[0]
    near = [found for found in _NUMBER.finditer(normal(words)) if _value(found.group()) == abs(wanted.value)]
    return any(normal(words)[found.end() :].lstrip().startswith(normal(wanted.unit)) for found in near)


def _numbers(text: str) -> list[str]:
    return _NUMBER.findall(unicodedata.normalize("NFKC", text))


def _told(answer: Answer) -> str:
    return normal(_said(answer))


def _said(answer: Answer) -> str:
    """Everything the answer itself says or shows."""
    parts = [answer.text, answer.method]
    for source in answer.sources:
        parts += [source.title, source.document, source.table or "", source.row or "", source.column or "", source.text]
    parts += [format(figure.value, "f") for figure in answer.figures]
    parts += [str(source.page) for source in answer.sources]
    return "\n".join(parts)


def _value(number: str) -> Decimal:
    return value_of(number)
