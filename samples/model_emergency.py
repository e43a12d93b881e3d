"""澜川市应急管理局: units, projects and its three books (2025 budget, 2025 final account, 2026 budget)."""

import tomllib
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Any

from samples.books import GRANT, OTHER, Book, Entry, joined
from samples.money import ZERO, rounded

HERE = Path(__file__).parent
DEPARTMENT = "澜川市应急管理局"


@dataclass(frozen=True)
class Unit:
    """A unit that spends money; ``kind`` is administrative or institution."""

    short: str
    name: str
    kind: str


@dataclass(frozen=True)
class Indicator:
    """A performance indicator: two-digit code, name, target of the whole term and of the year."""

    code: str
    name: str
    whole: str
    year: str


@dataclass(frozen=True)
class Project:
    """A project with its amounts of three books (None: not in that book); ``own`` parts are paid by 其他收入."""

    unit: str
    name: str
    function: str
    amounts: dict[str, Decimal | None]
    own: dict[str, Decimal]
    secret: bool
    transfer: bool
    goal: str
    indicators: tuple[Indicator, ...]
    economic: str
    other: dict[str, Decimal]


BOOKS = {"amount": (2026, "预算"), "last": (2025, "预算"), "final": (2025, "决算")}


def _table(name: str) -> dict[str, Any]:
    with (HERE / name).open("rb") as file:
        return tomllib.load(file)


@cache
def units() -> tuple[Unit, ...]:
    """The six units, the department's own first."""
    rows = _table("emergency_units.toml")["unit"]
    return tuple(Unit(row["short"], row["name"], row["kind"]) for row in rows)


@cache
def projects() -> tuple[Project, ...]:
    """Every project of the three books, in printed order."""
    names = {unit.short: unit.name for unit in units()}
    return tuple(
        Project(
            unit=names[row["unit"]],
            name=row["name"],
            function=row["function"],
            amounts={key: Decimal(row[key]) if key in row else None for key in BOOKS},
            own={key: Decimal(row.get("own" if key == "amount" else f"own_{key}", "0.00")) for key in BOOKS},
            secret=row.get("secret", False),
            transfer=row.get("transfer", False),
            goal=row.get("goal", ""),
            indicators=tuple(Indicator(*text.split("|")) for text in row.get("indicators", ())),
            economic=row["economic"],
            other={code: Decimal(text) for code, text in row.get("other", {}).items()},
        )
        for row in _table("emergency_projects.toml")["project"]
    )


@cache
def book(key: str) -> Book:
    """The book ``amount`` (2026 budget), ``last`` (2025 budget) or ``final`` (2025 final account), no transfers."""
    year, stage = BOOKS[key]
    return Book(year, stage, joined([*_basic(key), *_spent(key)]))


def _basic(key: str) -> list[Entry]:
    table = _table("emergency_units.toml")
    entries = []
    for row in table["unit"]:
        for code, text in row["basic"].items():
            amount = _scaled(Decimal(text), code, key, table["before"])
            if code == "30102":
                housing = _scaled(Decimal(row["housing"]), code, key, table["before"])
                entries.append(Entry(row["name"], "2210203", code, housing))
                amount -= housing
            entries.append(Entry(row["name"], _function(row, code), code, amount))
    return entries


def _scaled(amount: Decimal, code: str, key: str, before: dict[str, list[str]]) -> Decimal:
    budget, outturn = (Decimal(text) for text in before[code])
    if key == "amount":
        return amount
    last = rounded(amount * budget)
    return last if key == "last" else rounded(last * outturn)


def _function(unit: dict[str, Any], code: str) -> str:
    """The functional code of a basic line: pensions, health and housing have their own, the rest runs the office."""
    administrative = unit["kind"] == "administrative"
    fixed = {"30108": "2080505", "30109": "2080506", "30111": "2101103", "30113": "2210201"}
    if code in fixed:
        return fixed[code]
    if code == "30110":
        return "2101101" if administrative else "2101102"
    if code.startswith("303"):
        return "2080501" if administrative else "2080502"
    if unit["short"] == "地震监测中心":
        return "2240550"
    return "2240101" if administrative else "2240150"


def _spent(key: str) -> list[Entry]:
    entries = []
    for project in projects():
        amount = project.amounts[key]
        if amount is None or project.transfer:
            continue
        whole = next(each for each in project.amounts.values() if each is not None)
        rest = amount - project.own[key]
        for code, part in project.other.items():
            if code == "31013" and key != "amount":
                continue  # the vehicle is bought in 2026 only
            part = rounded(part * amount / whole)
            entries.append(Entry(project.unit, project.function, code, part, project.name, GRANT))
            rest -= part
        entries.append(Entry(project.unit, project.function, project.economic, rest, project.name, GRANT))
        entries.append(Entry(project.unit, project.function, project.economic, project.own[key], project.name, OTHER))
    return entries


def listed(key: str, unit: str) -> list[Project]:
    """A unit's projects of one book in printed order, transfers included."""
    return [project for project in projects() if project.unit == unit and project.amounts[key] is not None]


def granted(project: Project, key: str) -> Decimal:
    """What the treasury pays of a project, 万元."""
    return (project.amounts[key] or ZERO) - project.own[key]
