"""Whether what is held against a whole is a part of it: of that unit or another, bought or spent in all."""

from assistant.computing.figures.looking import Desk
from assistant.finding.evidence import Found
from assistant.lexicon import concepts_in
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


def bought_elsewhere(desk: Desk, part: Found, whole: Found) -> bool:
    """Whether a whole of 政府采购 is held against what a line spends in all: 审计业务 is bought only in part."""
    if "procurement" not in concepts_in(bare(whole.label)) or part.figure is None:
        return False
    if whole.figure is not None and part.figure.passage_id == whole.figure.passage_id is not None:
        return False  # told beside it: 政府采购支出…万元，…；授予中小企业合同…万元
    tables = desk.library.holding(part.figure.document_id).tables
    title = next((t.table.title for t in tables if t.table.id == part.figure.table_id), "")
    said = concepts_in(bare("，".join((part.figure.label, *part.figure.column, title))))
    return not any(concept.startswith("procurement") for concept in said) and "采购" not in title
