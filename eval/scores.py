"""Scores of a run: shares by category and set, and how long questions took."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from eval.runner import Result


@dataclass(frozen=True, slots=True)
class Score:
    """Counts over a group of cases; ``sourced`` counts right source pages among ``with_source`` that name one."""

    name: str
    cases: int
    right: int
    wrong_figures: int
    sourced: int
    with_source: int

    @property
    def share(self) -> float:
        """The share of right answers, 0 to 1."""
        return self.right / self.cases if self.cases else 0.0


@dataclass(frozen=True, slots=True)
class Times:
    """Milliseconds a question: the middle one, the one that 95 of 100 do not exceed, the longest."""

    median: float
    p95: float
    longest: float


def score(name: str, results: Sequence[Result]) -> Score:
    """The counts over some results."""
    return Score(
        name=name,
        cases=len(results),
        right=sum(each.right for each in results),
        wrong_figures=sum(each.wrong_figure for each in results),
        sourced=sum(each.source is True for each in results),
        with_source=sum(each.source is not None for each in results),
    )


def scores_by(results: Iterable[Result], name: Callable[[Result], str]) -> tuple[Score, ...]:
    """One score a group, groups in the order of their names."""
    groups: dict[str, list[Result]] = {}
    for each in results:
        groups.setdefault(name(each), []).append(each)
    return tuple(score(group, groups[group]) for group in sorted(groups))


def times(results: Sequence[Result]) -> Times:
    """How long the questions took; all zero for no results."""
    lasted = sorted(each.milliseconds for each in results)
    if not lasted:
        return Times(0, 0, 0)
    return Times(_at(lasted, 0.5), _at(lasted, 0.95), lasted[-1])


def _at(ordered: Sequence[float], share: float) -> float:
    return ordered[min(len(ordered) - 1, int(len(ordered) * share))]
