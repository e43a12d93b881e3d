"""Lines added up of which one holds another: a subject heard for a project, beside a project paid under it."""

from assistant.computing.figures.looking import Desk
from assistant.computing.figures.lookup import looked_up
from assistant.finding.evidence import Found, Outcome
from assistant.finding.holdings import Holding, RowView
from assistant.finding.labels import PROJECT_TABLES
from assistant.plan import Ask, Operation, Term, replace
from ingest.messages import say
from ingest.wording.glyphs import bare


def with_none_twice(desk: Desk, ask: Ask, lines: list[Outcome]) -> list[Outcome]:
    """The lines of an ask's operands, none of which holds another.

    For a subject that was heard in other words than its own stands the one project under it that shares a word with
    what was said; a refusal where none does, or several do.
    """
    if len(lines) != len(ask.operands):
        return lines
    told = [line.found[0] for line in lines]
    made = list(lines)
    for at, (terms, holder) in enumerate(zip(ask.operands, told, strict=True)):
        held = [other for other in told if other is not holder and _holds(desk, holder, other)]
        if held and holder.figure is not None and bare(holder.figure.label) not in bare(ask.words):
            said = "".join(t.text for t in terms)
            made[at] = _project_for(desk, ask, said, holder, held[0], {bare(f.label) for f in told})
    return made


def _project_for(desk: Desk, ask: Ask, said: str, holder: Found, held: Found, taken: set[str]) -> Outcome:
    """The project meant by words that a subject was heard in, or a refusal."""
    assert holder.figure is not None
    holding = desk.library.holding(holder.figure.document_id)
    code = _code(holding, holder)
    inside = {r.key for r in _projects(holding) if (r.code or "").startswith(code)} - taken
    meant = [key for key in inside if _share_a_word(said, key)]
    if len(meant) != 1:
        message = say("answer.held_twice", desk.language, one=holder.label, other=held.label)
        return Outcome("refusal", message=message)
    plain = replace(ask, operation=Operation.LOOKUP, operands=(), base=(), base_scope=None, said_count=None)
    return looked_up(desk, replace(plain, terms=(Term(meant[0], "name", names=((meant[0], 1.0),)),)))


def _holds(desk: Desk, whole: Found, part: Found) -> bool:
    """Whether a subject is the one that a project is paid under."""
    one, other = whole.figure, part.figure
    if one is None or other is None or one.document_id != other.document_id or one.year != other.year:
        return False
    holding = desk.library.holding(one.document_id)
    code = _code(holding, whole)
    of_part = {r.code for r in _projects(holding) if r.key == bare(other.label)}
    return bool(code) and any((c or "").startswith(code) for c in of_part)


def _code(holding: Holding, found: Found) -> str:
    """The code of the subject a figure is of; nothing where it is of none."""
    row = holding.rows.get(found.figure.row_id or "") if found.figure is not None else None
    return row.code or "" if row is not None and holding.is_subject(row) else ""


def _projects(holding: Holding) -> list[RowView]:
    """The rows of projects, each with the code of the subject it is paid under."""
    tables = [t for t in holding.tables if PROJECT_TABLES.search(t.key)]
    return [r for t in tables for r in t.rows if not (r.is_total or holding.is_subject(r))]


def _share_a_word(said: str, name: str) -> bool:
    """Whether two names have two characters in a row in common."""
    return any(said[i : i + 2] in name for i in range(len(said) - 1))
