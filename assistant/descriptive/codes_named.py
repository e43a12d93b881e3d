"""Lines that a question of words names by codes: sentences tell of them by name (2130306 as 水利工程运行与维护)."""

import re
from dataclasses import dataclass, replace

from assistant.computing.figures.looking import Desk
from assistant.finding.scope import periods_of, places_of
from assistant.plan import Plan, Scope, Term
from ingest.wording.glyphs import bare

_CODE = re.compile(
    r"[（(]?(?<![\d.A-Za-z-])(?P<code>\d{3}|\d{5}|\d{7})(?![\d.A-Za-z%-]|[万亿元年月个项家名条号人])[）)]?"
)

_ITEM_CODE = 7  # digits
_ITEM = re.compile(r"[）)”\"]([^（）()”\"]+)[（(]项[）)]")


@dataclass(frozen=True, slots=True)
class Coded:
    """What the codes of a question come to: the names of items among them, and the codes that no row bears."""

    items: tuple[str, ...] = ()
    left: tuple[str, ...] = ()

    def told_in(self, text: str, label: str) -> bool:
        """Whether a text, or the row of a label that it belongs to, tells of the items named and of every code left.

        Sentences name an item by its whole line of headings, …（款）X（项）; signs may have been swapped in them.
        """
        told = [_signs(bare(name)) for name in ([label.split(" ")[0]] if label else _ITEM.findall(text))]
        named = (_signs(i) in told if told else i.removesuffix("支出") in bare(text) for i in self.items)
        return (not self.items or any(named)) and all(code in text for code in self.left)


def codes_as_names(desk: Desk, plan: Plan, scope: Scope) -> tuple[Plan, Coded]:
    """The plan with each code of its question said as the name that its row bears in the documents looked into."""
    codes = {found["code"] for found in _CODE.finditer(plan.question)}
    if not codes or not scope.departments:
        return plan, Coded()
    names = _names_of(desk, scope, codes)
    left = tuple(code for code in sorted(codes - set(names)) if len(code) == _ITEM_CODE)
    if not names:
        return plan, Coded((), left)
    said = bare(_CODE.sub("|", plan.question))

    def named(found: re.Match[str]) -> str:
        name = names.get(found["code"])
        return found[0] if name is None else "" if bare(name) in said else name

    terms = {code: Term(name, "name", names=((bare(name), 1.0),)) for code, name in names.items()}
    asks = tuple(replace(ask, terms=tuple(terms.get(t.text, t) for t in ask.terms)) for ask in plan.asks)
    items = tuple(bare(name) for code, name in names.items() if len(code) == _ITEM_CODE)
    return replace(plan, question=_CODE.sub(named, plan.question), asks=asks), Coded(items, left)


def _signs(name: str) -> list[str]:
    return sorted(name.removesuffix("支出"))


def _names_of(desk: Desk, scope: Scope, codes: set[str]) -> dict[str, str]:
    """The name of each code that one name alone is printed beside."""
    found: dict[str, dict[str, str]] = {}
    for options in places_of(desk.library, scope, desk.units):
        for document in (d for place in options for period in periods_of(place, scope) for d in period.documents):
            for row in (row for table in desk.library.holding(document.id).tables for row in table.rows):
                if row.code in codes:
                    found.setdefault(row.code, {})[bare(row.row.label)] = row.row.label
    return {code: next(iter(labels.values())) for code, labels in found.items() if len(labels) == 1}
