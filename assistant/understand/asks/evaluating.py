"""Which part of a self-evaluation a question asks after: points, what was done, what was missed, how far, why."""

import re
import tomllib
import unicodedata
from decimal import Decimal
from functools import cache
from importlib import resources

from assistant.understand.words.limits_said import Comparison
from assistant.understand.words.operations import operations_said
from ingest.wording.glyphs import bare

_BETWEEN = re.compile(r"(\d+(?:\.\d+)?)%?(?:到|至|-|~|和)(\d+(?:\.\d+)?)%(?:之间)?")
_EQUAL = re.compile(r"(?<![\d.到至过于足以])(?:为|是|等于)?(\d+(?:\.\d+)?)%(?=的|项目)")
_DONE = re.compile(
    r"((?!完成|做到|达到|实现|落实|达成|.成)[\u4e00-\u9fff]{1,2})了(多少|几)"
)  # 换了几套: 更新课桌 is told by 换
_POINTS = re.compile(r"(?<=\d)分(?!钟|别|之(?!间))")


@cache
def _patterns() -> dict[str, re.Pattern[str]]:
    data = tomllib.loads(resources.files("assistant.lexicon").joinpath("evaluation.toml").read_text("utf-8"))
    return {part: re.compile("|".join(f"(?:{each})" for each in patterns)) for part, patterns in data.items()}


def asked_parts(words: str) -> frozenset[str]:
    """The parts of a self-evaluation that a question's words ask after, by the names of ``evaluation.toml``."""
    spoken = _patterns()["required"].sub(" ", bare(words))
    return frozenset(part for part, pattern in _patterns().items() if pattern.search(spoken))


def asks_what_was_done(words: str) -> bool:
    """Whether a question asks for what was reached or how it was judged, and no target answers it."""
    judged = re.search("自评|得分(?!.{0,4}(?:目标|要求|应|至少|不低于))", words) is not None
    return judged or bool(asked_parts(words) & {"actual", "gap", "missed", "met"})


def without_parts(words: str, *parts: str) -> str:
    """A question without the words that ask after some parts; a count asked for stays: 实际装成了几台 -> 装成了几台."""
    spoken = bare(words)
    for part in parts:
        spoken = _patterns()[part].sub(_counted, spoken)
    return spoken


def _counted(found: re.Match[str]) -> str:
    if re.search(r"时候|何时|几月|哪天", found[0]):
        return found[0]
    if (done := _DONE.fullmatch(found[0])) is not None:
        return done[1] + done[2]
    counted = re.search(r"(?:多少|几)$", found[0])
    return counted[0] if counted is not None else " "


def conditions_on_points(words: str) -> tuple[Comparison, ...]:
    """Conditions on points or rates of a question as said: 低于95分, 没到95.5%; read as percentages are."""
    spoken = _as_rates(words)
    found: dict[tuple[int, int], Comparison] = {}
    for pattern, sign in ((_BETWEEN, "between"), (_EQUAL, "=")):
        for match in pattern.finditer(spoken):
            upper = Decimal(match[2]) if sign == "between" else None
            found[match.span()] = Comparison(sign, Decimal(match[1]), "%", upper)
    for said in operations_said(spoken):
        if said.family == "compare" and isinstance(said.value, Comparison) and said.value.unit == "%":
            found[said.start, said.end] = said.value
    kept = [
        (span, one)
        for span, one in found.items()
        if not any(o != span and o[0] <= span[0] and span[1] <= o[1] for o in found)
    ]
    return tuple(one for _, one in kept)


def without_conditions(words: str) -> str:
    """A question, as said, without its conditions on points or rates, in comparison form."""
    spoken = _as_rates(words)
    spans = [(s.start, s.end) for s in operations_said(spoken) if s.family == "compare"]
    spans += [match.span() for pattern in (_BETWEEN, _EQUAL) for match in pattern.finditer(spoken)]
    return bare("".join("|" if any(a <= i < b for a, b in spans) else c for i, c in enumerate(spoken)))


def _as_rates(words: str) -> str:
    """A question with its points as percentages: comparison form would lose the point of 98.5."""
    return _POINTS.sub("%", re.sub(r"\s", "", unicodedata.normalize("NFKC", words)))
