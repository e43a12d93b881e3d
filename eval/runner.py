"""One pass over question sets: ask, time, score."""

import time
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from eval.cases import Case
from eval.given import Given, given
from eval.metrics import right, source_right, wrong_figure

# Asks one question with the turns before it; gives the contract object.
Ask = Callable[[str, tuple[str, ...]], Mapping[str, object]]


@dataclass(frozen=True, slots=True)
class Result:
    """One case with what came and how it was judged; ``source`` is None where the case names no page."""

    set_name: str
    case: Case
    answer: Given
    right: bool
    wrong_figure: bool
    source: bool | None
    milliseconds: float


def run_cases(set_name: str, cases: Iterable[Case], ask: Ask) -> tuple[Result, ...]:
    """Asks every case in order."""
    return tuple(run_case(set_name, case, ask) for case in cases)


def run_case(set_name: str, case: Case, ask: Ask) -> Result:
    """One case asked, timed and judged; where the assistant itself failed, the answer is of kind "error"."""
    start = time.perf_counter()
    try:
        answer = given(ask(case.question, case.after))
    except Exception as fault:  # one question must not cost the scores of the others
        answer = Given("error", f"{type(fault).__name__}: {fault}", (), (), (), ())
    milliseconds = (time.perf_counter() - start) * 1000
    return Result(
        set_name=set_name,
        case=case,
        answer=answer,
        right=right(case.expect, answer),
        wrong_figure=wrong_figure(case.expect, answer),
        source=source_right(case.expect, answer),
        milliseconds=milliseconds,
    )
