"""Whether a row that a unit has is a part of what is held against it: of that unit, or of another."""

from assistant.finding.evidence import Found
from assistant.plan import OWN_LEVEL
from ingest.wording.glyphs import bare
from ingest.wording.names import is_body_name, read_body


def of_another_unit(part: Found, whole: Found) -> bool:
    """Whether a part is a row of one unit, and the whole another unit's: no project of 甲中心 is a part of 乙站's."""
    if part.figure is None or whole.figure is None or not part.figure.body or is_body_name(part.figure.label):
        return False
    unit = read_body(whole.figure.label if is_body_name(whole.figure.label) else whole.figure.body or "")
    if not unit.name or (bare(unit.name) == bare(whole.figure.department or "") and unit.scope != OWN_LEVEL):
        return False  # the department is the whole of all its units
    return bare(read_body(part.figure.body).name) != bare(unit.name)


def is_only_row(part: Found, whole: Found) -> bool:
    """Whether a part is a row of the unit whose total it comes to, and not that total once more."""
    of_unit = whole.figure is not None and is_body_name(whole.figure.label)
    return of_unit and part.figure is not None and bool(part.figure.body) and not is_body_name(part.figure.label)
