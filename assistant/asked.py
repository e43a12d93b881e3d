"""A plan with all that the ways to answer it look at."""

import re
from dataclasses import dataclass
from functools import cached_property

from assistant.branches import one_ask
from assistant.computing.clausewise import by_words
from assistant.computing.figures.looking import Desk
from assistant.computing.sets.by_amount import is_by_amount
from assistant.descriptive.doorway import door_for
from assistant.finding.evidence import Outcome
from assistant.plan import TEXT_OPERATIONS, Plan
from assistant.understand.door import Door
from ingest.messages import say


@dataclass(frozen=True)
class Asked:
    """A plan with all that the ways to answer it look at."""

    desk: Desk
    plan: Plan
    earlier: list[Outcome] | None  # of the turn before
    before: list[Outcome] | None  # of the turn before that

    @cached_property
    def door(self) -> Door | None:
        """The kind of words that are asked for; None where figures are."""
        return None if any(map(is_by_amount, self.plan.asks)) else door_for(self.plan)

    @cached_property
    def left(self) -> tuple[str, ...]:
        """The words nobody explains, but for those that a part which asks for words takes up itself."""
        worded = [ask.words for ask in self.plan.asks if ask.operation in TEXT_OPERATIONS]
        figures = [re.sub("多少", "", ask.words) for ask in self.plan.asks if ask.operation not in TEXT_OPERATIONS]
        return tuple(
            word
            for word in self.plan.unexplained
            if not figures or any(word in words for words in figures) or not any(word in words for words in worded)
        )

    @cached_property
    def hints(self) -> tuple[str, ...]:
        """The words of which each ask knows only a part."""
        return tuple(dict.fromkeys(hint for ask in self.plan.asks for hint in ask.hints))

    def refused(self, key: str, **values: object) -> list[Outcome]:
        """A refusal in the words of a message."""
        return [Outcome("refusal", message=say(key, self.desk.language, **values))]

    def by_words(self, counts_only: bool = False) -> list[Outcome]:
        """The figures that carry every word, clause by clause; none where one is not found."""
        return by_words(self.desk, self.plan, lambda ask: one_ask(self.desk, ask, self.plan), counts_only)
