"""Question sets: one case a line of JSON, what is asked and what a right answer holds."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from pathlib import Path

KINDS = ("number", "list", "text", "refusal", "clarification")


class CaseError(ValueError):
    """A line of a question set that is not a case; the message names file, line and what is wrong."""


@dataclass(frozen=True, slots=True)
class ExpectedFigure:
    """A figure that the answer must give; ``unit`` as printed (万元, %, 个), None where any unit will do."""

    value: Decimal
    unit: str | None


@dataclass(frozen=True, slots=True)
class ExpectedItem:
    """One line of an expected list: its name, its figure, or both."""

    label: str | None
    figure: ExpectedFigure | None


@dataclass(frozen=True, slots=True)
class Expected:
    """What a right answer holds; ``alternatives`` are other answers that are as right."""

    kind: str
    figures: tuple[ExpectedFigure, ...] = ()
    items: tuple[ExpectedItem, ...] = ()
    ordered: bool = False
    contains: tuple[str, ...] = ()
    document: str | None = None
    pages: tuple[int, ...] = ()
    alternatives: tuple["Expected", ...] = ()


@dataclass(frozen=True, slots=True)
class Case:
    """One question with the turns before it, its category and what is expected."""

    id: str
    question: str
    after: tuple[str, ...]
    category: str
    expect: Expected


def load_cases(path: Path) -> tuple[Case, ...]:
    """The cases of one JSONL file; raises CaseError on the first line that is not one, OSError where unreadable."""
    cases: list[Case] = []
    seen: set[str] = set()
    for number, line in enumerate(path.read_text("utf-8-sig").splitlines(), start=1):
        if not line.strip():
            continue
        place = f"{path.name} line {number}"
        try:
            case = _case(json.loads(line))
        except (ValueError, TypeError, KeyError, AttributeError, InvalidOperation) as fault:
            raise CaseError(f"{place}: {fault!r}") from fault
        if case.id in seen:
            raise CaseError(f"{place}: the id {case.id!r} stands twice")
        seen.add(case.id)
        cases.append(case)
    return tuple(cases)


def _case(data: Mapping[str, object]) -> Case:
    expect = data["expect"]
    if not isinstance(expect, Mapping):
        raise ValueError("expect is an object")
    after = data.get("after") or ()
    if not isinstance(after, list | tuple):
        raise ValueError("after is a list of the earlier questions, or null")
    return Case(
        id=str(data["id"]),
        question=str(data["question"]),
        after=tuple(map(str, after)),
        category=str(data.get("category") or "other"),
        expect=_expected(expect),
    )


def _expected(data: Mapping[str, object]) -> Expected:
    known = {"kind", "value", "unit", "values", "items", "ordered", "contains", "document", "page", "or"}
    if unknown := sorted(set(data) - known):
        raise ValueError(f"expect knows no {', '.join(unknown)}")
    if data.get("kind") not in KINDS:
        raise ValueError(f"expect.kind is one of {', '.join(KINDS)}")
    expected = Expected(
        kind=str(data["kind"]),
        figures=_figures(data),
        items=tuple(_item(item) for item in _objects(data, "items")),
        ordered=bool(data.get("ordered", False)),
        contains=tuple(str(phrase) for phrase in _list(data, "contains")),
        document=None if data.get("document") is None else str(data["document"]),
        pages=_pages(data.get("page")),
        alternatives=tuple(_expected(other) for other in _objects(data, "or")),
    )
    if expected.kind == "number" and not expected.figures:
        raise ValueError("a number is expected, but no value is given")
    if expected.kind == "list" and not expected.items:
        raise ValueError("a list is expected, but no items are given")
    if expected.kind == "text" and not expected.contains:
        raise ValueError("a text is expected, but no phrases it contains are given")
    return expected


def _figures(data: Mapping[str, object]) -> tuple[ExpectedFigure, ...]:
    several = _objects(data, "values")
    if several:
        return tuple(figure for each in several if (figure := _figure(each)))
    figure = _figure(data)
    return () if figure is None else (figure,)


def _figure(data: Mapping[str, object]) -> ExpectedFigure | None:
    value, unit = data.get("value"), data.get("unit")
    if value is None:
        return None
    if isinstance(value, float):
        raise ValueError(f"write the value {value} as a string: a figure is never a binary float")
    return ExpectedFigure(Decimal(str(value)), None if unit is None else str(unit))


def _item(data: Mapping[str, object]) -> ExpectedItem:
    label = data.get("label")
    item = ExpectedItem(None if label is None else str(label), _figure(data))
    if item.label is None and item.figure is None:
        raise ValueError("an item has a label, a value, or both")
    return item


def _list(data: Mapping[str, object], key: str) -> list[object]:
    value = data.get(key) or []
    if not isinstance(value, list):
        raise ValueError(f"{key} is a list")
    return value


def _objects(data: Mapping[str, object], key: str) -> list[Mapping[str, object]]:
    objects = [each for each in _list(data, key) if isinstance(each, Mapping)]
    if len(objects) != len(_list(data, key)):
        raise ValueError(f"{key} is a list of objects")
    return objects


def _pages(page: object) -> tuple[int, ...]:
    if page is None:
        return ()
    pages = page if isinstance(page, list) else [page]
    return tuple(int(str(each)) for each in pages)
