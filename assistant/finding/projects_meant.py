"""Lines of spending left out where the project of the same name is meant: 某项目多少钱, and a subject is called so too."""

from collections.abc import Iterable

from assistant.finding.holdings import Holding
from assistant.finding.labels import PROJECT_TABLES
from assistant.finding.select import Candidate
from assistant.plan import Ask
from ingest.wording.glyphs import bare


def projects_meant(ask: Ask, holdings: Iterable[Holding], found: list[Candidate]) -> list[Candidate]:
    """The candidates without the subjects that bear the name of a project, where what is named is called a project.

    Nothing stays where the projects lack something else that was said: the subject is none of them.
    """
    if ask.entity != "project":
        return found
    names = {bare(t.text) for t in ask.terms if t.kind in ("name", "concept")}
    listed = any(_lists(holding, names) for holding in holdings)
    return [c for c in found if not _is_subject(c, names)] if listed else found


def _lists(holding: Holding, names: set[str]) -> bool:
    """Whether projects of these names are listed."""
    tables = (t for t in holding.tables if PROJECT_TABLES.search(t.key))
    return any(r.key in names and not (r.is_total or holding.is_subject(r)) for t in tables for r in t.rows)


def _is_subject(candidate: Candidate, names: set[str]) -> bool:
    row, table = candidate.row, candidate.table
    if row is None:
        return any(bare(candidate.figure.label).endswith(f"{name}项") for name in names)  # …（款）设施建设（项）
    return table is not None and row.key in names and not PROJECT_TABLES.search(table.key)
