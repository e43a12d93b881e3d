"""A clause as far as it is read: which operations it asks for, over which things, where, and after what."""

from dataclasses import dataclass

from assistant.plan import Ask, Operation, Scope, Term
from assistant.understand.clauses.clause import Clause


@dataclass(slots=True)
class ClauseAsked:
    """What is decided of a clause before its asks are made."""

    clause: Clause
    scope: Scope
    before: Ask | None  # what was asked before it, whose things it may lean on
    operations: list[Operation]
    parts: list[list[Term]]  # the things named, one by one
    per: str | None = None  # 人: what an amount is divided by before it is ranked

    def over_one_of(self, *operations: Operation) -> bool:
        """Whether one of some operations is asked for."""
        return any(operation in self.operations for operation in operations)
