"""The measures of one answer, one function each; every comparison is exact in decimals."""

import unicodedata
from collections.abc import Sequence
from decimal import Decimal

from eval.cases import Expected, ExpectedFigure, ExpectedItem
from eval.given import Given, GivenFigure
from ingest.records.units import MONEY_UNITS

_SCALES = {unit.name: unit.scale for unit in MONEY_UNITS}
_PERCENT = {"%", "％", "百分比", "个百分点", "percent"}


def right(expected: Expected, answer: Given) -> bool:
    """Whether the answer is what was expected, or one of the alternatives that are as right."""
    return _right(expected, answer) or any(right(other, answer) for other in expected.alternatives)


def wrong_figure(expected: Expected, answer: Given) -> bool:
    """Whether figures were given as the answer that are not the expected ones: worse than a miss."""
    return _states_figures(answer) and not right(expected, answer)


def source_right(expected: Expected, answer: Given) -> bool | None:
    """Whether a source leads to the expected document and page; None where the case names neither."""
    if expected.document is None and not expected.pages:
        return None
    return any(
        (expected.document is None or document == expected.document) and (not expected.pages or page in expected.pages)
        for document, page in answer.places
    )


def same_figure(expected: ExpectedFigure, answer: GivenFigure) -> bool:
    """Whether two figures are equal once in one unit.

    One that is computed, or printed in another unit, may carry more decimals: it is equal where it rounds to the
    expected one (a text in 万元 rounds what its tables print in 元). Printed in one unit, they are equal or not.
    """
    unit = answer.unit if expected.unit is None or "/" in expected.unit else _measured(answer.unit)
    if answer.value is None or not _comparable(expected.unit, unit):
        return False
    factor = _scale(unit) / _scale(expected.unit) if expected.unit is not None else Decimal(1)
    difference = abs(answer.value * factor - expected.value)
    exponent = expected.value.as_tuple().exponent
    rounded = factor != 1 or (answer.computed and isinstance(exponent, int) and exponent < 0)
    return difference <= Decimal(5).scaleb(int(exponent) - 1) if rounded else difference == 0


def same_label(expected: str, answer: str) -> bool:
    """Whether two names are one once brackets, blanks and widths are out; one may carry more words around it."""
    first, second = plain(expected), plain(answer)
    return bool(first) and bool(second) and (first in second or second in first)


def items_right(expected: Sequence[ExpectedItem], answer: Sequence[GivenFigure], ordered: bool) -> bool:
    """Whether a list holds all that was expected and nothing else, in the expected order where that was asked."""
    if len(expected) != len(answer):
        return False
    if ordered:
        return all(_same_item(wanted, came) for wanted, came in zip(expected, answer, strict=True))
    return _all_pair(list(expected), list(answer))


def phrases_right(phrases: Sequence[str], text: str) -> bool:
    """Whether every phrase stands in the text, blanks and widths aside."""
    whole = plain(text)
    return all(plain(phrase) in whole for phrase in phrases)


def plain(text: str) -> str:
    """A text without what typesetting adds: full width made half, blanks, quotes, brackets and dashes out."""
    folded = unicodedata.normalize("NFKC", text).casefold()
    return "".join(
        sign for sign in folded if not sign.isspace() and sign not in "\"'“”‘’「」《》()[]〔〕【】-–—－,、，。:;"
    )


def _right(expected: Expected, answer: Given) -> bool:
    match expected.kind:
        case "number" if len(expected.figures) == 1:
            one = answer.figures[:1] if answer.kind == "number" else answer.items if answer.kind == "list" else ()
            return len(one) == 1 and same_figure(expected.figures[0], one[0])
        case "number":
            came = [*answer.figures, *answer.items]
            return _states_figures(answer) and all(
                any(same_figure(each, one) for one in came) for each in expected.figures
            )
        case "list":
            return answer.kind == "list" and items_right(expected.items, answer.items, expected.ordered)
        case "text":
            return answer.kind in ("text", "number", "list") and phrases_right(expected.contains, answer.text)
        case _:
            said = "\n".join((answer.text, *answer.choices))
            return answer.kind == expected.kind and phrases_right(expected.contains, said)


def _states_figures(answer: Given) -> bool:
    return answer.kind in ("number", "list")


def _same_item(expected: ExpectedItem, answer: GivenFigure) -> bool:
    return (expected.label is None or same_label(expected.label, answer.label)) and (
        expected.figure is None or same_figure(expected.figure, answer)
    )


def _all_pair(expected: list[ExpectedItem], answer: list[GivenFigure]) -> bool:
    """Whether every expected line finds an answer line of its own (augmenting paths: names may contain each other)."""
    taken: dict[int, int] = {}

    def place(wanted: int, tried: set[int]) -> bool:
        for index, came in enumerate(answer):
            if index in tried or not _same_item(expected[wanted], came):
                continue
            tried.add(index)
            if index not in taken or place(taken[index], tried):
                taken[index] = wanted
                return True
        return False

    return all(place(wanted, set()) for wanted in range(len(expected)))


def _measured(unit: str | None) -> str | None:
    """The unit of an amount printed for one of a kind: 元 of 元/人/天, where the question says for whom."""
    return unit.split("/")[0] if unit is not None else None


def _scale(unit: str | None) -> Decimal:
    return _SCALES.get(unit or "", Decimal(1))


def _comparable(expected: str | None, answer: str | None) -> bool:
    if expected is None:
        return True
    if expected in _SCALES or answer in _SCALES:
        return expected in _SCALES and answer in _SCALES
    if expected in _PERCENT or answer in _PERCENT:
        return expected in _PERCENT and answer in _PERCENT
    return True  # 个, 项, 次: what is counted is named in many ways
