"""Books of the departments whose units share one list of lines: read from a TOML file of units and projects."""

import tomllib
from decimal import Decimal
from functools import cache
from pathlib import Path

from samples.books import CAREER, GRANT, OTHER, Book, Entry, joined

HERE = Path(__file__).parent
FIXED = {"30108": "2080505", "30109": "2080506", "30113": "2210201"}


@cache
def book_of(file: str, year: int) -> Book:
    """The budget in a TOML file beside this one, in the unit that file says."""
    with (HERE / file).open("rb") as opened:
        table = tomllib.load(opened)
    entries = []
    for unit in table["unit"]:
        for code, text in unit["basic"].items():
            entries.append(Entry(unit["name"], _function(unit["functions"], code), code, Decimal(text)))
    for row in table["project"]:
        paid = {CAREER: Decimal(row.get("career", "0")), OTHER: Decimal(row.get("other", "0"))}
        paid[GRANT] = Decimal(row["amount"]) - sum(paid.values())
        for source, amount in paid.items():
            entries.append(Entry(row["unit"], row["function"], row["economic"], amount, row["name"], source))
    return Book(year, "预算", joined(entries))


def _function(functions: dict[str, str], code: str) -> str:
    """Pensions, health and housing have codes of their own; the rest runs the unit."""
    if code in FIXED:
        return FIXED[code]
    if code == "30110":
        return functions["medical"]
    return functions["pension"] if code.startswith("303") else functions["run"]


def unit_names(book: Book) -> list[str]:
    """The units in printed order."""
    return list(dict.fromkeys(entry.unit for entry in book.entries))


def project_amounts(book: Book) -> dict[str, Decimal]:
    """Every project with its amount of all funds, in printed order."""
    amounts: dict[str, Decimal] = {}
    for entry in book.projects().entries:
        amounts[entry.project or ""] = amounts.get(entry.project or "", Decimal(0)) + entry.amount
    return amounts


def public_of(book: Book) -> dict[str, Decimal]:
    """The three public items and what they sum to, in the book's unit."""
    granted = book.granted()
    codes = (("abroad", "30212"), ("buy", "31013"), ("run", "30231"), ("host", "30217"))
    parts = {name: granted.economic(code) for name, code in codes}
    parts["cars"] = parts["buy"] + parts["run"]
    parts["total"] = parts["abroad"] + parts["cars"] + parts["host"]
    return parts
