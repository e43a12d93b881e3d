"""English questions in the Chinese words the grammar knows, in the order Chinese says them.

Body, year, condition, thing, operation: English spreads them freely, so the pieces of a clause are taken apart by what
they do and put together as Chinese asks. What no phrase covers stays as it is and is refused like any unknown word.
"""

import re
from collections.abc import Iterable
from itertools import takewhile

from assistant.understand.bodies.named import Bodies
from assistant.understand.english.bodies import with_bodies
from assistant.understand.english.choice import Holding, Spelt, chosen, spelt_out
from assistant.understand.english.its_budget import with_project_meant
from assistant.understand.english.order import clause_in_order
from assistant.understand.english.parts import ASKING, TOPIC, Parts, taken_apart
from assistant.understand.english.per_person import with_each_person
from assistant.understand.english.pieces import Piece, pieces_of
from assistant.understand.english.shared_tails import with_own_tails
from assistant.understand.english.turns import in_fewer_words
from ingest.wording.glyphs import bare
from ingest.wording.names import is_body_name

_CLAUSE = re.compile(
    r"[;?!]\s*|[,:]?\s+and\s+(?:(?:for|to|with|across)\s+)?(?=(?:how|what|why|which)\b)|"
    r",\s*(?=(?:how|what|why|which)\b)|\.\s+(?=[A-Z])",
    re.IGNORECASE,
)
_OF_HIS = re.compile(r"(?<=[一-龥])'s\b")  # 某局's budget
_SUBJECTS = ("terms", "words", "unknown", "entity", "body", "year", "level", "stage")
_DONE_TO = frozenset(("to", "to be", "are", "are to be", "were", "will", "will be", "have", "have been", "had been"))
_SAID_OF_MONEY = ("sum", "over")  # asks for nothing by itself


# A body's English name with the Chinese one in brackets: the Chinese one is the name it is held by.
_WORD = (
    r"(?!(?:How|What|Which|Who|Why|When|Where|Does|Did|Do|Has|Have|Had|Is|Are|Was|Were|Will|Can|Could|Please|In|For|Of|At"
    r"|Under|By|On|From|To|With|According|Between|And|Tell|Give|Show|List|Compare)\b)[A-Z][\w'.-]*"
)
_BOTH_NAMES = re.compile(
    rf"(?:\bthe\s+)?\b{_WORD}(?:,?\s+(?:(?:of|and|for|the|&|in|government|municipal|district|county|city|provincial|people's)\s+)*{_WORD})*\s*[（(](?P<name>[\u4e00-\u9fff]{{4,}})[）)]"
)


def _by_chinese_names(question: str, bodies: Bodies) -> str:
    """A question with every body that is named in both languages by its Chinese name alone."""

    def named(found: re.Match[str]) -> str:
        is_body = bare(found["name"]) in bodies.by_variant or is_body_name(found["name"])
        return found["name"] if is_body else found[0]

    return _BOTH_NAMES.sub(named, question)


def _with_counted(pieces: list[Piece], before: list[Piece]) -> list[Piece]:
    """A clause with what it counts, where that was named in the clause before: how many cars, and how many to be
    replaced."""
    at = next((i for i, p in enumerate(pieces) if p.kind == "count"), None)
    asked = next((i for i, p in enumerate(before) if p.kind == "count"), None)
    if at is None or asked is None or not any(p.said.lower() in _DONE_TO for p in pieces[at + 1 : at + 2]):
        return pieces
    named = takewhile(lambda p: p.kind in ("terms", "words", "entity"), before[asked + 1 :])
    return [*pieces[: at + 1], *named, *pieces[at + 1 :]]


def _nothing_held(words: Iterable[str], named: Iterable[str]) -> list[str]:
    return []


def _nothing_spelt(word: str, named: Iterable[str]) -> list[str]:
    return []


def in_chinese(question: str, bodies: Bodies, holding: Holding = _nothing_held, spelt: Spelt = _nothing_spelt) -> str:
    """An English question in Chinese words; what is not known stays as it is."""
    clauses: list[list[Piece]] = []
    waiting: list[Piece] = []
    topic: list[Piece] = []
    plain = _OF_HIS.sub(" ", _by_chinese_names(question.replace("’", "'"), bodies))
    for said in _CLAUSE.split(in_fewer_words(with_own_tails(plain))):
        if not said or not said.strip(" .,"):
            continue
        said = re.sub(r"^\s*and\s+(?!(?:for|in|what|how)\b)", "", said, flags=re.IGNORECASE)
        pieces = [*waiting, *with_bodies(pieces_of(said, bodies), bodies)]
        waiting = []
        subject = any(p.kind in _SUBJECTS for p in pieces)
        if subject and any(p.kind in ASKING and p.kind not in _SAID_OF_MONEY for p in pieces):
            clauses.append([*topic, *pieces])
        elif pieces[0].said.lower() in TOPIC and not clauses:
            topic = [*pieces, Piece("stop", ",", ",")]  # Of the bureau's procurement, how much …
        else:
            waiting = [*pieces, Piece("stop", ",", ",")]
    if waiting:
        clauses.append([*topic, *waiting])
    made: list[str] = []
    before: Parts | None = None
    clauses = [_with_counted(pieces, clauses[at - 1] if at else []) for at, pieces in enumerate(clauses)]
    taken = with_project_meant(
        [taken_apart(chosen(spelt_out(with_each_person(pieces), spelt), holding)) for pieces in clauses]
    )
    if taken and not taken[0].bodies:  # how many cars and how many computers does the bureau have
        taken[0].bodies = next((parts.bodies for parts in taken if parts.bodies), [])
    for parts in taken:
        made.append(clause_in_order(parts, before))
        before = parts
    return "，".join(filter(None, made))
