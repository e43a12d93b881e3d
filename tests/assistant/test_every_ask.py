"""Each of several asks is told by itself where figures told fewer of them."""

from decimal import Decimal

from assistant.every_ask import every_ask
from assistant.finding.evidence import Found, Outcome, Told
from assistant.plan import Ask, Operation, Plan, Scope


def told_of(question: str, *found: Found) -> Told:
    """A turn of one body of which figures were told."""
    ask = Ask(Operation.COUNT, scope=Scope(said=("某局",)), words=question)
    return Told(Plan(question, "zh", (ask,), pieces=("编制",)), [Outcome("figures", found=[f]) for f in found])


POSTS, STAFF, RETIRED = (Found(name, Decimal(n), "人", []) for name, n in (("编制", 14), ("在职", 12), ("退休", 8)))
KEPT = {"编制": POSTS, "在职": STAFF, "退休的有几个": RETIRED}


def alone(words: str) -> Told:
    """A clause as a question of its own."""
    return told_of(words, *(found for name, found in KEPT.items() if name in words))


def test_the_ask_that_was_dropped_is_told_as_the_one_before_it_asks() -> None:
    told = every_ask(told_of("某局编制几个，在职几个，退休的呢", POSTS, STAFF), alone)
    assert told is not None
    assert [o.found[0].label for o in told.outcomes] == ["编制", "在职", "退休"]


def test_an_ask_that_nothing_tells_is_said_not_to_be_told() -> None:
    told = every_ask(told_of("某局编制几个，食堂阿姨几个", POSTS), alone)
    assert told is not None
    assert [o.kind for o in told.outcomes] == ["figures", "refusal"]


def test_a_turn_whose_asks_were_all_told_stays() -> None:
    assert every_ask(told_of("某局编制几个，在职几个", POSTS, STAFF), alone) is None
    assert every_ask(told_of("某局编制几个，在职几个，一共几个", POSTS, STAFF), alone) is None
