"""Documents that print a whole set of tables for the department and one more for each of its units (Hebei's form).

The sets bear the same titles; the body printed under a title tells whose a table is.
"""

from collections import defaultdict
from collections.abc import Iterable

from assistant.finding.labels import PROJECT_FORMS
from ingest.records.document import Document, Table
from ingest.wording.glyphs import bare
from ingest.wording.names import read_body

_ALIKE = 3  # kinds of tables that both the department and a unit have: fewer are no set
_OWN_LEVEL = "本级"


def sets_of_units(document: Document, tables: Iterable[Table]) -> dict[str, list[Table]]:
    """The tables of each unit that has a set of its own, by bare name; ``=name`` for the department's own office."""
    department = bare(read_body(document.department).name) if document.department else ""
    kinds: dict[str, set[str]] = defaultdict(set)
    own: dict[str, list[Table]] = defaultdict(list)
    for table in tables:
        if table.kind not in PROJECT_FORMS:  # whose unit its row names
            key = _whose(table, department)
            kinds[key].add(table.kind)
            own[key].append(table)
    return {key: own[key] for key in own if key != department and len(kinds[key] & kinds[department]) >= _ALIKE}


def _whose(table: Table, department: str) -> str:
    """The body a table is of; the department itself where none is printed."""
    if not table.department:
        return department
    body = read_body(table.department)
    key = bare(body.name)
    return f"={key}" if key == department and body.scope == _OWN_LEVEL else key
