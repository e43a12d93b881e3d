"""澜川市文化广电旅游局: its 2026 book in 元, and the figures of 2025 that its narrative compares with."""

import tomllib
from decimal import Decimal
from functools import cache
from pathlib import Path

from samples.books import CAREER, GRANT, OTHER, Book, Entry, joined

DEPARTMENT = "澜川市文化广电旅游局"
HERE = Path(__file__).parent
PENSION = {"30108": "2080505", "30109": "2080506"}
# Budget 2025, in 元.
BEFORE_INCOME = Decimal("108215300")
BEFORE_GRANT = Decimal("106990300")
# Budget 2025 of the three public items, in 万元.
BEFORE_PUBLIC = {
    "abroad": Decimal("9.60"),
    "buy": Decimal("0"),
    "run": Decimal("24.80"),
    "host": Decimal("6.35"),
}
OPERATING_UNITS = (DEPARTMENT,)


@cache
def book() -> Book:
    """The 2026 budget; amounts in 元."""
    with (HERE / "culture.toml").open("rb") as file:
        table = tomllib.load(file)
    entries = []
    for unit in table["unit"]:
        for code, text in unit["basic"].items():
            entries.append(Entry(unit["name"], _function(unit["functions"], code), code, Decimal(text)))
    for row in table["project"]:
        paid = {CAREER: Decimal(row.get("career", "0")), OTHER: Decimal(row.get("other", "0"))}
        paid[GRANT] = Decimal(row["amount"]) - sum(paid.values())
        for source, amount in paid.items():
            entries.append(Entry(row["unit"], row["function"], row["economic"], amount, row["name"], source))
    return Book(2026, "预算", joined(entries))


def _function(functions: dict[str, str], code: str) -> str:
    if code in PENSION:
        return PENSION[code]
    if code == "30110":
        return functions["medical"]
    if code == "30113":
        return "2210201"
    return functions["pension"] if code.startswith("303") else functions["run"]


def unit_names() -> list[str]:
    """The four units, the department's own first."""
    return list(dict.fromkeys(entry.unit for entry in book().entries))


def project_amounts() -> dict[str, Decimal]:
    """Every project with its amount in 元, all funds."""
    amounts: dict[str, Decimal] = {}
    for entry in book().projects().entries:
        amounts[entry.project or ""] = amounts.get(entry.project or "", Decimal(0)) + entry.amount
    return amounts


def public() -> dict[str, Decimal]:
    """The three public items of 2026 in 万元, and what they sum to."""
    granted = book().granted()
    parts = {
        name: granted.economic(code) / 10_000
        for name, code in (("abroad", "30212"), ("buy", "31013"), ("run", "30231"), ("host", "30217"))
    }
    parts["cars"] = parts["buy"] + parts["run"]
    parts["total"] = parts["abroad"] + parts["cars"] + parts["host"]
    return parts


def operating() -> Decimal:
    """机关运行经费 in 元: 302 and 310 of basic expenditure of the office itself."""
    basic = book().granted().basic().of(DEPARTMENT)
    return basic.economic("302") + basic.economic("310")
