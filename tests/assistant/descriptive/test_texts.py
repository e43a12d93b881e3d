"""A clause that asks in words of what the clause before it found."""

import pytest

from assistant.computing.figures.looking import Desk
from assistant.descriptive import texts
from assistant.finding.evidence import Found, Outcome
from assistant.plan import Ask, Operation


def _named(monkeypatch: pytest.MonkeyPatch, *found: str) -> list[str]:
    """The things whose use is looked for, where a list of some names was found before."""
    asked: list[str] = []

    def purpose(desk: object, ask: Ask) -> Outcome:
        asked.extend(term.text for term in ask.terms)
        return Outcome("quotes")

    monkeypatch.setattr(texts, "purpose", purpose)
    asks = (Ask(Operation.LIST), Ask(Operation.PURPOSE))
    before = Outcome("list", found=[Found(name, None, "", []) for name in found])
    desk: Desk = None  # type: ignore[assignment]
    told = texts.told_of_the_found(desk, asks, [before, Outcome("refusal")])
    assert told[1].kind == ("quotes" if asked else "refusal")
    return asked


def test_the_use_of_the_one_thing_found_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    assert _named(monkeypatch, "河道清淤项目") == ["河道清淤项目"]


def test_of_several_things_none_is_meant(monkeypatch: pytest.MonkeyPatch) -> None:
    assert _named(monkeypatch, "河道清淤项目", "防汛物资采购") == []
