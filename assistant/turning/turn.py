"""A turn of a talk as it is worked out."""

from collections.abc import Callable
from dataclasses import dataclass

from assistant.computing.figures.looking import Desk
from assistant.finding.evidence import Answered, Told
from assistant.plan import Plan


@dataclass(frozen=True, slots=True)
class Turn:
    """The words of a turn, what the turn before it came to, and what answers words."""

    words: str
    before: Told | None
    leaning: Answered  # as a turn that may lean on those before it
    alone: Answered  # as a question of its own
    desk: Callable[[Plan], Desk]
