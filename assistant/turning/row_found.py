"""The one row that a turn found, and what another turn or clause asks of it."""

import re
from collections.abc import Sequence

from assistant.finding.evidence import Found, Outcome, Quote, Told
from assistant.plan import Scope
from assistant.understand.words.text import words_of
from ingest.wording.codes import split_code
from ingest.wording.glyphs import bare

# What points back at the one thing that was found: 这个班, 那场, 它.
POINTS = re.compile(
    r"^(?:那么?|请问|还有|另外)*[，,]?(?:(?:这|那|该|此)(?![两俩几些二三四五六])(?:一)?(?P<one>个|场|次|期|项|笔|家|所|条|件|批|份|套|栋|座|处)?"
    r"(?P<kind>(?!(?:年初|原|调整后?的?)?(?:预算|决算|执行)数?)[一-龥]{0,5}?)|它|其)的?(?=(?:一共|总共|大概|到底|主要|都|打算|准备|要|会|能|得|有|是|花|用|给|请|在|由|让|去|来|办|开)*"
    r"(?:多少|几|什么|啥|谁|哪|何|怎|为|多大|多久|多长|干|做|比|较|跟))"
)


def chosen_of(outcome: Outcome) -> list[Found]:
    """What a rank chose: of a share the part, else the first that is told."""
    at = 1 if outcome.found and outcome.found[0].unit == "%" else 0
    return outcome.found[at : at + 1]


def tells_nothing(told: Told) -> bool:
    """Whether all that a turn came to is refusals and questions back."""
    return all(o.kind in ("refusal", "clarification") for o in told.outcomes)


def asked_of_row(words: str, row: str, scope: Scope) -> str:
    """A turn or clause with the row named that it asks of, and whose it is."""
    said = words_of(words).text
    pointed = POINTS.match(said)
    year = f"{scope.years[0]}年" if len(scope.years) == 1 else ""
    return f"{scope.said[0] if scope.said else ''}{year}{row}{said[pointed.end() :] if pointed else said}"


def is_of(outcomes: Sequence[Outcome], row: str) -> bool:
    """Whether everything that was found stands in one row."""
    sources = [s for part in parts_of(outcomes) for s in part.sources]
    whole = all(o.kind in ("figures", "quotes") for o in outcomes)
    named = [(said, _name_of(said)) for said in (s.row or "" for s in sources)]
    return whole and bool(named) and all(any(bare(n).startswith(bare(row)) for n in names) for names in named)


def row_of(outcomes: Sequence[Outcome]) -> str | None:
    """The one row that everything found stands in."""
    if not outcomes or any(o.kind not in ("figures", "list", "quotes") for o in outcomes):
        return None
    parts = parts_of(outcomes)
    rows = {_name_of(s.row) if s.row else None for part in parts for s in part.sources}
    return next(iter(rows)) if len(rows) == 1 and len(parts) == len(outcomes) else None


def _name_of(row: str) -> str:
    """What a row is called without its code: of a project's, 11000024Y…-公务用车更新经费."""
    coded = split_code(row)
    return coded.name if coded is not None and coded.scheme == "project" and coded.name else row.split(" ")[0]


def parts_of(outcomes: Sequence[Outcome]) -> list[Found | Quote]:
    """The figures and quotations of some outcomes, one after the other."""
    found: list[Found | Quote] = []
    for outcome in outcomes:
        found += [*outcome.found, *outcome.quotes]
    return found
