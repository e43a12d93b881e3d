"""The report a person reads after a run: scores, wrong answers with what was expected, times, change."""

import unicodedata
from collections.abc import Iterable, Sequence

from eval.runner import Result
from eval.scores import Score, score, scores_by, times
from eval.stored import Change, Run, expected_words, given_words
from ingest.messages import say

_WIDEST = 300  # characters of an answer shown for a wrong case


def as_text(run: Run, change: Change | None, language: str) -> str:
    """The report in words, a table of scores first."""
    parts = [
        _table(
            [*_sets(run.results), *_categories(run.results), score(say("eval.all", language), run.results)], language
        ),
        _times(run.results, language),
    ]
    wrong = [each for each in run.results if not each.right]
    parts += [_wrong(each, language) for each in sorted(wrong, key=lambda each: not each.wrong_figure)]
    if change is not None:
        parts += _change(change, language)
    return "\n".join(parts)


def _sets(results: Sequence[Result]) -> Iterable[Score]:
    scores = scores_by(results, lambda result: result.set_name)
    return scores if len(scores) > 1 else ()


def _categories(results: Sequence[Result]) -> Iterable[Score]:
    return scores_by(results, lambda result: result.case.category)


def _table(scores: Sequence[Score], language: str) -> str:
    head = [say(f"eval.column_{name}", language) for name in ("group", "cases", "right", "share", "wrong", "source")]
    rows = [head, *(_row(each) for each in scores)]
    widths = [max(_width(row[index]) for row in rows) for index in range(len(head))]
    return "\n".join(
        "  ".join(_pad(cell, width, at == 0) for at, (cell, width) in enumerate(zip(row, widths, strict=True)))
        for row in rows
    )


def _row(group: Score) -> list[str]:
    source = f"{group.sourced}/{group.with_source}" if group.with_source else "-"
    return [group.name, str(group.cases), str(group.right), f"{group.share:.1%}", str(group.wrong_figures), source]


def _times(results: Sequence[Result], language: str) -> str:
    lasted = times(results)
    values = {"median": f"{lasted.median:.0f}", "p95": f"{lasted.p95:.0f}", "longest": f"{lasted.longest:.0f}"}
    return say("eval.times", language, **values)


def _wrong(result: Result, language: str) -> str:
    key = "eval.wrong_figure" if result.wrong_figure else "eval.missed"
    came = given_words(result.answer)
    return say(
        key,
        language,
        place=f"{result.set_name}/{result.case.id}",
        question=" / ".join((*result.case.after, result.case.question)),
        expected=expected_words(result.case.expect),
        came=came if len(came) <= _WIDEST else f"{came[:_WIDEST]}…",
    )


def _change(change: Change, language: str) -> list[str]:
    lines = [say("eval.since_last", language, gained=len(change.gained), lost=len(change.lost))]
    if change.documents_differ:
        lines.append(say("eval.documents_differ", language))
    if change.settings_differ:
        lines.append(say("eval.settings_differ", language))
    lines += [say("eval.lost", language, place=place) for place in change.lost]
    return lines


def _width(text: str) -> int:
    return sum(2 if unicodedata.east_asian_width(sign) in "WF" else 1 for sign in text)


def _pad(text: str, width: int, left: bool) -> str:
    blanks = " " * (width - _width(text))
    return text + blanks if left else blanks + text
