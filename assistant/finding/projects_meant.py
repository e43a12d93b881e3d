"""Subjects left out where the project of the same name is meant: 某项目多少钱, and a subject is called so too."""

import re
from collections.abc import Iterable, Iterator

from assistant.finding.holdings import Holding, RowView
from assistant.finding.labels import PROJECT_TABLES, is_unit_label
from assistant.finding.wanted import Candidate
from assistant.plan import Ask
from ingest.wording.glyphs import bare


def projects_meant(ask: Ask, holdings: Iterable[Holding], found: list[Candidate]) -> list[Candidate]:
    """The candidates without the subjects that bear the name of a project, where what is named is called a project.

    Nothing stays where the projects lack something else that was said: the subject is none of them.
    """
    holdings = list(holdings)
    found = [c for c in _of_the_name_itself(ask, holdings, found) if not _is_half_a_unit(ask, c)]
    if ask.entity != "project":
        return found
    names = {bare(t.text) for t in ask.terms if t.kind in ("name", "concept")}
    listed = any(_lists(holding, names) for holding in holdings)
    return [c for c in found if not _is_subject(c, names)] if listed else found


def _of_the_name_itself(ask: Ask, holdings: list[Holding], found: list[Candidate]) -> list[Candidate]:
    """The candidates without lines whose longer name holds that of a project which is listed: 全市某培训, 某培训."""
    name = bare(ask.terms[0].text) if len(ask.terms) == 1 and ask.terms[0].kind == "name" else ""
    longer = [c for c in found if name and name in (label := bare(c.figure.label)) and label != name]
    exact = [c.cost for c in found if bare(c.figure.label) == name]
    nearer = bool(longer and exact) and min(c.cost for c in longer) < min(exact)
    if not nearer or not any(_lists(holding, {name}) for holding in holdings):
        return found
    return [c for c in found if c not in longer]


def _is_half_a_unit(ask: Ask, candidate: Candidate) -> bool:
    """Whether a line is a unit, of whose name what is called a project says but the field: 河道管理项目, 河道管理站."""
    label = bare(candidate.figure.label)
    said = [bare(t.text) for t in ask.terms if t.kind == "like"]
    called = [
        name for name in said if ask.entity == "project" or re.search(f"{re.escape(name)}的?专项", bare(ask.words))
    ]
    return is_unit_label(candidate.figure.label) and any(name in label and not label.endswith(name) for name in called)


def says_item(label: str, name: str = "") -> bool:
    """Whether a label says a subject in full, which may be called by a name: …（类）…（款）设施建设（项）."""
    return re.search(rf"(?:类.+|^[^款]+)款.*{re.escape(name)}项$", bare(label)) is not None


def lists_project(holding: Holding, said: str) -> bool:
    """Whether a project is listed whose name stands in some words."""
    return any(row.key in said for row in _projects(holding) if len(row.key) > 1)


def _lists(holding: Holding, names: set[str]) -> bool:
    """Whether projects of these names are listed."""
    return any(row.key in names for row in _projects(holding))


def _projects(holding: Holding) -> Iterator[RowView]:
    for table in holding.tables:
        if PROJECT_TABLES.search(table.key):
            yield from (r for r in table.rows if not (r.is_total or holding.is_subject(r)))


def _is_subject(candidate: Candidate, names: set[str]) -> bool:
    row, table = candidate.row, candidate.table
    if row is None:
        return any(says_item(candidate.figure.label, name) for name in names)
    return table is not None and row.key in names and not PROJECT_TABLES.search(table.key)
