"""English questions in the Chinese words the grammar knows, in the order Chinese says them.

Body, year, condition, thing, operation: English spreads them freely, so the pieces of a clause are taken apart by what
they do and put together as Chinese asks. What no phrase covers stays as it is and is refused like any unknown word.
"""

import re
from collections.abc import Iterable

from assistant.understand.bodies import Bodies
from assistant.understand.english_bodies import with_bodies
from assistant.understand.english_choice import Holding, chosen
from assistant.understand.english_order import clause_in_order
from assistant.understand.english_parts import ASKING, taken_apart
from assistant.understand.english_pieces import Piece, pieces_of

_CLAUSE = re.compile(
    r"[;?!]\s*|[,:]?\s+and\s+(?=(?:how|what|why|which)\b)|,\s*(?=(?:how|what|why|which)\b)|\.\s+(?=[A-Z])",
    re.IGNORECASE,
)
# What a verb at the end asks for: What does the bureau do, What is the project for.
_AT_THE_END = (
    (
        re.compile(r"\bwhat (?:does|do) (?P<body>[^?]+?) do(?= *\?| *$)", re.IGNORECASE),
        r"what are the duties of \g<body>",
    ),
    (
        re.compile(r"\bwhat (?:is|are) (?P<thing>[^?]+?) for(?= *\?| *$)", re.IGNORECASE),
        r"what is the purpose of \g<thing>",
    ),
)


def _nothing_held(words: Iterable[str], named: Iterable[str]) -> list[str]:
    return []


def in_chinese(question: str, bodies: Bodies, holding: Holding = _nothing_held) -> str:
    """An English question in Chinese words; what is not known stays as it is."""
    for end, meant in _AT_THE_END:
        question = end.sub(meant, question)
    clauses: list[list[Piece]] = []
    waiting: list[Piece] = []
    for said in _CLAUSE.split(question.replace("’", "'")):
        if not said or not said.strip(" .,"):
            continue
        pieces = [*waiting, *with_bodies(pieces_of(said, bodies), bodies)]
        waiting = []
        subject = any(p.kind in ("terms", "words", "unknown", "entity", "body", "year") for p in pieces)
        if not (subject and any(p.kind in ASKING for p in pieces)):
            waiting = [*pieces, Piece("stop", ",", ",")]  # Of the bureau's procurement, how much …
        else:
            clauses.append(pieces)
    if waiting:
        clauses.append(waiting)
    return "，".join(filter(None, (clause_in_order(taken_apart(chosen(pieces, holding))) for pieces in clauses)))
