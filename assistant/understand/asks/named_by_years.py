"""A run of years that names projects and is no period asked for: 中心2026-2029年的三个项目 of one year's document."""

from collections.abc import Mapping
from dataclasses import replace

from assistant.plan import SET_OPERATIONS, Ask, Operation, Term
from ingest.wording.glyphs import bare

_Documents = Mapping[str, frozenset[str]]  # by what they hold: a name, a body


def named_by_years(ask: Ask, names: _Documents, bodies: _Documents) -> Ask:
    """An ask of projects with the years as a part of their names, where projects of its body bear them so.

    Not where the body has as many documents: those may be the years that are asked about.
    """
    years = ask.scope.years
    whole = ask.entity is None and ask.operation is Operation.LOOKUP and _all_projects(ask)
    of_set = ask.entity == "project" and ask.operation in SET_OPERATIONS
    if not (whole or of_set) or len(years) < 2 or years != tuple(range(years[0], years[-1] + 1)):
        return ask
    keys = {key for mention in ask.scope.departments for key in mention}
    held = frozenset[str]().union(*(bodies.get(key, frozenset()) for key in keys))
    said = f"{years[0]}-{years[-1]}年"
    borne = any(bare(said) in name and ids & held for name, ids in names.items())
    if not borne or len(held) >= len(years):
        return ask
    if whole:  # 项目合计多少
        ask = replace(ask, operation=Operation.SUM, entity="project", terms=(), summed=False)
    term = Term(said, "name", None, ((bare(said), 1.0),), within=True)
    return replace(ask, terms=(*ask.terms, term), scope=replace(ask.scope, years=()))


def _all_projects(ask: Ask) -> bool:
    """Whether all that is named is what the projects come to."""
    return len(ask.terms) == 1 and ask.terms[0].concept == "project_expenditure"
